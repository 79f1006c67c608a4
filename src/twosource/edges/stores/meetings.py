"""Count for many articles at once whom each of them meets under its keys, and how often."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.column import ranges

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]

KEY_BITS, PLACE_BITS = 2, 34  # a holding: above these the place, above those the asker
LAST_BITS, BY_NAME, SAME = 3, 1, 2  # of a key: odd for names, two more than a whole four for a page


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Meetings:
    """Who shares keys with whom: columns, a row for each asker and place."""

    askers: Numbers
    places: Numbers
    shared: Numbers  # keys
    by_names: Truths  # under keys of names alone
    same: Truths  # under a key of one page

    def kept(self, rows: Numbers) -> Meetings:
        """Return some of the rows, in that order."""
        return Meetings(
            askers=self.askers[rows],
            places=self.places[rows],
            shared=self.shared[rows],
            by_names=self.by_names[rows],
            same=self.same[rows],
        )


def holdings(askers: Numbers, places: NDArray[np.int32], key_bits: Numbers) -> Numbers:
    """Return numbers that say who met whom under a key of which kind, to be sorted."""
    return (askers << PLACE_BITS) | (places.astype(np.int64) << KEY_BITS) | key_bits


def meetings(held: Numbers, least: int) -> Meetings:
    """Return the meetings under at least so many keys, by asker and place."""
    held = np.sort(held)
    pairs = held >> KEY_BITS
    changes = np.flatnonzero(pairs[1:] != pairs[:-1]) + 1
    starts = np.concatenate([[0], changes]) if len(held) else changes
    shared = np.diff(np.append(starts, len(held)))
    often = np.flatnonzero(shared >= least)
    starts, shared = starts[often], shared[often]
    bits = held[ranges(starts, shared)] & LAST_BITS
    firsts = np.cumsum(shared) - shared
    askers, places = np.divmod(pairs[starts], 1 << PLACE_BITS - KEY_BITS)
    return Meetings(
        askers=askers,
        places=places,
        shared=shared,
        by_names=np.logical_and.reduceat(bits & BY_NAME != 0, firsts),
        same=np.logical_or.reduceat(bits == SAME, firsts),
    )
