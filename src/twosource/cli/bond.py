"""Say what holds the reports of a story together, and how each of them is held."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.canonical import to_bytes
from twosource.cli.ask import ID_SHOWN
from twosource.exports.lines_of_sources import again_words
from twosource.model.acquired import Article
from twosource.newsroom import open_newsroom
from twosource.settings import Settings
from twosource.stages.cluster import Held, Told
from twosource.stages.dossier.angles import PLAIN, Angle


def tell_story(story: str, settings: Settings, as_json: bool) -> None:
    """Print what the reports of a story share, and which of the others each is most like."""
    with open_newsroom(settings=settings) as newsroom:
        found = newsroom.why_story(story)
        outlets = {
            each.id: newsroom.outlet_name(each.outlet, found.articles) for each in found.articles
        }
    if as_json:
        print(to_bytes(found).decode())
        return
    count = len(found.articles)
    print(f"{found.story.id[:ID_SHOWN]}: {count} {'article' if count == 1 else 'articles'}\n")
    bond = found.bond
    for what, told in (
        ("names", bond.names),
        ("figures", bond.figures),
        ("days", bond.days),
        ("words", bond.words),
    ):
        print(f"  {what:<8} {_listed(told)}")
    print("\nWhat each is most like, the surest first:\n")
    named = {
        each.id: f"{outlets[each.id]}{_kind(each, found.angles.get(each.id))}: {each.headline}"
        for each in found.articles
    }
    for held in bond.held:
        print(f"  {held.article[:ID_SHOWN]}  {named[held.article]}")
        print(f"            {_held(held)}{named[held.nearest] if held.nearest else ''}")
        if held.points_to > 1:
            print(f"            tells what {held.points_to} of its reports begin with")
        if angle := found.angles.get(held.article):
            print(f"            {angle.name}: {angle.why}")
        for again in found.repeats:
            if again.later == held.article:
                print(f"            {again_words(again)}")


def _listed(told: Sequence[Told]) -> str:
    return ", ".join(f"{each.what} ({each.reports})" for each in told) or "none in two reports"


def _kind(article: Article, angle: Angle | None) -> str:
    if angle is not None:
        return f" ({angle.name})"
    return "" if article.genre.name in PLAIN else f" ({article.genre.name})"


def _held(held: Held) -> str:
    if held.nearest is None:
        return "like no other report of the story"
    if held.judged:
        return "a person judged it the same event as "
    return "a copy of, or copied by, " if held.copied else f"{held.score:.2f} like "
