"""Hold numbers one after the other in memory, for as many articles as come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

FIRST_ROOM = 1024
KEYS, MARKS = ">i8", ">u2"  # how those of articles are written: high byte first


class Column:
    """Numbers of one type, to which more come at the end; or rows of numbers, all of one shape.

    When its room is full all move to another that is half as large again, so each moves but seldom.
    """

    def __init__(self, dtype: DTypeLike, shape: tuple[int, ...] = ()) -> None:
        self._room: NDArray[Any] = np.empty((FIRST_ROOM, *shape), dtype=dtype)
        self._begin = self._end = 0

    def __len__(self) -> int:
        return self._end - self._begin

    def extend(self, numbers: NDArray[Any]) -> None:
        """Put numbers after those that stand."""
        self.room(len(numbers))[:] = numbers

    def room(self, count: int) -> NDArray[Any]:
        """Return room for so many numbers after those that stand, to be filled at once."""
        if self._end + count > len(self._room):
            self._move(len(self) + count)
        self._end += count
        return self._room[self._end - count : self._end]

    def _move(self, wanted: int) -> None:
        """Move to a room for so many and some more: to the front of this one if much has gone."""
        held, room, step = self.all(), self._room, self._begin
        if wanted + wanted // 2 > len(room):
            size = (wanted + wanted // 2, *room.shape[1:])
            room, step = np.empty(size, dtype=room.dtype), len(held)
        for at in range(0, len(held), max(step, 1)):  # no further at once than there is room before
            some = held[at : at + step]
            room[at : at + len(some)] = some
        self._room, self._begin, self._end = room, 0, len(held)

    def keep(self, count: int) -> None:
        """Let go of all numbers but the first so many."""
        self._end = self._begin + count

    def drop(self, count: int) -> None:
        """Let go of the first so many numbers."""
        self._begin += count

    def all(self) -> NDArray[Any]:
        """Return all numbers, in the order in which they came."""
        return self._room[self._begin : self._end]


class Lists:
    """A list of numbers, or of rows of them, for each place, held one after the other."""

    def __init__(self, dtype: DTypeLike, shape: tuple[int, ...] = ()) -> None:
        self._numbers = Column(dtype, shape)
        self._ends = Column(np.int64)
        self._ends.extend(np.zeros(1, dtype=np.int64))

    def extend(self, numbers: NDArray[Any], lengths: NDArray[np.int64]) -> None:
        """Put lists of these lengths, one after the other in `numbers`, at the next places."""
        self._ends.extend(len(self._numbers) + np.cumsum(lengths))
        self._numbers.extend(numbers)

    def join(self, lists: Sequence[NDArray[Any]]) -> None:
        """Put lists at the next places."""
        lengths = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
        self._ends.extend(len(self._numbers) + np.cumsum(lengths))
        np.concatenate(lists, out=self._numbers.room(int(lengths.sum())))

    def drop(self, count: int) -> None:
        """Let go of the first so many lists."""
        ends = self._ends.all()[count:]
        self._numbers.drop(int(ends[0]))
        self._ends = Column(np.int64)
        self._ends.extend(ends - ends[0])

    def all(self) -> tuple[NDArray[Any], NDArray[np.int64]]:
        """Return the numbers of all lists, and where each list begins, with the end of all."""
        return self._numbers.all(), self._ends.all()


def packed(numbers: Sequence[int] | NDArray[Any], dtype: str) -> bytes:
    """Return numbers as bytes."""
    return np.asarray(numbers, dtype).tobytes()


def unpacked(lists: Sequence[bytes], dtype: DTypeLike) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Return the numbers of lists that are kept as bytes one after the other, and their lengths."""
    numbers = np.frombuffer(b"".join(lists), dtype=dtype)
    sizes = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
    return numbers, sizes // numbers.itemsize


def occurring(numbers: NDArray[Any], beyond: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return which of the numbers from 0 to below another occur, and of each its place among these.

    As `np.unique` does, in a tenth of the time: nothing is sorted.
    """
    occurs = np.zeros(beyond, dtype=np.bool_)
    occurs[numbers] = True
    return np.flatnonzero(occurs), np.cumsum(occurs)[numbers] - 1


def picked(
    starts: NDArray[np.int64], rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where the numbers of some lists stand, list after list, and where each list begins.

    `starts` says where all the lists begin, with the end of the last.
    """
    begins, lengths = starts[rows], starts[rows + 1] - starts[rows]
    ends = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(lengths, out=ends[1:])
    return np.repeat(begins - ends[:-1], lengths) + np.arange(ends[-1]), ends
