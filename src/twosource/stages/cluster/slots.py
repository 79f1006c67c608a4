"""Find which terms two articles share: those of the one in a table, the other's looked up in it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import part
from twosource.stages.cluster.gist import Terms
from twosource.stages.cluster.shelf import Numbers

NOWHERE = -1


class Slots(NamedTuple):
    """Where the terms of one article are looked up by their last bits."""

    taken: NDArray[np.int8]  # 1 where a term stands
    places: NDArray[np.int32]  # of that term among the article's
    found: Numbers  # room for where terms of another stand that may be among these


@part
def note(terms: Terms, slots: Slots) -> None:
    """Put each term of an article into the slot of its last bits, or the next that is free."""
    slots.taken[:] = 0
    last = len(slots.taken) - 1
    for place in range(len(terms)):
        slot = terms[place] & last
        while slots.taken[slot]:
            slot = (slot + 1) & last
        slots.taken[slot], slots.places[slot] = 1, place


@part
def may_share(terms: Terms, begin: int, end: int, slots: Slots) -> int:
    """Note where terms stand whose slot is taken, in their order; return how many.

    Few are, and whether one is cannot be foreseen: so nothing is decided here.
    """
    last, count = len(slots.taken) - 1, 0
    for at in range(begin, end):
        slots.found[count] = at
        count += int(slots.taken[terms[at] & last])
    return count


@part
def place_of(term: int, terms: Terms, first: int, slots: Slots) -> int:
    """Return the place of a term of the article whose terms begin at `first`; -1 for none."""
    last = len(slots.taken) - 1
    slot = term & last
    while slots.taken[slot] and terms[first + slots.places[slot]] != term:
        slot = (slot + 1) & last
    return int(first + slots.places[slot]) if slots.taken[slot] else NOWHERE
