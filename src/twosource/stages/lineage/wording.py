"""Hold an article's runs of words as columns, and find those that stand in another article too."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part
from twosource.text.order import in_order
from twosource.text.shingles import Hashes

Truths = NDArray[np.bool_]


class Wording(NamedTuple):
    """The hashed 5-grams of an article."""

    runs: Hashes  # each once, sorted
    at: NDArray[np.int64]  # which of them stands at each place of the text
    quoted: Truths  # of each place: whether it stands between quotation marks
    told: Truths  # of each run: whether it stands outside them somewhere


class Overlap(NamedTuple):
    """Which of an article's runs stand in another."""

    inside: Truths  # of each run: whether it does
    told: Truths  # whether it does so outside quotation marks


class Stretches(NamedTuple):
    """The unbroken stretches of runs that stand in both of two articles."""

    runs: int  # in all of them
    elsewhere: int  # outside the two longest
    counted: int  # runs of the article that count


def worded(runs: Hashes, quoted: Truths) -> Wording:
    """Return the wording of a text; of each run in reading order is given whether it is quoted."""
    distinct, at, told = place_runs.over(len(runs))(runs, quoted)
    return Wording(runs=distinct, at=at, quoted=quoted, told=told)


@compiled
def place_runs(runs: Hashes, quoted: Truths) -> tuple[Hashes, NDArray[np.int64], Truths]:
    """Return each run once, sorted, which of them stands at each place, and which are told."""
    at, firsts = np.zeros((2, len(runs)), dtype=np.int64)
    told = np.zeros(len(runs), dtype=np.bool_)
    last = -1
    for place in in_order(runs):
        if last < 0 or runs[place] != runs[firsts[last]]:
            last += 1
            firsts[last] = place
        at[place] = last
        told[last] |= not quoted[place]
    return runs[firsts[: last + 1]], at, told[: last + 1].copy()


@part
def note_shared(one: Wording, other: Wording, there: Overlap, back: Overlap) -> None:
    """Note the runs that stand in both."""
    mine = its = 0
    while mine < len(one.runs) and its < len(other.runs):
        if one.runs[mine] == other.runs[its]:
            there.inside[mine], there.told[mine] = True, other.told[its]
            back.inside[its], back.told[its] = True, one.told[mine]
            mine, its = mine + 1, its + 1
        elif one.runs[mine] < other.runs[its]:
            mine += 1
        else:
            its += 1


@part
def stretches(wording: Wording, overlap: Overlap) -> Stretches:
    """Return how long the unbroken stretches of runs in both are, and how many runs count.

    A quotation that both have as one counts nothing and breaks no stretch: a release that both
    print is one stretch, whoever speaks in it.
    """
    counted = len(wording.at) - int(np.count_nonzero(wording.quoted))
    in_all = longest = second = length = 0
    for place in range(len(wording.at) + 1):
        if place < len(wording.at) and overlap.inside[wording.at[place]]:
            if not wording.quoted[place]:
                length += 1
            elif overlap.told[wording.at[place]]:
                length, counted = length + 1, counted + 1
        elif length:
            in_all += length
            if length > longest:
                longest, second = length, longest
            elif length > second:
                second = length
            length = 0
    return Stretches(in_all, in_all - longest - second, counted)
