"""Hold in memory which articles stand under which keys, and look many keys up at once."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.columns import Column

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Places = NDArray[np.uint32]

LAST_BITS = 3  # of a key: what kind of key it is
SIZE_RATIO = 4  # a sorted run is merged with one up to so many times its size


class Spans(NamedTuple):
    """Where in the column of all places those stand that hold keys: a row for each key found."""

    askers: Numbers  # sorted: who asks for the key
    first: Numbers
    last: Numbers  # the end, excluded
    kinds: NDArray[np.int8]  # the last bits of the key


class Postings:
    """Which places stand under which keys; grows by one article at a time or by many.

    Keys are sorted into runs, each several times the size of the next, as in a log-structured merge
    tree (O'Neil et al. 1996): an article is moved a few times, whatever the number of articles, and
    a look goes through few runs. The runs stand one after the other in the same columns, so that
    one loop can go through the places of all of them.
    """

    def __init__(self) -> None:
        self._keys = Column(np.uint64)  # of a run: sorted, each once
        self._starts = Column(np.int64)  # of each key's places, and the end of all
        self._starts.extend(np.zeros(1, dtype=np.int64))
        self._places = Column(np.uint32)
        self._runs: list[int] = []  # the first key of each

    def places(self) -> Places:
        """Return the places under all keys, one key after the other."""
        return self._places.all()

    def add(self, keys: Keys, places: Places) -> None:
        """Put the articles at many places under keys: each key stands beside its place."""
        order = np.argsort(keys)  # by themselves: runs that are in order are merged in a moment
        keys, places = keys[order], places[order]
        while self._runs and self._last_run() < SIZE_RATIO * len(keys):
            held_keys, held_places = self._taken_out(self._runs.pop())
            keys = np.concatenate([held_keys, keys])
            places = np.concatenate([held_places, places])
        if not len(keys):
            return
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        first = np.flatnonzero(keys != np.concatenate([~keys[:1], keys[:-1]]))
        ends = np.append(first[1:], len(keys)) + len(self._places)
        self._runs.append(len(self._keys))
        self._keys.extend(keys[first])
        self._starts.extend(ends)
        self._places.extend(places[order])

    def _last_run(self) -> int:
        """Return how many places the last run has."""
        return len(self._places) - int(self._starts.all()[self._runs[-1]])

    def _taken_out(self, first: int) -> tuple[Keys, Places]:
        """Return every key of the last run with every place, as two columns, and let go of it."""
        starts = self._starts.all()[first:]
        keys = np.repeat(self._keys.all()[first:], np.diff(starts))
        places = self._places.all()[starts[0] :]
        self._places.keep(int(starts[0]))
        self._keys.keep(first)
        self._starts.keep(first + 1)
        return keys, places

    def find(self, wanted: Keys, askers: Numbers) -> Spans:
        """Return where the holders of keys stand; each key stands beside who asks for it."""
        order = np.argsort(wanted)
        wanted, askers = wanted[order], askers[order]
        starts, all_keys = self._starts.all(), self._keys.all()
        rows, found = [], []
        for first, last in pairwise([*self._runs, len(all_keys)]):
            keys = all_keys[first:last]
            at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            hits = np.flatnonzero(keys[at] == wanted)
            rows.append(hits)
            found.append(first + at[hits])
        row, key = (np.concatenate([np.empty(0, np.int64), *each]) for each in (rows, found))
        by_asker = np.argsort(askers[row])  # in whatever order the keys of one: all are counted
        row, key = row[by_asker], key[by_asker]
        return Spans(
            askers=askers[row],
            first=starts[key],
            last=starts[key + 1],
            kinds=(wanted[row] & np.uint64(LAST_BITS)).astype(np.int8),
        )
