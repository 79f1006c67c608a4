"""Hold an article's runs of words as columns, and find those that stand in another article too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.text.shingles import Hashes

Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """The hashed 5-grams of an article."""

    runs: Hashes  # each once, sorted
    at: NDArray[np.intp]  # which of them stands at each place of the text
    quoted: Truths  # of each place: whether it stands between quotation marks
    told: Truths  # of each run: whether it stands outside them somewhere
    quotations: int  # how many places are quoted

    def __len__(self) -> int:
        return len(self.runs)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Overlap:
    """Which of an article's runs stand in another."""

    inside: Truths  # of each run: whether it does
    told: Truths  # whether it does so outside quotation marks


def worded(runs: Hashes, quoted: Truths) -> Wording:
    """Return the wording of a text; of each run in reading order is given whether it is quoted."""
    order = np.argsort(runs)
    placed = runs[order]
    first = np.ones(len(runs), dtype=np.bool_)
    first[1:] = placed[1:] != placed[:-1]
    at = np.empty(len(runs), dtype=np.intp)
    at[order] = np.cumsum(first) - 1
    distinct = placed[first]
    told = np.zeros(len(distinct), dtype=np.bool_)
    told[at[~quoted]] = True
    return Wording(
        runs=distinct,
        at=at,
        quoted=quoted,
        told=told,
        quotations=int(np.count_nonzero(quoted)),
    )


def overlaps(one: Wording, other: Wording) -> tuple[Overlap, Overlap]:
    """Return which runs of one stand in the other, and which of the other in the one."""
    there, back = np.zeros((2, len(one)), np.bool_), np.zeros((2, len(other)), np.bool_)
    if len(one) and len(other):
        place = np.searchsorted(other.runs, one.runs)
        place[place == len(other)] = 0
        mine = np.flatnonzero(other.runs[place] == one.runs)
        its = place[mine]
        there[0, mine], there[1, mine] = True, other.told[its]
        back[0, its], back[1, its] = True, one.told[mine]
    return Overlap(inside=there[0], told=there[1]), Overlap(inside=back[0], told=back[1])


def stretches(wording: Wording, overlap: Overlap) -> tuple[tuple[int, ...], int]:
    """Return the lengths of the unbroken stretches of runs in both, and how many runs count.

    A quotation that both have as one counts nothing and breaks no stretch: a release that both
    print is one stretch, whoever speaks in it.
    """
    counted = len(wording.at) - wording.quotations
    places = np.flatnonzero(overlap.inside[wording.at])
    if not len(places):
        return (), counted
    quoted = wording.quoted[places]
    counts = ~quoted | overlap.told[wording.at[places]]
    counted += int(np.count_nonzero(quoted & counts))
    breaks = np.flatnonzero(places[1:] != places[:-1] + 1) + 1
    lengths = np.add.reduceat(counts, np.concatenate([[0], breaks]), dtype=np.int64)
    return tuple(lengths[lengths > 0].tolist()), counted
