"""Hold numbers one after the other in memory, for as many articles as come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

FIRST_ROOM = 1024


class Column:
    """Numbers of one type that only grow in number; doubled when full, so each moves but seldom."""

    def __init__(self, dtype: DTypeLike) -> None:
        self._room: NDArray[Any] = np.empty(FIRST_ROOM, dtype=dtype)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def extend(self, numbers: NDArray[Any]) -> None:
        """Put numbers after those that stand."""
        end = self._count + len(numbers)
        if end > len(self._room):
            grown = np.empty(max(end, 2 * len(self._room)), dtype=self._room.dtype)
            grown[: self._count] = self._room[: self._count]
            self._room = grown
        self._room[self._count : end] = numbers
        self._count = end

    def all(self) -> NDArray[Any]:
        """Return all numbers, in the order in which they came."""
        return self._room[: self._count]


class Lists:
    """A list of numbers for each place, held one after the other."""

    def __init__(self, dtype: DTypeLike) -> None:
        self._numbers = Column(dtype)
        self._ends = Column(np.int64)
        self._ends.extend(np.zeros(1, dtype=np.int64))

    def extend(self, numbers: NDArray[Any], lengths: NDArray[np.int64]) -> None:
        """Put lists of these lengths, one after the other in `numbers`, at the next places."""
        self._ends.extend(len(self._numbers) + np.cumsum(lengths))
        self._numbers.extend(numbers)

    def among(
        self, places: NDArray[np.int64], wanted: NDArray[np.bool_], rows: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return of each place's list how many numbers are wanted, and how long it is.

        `wanted` says of every number of the type whether it is: for each place the row of its own.
        """
        ends = self._ends.all()
        first, lengths = ends[places], ends[places + 1] - ends[places]
        numbers = self._numbers.all()[ranges(first, lengths)]
        hits = np.flatnonzero(wanted[np.repeat(rows, lengths), numbers])
        up_to = np.searchsorted(hits, np.cumsum(lengths))
        return np.diff(up_to, prepend=0), lengths


def joined(lists: Sequence[Sequence[int]], dtype: DTypeLike) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the numbers of lists one after the other, and the lengths of the lists."""
    lengths = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
    return np.fromiter(chain.from_iterable(lists), dtype, count=int(lengths.sum())), lengths


def unjoined(lists: Sequence[bytes], dtype: str) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Return the numbers of lists that are kept as bytes one after the other, and their lengths."""
    numbers = np.frombuffer(b"".join(lists), dtype=dtype)
    sizes = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
    return numbers, sizes // numbers.itemsize


def ranges(first: NDArray[Any], lengths: NDArray[Any]) -> NDArray[np.int64]:
    """Return the numbers of several stretches, one stretch after the other."""
    up_to = np.cumsum(lengths)
    total = int(up_to[-1]) if len(up_to) else 0
    numbers: NDArray[np.int64] = np.repeat(first - (up_to - lengths), lengths) + np.arange(total)
    return numbers
