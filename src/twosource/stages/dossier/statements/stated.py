"""Read what the stretches of an article come to, and weigh it by the story they are told in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from twosource.model.annotated import Annotated, Sense
from twosource.model.identity import ArticleId, Span
from twosource.stages.dossier.marks import cuts_of, sentences_in
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.telling.gist import Gist, read_gist

COMMON = 0.5  # of a story's sayings: a word of so many tells next to nothing
RARE = 0.03  # of a story's sayings: up to here a word tells all that it tells elsewhere
FEW = 40  # sayings; in a story of fewer, one more or less tells nothing of a word
LEAST_TELLING = 0.1
STEPS = 10  # from nothing to all that a word tells: within one, a saying more changes nothing
YEARS_IN = {"decade": 10.0, "century": 100.0}  # "three decades" are 30 years

_DIRECTIONS = re.compile(r"\b(?:north|south|east|west)(?=ern\b|\b)", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What stretches of an article come to, those who are named there not yet looked up."""

    stretches: tuple[Span, ...]
    gist: Gist


def stated_in(annotated: Annotated, stretches: Sequence[Span], sense: Sense) -> tuple[Stated, ...]:
    """Return what a saying comes to, then what each of its sentences does if it has several.

    Who denies that it was so says that it was not: both come to the same.
    """
    near, places = cuts_of(annotated).at(*stretches), sentences_in(annotated)
    touched = {number for each in stretches for _, number in places.touching(each)}
    sentences = [tuple(_cut(stretches, annotated.sentences[each])) for each in sorted(touched)]
    return tuple(
        Stated(stretches=each, gist=_turned(gist) if sense == "denied" else gist)
        for each in (tuple(stretches), *(sentences if len(sentences) > 1 else ()))
        for gist in (_gist(near, each),)
    )


def names_in(article: ArticleId, stretches: Sequence[Span], reading: Reading) -> frozenset[str]:
    """Return who and what is named; "Oslo" is "Norway" where it may act for it."""
    return frozenset(
        f"person:{entity.id}" if entity.kind == "person" else f"place:{entity.country or entity.id}"
        for stretch in stretches
        for entity in reading.entities_in(article, stretch)
        if entity.kind in ("person", "place", "country")
    )


class OfStory:
    """Lets the words that a story is full of tell less: in it they tell nobody apart.

    A word of half of all sayings tells next to nothing, one of a thirtieth all that it tells
    elsewhere. In a story each thing weighs the same wherever it is told, in whatever word.
    """

    def __init__(self, gists: Sequence[Gist]) -> None:
        """Take in the gists of a story's sayings, each once however often it is reprinted."""
        counts = Counter(thing for gist in gists for thing in gist.told)
        every = max(len(gists), FEW)
        most: dict[str, float] = {}
        for gist in gists:
            for thing, tells in gist.told.items():
                most[thing] = max(tells, most.get(thing, 0.0))
        self._weights = {thing: most[thing] * _tells(counts[thing] / every) for thing in most}

    def moved_since(self, before: OfStory) -> frozenset[str]:
        """Return the things that tell more or less in the story than they did before."""
        now, then = self._weights, before._weights
        return frozenset(
            each for each in now.keys() | then.keys() if now.get(each) != then.get(each)
        )

    def weights(self, gist: Gist) -> tuple[float, ...]:
        """Return how much each thing of a gist tells in the story."""
        # A sentence cut out of a saying, or a reprint, may have read a word for no date: "5am".
        return tuple([self._weights.get(thing, tells) for thing, tells in gist.told.items()])


def in_story(gist: Gist, weights: Sequence[float], names: frozenset[str]) -> Gist:
    """Return a gist with how much each thing tells in a story, and the names only that knows."""
    told = dict(zip(gist.told, weights, strict=True))
    return replace(gist, told=told, names=gist.names | names)


def _tells(share: float) -> float:
    whole = 1.0 - max(0.0, log(share / RARE)) / log(COMMON / RARE)
    return max(LEAST_TELLING, round(STEPS * whole) / STEPS)


def _turned(gist: Gist) -> Gist:
    return replace(
        gist,
        ends={thing: frozenset(-end for end in ends) for thing, ends in gist.ends.items()},
        denied=frozenset() if gist.negates else frozenset(gist.told.keys() - gist.ends.keys()),
        negates=not gist.negates,
    )


def _cut(stretches: Sequence[Span], sentence: Span) -> Iterator[Span]:
    for each in stretches:
        if each.touches(sentence):
            yield Span(
                part=each.part,
                start=max(each.start, sentence.start),
                end=min(each.end, sentence.end),
            )


def _gist(annotated: Annotated, stretches: Sequence[Span]) -> Gist:
    times = [
        time
        for time in annotated.times
        if time.type != "DURATION" and any(each.holds(time.span) for each in stretches)
    ]
    figures = [
        figure
        for figure in annotated.figures
        if any(each.holds(figure.span) for each in stretches)
        and not any(time.span.touches(figure.span) for time in times)
    ]
    words = " ".join(_without(annotated, stretches, [time.span for time in times]))
    counted = [*(each.span for each in times), *(each.span for each in figures)]
    uncounted = _without(annotated, stretches, counted)
    return read_gist(
        words,
        numbers=(
            *(figure.value * YEARS_IN.get(figure.unit or "", 1) for figure in figures),
            *(float(each.replace(",", "")) for each in _NUMBER.findall(" ".join(uncounted))),
        ),
        days=frozenset(time.value for time in times if _DAY.fullmatch(time.value)),
        names=frozenset(_directions(words)),
    )


def _without(
    annotated: Annotated, stretches: Sequence[Span], others: Sequence[Span]
) -> Iterator[str]:
    """Yield the words of stretches without those of others that lie in them."""
    for stretch in stretches:
        text, at = annotated.article.part_text(stretch.part), stretch.start
        for other in sorted(each for each in others if stretch.holds(each)):
            yield text[at : other.start]
            at = max(at, other.end)
        yield text[at : stretch.end]


def _directions(words: str) -> Iterator[str]:
    for found in _DIRECTIONS.findall(words):
        yield f"direction:{found.lower()}"
