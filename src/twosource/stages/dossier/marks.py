"""Find what is marked at a stretch of a text without looking through all marks of its article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
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


@once_per_article
def names_in(annotated: Annotated) -> Marks[Mention]:
    """Return the names of an article by their places."""
    return Marks((each.span, each) for each in annotated.mentions)
