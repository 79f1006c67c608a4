"""Hold in memory which articles stand under which keys, and look many keys up at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.column import ranges
from twosource.edges.stores.meetings import LAST_BITS, Holdings, Numbers

Keys = NDArray[np.uint64]
Places = NDArray[np.int32]

NOBODY = (np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.int8))
SIZE_RATIO = 4  # a sorted run is merged with one up to so many times its size


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Keys in sorted order, each once, with the places of articles."""

    keys: Keys
    starts: NDArray[np.int32]  # of each key's places, and the end
    places: Places

    def __len__(self) -> int:
        return len(self.places)

    def find(self, wanted: Keys, askers: Numbers) -> Found:
        """Return where those stand that hold the wanted keys, which are sorted."""
        at = np.searchsorted(self.keys, wanted)
        at[at == len(self.keys)] = 0
        hits = np.flatnonzero(self.keys[at] == wanted)
        first = self.starts[at[hits]]
        return Found(
            run=self,
            first=first,
            counts=self.starts[at[hits] + 1] - first,
            askers=askers[hits].astype(np.int32),
            bits=(wanted[hits] & np.uint64(LAST_BITS)).astype(np.int8),
        )

    def pairs(self) -> tuple[Keys, Places]:
        """Return every key with every place, as two columns."""
        return np.repeat(self.keys, np.diff(self.starts)), self.places


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """Where in a run those stand that hold keys that were asked for: a row for each key."""

    run: Run
    first: NDArray[np.int32]
    counts: NDArray[np.int32]
    askers: NDArray[np.int32]
    bits: NDArray[np.int8]

    def __len__(self) -> int:
        """Return how many holders there are in all."""
        return int(self.counts.sum())


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

    def find(self, wanted: Keys, askers: Numbers) -> list[Found]:
        """Return where the holders of keys stand; each key stands beside who asks for it."""
        order = np.argsort(wanted)
        return [run.find(wanted[order], askers[order]) for run in self._runs]


def holdings(found: Sequence[Found]) -> Holdings:
    """Return who holds the keys, run by run."""
    columns = [
        (
            np.repeat(each.askers, each.counts),
            each.run.places[ranges(each.first, each.counts)],
            np.repeat(each.bits, each.counts),
        )
        for each in found
    ]
    askers, places, bits = map(np.concatenate, zip(NOBODY, *columns, strict=True))
    return Holdings(askers=askers, places=places, bits=bits)
