"""Gather who shares enough keys with an article: loops that decide nothing of each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import part
from twosource.edges.stores.postings import Numbers, Places, Spans

FOUR = 0x0001_0001_0001_0001  # one in each of the four counts that a number of 64 bits holds
HIGHEST = 1 << 15  # bit of a count
MARKS = 1 << 16  # different marks: two words are alike by chance in one of 32,768


class Scratch(NamedTuple):
    """Rooms that are used again for each asker: a row for each place, or for each mark."""

    shared: NDArray[np.uint16]  # keys; all nothing between two askers
    fours: NDArray[np.uint64]  # the same, four in one
    lifted: Places  # room for which of the fours may share enough
    kinds: NDArray[np.uint8]  # of those keys
    met: Places  # those who share enough, one after the other
    keys: NDArray[np.uint16]  # that each of them shares
    wanted: Numbers  # the last asker that has the mark, counted from 1


def rooms(places: int) -> Scratch:
    """Return rooms for so many places."""
    shared = np.zeros(places + -places % 4, dtype=np.uint16)
    return Scratch(
        shared=shared,
        fours=shared.view(np.uint64),
        lifted=np.zeros(len(shared) // 4 + 1, dtype=np.uint32),
        kinds=np.zeros(places, dtype=np.uint8),
        met=np.zeros(places + 1, dtype=np.uint32),
        keys=np.zeros(places + 1, dtype=np.uint16),
        wanted=np.zeros(MARKS, dtype=np.int64),
    )


@part
def count(spans: Spans, first: int, last: int, places: Places, shared: NDArray[np.uint16]) -> None:
    """Count the keys that are shared with each place."""
    for row in range(first, last):
        for at in range(spans.first[row], spans.last[row]):
            shared[places[at]] += 1


@part
def likely(shared: NDArray[np.uint16], least: int, most: int, enough: int) -> int:
    """Return how many keys more than twice as many places share as are wanted, or the least.

    What was enough for the last asker nearly is for the next.
    """
    while enough > least and sharing(shared, enough) <= 2 * most:
        enough -= 1
    while sharing(shared, enough + 1) > 2 * most:
        enough += 1
    return enough


@part
def sharing(shared: NDArray[np.uint16], least: int) -> int:
    """Return how many places share so many keys."""
    count = 0
    for place in range(len(shared)):
        count += shared[place] >= least
    return count


@part
def sweep(least: int, scratch: Scratch) -> int:
    """Note all places that share so many keys; return how many.

    Whether one does cannot be foreseen: so nothing is decided here, nor in `walk`. Four are looked
    at at once: what is added to each count lifts those that are enough to the highest bit.
    """
    shared, fours, lifted = scratch.shared, scratch.fours, scratch.lifted
    lift, highest = np.uint64((HIGHEST - least) * FOUR), np.uint64(HIGHEST * FOUR)
    some = count = 0
    for four in range(len(fours)):
        lifted[some] = four
        some += int(((fours[four] + lift) | fours[four]) & highest != np.uint64(0))
    for at in range(some):
        for place in range(4 * lifted[at], 4 * lifted[at] + 4):
            scratch.met[count], scratch.keys[count] = place, shared[place]
            count += int(shared[place] >= least)
    return count


@part
def walk(spans: Spans, first: int, last: int, places: Places, least: int, scratch: Scratch) -> int:
    """Note the places that hold some keys and share so many, and set all counts to nothing."""
    shared, met, keys, count = scratch.shared, scratch.met, scratch.keys, 0
    for row in range(first, last):
        for at in range(spans.first[row], spans.last[row]):
            place = places[at]
            met[count], keys[count] = place, shared[place]
            count += int(shared[place] >= least)
            shared[place] = 0
    return count
