"""Put hashes in order: they lie so evenly that their first bits nearly tell the place of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part

BITS = 64

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]


@part
def in_order(hashes: Hashes) -> Places:
    """Return the places of hashes, the lowest first; of equals the first comes first."""
    order = np.zeros(len(hashes), dtype=np.int64)
    bits = 1
    while 1 << bits < len(hashes):
        bits += 1
    shift = np.uint64(BITS - bits)
    rooms = np.zeros((1 << bits) + 1, dtype=np.int64)
    for each in hashes:
        rooms[np.int64(each >> shift) + 1] += 1
    for room in range(1 << bits):
        rooms[room + 1] += rooms[room]
    for place in range(len(hashes)):
        first = np.int64(hashes[place] >> shift)
        order[rooms[first]] = place
        rooms[first] += 1
    for rank in range(1, len(hashes)):
        place, at = order[rank], rank
        while at and hashes[order[at - 1]] > hashes[place]:
            order[at] = order[at - 1]
            at -= 1
        order[at] = place
    return order


@compiled
def each_once(hashes: Hashes) -> Hashes:
    """Return hashes each once, the lowest first."""
    found = hashes[in_order(hashes)]
    count = 0
    for each in found:
        if not count or each != found[count - 1]:
            found[count] = each
            count += 1
    once: Hashes = found[:count].copy()
    return once
