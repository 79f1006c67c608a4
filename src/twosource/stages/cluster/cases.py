"""Lay out as numbers what is decided about stories, in cases that do not touch each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.model.identity import ArticleId

Places = NDArray[np.intp]
Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]

SAME, DIFFERENT, UNSAID = 1, -1, 0  # what a link says beyond its score
NOWHERE = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cases:
    """Articles and the links between them. An article is known by its place in these columns."""

    names: Sequence[ArticleId]  # case by case, those of each sorted
    case: Places  # in which each article stands, counted from 0
    seconds: Numbers  # when each was published, since 1970; nan where its page does not say
    settled: Places  # the story in which each stays, by any number; -1 for none
    least: Numbers  # of each case: the mean from which on two stories are one
    ones: Places  # of each link the one end, and the other, both in one case
    others: Places
    scores: Numbers
    said: NDArray[np.int8]  # SAME, DIFFERENT or UNSAID
    figures: Sequence[tuple[str, ...]]  # of each link, those that both articles give


def joined(count: int, ones: Places, others: Places) -> Places:
    """Return for each of so many places the first of those that pairs hold together with it."""
    parent = list(range(count))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    if not len(ones):
        return np.array(parent, dtype=np.intp)
    return np.array([root(place) for place in parent], dtype=np.intp)


def staying(cases: Cases) -> tuple[Places, Places]:
    """Return pairs of places that hold the articles of each settled story of a case together."""
    places = np.flatnonzero(cases.settled != NOWHERE)
    order = places[np.lexsort((places, cases.settled[places], cases.case[places]))]
    one, other = order[:-1], order[1:]
    chained = (cases.settled[one] == cases.settled[other]) & (cases.case[one] == cases.case[other])
    return one[chained], other[chained]


def ranks(groups: Sequence[NDArray[np.generic]], first: Numbers) -> Places:
    """Return of each row how many of its group come before it, those with less of `first`."""
    order = np.lexsort((first, *reversed(groups)))
    fresh = np.zeros(len(order), dtype=np.bool_)
    fresh[:1] = True
    for column in groups:
        fresh[1:] |= column[order[1:]] != column[order[:-1]]
    counted = np.arange(len(order))
    found = np.empty(len(order), dtype=np.intp)
    found[order] = counted - np.maximum.accumulate(np.where(fresh, counted, 0))
    return found
