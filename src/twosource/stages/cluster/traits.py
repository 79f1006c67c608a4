"""Read of pairs of articles what speaks for one event and what against it, for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from twosource.stages.cluster.gist import (
    COLUMNS,
    DAY,
    FIGURE,
    KINDS,
    LEAD,
    NAMES,
    ONE,
    PAIR,
    TEXT,
    TITLE,
    WORD,
    Gist,
)
from twosource.stages.cluster.shared import Group, shared

SURE_NAMES = 3  # in a lead; with fewer, that none is shared says nothing
FEW_SHARED, SOME_SHARED = 0.15, 0.3  # of the weight of a lead's names
SOME_OTHER_NAMES = 0.2  # of the weight of one's names: from there on it may be another event
SURE_FIGURES = 4  # of an article: that two have none of so many in common is no chance
ALIKE = 0.4  # cosine of the pairs of words, which few reports of one event reach but copies

BODY = 1  # place of the likeness of the bodies among the traits

Trait = NDArray[np.float64]
"""A number for each pair."""


def traits(groups: Sequence[Group]) -> tuple[Trait, ...]:
    """Return what `compare.WEIGHTS` belong to, in their order; the same for both directions."""
    found = shared(groups)
    cosines = found.products / (ONE * ONE)
    pairs = cosines[TEXT, :, PAIR]
    beside = [len(others) for _, others in groups]
    sides = [
        Side([one for one, _ in groups], beside),
        Side([other for _, others in groups for other in others]),
    ]
    of = list(zip(sides, (found.of_one, found.of_other), strict=True))
    headline, named, lead = (
        np.maximum(*(share(sums[column, :, WORD], side.total(WORD, column)) for side, sums in of))
        for column in (TITLE, NAMES, LEAD)
    )
    counted = [
        share(led[:, FIGURE], side.total(FIGURE, LEAD))
        for side, led in zip(sides, found.led, strict=True)
    ]
    common = found.products[TEXT, :, FIGURE]
    figures = np.minimum(*(side.total(FIGURE, TEXT) for side in sides))
    sure = np.minimum(*(side.lead_names for side in sides)) >= SURE_NAMES
    undated = np.isnan(sides[0].seconds + sides[1].seconds)
    one_day = np.maximum(*(led[:, DAY] for led in found.led)) > 0
    years = np.minimum(*(side.total(DAY, TITLE) for side in sides)) > 0
    other_years = years & (found.products[TITLE, :, DAY] == 0)
    return (
        cosines[TITLE, :, WORD],
        cosines[TEXT, :, WORD],
        pairs,
        cosines[NAMES, :, WORD],
        headline,
        lead,
        np.minimum(*counted),
        np.maximum(*counted),
        common / (1 + figures),
        np.minimum(*(side.length for side in sides)),
        np.maximum(*(side.length for side in sides)),
        (sure & (lead < FEW_SHARED)).astype(np.float64),
        (sure & (lead < SOME_SHARED)).astype(np.float64),
        _renamed(pairs, named),
        _recounted(pairs, (common == 0) & (figures >= SURE_FIGURES)),
        (undated & one_day).astype(np.float64),
        (undated & other_years).astype(np.float64),
    )


class Side:
    """What the first, or the second, articles of pairs are, each by itself."""

    def __init__(self, gists: Sequence[Gist], times: Sequence[int] | int = 1) -> None:
        """Take the articles, and in how many pairs in a row each stands."""
        totals = np.concatenate([gist.totals for gist in gists]).reshape(len(gists), KINDS, COLUMNS)
        numbers = np.array([(gist.lead_names, gist.seconds, log(1 + gist.words)) for gist in gists])
        self._totals = np.repeat(totals, times, axis=0)
        self.lead_names, self.seconds, self.length = np.repeat(numbers, times, axis=0).T

    def total(self, kind: int, column: int) -> NDArray[np.int32]:
        """Return the masses of each article in a column, added up."""
        totals: NDArray[np.int32] = self._totals[:, kind, column]
        return totals


def share(held: Trait, of_all: NDArray[np.int32]) -> Trait:
    """Return which part of a mass the other article has too; 0.5 where there is none."""
    return np.where(of_all > 0, held / np.maximum(of_all, 1), 0.5)


def _renamed(pairs: Trait, named: Trait) -> Trait:
    """Return how far the same is told of others: two matches. Nothing where all names are shared.

    Two copies share all names and all words, and are one event if anything is.
    """
    others = np.minimum(1.0, (1 - named) / SOME_OTHER_NAMES)
    return np.maximum(0.0, 2 * pairs - named) * others


def _recounted(pairs: Trait, none_shared: NDArray[np.bool_]) -> Trait:
    """Return how far the same is told with none but other figures: a booster and the first dose.

    A later toll keeps the other figures of its event, so nothing is said of few.
    """
    return np.where(none_shared, np.maximum(0.0, pairs - ALIKE), 0.0)
