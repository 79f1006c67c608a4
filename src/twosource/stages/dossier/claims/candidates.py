"""Say which sentences of a story are worth comparing: those that may carry one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import (
    Callable,
    Hashable,
    Iterable,
    Iterator,
    Sequence,
    Set,
)
from dataclasses import dataclass

import numpy as np

from twosource.stages.dossier.claims.alike import (
    LEAST_SHARED,
    LEAST_SHARED_WEIGHT,
    NEARER_SHORTER,
    SAME_CLAIM,
    TIME_WEIGHT,
    number_of,
    things_once,
)
from twosource.stages.dossier.in_common import InCommon
from twosource.stages.dossier.pairs import Pair
from twosource.stages.dossier.telling.told import Told

ROUNDING = 1e-6  # sums of the same weights in another order differ by less


def candidates(told: Sequence[Told], fresh: Set[int]) -> list[Pair]:
    """Return the pairs of things told that `likeness` may find to be one, in order.

    One of each pair at least is of the places `fresh`.
    """
    happenings = _New.of((at for at, each in enumerate(told) if each.figure is None), fresh)
    marked = _New.of(range(len(told)), fresh).parted(lambda index: _marks(told[index]))
    of_one_mark = (pair for together in marked for pair in together.pairs())
    return sorted({*_alike_in_words(happenings, told), *of_one_mark})


@dataclass(frozen=True, slots=True, kw_only=True)
class _New:
    """Places of things told, those in front that are set beside all that stand behind them."""

    indices: Sequence[int]
    count: int  # of those in front

    @staticmethod
    def of(indices: Iterable[int], new: Set[int]) -> _New:
        ordered = sorted(indices, key=lambda each: each not in new)
        return _New(indices=ordered, count=sum(each in new for each in ordered))

    def pairs(self) -> Iterator[Pair]:
        for at, one in enumerate(self.indices[: self.count]):
            for other in self.indices[at + 1 :]:
                yield (one, other) if one < other else (other, one)

    def parted(self, by: Callable[[int], Iterable[Hashable]]) -> Iterator[_New]:
        """Yield those that have a mark in common, for each mark of one that is in front."""
        holding: dict[Hashable, list[int]] = defaultdict(list)
        new = self.indices[: self.count]
        for index in new:
            for mark in by(index):
                holding[mark].append(index)
        for index in self.indices[self.count :]:
            for mark in by(index):
                if mark in holding:
                    holding[mark].append(index)
        inside = frozenset(new)
        return (_New.of(indices, inside) for indices in holding.values())


def _alike_in_words(happenings: _New, told: Sequence[Told]) -> Iterator[Pair]:
    """Yield the pairs of happenings that have words enough in common.

    What the words in common weigh is their weight in the one told earlier.
    """
    each = [told[index] for index in happenings.indices]
    index = np.array(happenings.indices, dtype=np.intp)
    weights, times = np.array([[one.weight, len(one.times)] for one in each]).reshape(-1, 2).T
    in_common = InCommon([one.concepts for one in each], happenings.count)
    for rows in in_common.rows():
        shared = in_common.with_later(rows)
        row, other = np.nonzero(shared.counted() >= LEAST_SHARED)
        one, weight = row + rows.start, shared.weighed()[row, other]
        if happenings.count < len(index):
            turned = index[one] > index[other]
            weight = np.where(turned, shared.weighed_in_later()[row, other], weight)
        shorter = np.minimum(weights[other], weights[one])
        longer = np.maximum(weights[other], weights[one])
        whole = NEARER_SHORTER * shorter + (1 - NEARER_SHORTER) * longer
        # All times that one names may be shared, too: so far `likeness` may find them alike.
        enough = weight + TIME_WEIGHT * times[one] >= SAME_CLAIM * whole - ROUNDING
        enough &= weight >= LEAST_SHARED_WEIGHT - ROUNDING
        ends = np.sort([index[one[enough]], index[other[enough]]], axis=0)
        yield from zip(*ends.tolist(), strict=True)


def _marks(told: Told) -> Iterator[Hashable]:
    """Yield what tells that two are worth comparing, however they are worded.

    Of happenings one minute, one part that failed or one thing of a month; of figures that they
    are one number, of one outcome if they count people.
    """
    if told.quantity is not None:
        yield number_of(told.quantity)
    else:
        yield from (*told.minutes, *told.failed, *things_once(told))
