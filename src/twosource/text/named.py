"""Find the names in a text by their capital letters alone, to compare articles with each other."""

from __future__ import annotations

from itertools import compress

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, step
from twosource.text.cut import NEXT, OPENS, Cut
from twosource.text.lexicon import CAPITAL, LONG, NAMELESS, Bits

Signed = NDArray[np.int64]
Slots = NDArray[np.int32]


def named_in(cut: Cut) -> NDArray[np.bool_]:
    """Return which words of a text are names somewhere in it.

    Those are the words that it writes with a capital inside a sentence. A word that opens a
    sentence counts if it has a capital elsewhere too, or if the next word has one ("Tara Reid
    said"). Not a list of persons and places: enough to tell whether two texts speak of the same
    ones. Scripts without capitals give none.
    """
    words = cut.words().view(np.int64)
    return name_all.over(len(words))(words, cut.bits(), cut.before)


def names_in(cut: Cut) -> frozenset[str]:
    """Return the folded words of a text that are names somewhere in it."""
    return frozenset(compress(cut.read().forms, named_in(cut).tolist()))


@compiled
def name_all(words: Signed, bits: Bits, before: Bits) -> NDArray[np.bool_]:
    """Return which words are names: those that are surely one somewhere, wherever they stand."""
    slots = np.zeros(room_for(len(words)), dtype=np.int32)
    for place in range(len(words)):
        if is_surely_name(bits, before, place):
            slots[slot_of(words, words[place], slots)] = place + 1
    found = np.zeros(len(words), dtype=np.bool_)
    for place in range(len(words)):
        found[place] = slots[slot_of(words, words[place], slots)] > 0
    return found


@step
def is_surely_name(bits: Bits, before: Bits, place: int) -> bool:
    """Return whether a word has a capital that says something, by itself or by the next word's."""
    if not bits[place] & CAPITAL or bits[place] & NAMELESS:
        return False
    if not before[place] & OPENS:
        return True
    if place + 1 == len(bits) or not bits[place] & LONG:
        return False
    return bool(before[place + 1] & NEXT and bits[place + 1] & CAPITAL)


@step
def room_for(words: int) -> int:
    """Return how many slots so many words want: a power of two."""
    room = 1
    while room < 2 * words:
        room *= 2
    return room


@step
def slot_of(words: Signed, word: int, slots: Slots) -> int:
    """Return the slot in which a place of the word stands, counted from 1, or could."""
    slot = word & (len(slots) - 1)
    while slots[slot] and words[slots[slot] - 1] != word:
        slot = (slot + 1) & (len(slots) - 1)
    return int(slot)
