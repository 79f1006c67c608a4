"""Find in memory the articles of one time that share keys with others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.column import Column, joined, unjoined
from twosource.edges.stores.crowd import foremost
from twosource.edges.stores.glance import Glances, packed_marks
from twosource.edges.stores.meetings import Meetings, Numbers, Truths, meetings
from twosource.edges.stores.postings import Postings, holdings
from twosource.edges.stores.rows import KeyRow, Near, iso
from twosource.model.identity import ArticleId
from twosource.model.linked import Keyed

Load = Callable[[str, str], Iterable[KeyRow]]
"""Returns the rows of a stretch of time, ends included; ("", "") those of the undated."""

AT_ONCE = 128  # articles that are looked up together
MOST_HOLDERS = 1 << 17  # of their keys: more do not stand in the nearest memory at once
MOST_COUNTED = 63  # keys in common: of two that share more, neither is left out
APART = 1.5  # times the stretch of one: together they reach no further
WIDEST = 1.5  # times the stretch that is asked for: what is held beyond is let go
STEP = 0.05  # of the stretch that is asked for: how far ahead is looked
UNDATED = -(2**63)  # microseconds: before all times
EPOCH = datetime.fromtimestamp(0, UTC)
MICROSECOND = timedelta(microseconds=1)


def packed(keys: Sequence[int]) -> bytes:
    """Return signed 64-bit keys as they are kept: high byte first."""
    return np.array(keys, dtype=np.int64).astype(">i8").tobytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Articles that are looked up together, and the stretches of time that concern them."""

    keyed: Sequence[Keyed]
    number: int  # of the first among all that were asked for
    first: NDArray[np.int64]  # microseconds
    last: NDArray[np.int64]

    def halves(self) -> Iterator[Asked]:
        """Return the first half of the articles, then the second."""
        middle = len(self.keyed) // 2
        for part in (slice(middle), slice(middle, None)):
            yield Asked(
                keyed=self.keyed[part],
                number=self.number + (part.start or 0),
                first=self.first[part],
                last=self.last[part],
            )


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
        self._articles: list[str] = []
        self._times = Column(np.int64)
        self._glances = Glances()
        self._postings = Postings()
        self._held: dict[str, int] = {}

    def rows(self, keyed: Sequence[Keyed], published: Mapping[str, str]) -> list[KeyRow]:
        """Return the rows in which keys and marks are kept."""
        marks = packed_marks([each.marks for each in keyed])
        return [
            (each.article, published[each.article], packed(each.keys), own)
            for each, own in zip(keyed, marks, strict=True)
        ]

    def add(self, rows: Iterable[KeyRow]) -> None:
        """Take in articles that the store has just been given."""
        if self._stretch is not None:
            first, last = self._stretch
            self._take(row for row in rows if not row[1] or first <= microseconds(row[1]) <= last)

    def neighbours(self, keyed: Sequence[Keyed], least: int, most: int) -> Iterator[Near]:
        """Return what `Store.neighbours` wants, for one article after the other."""
        for asked in _together(keyed):
            self._cover(int(asked.first.min()), int(asked.last.max()))
            yield from self._near(asked, self._ranks(keyed), max(1, least), most)

    def _ranks(self, keyed: Sequence[Keyed]) -> NDArray[np.int32]:
        """Return for each place which of those that are asked for it is; -1 where it is none."""
        ranks = np.full(len(self._articles), -1, dtype=np.int32)
        for number, each in enumerate(keyed):
            place = self._held.get(each.article)
            if place is not None:
                ranks[place] = number
        return ranks

    def _near(
        self, asked: Asked, ranks: NDArray[np.int32], least: int, most: int
    ) -> Iterator[Near]:
        keys, lengths = joined([each.keys for each in asked.keyed], np.int64)
        count, marks = len(asked.keyed), [each.marks for each in asked.keyed]
        holders = self._postings.find(keys.view(np.uint64), np.repeat(np.arange(count), lengths))
        are_near = partial(self._are_near, asked, ranks)
        if not any(marks):
            met = foremost(holders, count, len(self._articles), least, most, are_near)
            yield from self._most_shared(met, count, most)
            return
        if sum(map(len, holders)) > MOST_HOLDERS and count > 1:
            for half in asked.halves():
                yield from self._near(half, ranks, least, most)
            return
        found = meetings(holdings(holders), count, least)
        near = are_near(found.askers, found.places)
        doubtful = np.flatnonzero(near & ~found.same)
        near[doubtful] = self._glances.alike(found.kept(doubtful), marks)
        yield from self._most_shared(found.kept(np.flatnonzero(near)), count, most)

    def _are_near(
        self, asked: Asked, ranks: NDArray[np.int32], of: Numbers, places: Numbers
    ) -> Truths:
        """Return which places lie within their asker's stretch of time and come before it."""
        times = self._times.all()[places]
        in_time = (asked.first[of] <= times) & (times <= asked.last[of])
        near: Truths = (ranks[places] < asked.number + of) & (in_time | (times == UNDATED))
        return near

    def _most_shared(self, found: Meetings, askers: int, most: int) -> Iterator[Near]:
        """Return for each asker whom it shares most keys with; the earlier of equals first."""
        found = found.kept(_foremost(found, askers, most))
        times = self._times.all()[found.places]
        order = np.lexsort((times, -found.shared, found.askers))
        of, shared, times = found.askers[order], found.shared[order], times[order]
        starts = np.searchsorted(of, np.arange(askers + 1))
        alike = (of[1:] == of[:-1]) & (shared[1:] == shared[:-1]) & (times[1:] == times[:-1])
        rank = np.arange(len(order)) - starts[of]
        # Of those that stand as high as the last of so many, the names decide.
        last = np.maximum.accumulate(np.where(np.append(False, alike), 0, rank + starts[of]))
        kept = np.flatnonzero(last - starts[of] < most)
        ends = np.searchsorted(of[kept], np.arange(1, askers + 1)).tolist()
        names = [self._articles[place] for place in found.places[order[kept]].tolist()]
        rows = list(zip((-shared[kept]).tolist(), times[kept].tolist(), names, strict=True))
        start = 0
        for end in ends:
            ranked = sorted(rows[start:end])[:most]
            yield tuple([(ArticleId(name), -count) for count, _, name in ranked])
            start = end

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
        self._articles += [row[0] for row in fresh]
        places = np.arange(first, len(self._articles), dtype=np.int32)
        self._held |= zip(self._articles[first:], places.tolist(), strict=True)
        times = (microseconds(row[1]) for row in fresh)
        self._times.extend(np.fromiter(times, dtype=np.int64, count=len(fresh)))
        self._glances.extend([row[3] for row in fresh])
        keys, lengths = unjoined([row[2] for row in fresh], ">u8")
        self._postings.add(keys.astype(np.uint64), np.repeat(places, lengths))


def _together(keyed: Sequence[Keyed]) -> Iterator[Asked]:
    """Return the articles in their order, as many together as lie near each other in time."""
    stretches = [tuple(_instant(end) for end in each.between) for each in keyed]
    start = 0
    while start < len(keyed):
        first, last = stretches[start]
        widest, end = APART * (last - first), start + 1
        while end < min(len(keyed), start + AT_ONCE):
            first, last = min(first, stretches[end][0]), max(last, stretches[end][1])
            if last - first > widest:
                break
            end += 1
        columns = np.array(stretches[start:end], dtype=np.int64)
        yield Asked(keyed=keyed[start:end], number=start, first=columns[:, 0], last=columns[:, 1])
        start = end


def _foremost(found: Meetings, askers: int, most: int) -> NDArray[np.int64]:
    """Return the meetings under as many keys as the last of so many of its asker, or more.

    In a large store an article meets thousands under two keys and few under five.
    """
    shared = np.minimum(found.shared, MOST_COUNTED)
    levels = np.bincount(
        found.askers * (MOST_COUNTED + 1) + shared, minlength=askers * (MOST_COUNTED + 1)
    ).reshape(askers, MOST_COUNTED + 1)
    reached = np.cumsum(levels[:, ::-1], axis=1)[:, ::-1] >= most
    least = np.count_nonzero(reached, axis=1) - 1
    foremost: NDArray[np.int64] = np.flatnonzero(shared >= least[found.askers])
    return foremost


def microseconds(at: str) -> int:
    """Return a time of the store as microseconds; before all times for an undated article."""
    return _instant(datetime.fromisoformat(at)) if at else UNDATED


def written(instant: int) -> str:
    """Return microseconds as the store writes the time."""
    return iso(EPOCH + instant * MICROSECOND)


def _instant(at: datetime) -> int:
    return (at - EPOCH) // MICROSECOND


def _too_wide(held: tuple[int, int], first: int, last: int) -> bool:
    return max(held[1], last) - min(held[0], first) > WIDEST * (last - first)
