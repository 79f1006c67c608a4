"""Lay out the stories of one running matter in time, this one among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.exports.dates import day_in_words
from twosource.exports.hostile import shown
from twosource.exports.lines import Line
from twosource.exports.phrases import listed, quoted
from twosource.exports.reading import Reading
from twosource.model.dossier import Dossier
from twosource.model.storyline import RelatedStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One story on the line of time; `other` is None for the dossier's own."""

    when: str  # ISO date of its first report, "" where undated
    until: str  # of its last, "" if that is the same day
    headline: str
    other: RelatedStory | None


def stops(dossier: Dossier) -> tuple[Stop, ...]:
    """Return the stories of the matter by their first day, the dossier's own in its place.

    A story that began on the same day stands behind it, one without a day at the end. Nothing where
    the matter has no other story.
    """
    if not dossier.storyline:
        return ()
    days = [each.published.date().isoformat() for each in dossier.sources if each.published]
    first, last = min(days, default=""), max(days, default="")
    until = last if last != first else ""
    own = Stop(when=first, until=until, headline=dossier.headline.text, other=None)
    others = [
        Stop(when=each.when, until=each.until, headline=each.headline, other=each)
        for each in dossier.storyline
    ]
    return tuple(sorted((own, *others), key=lambda stop: (not stop.when, stop.when)))


def storyline_lines(reading: Reading) -> Iterator[Line]:
    """Yield each story of the matter, and below it what ties it to this one."""
    for stop in stops(reading.dossier):
        day = days_told(stop)
        if stop.other is None:
            yield Line(words=f"{day}: this story")
            continue
        order = f", {stop.other.order}" if stop.other.order else ""
        yield Line(words=f"{day}{order}: {shown(stop.headline)}")
        if tied := ties_told(stop.other):
            yield Line(words=tied, depth=1)


def days_told(stop: Stop) -> str:
    """Return when a story was told: "7 to 9 September 2017", "30 March to 2 April 2017"."""
    if not stop.when:
        return "undated"
    first, last = day_in_words(stop.when).split(), day_in_words(stop.until).split()
    while first and last and len(first) > 1 and first[-1] == last[len(first) - 1]:
        first.pop()
    return " ".join([*first, *(["to", *last] if last else [])])


def ties_told(related: RelatedStory) -> str:
    """Return what ties two stories: "Both name X and Y, and say “dockers” and “rota”."."""
    names = listed(tuple(shown(each) for each in related.shared))
    words = listed(tuple(quoted(shown(each)) for each in related.words))
    told = ((" name ", names), (" say ", words))
    both = ", and".join(f"{verb}{what}" for verb, what in told if what)
    return f"Both{both}." if both else ""
