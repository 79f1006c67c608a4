"""Find what is marked at a stretch of a text without looking through all marks of its article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import PartName, Span
from twosource.stages.once import once_per_article

T = TypeVar("T")


class Marks(Generic[T]):
    """What is marked in an article, by its places."""

    def __init__(self, marks: Iterable[tuple[Span, T]]) -> None:
        self._marks: dict[PartName, list[tuple[Span, T]]] = defaultdict(list)
        for each in sorted(marks, key=lambda each: each[0].start):
            self._marks[each[0].part].append(each)
        self._starts = {p: [span.start for span, _ in each] for p, each in self._marks.items()}
        self._longest = {p: max(len(span) for span, _ in each) for p, each in self._marks.items()}

    def touching(self, span: Span) -> Iterator[tuple[Span, T]]:
        """Yield in reading order what shares a code point with a stretch, and where it stands."""
        if span.part not in self._starts:
            return
        starts, marks = self._starts[span.part], self._marks[span.part]
        first = bisect_right(starts, span.start - self._longest[span.part])
        for each in marks[first : bisect_left(starts, span.end)]:
            if each[0].end > span.start:
                yield each

    def beside(self, span: Span) -> Iterator[T]:
        """Yield in reading order what lies inside a stretch, or around it."""
        for place, mark in self.touching(span):
            if span.holds(place) or place.holds(span):
                yield mark


class Cuts:
    """An article by its stretches, with the marks alone that touch them."""

    def __init__(self, annotated: Annotated) -> None:
        self._whole = annotated
        self._mentions = _numbered((each.span,) for each in annotated.mentions)
        self._quotes = _numbered(each.content for each in annotated.quotes)
        self._figures = _numbered((each.span,) for each in annotated.figures)
        self._times = _numbered((each.span,) for each in annotated.times)

    def at(self, *stretches: Span) -> Annotated:
        """Return the article with the marks, in their order, that touch one of the stretches."""
        whole = self._whole
        return replace(
            whole,
            mentions=_touching(whole.mentions, self._mentions, stretches),
            quotes=_touching(whole.quotes, self._quotes, stretches),
            figures=_touching(whole.figures, self._figures, stretches),
            times=_touching(whole.times, self._times, stretches),
        )


def _numbered(places: Iterable[Sequence[Span]]) -> Marks[int]:
    return Marks((span, number) for number, each in enumerate(places) for span in each)


def _touching(marks: Sequence[T], places: Marks[int], stretches: Sequence[Span]) -> tuple[T, ...]:
    found = {number for span in stretches for _, number in places.touching(span)}
    return tuple(marks[number] for number in sorted(found))


@once_per_article
def cuts_of(annotated: Annotated) -> Cuts:
    """Return an article by its stretches."""
    return Cuts(annotated)


@once_per_article
def sentences_in(annotated: Annotated) -> Marks[int]:
    """Return the sentences of an article, by their numbers, by their places."""
    return _numbered((each,) for each in annotated.sentences)


@once_per_article
def names_in(annotated: Annotated) -> Marks[Mention]:
    """Return the names of an article by their places."""
    return Marks((each.span, each) for each in annotated.mentions)
