"""Find in memory the articles of one time that share keys with an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import numpy as np

from twosource.edges.stores.postings import Keys, Postings
from twosource.model.identity import ArticleId

Row = tuple[str, str, bytes]
"""An article, when it was published as the store writes it, and its keys as they are kept."""

Load = Callable[[str, str], Iterable[Row]]
"""Returns the rows of a stretch of time, ends included; ("", "") those of the undated."""

UNTIL_EVER = "9999"
WIDEST = 3.0  # times the stretch that is asked for: what is held beyond is let go


def packed(keys: Iterable[int]) -> bytes:
    """Return signed 64-bit keys as they are kept: sorted, each once, high byte first."""
    return np.array(sorted(set(keys)), dtype=">i8").tobytes()


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
        self._published: list[str] = []
        self._postings = Postings()
        self._held: set[str] = set()

    def add(self, row: Row) -> None:
        """Take in an article that the store has just been given."""
        if self._stretch is None:
            return
        article, published, keys = row
        first, last = self._stretch
        if article not in self._held and (not published or first <= published <= last):
            self._postings.add(self._place(article, published), unpacked(keys))

    def neighbours(
        self, article: str, keys: Sequence[int], least: int, most: int, first: str, last: str
    ) -> tuple[tuple[ArticleId, int], ...]:
        """Return what `Store.neighbours` wants, for the articles of that stretch and the undated.

        Among those that share as many keys the earlier ones come first.
        """
        self._cover(first, last)
        wanted = unpacked(packed(keys))
        shared = np.bincount(self._postings.holders(wanted), minlength=1)
        places = np.flatnonzero(shared >= least)
        found: list[tuple[int, str, str]] = []
        for place in places[np.argsort(-shared[places], kind="stable")].tolist():
            count = int(shared[place])
            if len(found) >= most and -count > found[-1][0]:
                break
            published, name = self._published[place], self._articles[place]
            if name != article and (not published or first <= published <= last):
                found.append((-count, published, name))
        return tuple((ArticleId(name), -count) for count, _, name in sorted(found)[:most])

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
        if first < held[0]:
            self._take(self._load(first, held[0]))
        if held[1] < last:
            self._take(self._load(held[1], last))
        self._stretch = min(first, held[0]), max(last, held[1])

    def _take(self, rows: Iterable[Row]) -> None:
        fresh = [row for row in rows if row[0] not in self._held]
        articles = [(self._place(row[0], row[1]), unpacked(row[2])) for row in fresh]
        if len(articles) == 1:
            self._postings.add(*articles[0])
        elif articles:
            self._postings.add_many(articles)

    def _place(self, article: str, published: str) -> int:
        self._held.add(article)
        self._articles.append(article)
        self._published.append(published)
        return len(self._articles) - 1


def _too_wide(held: tuple[str, str], first: str, last: str) -> bool:
    if not first or last == UNTIL_EVER or not held[0] or held[1] == UNTIL_EVER:
        return False
    begin, end, near, far = map(datetime.fromisoformat, (*held, first, last))
    return max(end, far) - min(begin, near) > WIDEST * (far - near)
