"""Find where the rare names and figures of a text stand first, and which each sentence has."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, step
from twosource.text.counterparts import Numbers
from twosource.text.lexicon import FIGURE, Bits
from twosource.text.named import Signed, room_for, slot_of
from twosource.text.shingles import Hashes

Truths = NDArray[np.bool_]


class Marks(NamedTuple):
    """The rare names and figures of a text outside quotation marks as columns, in reading order.

    In each sentence each stands once; none is taken of a headline.
    """

    words: Hashes
    terms: Hashes  # of their stems
    inside: Numbers  # of each: the number of its sentence
    figures: Truths


class First(NamedTuple):
    """The places where rare names and figures are first mentioned, in reading order."""

    places: Numbers
    wholes: Numbers  # of each the number of the whole name it is part of


@compiled
def marks_of(
    words: Hashes, terms: Hashes, bits: Bits, inside: NDArray[np.int32], marked: Truths
) -> tuple[Hashes, Hashes, Numbers, Truths]:
    """Return the columns of `Marks`, of words that are marked and stand in a sentence."""
    places = np.zeros(len(words), dtype=np.int64)
    count = 0
    for place in range(len(words)):
        if not marked[place] or inside[place] < 0:
            continue
        rank = count
        while rank and comes_before(words, inside, place, places[rank - 1]):
            rank -= 1
        before = places[rank - 1]
        if rank and words[before] == words[place] and inside[before] == inside[place]:
            continue
        for at in range(count, rank, -1):
            places[at] = places[at - 1]
        places[rank] = place
        count += 1
    found = places[:count]
    return words[found], terms[found], inside[found].astype(np.int64), bits[found] & FIGURE != 0


@step
def comes_before(words: Hashes, inside: NDArray[np.int32], place: int, other: int) -> bool:
    """Return whether a word stands in an earlier sentence, or is the lower of one sentence."""
    if inside[place] == inside[other]:
        return bool(words[place] < words[other])
    return bool(inside[place] < inside[other])


@compiled
def first_of(words: Signed, marked: Truths) -> tuple[Numbers, Numbers]:
    """Return the columns of `First`: words that stand side by side are of one whole name."""
    slots = np.zeros(room_for(len(words)), dtype=np.int32)
    places, wholes = np.zeros((2, len(words)), dtype=np.int64)
    count = whole = 0
    for place in range(len(words)):
        if not marked[place]:
            continue
        slot = slot_of(words, words[place], slots)
        if slots[slot]:
            continue
        slots[slot] = place + 1
        before = places[count - 1] if count else -1
        whole += place != before + 1
        places[count], wholes[count] = place, whole
        count += 1
    return places[:count].copy(), wholes[:count].copy()
