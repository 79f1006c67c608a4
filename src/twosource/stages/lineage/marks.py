"""Find where the rare names and figures of a text stand first, and which each sentence has."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part
from twosource.stages.lineage.wording import Truths
from twosource.text.counterparts import Numbers
from twosource.text.lexicon import FIGURE, Bits
from twosource.text.named import Signed, room_for, slot_of
from twosource.text.order import in_order
from twosource.text.shingles import Hashes


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
    kept = np.flatnonzero(marked & (inside >= 0))
    kept = kept[in_order(words[kept])]
    found = np.zeros(len(kept), dtype=np.int64)
    count = 0
    for place in kept[by_sentence(inside[kept])]:
        before = found[count - 1]
        again = words[before] == words[place] and inside[before] == inside[place]
        if not count or not again:
            found[count] = place
            count += 1
    found = found[:count]
    return words[found], terms[found], inside[found].astype(np.int64), bits[found] & FIGURE != 0


@part
def by_sentence(inside: NDArray[np.int32]) -> Numbers:
    """Return the places of words, those of the first sentence first; of one as they come."""
    rooms = np.zeros(inside.max() + 2 if len(inside) else 1, dtype=np.int64)
    for sentence in inside:
        rooms[sentence + 1] += 1
    rooms = np.cumsum(rooms)
    order = np.zeros(len(inside), dtype=np.int64)
    for place in range(len(inside)):
        order[rooms[inside[place]]] = place
        rooms[inside[place]] += 1
    return order


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
