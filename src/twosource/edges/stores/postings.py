"""Hold in memory which articles stand under which keys, and look many keys up at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.column import ranges

Keys = NDArray[np.uint64]
Places = NDArray[np.int32]
Holders = NDArray[np.int32]
"""Four times the place of an article for each key it stands under, and the key's last two bits."""

MOST_LOOSE = 1024  # articles that wait in a dict until they are sorted in: a dict is large
PER_BUCKET = 8  # keys that are looked through for one that is asked for
LAST_BITS = np.uint64(3)
NONE: Holders = np.empty(0, dtype=np.int32)
SIZE_RATIO = 4  # a sorted run is merged with one up to so many times its size


@dataclass(slots=True)
class Run:
    """Keys in sorted order, each once, with the places of articles; found by their first bits."""

    keys: Keys
    starts: NDArray[np.int64]  # of each key's places, and the end
    places: Places
    shift: np.uint64
    buckets: NDArray[np.int64]  # where the keys with the same first bits begin, and the end

    def __len__(self) -> int:
        return len(self.places)

    def holders(self, wanted: Keys) -> Holders:
        """Return who stands under the wanted keys, once for each key."""
        bucket = (wanted >> self.shift).astype(np.int64)
        lengths = self.buckets[bucket + 1] - self.buckets[bucket]
        looked_at = ranges(self.buckets[bucket], lengths)
        hits = looked_at[self.keys[looked_at] == np.repeat(wanted, lengths)]
        counts = self.starts[hits + 1] - self.starts[hits]
        found: Holders = 4 * self.places[ranges(self.starts[hits], counts)]
        found += np.repeat((self.keys[hits] & LAST_BITS).astype(np.int32), counts)
        return found

    def pairs(self) -> tuple[Keys, Places]:
        """Return every key with every place, as two columns."""
        return np.repeat(self.keys, np.diff(self.starts)), self.places


def sorted_run(keys: Keys, places: Places) -> Run:
    """Return keys and places as a run."""
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    starts = np.flatnonzero(keys != np.concatenate([~keys[:1], keys[:-1]]))
    starts, keys = np.append(starts, len(keys)), keys[starts]
    bits = max(1, (len(keys) // PER_BUCKET).bit_length())
    shift = np.uint64(64 - bits)
    edges = np.arange(1 << bits, dtype=np.uint64) << shift
    buckets = np.append(np.searchsorted(keys, edges), len(keys)).astype(np.int64)
    return Run(keys=keys, starts=starts, places=places, shift=shift, buckets=buckets)


class Postings:
    """Which places stand under which keys; grows by one article at a time or by many.

    New articles wait in a dict and are then sorted into runs, each several times the size of the
    next, as in a log-structured merge tree (O'Neil et al. 1996): an article is moved a few times,
    whatever the number of articles, and a look goes through few runs.
    """

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._loose: dict[int, list[int]] = {}
        self._waiting: list[tuple[Keys, Places]] = []

    def add(self, place: int, keys: Keys) -> None:
        """Put the article at a place under its keys."""
        self._waiting.append((keys, np.full(len(keys), place, dtype=np.int32)))
        for key in keys.tolist():
            self._loose.setdefault(key, []).append(place)
        if len(self._waiting) >= MOST_LOOSE:
            self._settle()

    def add_many(self, keys: Keys, places: Places) -> None:
        """Put the articles at many places under keys: each key stands beside its place."""
        self._waiting.append((keys, places))
        self._settle()

    def holders(self, wanted: Keys) -> Holders:
        """Return who stands under the wanted keys, once for each key, in no order."""
        loose = [
            4 * place + key % 4 for key in wanted.tolist() for place in self._loose.get(key, ())
        ]
        found = [run.holders(wanted) for run in self._runs]
        return np.concatenate([NONE, *found, np.array(loose, dtype=np.int32)])

    def _settle(self) -> None:
        if not self._waiting:
            return
        keys, places = map(np.concatenate, zip(*self._waiting, strict=True))
        self._waiting, self._loose = [], {}
        while self._runs and len(self._runs[-1]) < SIZE_RATIO * len(keys):
            held_keys, held_places = self._runs.pop().pairs()
            keys = np.concatenate([held_keys, keys])
            places = np.concatenate([held_places, places])
        self._runs.append(sorted_run(keys, places))
