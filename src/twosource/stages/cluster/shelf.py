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

MOST_GISTS = 13_000  # some 100 MB; three days of three thousand feeds' news, and a batch more
TERMS = 750  # that there is room for of each, of 600 as a rule: no memory before it is used

Numbers = NDArray[np.int64]


class Laid(NamedTuple):
    """Gists in columns: a row for each, the terms of one in a row."""

    terms: Terms
    masses: Masses  # of each term, by column
    starts: Numbers  # of each gist's terms
    ends: Numbers
    totals: NDArray[np.int32]  # of the masses: gists, kinds, columns
    lead_names: NDArray[np.int32]
    headed: NDArray[np.bool_]
    seconds: NDArray[np.float64]
    lengths: NDArray[np.float64]  # logarithm of the words


class Given(NamedTuple):
    """The marks of what gists give, those of one sorted, one gist after the other."""

    marks: Numbers
    starts: Numbers  # of each gist's, and the end of all


class _Terms:
    """The terms and masses of gists in rooms that are gone round: none moves while there is room.

    They are most of what is laid out; to move all to the front each few thousand articles cost a
    tenth of comparing.
    """

    def __init__(self, room: int) -> None:
        self.terms: Terms = np.empty(room, np.uint32)
        self.masses: Masses = np.empty((room, COLUMNS), np.int16)
        self.starts, self.ends = Column(np.int64), Column(np.int64)

    def lay(self, gists: Sequence[Gist]) -> None:
        """Put the terms of gists behind those that came last."""
        lengths = np.fromiter((len(each.terms) for each in gists), np.int64, len(gists))
        ends = np.cumsum(lengths) + self._free(int(lengths.sum()))
        begin, end = int(ends[0] - lengths[0]), int(ends[-1])
        np.concatenate([each.terms for each in gists], out=self.terms[begin:end])
        np.concatenate([each.masses for each in gists], out=self.masses[begin:end])
        self.starts.extend(ends - lengths)
        self.ends.extend(ends)

    def drop(self, gone: int) -> None:
        """Let go of the terms of the first so many."""
        self.starts.drop(gone)
        self.ends.drop(gone)

    def _free(self, wanted: int) -> int:
        """Return where so many terms can stand: behind the last, in front, or in other rooms."""
        if not len(self.starts):
            begin, first = 0, len(self.terms)
        else:
            begin, first = int(self.ends.all()[-1]), int(self.starts.all()[0])
        if begin <= first:  # the last have come round to the front
            return begin if begin + wanted <= first else self._move(wanted)
        if begin + wanted <= len(self.terms):
            return begin
        return 0 if wanted <= first else self._move(wanted)

    def _move(self, wanted: int) -> int:
        """Move all to rooms for so many more and half as many again; return where these end."""
        held = [*zip(self.starts.all().tolist(), self.ends.all().tolist(), strict=True)]
        ends = np.cumsum(self.ends.all() - self.starts.all())
        end = int(ends[-1]) if held else 0
        size = (end + wanted) * 3 // 2
        terms, masses = np.empty(size, np.uint32), np.empty((size, COLUMNS), np.int16)
        if held:
            np.concatenate([self.terms[one:other] for one, other in held], out=terms[:end])
            np.concatenate([self.masses[one:other] for one, other in held], out=masses[:end])
        self.terms, self.masses = terms, masses
        self.starts, self.ends = Column(np.int64), Column(np.int64)
        self.starts.extend(np.append(0, ends)[:-1])
        self.ends.extend(ends)
        return end


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
        self._terms = _Terms(TERMS * most)
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
            self._totals,
            self._lead_names,
            self._headed,
            self._seconds,
            self._lengths,
            self._marks,
        ):
            each.drop(gone)

    def _lay(self, fresh: list[Gist]) -> None:
        self._terms.lay(fresh)
        self._marks.join([gist.marks for gist in fresh])
        self._totals.extend(np.array([gist.totals for gist in fresh]))
        self._lead_names.extend(np.array([gist.lead_names for gist in fresh]))
        self._headed.extend(np.array([gist.headed for gist in fresh]))
        self._seconds.extend(np.array([gist.seconds for gist in fresh]))
        self._lengths.extend(np.array([log(1 + gist.words) for gist in fresh]))
        self._serial |= zip(fresh, count(self._gone + len(self._serial)))

    def laid(self) -> Laid:
        """Return all that stands here."""
        return Laid(
            terms=self._terms.terms,
            masses=self._terms.masses,
            starts=self._terms.starts.all(),
            ends=self._terms.ends.all(),
            totals=self._totals.all(),
            lead_names=self._lead_names.all(),
            headed=self._headed.all(),
            seconds=self._seconds.all(),
            lengths=self._lengths.all(),
        )

    def given(self) -> Given:
        """Return of all that stands here what it gives."""
        return Given(*self._marks.all())
