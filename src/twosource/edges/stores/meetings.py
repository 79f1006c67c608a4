"""Count for many articles at once whom each of them meets under its keys, and how often."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]

LAST_BITS, BY_NAME, SAME = 3, 1, 2  # of a key: odd for names, two more than a whole four for a page
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # golden ratio: numbers in a row fall far apart
SIEVE_BITS = 18
CROWDED = 4  # cells of a table for each that is counted: with so few, to sift saves nothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Holdings:
    """Who holds the keys that were asked for: columns, a row for each asker, place and key."""

    askers: NDArray[np.int32]
    places: NDArray[np.int32]
    bits: NDArray[np.int8]  # the last ones of the key

    def kept(self, rows: Truths) -> Holdings:
        """Return some of the rows."""
        return Holdings(askers=self.askers[rows], places=self.places[rows], bits=self.bits[rows])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Meetings:
    """Who shares keys with whom: columns, a row for each asker and place, sorted by both."""

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


def meetings(held: Holdings, askers: int, least: int) -> Meetings:
    """Return the meetings under at least so many keys; nothing is sorted.

    `askers` is how many there are. Each is counted with every place that any of them may meet often
    enough, in a table with a row for each: in a large store that is one place in a hundred.
    """
    width = int(held.places.max(initial=-1)) + 1
    if least > 1 and askers * width > CROWDED * len(held.places):
        held = _sifted(held, least)
    seen = np.zeros(width, dtype=np.bool_)
    seen[held.places] = True
    met = np.flatnonzero(seen)
    column = np.empty(len(seen), dtype=np.int64)
    column[met] = np.arange(len(met))
    cells = column[held.places] + held.askers * np.int64(len(met))
    shared = np.bincount(cells, minlength=askers * len(met))
    plain, same = np.zeros((2, len(shared)), dtype=np.bool_)
    plain[cells[held.bits & BY_NAME == 0]] = True
    same[cells[held.bits == SAME]] = True
    often = np.flatnonzero(shared >= least)
    return Meetings(
        askers=often // max(1, len(met)),
        places=met[often % max(1, len(met))],
        shared=shared[often],
        by_names=~plain[often],
        same=same[often],
    )


def _sifted(held: Holdings, least: int) -> Holdings:
    """Return the rows without most of those whose asker meets their place more seldom.

    Most places are met under one key. Rows are counted by a few bits of asker and place: where they
    come too seldom with all that fall together with them, they come too seldom.
    """
    pairs = (held.askers.astype(np.uint64) << np.uint64(32)) | held.places.astype(np.uint64)
    cells = ((pairs * SPREAD) >> np.uint64(64 - SIEVE_BITS)).astype(np.int64)
    return held.kept(np.bincount(cells, minlength=1 << SIEVE_BITS)[cells] >= least)
