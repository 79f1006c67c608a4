"""Hold in memory which articles stand under which keys, and look many keys up at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Places = NDArray[np.int32]
Holders = NDArray[np.int64]
"""Four times the place of an article for each key it stands under, and the key's last two bits."""

MOST_LOOSE = 1024  # articles that wait in a dict until they are sorted in: a dict is large
PER_BUCKET = 8  # keys that are looked through for one that is asked for
LAST_BITS = np.uint64(3)
SIZE_RATIO = 4  # a sorted run is merged with one up to so many times its size


@dataclass(slots=True)
class Run:
    """Keys in sorted order, each with the place of an article; found by their first bits."""

    keys: Keys
    places: Places
    shift: np.uint64
    starts: NDArray[np.int64]  # of each bucket of keys with the same first bits, and the end

    def holders(self, wanted: Keys) -> Holders:
        """Return who stands under the wanted keys, once for each key."""
        buckets = (wanted >> self.shift).astype(np.int64)
        first = self.starts[buckets]
        lengths = self.starts[buckets + 1] - first
        total = int(lengths.sum())
        if not total:
            return np.empty(0, dtype=np.int64)
        shifted = np.repeat(first - (np.cumsum(lengths) - lengths), lengths)
        looked_at = shifted + np.arange(total)
        asked = np.repeat(wanted, lengths)
        hit = self.keys[looked_at] == asked
        found: Holders = 4 * self.places[looked_at[hit]].astype(np.int64)
        found += (asked[hit] & LAST_BITS).astype(np.int64)
        return found


def sorted_run(keys: Keys, places: Places) -> Run:
    """Return keys and places as a run."""
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    bits = max(1, (len(keys) // PER_BUCKET).bit_length())
    shift = np.uint64(64 - bits)
    edges = np.arange(1 << bits, dtype=np.uint64) << shift
    starts = np.append(np.searchsorted(keys, edges), len(keys)).astype(np.int64)
    return Run(keys=keys, places=places, shift=shift, starts=starts)


class Postings:
    """Which places stand under which keys; grows by one article at a time or by many.

    New articles wait in a dict and are then sorted into runs, each several times the size of the
    next, as in a log-structured merge tree (O'Neil et al. 1996): an article is moved a few times,
    whatever the number of articles, and a look goes through few runs.
    """

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._loose: dict[int, list[int]] = {}
        self._waiting: list[tuple[int, Keys]] = []

    def add(self, place: int, keys: Keys) -> None:
        """Put the article at a place under its keys."""
        self._waiting.append((place, keys))
        for key in keys.tolist():
            self._loose.setdefault(key, []).append(place)
        if len(self._waiting) >= MOST_LOOSE:
            self._settle()

    def add_many(self, articles: Sequence[tuple[int, Keys]]) -> None:
        """Put many articles under their keys."""
        self._waiting += articles
        self._settle()

    def holders(self, wanted: Keys) -> Holders:
        """Return who stands under the wanted keys, once for each key, in no order."""
        loose = [
            4 * place + key % 4 for key in wanted.tolist() for place in self._loose.get(key, ())
        ]
        found = [run.holders(wanted) for run in self._runs]
        return np.concatenate([*found, np.array(loose, dtype=np.int64)])

    def _settle(self) -> None:
        if not self._waiting:
            return
        keys = np.concatenate([keys for _, keys in self._waiting])
        lengths = [len(keys) for _, keys in self._waiting]
        places = np.repeat(np.array([p for p, _ in self._waiting], dtype=np.int32), lengths)
        self._waiting, self._loose = [], {}
        while self._runs and len(self._runs[-1].keys) < SIZE_RATIO * len(keys):
            last = self._runs.pop()
            keys = np.concatenate([last.keys, keys])
            places = np.concatenate([last.places, places])
        self._runs.append(sorted_run(keys, places))
