"""Commands that bring reports in: add, update, watch, retry, rebuild, demo."""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import click

from twosource.cli.app import Day, json_option, settings_option, to_folder
from twosource.cli.ask import list_story, write_files
from twosource.cli.progress import Bars
from twosource.cli.tell import sentence, tell_look, tell_round, tell_run
from twosource.errors import EmptySourceError
from twosource.example import EXAMPLE_ROOT
from twosource.exports.phrases import counted
from twosource.newsroom import open_newsroom
from twosource.pipeline.look import LookReport
from twosource.pipeline.run import Only
from twosource.settings import Settings

LONGEST_NAP_SECONDS = 30.0
NOTHING_KEPT = "kept sources: twosource add feed:https://… keeps one"
KINDS = (
    "feed:URL, sitemap:URL, opml:LIST, page:URL, warc:FILE, folder:PATH, jsonl:FILE, "
    "a bare path or web address, or - for what is piped in."
)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", help=KINDS)
@click.option(
    "--only", type=click.Choice(get_args(Only)), help="Stop after this step; a later run goes on."
)
@click.option(
    "--from", "since", type=Day(), metavar="DAY", help="First day to keep, as 2026-11-22."
)
@click.option("--to", "until", type=Day(), metavar="DAY", help="Last day to keep.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    help="Keep articles of this language (en, fr, …).",
)
@settings_option
@json_option
def add(
    sources: tuple[str, ...],
    only: Only | None,
    since: date | None,
    until: date | None,
    languages: tuple[str, ...],
    settings: Settings,
    as_json: bool,
) -> None:
    """Read sources, link what is new, publish the stories that changed.

    Feeds, sitemaps and folders are kept: update and watch look at them again.
    """
    with Bars() as bars, open_newsroom(settings=settings, tell=bars) as newsroom:
        report = newsroom.add(
            *sources,
            only=only,
            since=since,
            until=until,
            languages=languages,
        )
    tell_look(report, as_json)


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", help="All that are kept by default.")
@settings_option
@json_option
def update(sources: tuple[str, ...], settings: Settings, as_json: bool) -> None:
    """Fetch what is new in the kept sources, once."""
    with Bars() as bars, open_newsroom(settings=settings, tell=bars) as newsroom:
        report = newsroom.look(*sources)
    tell_look(report, as_json)


@click.command()
@settings_option
@json_option
def watch(settings: Settings, as_json: bool) -> None:
    """Keep fetching what is new, each source as often as it changes, until Ctrl-C.

    A line for every round that brought something or found something wrong.
    """
    with open_newsroom(settings=settings) as newsroom:
        if not newsroom.sources():
            raise EmptySourceError(newsroom.settings.store, NOTHING_KEPT)
        if not as_json:
            watched = counted(len(newsroom.sources()), "source")
            print(f"watching {watched}; Ctrl-C ends it", file=sys.stderr)
        while True:
            report = newsroom.look(due_only=True)
            if as_json or _has_news(report):
                tell_round(report, as_json, at=f"{datetime.now(UTC):%Y-%m-%d %H:%M}Z ")
            time.sleep(_seconds_until(report.due_at))


@click.command()
@settings_option
@json_option
def retry(settings: Settings, as_json: bool) -> None:
    """Try again what could not be fetched or read; twosource failures lists it."""
    with Bars() as bars, open_newsroom(settings=settings, tell=bars) as newsroom:
        report = newsroom.retry()
    tell_run(report, as_json)


@click.command()
@settings_option
@json_option
def rebuild(settings: Settings, as_json: bool) -> None:
    """Compute everything again from the kept pages; story ids and verdicts stay."""
    with Bars() as bars, open_newsroom(settings=settings, tell=bars) as newsroom:
        report = newsroom.rebuild()
    tell_run(report, as_json)


@click.command()
@click.option(
    "--to", type=to_folder, metavar="DIR", help="Folder for the pages; a new one by default."
)
def demo(to: Path | None) -> None:
    """Show what Twosource does: the bundled example, offline: a dossier on screen, all as pages."""
    folder = to or Path(tempfile.mkdtemp(prefix="twosource-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "demo.db"
    for left in folder.glob("demo.db*"):
        left.unlink()
    outlets = (EXAMPLE_ROOT / "outlets.toml").read_text(encoding="utf-8")
    with Bars() as bars:
        newsroom = open_newsroom(f"sqlite:{place}", tell=bars, more_outlets=outlets)
        report = newsroom.update(f"folder:{EXAMPLE_ROOT}")
    with newsroom:
        stories = newsroom.stories()
        dossiers = [newsroom.dossier(story.id) for story in stories]
        for form in ("html", "json"):
            write_files(dossiers, newsroom, folder, form)
        richest = max(dossiers, key=lambda each: len(each.sources))
        print(newsroom.export(richest, "brief").decode())
    print(sentence(report))
    print("What could not be read is damaged or no article; it is part of the example.")
    print("\nAll stories:\n")
    for story, dossier in zip(stories, dossiers, strict=True):
        list_story(story, dossier, as_json=False)
    print(f"\nAs pages:      {folder / 'index.html'}")
    print(f"Another story: twosource show STORY --store {place}")


def _has_news(report: LookReport) -> bool:
    run = report.run
    return bool(run.captures or run.failed or run.stories or report.notices or report.waiting)


def _seconds_until(due_at: datetime | None) -> float:
    """Return how long to wait; never long, since another run may have added a source."""
    left = (due_at - datetime.now(UTC)).total_seconds() if due_at else LONGEST_NAP_SECONDS
    return min(max(left, 1.0), LONGEST_NAP_SECONDS)
