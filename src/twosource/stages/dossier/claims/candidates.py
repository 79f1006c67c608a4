"""Say which sentences of a story are worth comparing: those that may carry one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence, Set

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
    holding: dict[Hashable, list[int]] = defaultdict(list)
    for index, each in enumerate(told):
        for mark in _marks(each):
            holding[mark].append(index)
    of_one_mark = (
        (min(one, other), max(one, other))
        for one in fresh
        for mark in _marks(told[one])
        for other in holding[mark]
        if one != other
    )
    return sorted({*_alike_in_words(told, fresh), *of_one_mark})


def _alike_in_words(told: Sequence[Told], fresh: Set[int]) -> Iterator[Pair]:
    """Yield the pairs of happenings that have words enough in common.

    What the words in common weigh is their weight in the one told earlier.
    """
    happenings = (index for index, each in enumerate(told) if each.figure is None)
    index = np.array(sorted(happenings, key=lambda each: each not in fresh), dtype=np.intp)
    each = [told[place] for place in index.tolist()]
    weights, times = np.array([[one.weight, len(one.times)] for one in each]).reshape(-1, 2).T
    first = sum(place in fresh for place in index.tolist())
    in_common = InCommon([one.concepts for one in each], first)
    for rows in in_common.rows():
        shared = in_common.with_later(rows)
        row, other = np.nonzero(shared.counted() >= LEAST_SHARED)
        one, weight = row + rows.start, shared.weighed()[row, other]
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
