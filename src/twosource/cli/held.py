"""Say what holds articles together or apart: the reports of a story, or two of any."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.canonical import to_bytes
from twosource.cli.ask import ID_SHOWN
from twosource.exports.lines_of_sources import again_words
from twosource.model.acquired import Article
from twosource.model.linked import Verdict
from twosource.newsroom import open_newsroom
from twosource.pipeline.why import Why
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


def tell_pair(one: str, other: str, settings: Settings, as_json: bool) -> None:
    """Print what holds two articles, or the first ones of two stories, together or apart."""
    with open_newsroom(settings=settings) as newsroom:
        found = newsroom.why(one, other)
        pair = found.one, found.other
        names = [newsroom.outlet_name(article.outlet, pair) for article in pair]
    if as_json:
        print(to_bytes(found).decode())
        return
    for name, article in zip(names, (found.one, found.other), strict=True):
        print(f"{article.id[:ID_SHOWN]}  {name}: {article.headline}")
    together = "one story" if found.one_story else "two stories"
    print(f"\n{together}  (alike with probability {found.story_score:.2f})")
    _bullets((*_judged(found, "same", "different"), *found.story_why))
    if found.tied_why:
        print(f"\n{'two stories of one running matter' if found.tied else 'two matters'}")
        _bullets((*_judged(found, "related", "unrelated"), *found.tied_why))
    print(f"\n{'one report' if found.one_report else 'two reports'}", end="")
    print(f": {found.derivation}" if found.derivation else "")
    judged = _judged(found, "copy", "independent")
    _bullets(tuple(dict.fromkeys((*judged, *_again(found), *found.report_why))))
    for passage in found.passages:
        print(f"\n  {names[0]}: {passage.one}\n  {names[1]}: {passage.other}")


def _judged(found: Why, *verdicts: Verdict) -> tuple[str, ...]:
    """Return in words which of these verdicts a person has given on the pair."""
    return tuple(f"a person judged: {each}" for each in verdicts if each in found.verdicts)


def _again(found: Why) -> tuple[str, ...]:
    """Return in words what the later report repeats of the earlier of its outlet."""
    if found.repeats is None:
        return ()
    which = "first" if found.repeats.later == found.one.id else "second"
    return (f"own background used again: the {which} {again_words(found.repeats)}",)


def _bullets(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        print(f"  - {sentence}")
