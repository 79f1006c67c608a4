"""Hold in memory which articles stand under which keys, and look many keys up at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.column import ranges
from twosource.edges.stores.meetings import LAST_BITS, Numbers, holdings

Keys = NDArray[np.uint64]
Places = NDArray[np.int32]

SIZE_RATIO = 4  # a sorted run is merged with one up to so many times its size


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Keys in sorted order, each once, with the places of articles."""

    keys: Keys
    starts: NDArray[np.int32]  # of each key's places, and the end
    places: Places

    def __len__(self) -> int:
        return len(self.places)

    def holdings(self, wanted: Keys, askers: Numbers) -> Numbers:
        """Return who holds the wanted keys, which are sorted, for each that asks."""
        at = np.searchsorted(self.keys, wanted)
        at[at == len(self.keys)] = 0
        hits = np.flatnonzero(self.keys[at] == wanted)
        first = self.starts[at[hits]]
        counts = self.starts[at[hits] + 1] - first
        bits = (wanted[hits] & np.uint64(LAST_BITS)).astype(np.int64)
        return holdings(
            np.repeat(askers[hits], counts),
            self.places[ranges(first, counts)],
            np.repeat(bits, counts),
        )

    def pairs(self) -> tuple[Keys, Places]:
        """Return every key with every place, as two columns."""
        return np.repeat(self.keys, np.diff(self.starts)), self.places


def sorted_run(keys: Keys, places: Places) -> Run:
    """Return keys and places as a run."""
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    starts = np.flatnonzero(keys != np.concatenate([~keys[:1], keys[:-1]]))
    return Run(
        keys=keys[starts], starts=np.append(starts, len(keys)).astype(np.int32), places=places
    )


class Postings:
    """Which places stand under which keys; grows by one article at a time or by many.

    Keys are sorted into runs, each several times the size of the next, as in a log-structured merge
    tree (O'Neil et al. 1996): an article is moved a few times, whatever the number of articles, and
    a look goes through few runs.
    """

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def add(self, keys: Keys, places: Places) -> None:
        """Put the articles at many places under keys: each key stands beside its place."""
        while self._runs and len(self._runs[-1]) < SIZE_RATIO * len(keys):
            held_keys, held_places = self._runs.pop().pairs()
            keys = np.concatenate([held_keys, keys])
            places = np.concatenate([held_places, places])
        if len(keys):
            self._runs.append(sorted_run(keys, places))

    def holdings(self, wanted: Keys, askers: Numbers) -> Numbers:
        """Return who holds the wanted keys; each stands beside the number of who asks for it."""
        order = np.argsort(wanted)
        wanted, askers = wanted[order], askers[order]
        none = np.empty(0, dtype=np.int64)
        return np.concatenate([none, *(run.holdings(wanted, askers) for run in self._runs)])
