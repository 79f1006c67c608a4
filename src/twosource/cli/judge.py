"""The command by which a person's verdict is kept: judge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import cast, get_args

import click

from twosource.cli.app import settings_option
from twosource.cli.ask import ID_SHOWN
from twosource.cli.progress import Bars
from twosource.exports.phrases import counted
from twosource.model.linked import StoryChange, Verdict
from twosource.newsroom import Newsroom, open_newsroom
from twosource.settings import Settings

USAGE = (
    "judge same|different|copy|independent ARTICLE ARTICLE, judge related|unrelated STORY STORY, "
    "or judge informant CLAIM same|different NAME NAME"
)
MOVED = {
    "split": "Story {story}, parted from {other}, has {count}:",
    "joined": "Story {story} has {count} of {other} now:",
    "merged": "Story {story} has all of {other} now, {count}:",
}


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="VERDICT A B", help=USAGE)
@settings_option
def judge(words: tuple[str, ...], settings: Settings) -> None:
    """Keep a verdict that outranks every score and lasts through every later run.

    same, different: two articles tell of one event, or not.

    copy, independent: two articles are one report, or two.

    related, unrelated: two stories are of one running matter, or not; each is named by its id or by
    one of its articles.

    informant CLAIM same, different: two informants of a claim are one, or not; each is named as the
    claim names it.

    Where an article goes to another story, all that go with it are listed.
    """
    before = datetime.now(UTC).isoformat()
    with Bars() as bars, open_newsroom(settings=settings, tell=bars) as newsroom:
        match words:
            case [verdict, one, other] if verdict in get_args(Verdict):
                report = newsroom.judge(cast(Verdict, verdict), one, other)
            case ["informant", claim, "same" | "different" as verdict, one, other]:
                report = newsroom.judge_informant(claim, verdict, one, other)
            case _:
                raise click.UsageError(f"found {' '.join(words)!r}; wanted {USAGE}")
        print(f"Kept. {counted(report.revisions, 'dossier')} changed.")
        for _, change in newsroom.changes(before):
            if change.kind in MOVED:
                print("\n".join(_moved(change, newsroom)))


def _moved(change: StoryChange, newsroom: Newsroom) -> Iterator[str]:
    """Yield which articles went from one story to another."""
    yield MOVED[change.kind].format(
        story=change.story[:ID_SHOWN],
        other=(change.other or "")[:ID_SHOWN],
        count=counted(len(change.articles), "article"),
    )
    articles = newsroom.articles(change.articles)
    for each in articles:
        name = newsroom.outlet_name(each.outlet, articles)
        yield f"    {each.id[:ID_SHOWN]}  {name}: {each.headline}"
