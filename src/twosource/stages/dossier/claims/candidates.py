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
from numpy.typing import NDArray

from twosource.stages.dossier.claims.alike import (
    LEAST_SHARED,
    LEAST_SHARED_WEIGHT,
    NEARER_SHORTER,
    SAME_CLAIM,
    TIME_WEIGHT,
    number_of,
    things_once,
)
from twosource.stages.dossier.in_common import Counts, InCommon, Weights
from twosource.stages.dossier.pairs import Pair
from twosource.stages.dossier.telling.told import Told

ROUNDING = 1e-6  # sums of the same weights in another order differ by less


def candidates(told: Sequence[Told], fresh: Set[int]) -> list[Pair]:
    """Return the pairs of things told that `likeness` may find to be one, in order.

    One of each pair at least is of the places `fresh`.
    """
    happenings = _New.of((at for at, each in enumerate(told) if each.figure is None), fresh)
    figures = _New.of((at for at, each in enumerate(told) if each.figure is not None), fresh)
    return sorted(
        {
            *_alike_in_words(happenings, told),
            *_telling_one_thing(happenings, told),
            *_alike_in_figures(figures, told),
        }
    )


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
    """Yield the pairs of happenings that have words enough in common."""
    words = _Words(happenings, told)
    for one, other, weight in words.sharing(LEAST_SHARED):
        enough = weight >= LEAST_SHARED_WEIGHT - ROUNDING
        enough &= words.reach(SAME_CLAIM, one, other, weight)
        yield from words.named(one[enough], other[enough])


class _Words:
    """The words of things told, ready to be compared all at once."""

    def __init__(self, of: _New, told: Sequence[Told]) -> None:
        each = [told[index] for index in of.indices]
        self._new = of.count
        self._index = np.array(of.indices, dtype=np.intp)
        self._in_common = InCommon([one.concepts for one in each], of.count)
        self._weights = np.array([one.weight for one in each])
        self._times = np.array([len(one.times) for one in each])

    def sharing(self, least: int) -> Iterator[tuple[Counts, Counts, Weights]]:
        """Yield the pairs that share so many words, with their weight in the one told earlier."""
        for rows in self._in_common.rows():
            shared = self._in_common.with_later(rows)
            row, other = np.nonzero(shared.counted() >= least)
            one, weight = row + rows.start, shared.weighed()[row, other]
            if self._new < len(self._index):
                turned = self._index[one] > self._index[other]
                weight = np.where(turned, shared.weighed_in_later()[row, other], weight)
            yield one, other, weight

    def named(self, one: Counts, other: Counts) -> Iterator[Pair]:
        """Yield pairs of these words by the places of what they tell, in order."""
        first, second = self._index[one], self._index[other]
        low, high = np.minimum(first, second), np.maximum(first, second)
        return zip(low.tolist(), high.tolist(), strict=True)

    def reach(self, least: float, one: Counts, other: Counts, shared: Weights) -> NDArray[np.bool_]:
        """Return which pairs may overlap so far that `likeness` sees it, 0 to 1.

        `shared` is what the words in common weigh; all times that one names may be shared too.
        """
        shorter = np.minimum(self._weights[other], self._weights[one])
        longer = np.maximum(self._weights[other], self._weights[one])
        whole = NEARER_SHORTER * shorter + (1 - NEARER_SHORTER) * longer
        enough: NDArray[np.bool_] = (
            shared + TIME_WEIGHT * self._times[one] >= least * whole - ROUNDING
        )
        return enough


def _telling_one_thing(happenings: _New, told: Sequence[Told]) -> Iterator[Pair]:
    """Yield pairs that name one minute, one part that failed or one thing of a month."""

    def marks(index: int) -> Iterator[Hashable]:
        each = told[index]
        yield from (*each.minutes, *each.failed, *things_once(each))

    return (pair for together in happenings.parted(marks) for pair in together.pairs())


def _alike_in_figures(figures: _New, told: Sequence[Told]) -> Iterator[Pair]:
    """Yield pairs of figures that are one number, of one outcome if they count people."""

    def numbers(index: int) -> Iterator[Hashable]:
        quantity = told[index].quantity
        if quantity is not None:
            yield number_of(quantity)

    return (pair for together in figures.parted(numbers) for pair in together.pairs())
