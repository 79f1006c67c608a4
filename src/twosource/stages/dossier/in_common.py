"""Count what each sentence of a story has in common with all that come after it, at one stroke."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.intp]
Weights = NDArray[np.float64]

AT_ONCE = 1_000_000  # pairs that are looked at together: some MB, and few enough strokes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What some things hold in common with each later one: a row for each, a column for all."""

    shape: tuple[int, int]
    _pairs: Counts  # each pair once for every holding it shares, as its place in the table
    _weights: Weights  # of that holding in the earlier thing
    _its_weights: Weights  # of the same in the later one

    def counted(self) -> Counts:
        """Return how many holdings each pair shares; 0 where the other is no later one."""
        return np.bincount(self._pairs, minlength=self._size).reshape(self.shape)

    def weighed(self) -> Weights:
        """Return how much these weigh in the earlier of the two."""
        return self._summed(self._weights)

    def weighed_in_later(self) -> Weights:
        """Return how much these weigh in the later of the two."""
        return self._summed(self._its_weights)

    def _summed(self, weights: Weights) -> Weights:
        found: Weights = np.bincount(self._pairs, weights, self._size).astype(float)
        return found.reshape(self.shape)

    @property
    def _size(self) -> int:
        return self.shape[0] * self.shape[1]


class InCommon:
    """Things with what each holds, and how much that weighs in it.

    A story of 200 articles has tens of millions of pairs of sentences; only those that have enough
    in common are worth comparing one by one. One stretch of an array names the later holders of
    each holding, so that the sums of many rows of pairs are one count of an array (an inverted
    index, as in Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search", without
    their bounds).
    """

    def __init__(self, things: Sequence[Mapping[Any, float]], first: int | None = None) -> None:
        """Take in the things; `first` is how many of them are to be looked at, all by default.

        What none of those holds is held in common with none of them.
        """
        self._looked_at = len(things) if first is None else first
        looked_at, others = things[: self._looked_at], things[self._looked_at :]
        number: dict[Hashable, int] = {}
        holding = [number.setdefault(each, len(number)) for thing in looked_at for each in thing]
        weight = [weight for thing in looked_at for weight in thing.values()]
        sizes = list(map(len, looked_at))
        for thing in others:
            shared = number.keys() & thing.keys()
            sizes.append(len(shared))
            holding += map(number.__getitem__, shared)
            weight += map(thing.__getitem__, shared)
        self._count = len(things)
        self._thing = np.repeat(np.arange(len(things)), sizes)
        self._weight = np.array(weight, dtype=float)
        self._first = np.concatenate(([0], np.cumsum(sizes, dtype=np.intp)))  # entry of each thing
        order = np.argsort(np.array(holding, dtype=np.intp), kind="stable")
        self._holders = self._thing[order]  # the things that hold each holding, one after another
        self._weight_held = self._weight[order]
        place = np.empty(len(order), dtype=np.intp)
        place[order] = np.arange(len(order))
        ends = np.cumsum(np.bincount(holding, minlength=len(number)).astype(np.intp))
        self._later = place + 1  # where, for each entry, the later holders begin
        self._end = ends[holding] if holding else ends

    def rows(self) -> Iterator[range]:
        """Yield the places of the things to be looked at, as many as are looked at together."""
        at_once = max(1, AT_ONCE // max(1, self._count))
        for first in range(0, self._looked_at, at_once):
            yield range(first, min(first + at_once, self._looked_at))

    def with_later(self, rows: range) -> Shared:
        """Return what the things at these places share with all that come after each of them."""
        entries = slice(self._first[rows.start], self._first[rows.stop])
        begin, lengths = self._later[entries], self._end[entries] - self._later[entries]
        behind = np.cumsum(lengths)
        steps = np.repeat(begin - behind + lengths, lengths)
        held = steps + np.arange(len(steps))
        row = (self._thing[entries] - rows.start) * self._count
        return Shared(
            shape=(len(rows), self._count),
            _pairs=np.repeat(row, lengths) + self._holders[held],
            _weights=np.repeat(self._weight[entries], lengths),
            _its_weights=self._weight_held[held],
        )
