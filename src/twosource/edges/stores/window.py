"""Find in memory the articles of one time that share keys with others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from twosource.columns import KEYS, MARKS, Column, Lists, occurring, unpacked
from twosource.edges.stores.nearest import Asked, Held, Nearest, nearest
from twosource.edges.stores.postings import Numbers, Postings
from twosource.edges.stores.rows import KeyRow, iso
from twosource.model.identity import ArticleId
from twosource.model.linked import Keyed
from twosource.model.near import Near

Load = Callable[[str, str], Iterable[KeyRow]]
"""Returns the rows of a stretch of time, ends included; ("", "") those of the undated."""

APART = 1.5  # times the stretch of one: together they reach no further
WIDEST = 1.5  # times the stretch that is asked for: what is held beyond is let go
STEP = 0.05  # of the stretch that is asked for: how far ahead is looked
EPOCH = datetime.fromtimestamp(0, UTC)
MICROSECOND = timedelta(microseconds=1)


class Window:
    """The keys of the articles of a stretch of time, and of all undated ones.

    Nothing but a copy of what the store holds: it is loaded when it is first asked, follows the
    stream, and can be dropped at any moment. Its size is that of the stretch, not of the store.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._stretch: tuple[int, int] | None = None  # microseconds; None before anything was asked
        self._begin()

    def _begin(self) -> None:
        self._articles: list[ArticleId] = []
        self._times = Column(np.int64)
        self._names, self._marks = Lists(np.uint8), Lists(np.uint16)
        self._postings = Postings()
        self._held: dict[ArticleId, int] = {}

    def add(self, rows: Iterable[KeyRow]) -> None:
        """Take in articles that the store has just been given."""
        if self._stretch is not None:
            first, last = (written(instant) for instant in self._stretch)
            self._take(row for row in rows if not row[1] or first <= row[1] <= last)

    def neighbours(self, keyed: Sequence[Keyed], least: int, most: int) -> Near:
        """Return what `Store.neighbours` wants."""
        numbers = {each.article: number for number, each in enumerate(keyed)}
        known, counts = dict(numbers), [np.zeros(1, dtype=np.int64)]
        others = [np.empty(0, dtype=np.int64)]
        for start, stretches in _together(keyed):
            self._cover(int(stretches[:, 0].min()), int(stretches[:, 1].max()))
            some = keyed[start : start + len(stretches)]
            found = self._nearest(some, start, stretches, numbers, max(1, least), most)
            counts.append(found.found)
            others.append(self._numbered(found, known))
        return Near(
            articles=tuple(known),
            starts=np.cumsum(np.concatenate(counts)),
            others=np.concatenate(others),
        )

    def _nearest(
        self,
        some: Sequence[Keyed],
        start: int,
        stretches: Numbers,
        numbers: Mapping[ArticleId, int],
        least: int,
        most: int,
    ) -> Nearest:
        """Return who is nearest to some articles, of which the first has a number."""
        marks, mark_counts = unpacked([each.marks for each in some], MARKS)
        asked = Asked(
            numbers=np.arange(start, start + len(some)),
            first=stretches[:, 0].copy(),
            last=stretches[:, 1].copy(),
            marks=marks.astype(np.uint16),
            mark_starts=np.append(0, np.cumsum(mark_counts)),
        )
        keys, lengths = unpacked([each.keys for each in some], KEYS)
        askers = np.repeat(np.arange(len(some)), lengths)
        spans = self._postings.find(keys.astype(np.uint64), askers)
        held = Held(
            self._times.all(), self._numbers(numbers), *self._names.all(), *self._marks.all()
        )
        return nearest(asked, held, spans, self._postings.places(), least, most)

    def _numbers(self, numbers: Mapping[ArticleId, int]) -> Numbers:
        """Return for each place which of those that are asked for it is; -1 where it is none."""
        found = np.full(len(self._articles), -1, dtype=np.int64)
        for article, number in numbers.items():
            place = self._held.get(article)
            if place is not None:
                found[place] = number
        return found

    def _numbered(self, nearest: Nearest, known: dict[ArticleId, int]) -> Numbers:
        """Return the nearest of one asker after the other by their numbers; new ones get the next.

        `known` are the articles that have a number, in the order of these.
        """
        rows = np.arange(nearest.places.shape[1]) < nearest.found[:, np.newaxis]
        met, at = occurring(nearest.places[rows], len(self._articles))
        number = [known.setdefault(self._articles[place], len(known)) for place in met.tolist()]
        return np.array(number, dtype=np.int64)[at]

    def _cover(self, first: int, last: int) -> None:
        """Load what is missing of a stretch; let go of what lies far beside it."""
        held = self._stretch
        if held is not None and held[0] <= first and last <= held[1]:
            return
        if held is None or last < held[0] or held[1] < first or _too_wide(held, first, last):
            self._begin()
            self._take(self._load("", ""))
            self._take(self._load(written(first), written(last)))
            self._stretch = first, last
            return
        begin, end = held
        if first < begin:
            self._take(self._load(written(first), written(begin)))
            begin = first
        if end < last:
            ahead = last + int(STEP * (last - first))  # each step of the stream would ask anew
            self._take(self._load(written(end), written(ahead)))
            end = ahead
        self._stretch = begin, end

    def _take(self, rows: Iterable[KeyRow]) -> None:
        fresh = [row for row in rows if row[0] not in self._held]
        if not fresh:
            return
        first = len(self._articles)
        self._articles += [ArticleId(row[0]) for row in fresh]
        places = np.arange(first, len(self._articles), dtype=np.uint32)
        self._held |= zip(self._articles[first:], places.tolist(), strict=True)
        self._times.extend(microseconds([row[1] for row in fresh]))
        self._names.extend(*unpacked([row[0].encode() for row in fresh], np.uint8))
        self._marks.extend(*unpacked([row[3] for row in fresh], MARKS))
        keys, lengths = unpacked([row[2] for row in fresh], KEYS)
        self._postings.add(keys.astype(np.uint64), np.repeat(places, lengths))


def _together(keyed: Sequence[Keyed]) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Return those that lie near each other in time: the number of the first, and their stretches.

    The articles in their order; a stretch is a row of two times in microseconds.
    """
    since = [[at - EPOCH for at in each.between] for each in keyed]
    stretches = np.array(since, dtype="timedelta64[us]").astype(np.int64)
    start = 0
    while start < len(keyed):
        first, last = stretches[start:].T
        reach = np.maximum.accumulate(last) - np.minimum.accumulate(first)
        wide = np.flatnonzero(reach > APART * reach[0])
        end = start + int(wide[0]) if len(wide) else len(keyed)
        yield start, stretches[start:end]
        start = end


def microseconds(times: Sequence[str]) -> Numbers:
    """Return times of the store as microseconds; before all times (not a time) for undated ones."""
    bare = [at.removesuffix("+00:00") for at in times]
    return np.array(bare, dtype="datetime64[us]").astype(np.int64)


def written(instant: int) -> str:
    """Return microseconds as the store writes the time."""
    return iso(EPOCH + instant * MICROSECOND)


def _too_wide(held: tuple[int, int], first: int, last: int) -> bool:
    return max(held[1], last) - min(held[0], first) > WIDEST * (last - first)
