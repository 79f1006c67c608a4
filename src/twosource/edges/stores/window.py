"""Find in memory the articles of one time that share keys with an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.column import Column, unjoined
from twosource.edges.stores.glance import Glances, Places, Truths
from twosource.edges.stores.postings import Holders, Keys, Postings
from twosource.model.identity import ArticleId

Row = tuple[str, str, bytes, bytes]
"""An article, when it was published as the store writes it, its keys and marks as they are kept."""

Load = Callable[[str, str], Iterable[Row]]
"""Returns the rows of a stretch of time, ends included; ("", "") those of the undated."""

UNTIL_EVER = "9999"
WIDEST = 3.0  # times the stretch that is asked for: what is held beyond is let go
STEP = 0.05  # of the stretch that is asked for: how far ahead is looked
UNDATED, EVER = -(2**63), 2**63 - 1  # microseconds: before and after all times
LOW_BITS = 3
NAMES, SAME = 1, 2  # of a key: odd ones stand for names, every other even one for one thing
EPOCH = datetime.fromtimestamp(0, UTC)
MICROSECOND = timedelta(microseconds=1)


def packed(keys: Iterable[int]) -> bytes:
    """Return signed 64-bit keys as they are kept: sorted, each once, high byte first."""
    return np.unique(np.fromiter(keys, dtype=np.int64)).astype(">i8").tobytes()


def unpacked(data: bytes) -> Keys:
    """Return kept keys as unsigned numbers with the same bits."""
    return np.frombuffer(data, dtype=">u8").astype(np.uint64)


class Window:
    """The keys of the articles of a stretch of time, and of all undated ones.

    Nothing but a copy of what the store holds: it is loaded when it is first asked, follows the
    stream, and can be dropped at any moment. Its size is that of the stretch, not of the store.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._stretch: tuple[str, str] | None = None  # None before anything was asked
        self._begin()

    def _begin(self) -> None:
        self._articles: list[str] = []
        self._times = Column(np.int64)
        self._glances = Glances()
        self._postings = Postings()
        self._scratch = np.empty(0, dtype=np.int32)  # a number for each place, left from last time
        self._held: dict[str, int] = {}

    def add(self, row: Row) -> None:
        """Take in an article that the store has just been given."""
        if self._stretch is None:
            return
        article, published, keys, _ = row
        first, last = self._stretch
        if article not in self._held and (not published or first <= published <= last):
            self._postings.add(self._enter([row]), unpacked(keys))

    def neighbours(
        self,
        article: str,
        keys: Sequence[int],
        least: int,
        most: int,
        first: str,
        last: str,
        marks: Sequence[int] = (),
    ) -> tuple[tuple[ArticleId, int], ...]:
        """Return what `Store.neighbours` wants, for the articles of that stretch and the undated.

        Among those that share as many keys the earlier ones come first.
        """
        self._cover(first, last)
        holders = self._postings.holders(unpacked(packed(keys)))
        places, shared, by_names, same = self._counted(holders, max(1, least))
        times = self._times.all()[places]
        near = (times == UNDATED) | ((microseconds(first) <= times) & (times <= microseconds(last)))
        near &= places != self._held.get(article, -1)
        if marks:
            asked = np.flatnonzero(near & ~same)
            near[asked] = self._glances.alike(places[asked], marks, by_names[asked])
        places, shared, times = places[near], shared[near], times[near]
        order = np.lexsort((times, -shared))
        cut = _with_ties(order, shared, times, most)
        found = [
            (-count, at, self._articles[place])
            for count, at, place in zip(
                shared[cut].tolist(), times[cut].tolist(), places[cut].tolist(), strict=True
            )
        ]
        return tuple((ArticleId(name), -count) for count, _, name in sorted(found)[:most])

    def _counted(
        self, holders: Holders, least: int
    ) -> tuple[Places, NDArray[np.int64], Truths, Truths]:
        """Return places that come often enough, how often, if by names alone, if as the same.

        Without sorting: of all that write their number at their place the last one stays, and
        stands for the place.
        """
        if len(self._scratch) < len(self._articles):
            self._scratch = np.empty(2 * len(self._articles), dtype=np.int32)
        places = holders >> 2
        self._scratch[places] = np.arange(len(holders), dtype=np.int32)
        stands_for = self._scratch[places]
        shared = np.bincount(stands_for, minlength=len(holders))
        often = np.flatnonzero(shared >= least)
        rows = np.flatnonzero(shared[stands_for] >= least)
        kept, stands_for = holders[rows], stands_for[rows]
        by_names, same = np.ones(len(holders), np.bool_), np.zeros(len(holders), np.bool_)
        by_names[stands_for[kept & NAMES == 0]] = False
        same[stands_for[kept & LOW_BITS == SAME]] = True
        return places[often], shared[often], by_names[often], same[often]

    def _cover(self, first: str, last: str) -> None:
        """Load what is missing of a stretch; let go of what lies far beside it."""
        held = self._stretch
        if held is not None and held[0] <= first and last <= held[1]:
            return
        if held is None or last < held[0] or held[1] < first or _too_wide(held, first, last):
            self._begin()
            self._take(self._load("", ""))
            self._take(self._load(first, last))
            self._stretch = first, last
            return
        begin, end = held
        if first < begin:
            self._take(self._load(first, begin))
            begin = first
        if end < last:
            ahead = _ahead(first, last)
            self._take(self._load(end, ahead))
            end = ahead
        self._stretch = begin, end

    def _take(self, rows: Iterable[Row]) -> None:
        fresh = [row for row in rows if row[0] not in self._held]
        if fresh:
            first = self._enter(fresh)
            keys, lengths = unjoined([row[2] for row in fresh], ">u8")
            places = np.arange(first, len(self._articles), dtype=np.int32)
            self._postings.add_many(keys.astype(np.uint64), np.repeat(places, lengths))

    def _enter(self, rows: Sequence[Row]) -> int:
        """Give articles the next places; return the first of these."""
        first = len(self._articles)
        self._articles += [row[0] for row in rows]
        self._held |= zip(self._articles[first:], range(first, len(self._articles)), strict=True)
        times = (microseconds(row[1]) for row in rows)
        self._times.extend(np.fromiter(times, dtype=np.int64, count=len(rows)))
        self._glances.extend([row[3] for row in rows])
        return first


def _with_ties(
    order: NDArray[np.intp], shared: NDArray[np.int64], times: NDArray[np.int64], most: int
) -> NDArray[np.intp]:
    """Return the first so many of an order, and all that stand as high as the last of them."""
    if len(order) <= most:
        return order
    last = order[most - 1]
    ties = order[most:]
    tied = (shared[ties] == shared[last]) & (times[ties] == times[last])
    return np.concatenate([order[:most], ties[tied]])


def microseconds(written: str) -> int:
    """Return a time of the store as microseconds; before all times for "", after all for 9999."""
    if not written:
        return UNDATED
    if written == UNTIL_EVER:
        return EVER
    return (datetime.fromisoformat(written) - EPOCH) // MICROSECOND


def _ahead(first: str, last: str) -> str:
    """Return a time some way after a stretch: the stream goes on, and each step would ask anew."""
    if not first or last == UNTIL_EVER:
        return last
    begin, end = map(datetime.fromisoformat, (first, last))
    return (end + STEP * (end - begin)).isoformat()


def _too_wide(held: tuple[str, str], first: str, last: str) -> bool:
    if not first or last == UNTIL_EVER or not held[0] or held[1] == UNTIL_EVER:
        return False
    begin, end, near, far = map(datetime.fromisoformat, (*held, first, last))
    return max(end, far) - min(begin, near) > WIDEST * (far - near)
