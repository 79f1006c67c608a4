"""Count what one sentence of a story has in common with all that come after it, at one stroke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.intp]
Weights = NDArray[np.float64]


class InCommon:
    """Things with what each holds, and how much that weighs in it.

    A story of 200 articles has tens of millions of pairs of sentences; only those that have enough
    in common are worth comparing one by one. One array per holding names its holders, so that the
    sums of a whole row of pairs are one addition of arrays (an inverted index, as in Bayardo, Ma
    and Srikant 2007, "Scaling up all pairs similarity search", without their bounds).
    """

    def __init__(self, things: Sequence[Mapping[Any, float]]) -> None:
        self._things = things
        holders: dict[object, list[int]] = defaultdict(list)
        for place, thing in enumerate(things):
            for each in thing:
                holders[each].append(place)
        self._holders = {each: np.array(places) for each, places in holders.items()}

    def with_later(self, place: int) -> tuple[Counts, Weights]:
        """Return for every thing how many holdings it shares, and how much they weigh here.

        Both are 0 for the thing at `place` and those before it.
        """
        thing, size = self._things[place], len(self._things)
        later = [self._after(place, self._holders[each]) for each in thing]
        if not later:
            return np.zeros(size, dtype=np.intp), np.zeros(size)
        shared = np.concatenate(later)
        weights = np.repeat(np.fromiter(thing.values(), float), [len(each) for each in later])
        weighed: Weights = np.bincount(shared, weights=weights, minlength=size).astype(float)
        return np.bincount(shared, minlength=size), weighed

    @staticmethod
    def _after(place: int, holders: Counts) -> Counts:
        return holders[holders.searchsorted(place, "right") :]
