"""Hold what articles are compared by in columns, so that one loop can go through many of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, islice
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.columns import Column, Lists
from twosource.stages.cluster.gist import COLUMNS, KINDS, Gist, Masses, Terms

MOST_GISTS = 12_000  # some 100 MB; three days of three thousand feeds' news hold no more

Numbers = NDArray[np.int64]


class Laid(NamedTuple):
    """Gists in columns: a row for each, their terms one after the other."""

    terms: Terms
    masses: Masses  # of each term, by column
    starts: Numbers  # of each gist's terms, and the end of all
    totals: NDArray[np.int32]  # of the masses: gists, kinds, columns
    lead_names: NDArray[np.int32]
    headed: NDArray[np.bool_]
    seconds: NDArray[np.float64]
    lengths: NDArray[np.float64]  # logarithm of the words


class Given(NamedTuple):
    """The marks of what gists give, those of one sorted, one gist after the other."""

    marks: Numbers
    starts: Numbers  # of each gist's, and the end of all


class Shelf:
    """Gists that were compared lately, laid out; each stands at a place.

    Nothing but a copy: when there are too many, those that were laid out first go, and are laid out
    anew when they are asked for.
    """

    def __init__(self, most: int = MOST_GISTS) -> None:
        """Hold some so many gists, and those that are asked for at once."""
        self._most = most
        self._serial: dict[Gist, int] = {}  # in the order in which they came
        self._gone = 0
        self._terms = Lists(np.uint32)
        self._masses = Lists(np.int16, (COLUMNS,))
        self._totals = Column(np.int32, (KINDS, COLUMNS))
        self._lead_names = Column(np.int32)
        self._headed = Column(np.bool_)
        self._seconds, self._lengths = Column(np.float64), Column(np.float64)
        self._marks = Lists(np.int64)

    def places(self, gists: Sequence[Gist]) -> Numbers:
        """Return where gists stand from now on."""
        fresh = self._missing(gists)
        too_many = len(self._serial) + len(fresh) - self._most
        if fresh and too_many > 0:
            self._let_go(min(too_many, len(self._serial)))
            fresh = self._missing(gists)
        if fresh:
            self._lay(fresh)
        return np.array([self._serial[gist] for gist in gists], dtype=np.int64) - self._gone

    def _missing(self, gists: Sequence[Gist]) -> list[Gist]:
        return [gist for gist in dict.fromkeys(gists) if gist not in self._serial]

    def _let_go(self, gone: int) -> None:
        """Let go of the first so many."""
        for gist in tuple(islice(self._serial, gone)):
            del self._serial[gist]
        self._gone += gone
        for each in (
            self._terms,
            self._masses,
            self._totals,
            self._lead_names,
            self._headed,
            self._seconds,
            self._lengths,
            self._marks,
        ):
            each.drop(gone)

    def _lay(self, fresh: list[Gist]) -> None:
        self._terms.join([gist.terms for gist in fresh])
        self._masses.join([gist.masses for gist in fresh])
        self._marks.join([gist.marks for gist in fresh])
        self._totals.extend(np.array([gist.totals for gist in fresh]))
        self._lead_names.extend(np.array([gist.lead_names for gist in fresh]))
        self._headed.extend(np.array([gist.headed for gist in fresh]))
        self._seconds.extend(np.array([gist.seconds for gist in fresh]))
        self._lengths.extend(np.array([log(1 + gist.words) for gist in fresh]))
        self._serial |= zip(fresh, count(self._gone + len(self._serial)))

    def laid(self) -> Laid:
        """Return all that stands here."""
        (terms, starts), (masses, _) = self._terms.all(), self._masses.all()
        return Laid(
            terms=terms,
            masses=masses,
            starts=starts,
            totals=self._totals.all(),
            lead_names=self._lead_names.all(),
            headed=self._headed.all(),
            seconds=self._seconds.all(),
            lengths=self._lengths.all(),
        )

    def given(self) -> Given:
        """Return of all that stands here what it gives."""
        return Given(*self._marks.all())
