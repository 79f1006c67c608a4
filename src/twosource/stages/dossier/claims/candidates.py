"""Say which sentences of a story are worth comparing: those that may carry one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from twosource.stages.dossier.claims.amounts import LEAST_CONTEXT
from twosource.stages.dossier.claims.happenings import (
    LEAST_SHARED,
    LEAST_SHARED_WEIGHT,
    things_once,
)
from twosource.stages.dossier.claims.shared import NEARER_SHORTER, SAME_CLAIM, TIME_WEIGHT
from twosource.stages.dossier.in_common import Counts, InCommon, Weights
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import FARTHEST, ends_of, telling

LEAST_WITH_FIGURE = 2  # words, or a word and a telling value, that two figures must share

ROUNDING = 1e-6  # sums of the same weights in another order differ by less

Pair = tuple[int, int]


def candidates(told: Sequence[Told], beside: Container[int]) -> list[Pair]:
    """Return the pairs of things told that `likeness` may find to be one, in order.

    Those of `beside` are in no pair.
    """
    own = [index for index in range(len(told)) if index not in beside]
    happenings = [index for index in own if told[index].figure is None]
    figures = [index for index in own if told[index].figure is not None]
    return sorted(
        {
            *_alike_in_words(happenings, told),
            *_telling_one_thing(happenings, told),
            *_alike_in_figures(figures, told),
        }
    )


def _alike_in_words(happenings: Sequence[int], told: Sequence[Told]) -> Iterator[Pair]:
    """Yield the pairs of happenings that have words enough in common."""
    words = _Words([told[index] for index in happenings])
    for one, other, weight in words.sharing(LEAST_SHARED):
        enough = weight >= LEAST_SHARED_WEIGHT - ROUNDING
        enough &= words.reach(SAME_CLAIM, one, other, weight)
        yield from _chosen(happenings, one[enough], other[enough])


class _Words:
    """The words of things told, ready to be compared all at once."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._in_common = InCommon([_words_and_value(each) for each in told])
        self._weights = np.array([each.weight for each in told])
        self._times = np.array([len(each.times) for each in told])

    def sharing(self, least: int) -> Iterator[tuple[Counts, Counts, Weights]]:
        """Yield the pairs that share so many words, in order, with their weight in the first."""
        for rows in self._in_common.rows():
            shared = self._in_common.with_later(rows)
            row, other = np.nonzero(shared.counted() >= least)
            yield row + rows.start, other, shared.weighed()[row, other]

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


def _chosen(indices: Sequence[int], one: Counts, other: Counts) -> Iterator[Pair]:
    return ((indices[i], indices[j]) for i, j in zip(one.tolist(), other.tolist(), strict=True))


def _words_and_value(told: Told) -> Mapping[str, float]:
    """Return the words with their weights, and a value that tells something, which weighs none."""
    if told.figure is None or not telling(told.figure.value):
        return told.concepts
    return {**told.concepts, f"= {told.figure.value}": 0.0}


def _telling_one_thing(happenings: Sequence[int], told: Sequence[Told]) -> Iterator[Pair]:
    """Yield pairs that name one exact minute, one part that failed, one rare thing of a month."""
    holding: dict[object, list[int]] = defaultdict(list)
    for index in happenings:
        each = told[index]
        for mark in (*each.minutes, *each.failed, *things_once(each)):
            holding[mark].append(index)
    return (pair for indices in holding.values() for pair in combinations(indices, 2))


def _alike_in_figures(figures: Sequence[int], told: Sequence[Told]) -> Iterator[Pair]:
    """Yield pairs of figures that may measure the same thing.

    Those that count what befell people in one way; of others those that share two words, or a word
    and a value that tells something.
    """
    measured: dict[tuple[str | None, str, bool], list[int]] = defaultdict(list)
    for index in figures:
        measure = told[index].measure
        if measure is not None:
            measured[measure.unit, measure.outcome, measure.part].append(index)
    for (_, outcome, _), indices in measured.items():
        yield from combinations(indices, 2) if outcome else _of_one_matter(indices, told)


def _of_one_matter(indices: Sequence[int], told: Sequence[Told]) -> Iterator[Pair]:
    """Yield pairs of figures that give nearly one value, or another value among the same words."""
    each = [told[index] for index in indices]
    words = _Words(each)
    low, high = np.array([ends_of(one.figure) for one in each if one.figure is not None]).T
    size = np.maximum(np.abs(low), np.abs(high))
    for one, other, weight in words.sharing(LEAST_WITH_FIGURE):
        apart = np.maximum(low[other], low[one]) - np.minimum(high[other], high[one])
        near = apart <= FARTHEST * np.maximum(size[other], size[one])
        enough = near | words.reach(LEAST_CONTEXT, one, other, weight)
        yield from _chosen(indices, one[enough], other[enough])
