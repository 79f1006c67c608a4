"""Count what articles share with those beside them: masses of words, names, pairs and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.stages.cluster.gist import COLUMNS, KINDS, LEAD, TERM_BITS, TEXT, Gist, Masses, Terms

Group = tuple[Gist, Sequence[Gist]]
"""An article and those beside it."""

Places = NDArray[np.intp]
Sums = NDArray[np.float64]  # of whole numbers: no order of adding changes them

SLOTS = 1 << 16  # of the table in which the terms of an article are looked up by their last bits
LAST_BITS = np.uint32(SLOTS - 1)


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
    table, before = Table(), 0
    places: list[Places] = []
    masses: list[tuple[Masses, Masses]] = []
    for one, others in groups:
        ones, theirs = table.found(one.terms, np.concatenate([each.terms for each in others]))
        ends = np.cumsum([len(each.terms) for each in others])
        pair = before + np.searchsorted(ends, theirs, side="right")
        places.append(KINDS * pair + (one.terms[ones] >> TERM_BITS))
        of_others = np.concatenate([each.masses for each in others])
        masses.append((one.masses[ones], of_others[theirs]))
        before += len(others)
    place = np.concatenate(places)
    left, right = (np.concatenate(each).T.astype(float) for each in zip(*masses, strict=True))

    def summed(numbers: Sums) -> Sums:
        sums = np.bincount(place, weights=numbers, minlength=before * KINDS).astype(float)
        return sums.reshape(before, KINDS)

    return Shared(
        products=np.stack([summed(left[column] * right[column]) for column in range(COLUMNS)]),
        of_one=np.stack([summed(left[column]) for column in range(COLUMNS)]),
        of_other=np.stack([summed(right[column]) for column in range(COLUMNS)]),
        led=(summed(left[LEAD] * right[TEXT]), summed(right[LEAD] * left[TEXT])),
    )


class Table:
    """Looks up the terms of one article after the other."""

    def __init__(self) -> None:
        self._slots = np.zeros(SLOTS, dtype=np.int16)

    def found(self, own: Terms, others: Terms) -> tuple[Places, Places]:
        """Return where terms that both have stand, in an article's own and among the others.

        Of two terms with the same last bits the later one stands in the table; what is looked up is
        the term found there or it is not. The few that gave way are looked for one by one.
        """
        numbers = np.arange(len(own), dtype=np.int16)
        bits = own & LAST_BITS
        self._slots[bits] = numbers
        slots = self._slots[others & LAST_BITS]
        theirs = np.flatnonzero(own.take(slots, mode="clip") == others)
        ones = slots[theirs].astype(np.intp)
        for gone in np.flatnonzero(self._slots[bits] != numbers).tolist():
            more = np.flatnonzero(others == own[gone])
            theirs = np.concatenate([theirs, more])
            ones = np.concatenate([ones, np.full(len(more), gone)])
        return ones, theirs
