"""Count what articles share with those beside them: masses of words, names, pairs and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.stages.cluster.gist import COLUMNS, KINDS, LEAD, TERM_BITS, TEXT, Gist, Terms

Group = tuple[Gist, Sequence[Gist]]
"""An article and those beside it."""

Places = NDArray[np.intp]
Sums = NDArray[np.float64]  # of whole numbers: no order of adding changes them

SLOT_BITS = 13  # of a term: its slot in the table of its article
SLOTS = 1 << SLOT_BITS
LAST_BITS = np.uint32(SLOTS - 1)
NONE = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shared:
    """What each pair of articles shares: sums over the terms that both have, by kind and column.

    Their shape is (columns, pairs, kinds).
    """

    products: Sums  # of the one's mass by the other's
    of_one: Sums  # of the one's mass
    of_other: Sums  # of the other's mass
    led: tuple[Sums, Sums]  # of the mass in the lead of either by that in the other's text


def shared(groups: Sequence[Group]) -> Shared:
    """Return what articles share with those beside them, the pairs in the order of the groups.

    At least one group, and none without others.
    """
    ones, others = [one for one, _ in groups], [each for _, beside in groups for each in beside]
    asker = np.repeat(np.arange(len(ones)), [len(beside) for _, beside in groups])
    pair = np.repeat(np.arange(len(others)), [len(each.terms) for each in others])
    own, found = common(
        [one.terms for one in ones], np.concatenate([each.terms for each in others]), asker[pair]
    )
    terms = np.concatenate([one.terms for one in ones])
    place = KINDS * pair[found] + (terms[own] >> TERM_BITS)
    left = np.concatenate([one.masses for one in ones])[own].T.astype(float)
    right = np.concatenate([each.masses for each in others])[found].T.astype(float)

    def summed(numbers: Sums) -> Sums:
        sums = np.bincount(place, weights=numbers, minlength=len(others) * KINDS).astype(float)
        return sums.reshape(len(others), KINDS)

    return Shared(
        products=np.stack([summed(left[column] * right[column]) for column in range(COLUMNS)]),
        of_one=np.stack([summed(left[column]) for column in range(COLUMNS)]),
        of_other=np.stack([summed(right[column]) for column in range(COLUMNS)]),
        led=(summed(left[LEAD] * right[TEXT]), summed(right[LEAD] * left[TEXT])),
    )


def common(own: Sequence[Terms], others: Terms, asker: Places) -> tuple[Places, Places]:
    """Return where shared terms stand: among all articles' own, and among those of all others.

    `asker` says of each term of the others to which article's it is held. An article's terms are
    looked up by their last bits, all articles' in one table. Of two with the same bits the later
    stands in it; the few that give way are searched for among what falls into their slots.
    """
    terms = np.concatenate(own)
    slot = np.repeat(np.arange(len(own)) << SLOT_BITS, [len(each) for each in own])
    slot += terms & LAST_BITS
    table = np.full(len(own) << SLOT_BITS, NONE, dtype=np.int32)
    number = np.arange(len(terms), dtype=np.int32)
    table[slot] = number
    asked = (asker << SLOT_BITS) + (others & LAST_BITS)
    held = table[asked]
    found = np.flatnonzero((terms[held] == others) & (held != NONE))
    gone = np.flatnonzero(table[slot] != number)
    if not len(gone):
        return held[found].astype(np.intp), found
    crowded = np.zeros(len(table), dtype=np.bool_)
    crowded[slot[gone]] = True
    more = np.flatnonzero(crowded[asked])
    one, other = _equal(_whole(slot[gone], terms[gone]), _whole(asked[more], others[more]))
    return np.concatenate([held[found], gone[one]]), np.concatenate([found, more[other]])


def _whole(slot: Places, terms: Terms) -> NDArray[np.int64]:
    """Return terms each with the number of its article before it."""
    return (slot >> SLOT_BITS << 32) | terms


def _equal(some: NDArray[np.int64], others: NDArray[np.int64]) -> tuple[Places, Places]:
    """Return where numbers stand that are the same, each of the first but once among them."""
    order = np.argsort(some)
    at = order[np.minimum(np.searchsorted(some, others, sorter=order), len(some) - 1)]
    same = np.flatnonzero(some[at] == others)
    return at[same], same
