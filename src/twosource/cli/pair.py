"""Say what holds two articles together or apart, with the passages that they share."""

from __future__ import annotations

from twosource.canonical import to_bytes
from twosource.cli.ask import ID_SHOWN
from twosource.exports.lines_of_sources import again_words
from twosource.model.linked import Verdict
from twosource.newsroom import open_newsroom
from twosource.pipeline.why import Why
from twosource.settings import Settings


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
