"""Measure how like each sentence of a story is to all others, many at one stroke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = Mapping[str, float]
Likenesses = NDArray[np.float64]
Places = NDArray[np.intp]

AT_ONCE = 2_000_000  # likenesses that are held in memory: those of some 1,400 sentences


class Alike:
    """Unit vectors of words, and their products: 1 for the same words, 0 for none in common.

    Every product adds up in the order of the words of the first vector, so that it is the same
    number in whatever company it is computed.
    """

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._size = len(vectors)
        lengths = [len(vector) for vector in vectors]
        number: dict[str, int] = {}
        words = np.fromiter(
            (number.setdefault(word, len(number)) for vector in vectors for word in vector),
            dtype=np.intp,
            count=sum(lengths),
        )
        self._weights = np.fromiter(
            (weight for vector in vectors for weight in vector.values()), dtype=np.float64
        )
        self._places = np.repeat(np.arange(self._size), lengths)
        self._ends = np.concatenate(([0], np.cumsum(lengths, dtype=np.intp)))
        # By word: where it stands, sentence by sentence.
        self._standing = np.argsort(words, kind="stable")
        self._often = np.bincount(words, minlength=len(number))[words]
        self._first = np.searchsorted(words[self._standing], words)

    def rows(self, at_once: int = AT_ONCE) -> Iterator[Likenesses]:
        """Yield the likenesses of the sentences to all of them, some rows at a time, in order."""
        step = max(1, at_once // max(1, self._size))
        for start in range(0, self._size, step):
            yield self._of(start, min(start + step, self._size))

    def to(self, place: int) -> Likenesses:
        """Return the likenesses of all sentences to one."""
        row: Likenesses = self._of(place, place + 1)[0]
        return row

    def _of(self, start: int, stop: int) -> Likenesses:
        mine = slice(self._ends[start], self._ends[stop])
        often = self._often[mine]
        theirs = self._standing[_stretches(self._first[mine], often)]
        row = np.repeat(self._places[mine] - start, often)
        products = np.repeat(self._weights[mine], often) * self._weights[theirs]
        found: NDArray[Any] = np.bincount(
            row * self._size + self._places[theirs],
            weights=products,
            minlength=(stop - start) * self._size,
        )
        return found.astype(np.float64, copy=False).reshape(stop - start, self._size)


def _stretches(first: Places, lengths: Places) -> Places:
    """Return the numbers of several stretches, one stretch after the other."""
    before = np.cumsum(lengths) - lengths
    stretches: Places = np.repeat(first - before, lengths) + np.arange(lengths.sum())
    return stretches
