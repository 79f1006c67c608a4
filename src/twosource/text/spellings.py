"""Find the words of texts among those that were met, letter by letter, and meet the others."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, step

Codes = NDArray[np.uint32]

FACTOR, MOST = 1_000_003, (1 << 31) - 1  # their product stays within 64 bits
FIRST_ROOM = 1 << 12  # words
HEAD = 2  # of an entry: the word's row, and how many letters it has; these stand behind it
LETTERS = 8  # of most words, or fewer


class Spellings(NamedTuple):
    """Words as they are spelt, each with a row, in the order in which they were met.

    A slot is where the letters of a word lead, or the next that was free.
    """

    slots: NDArray[np.int32]  # where the entry of a word stands, counted from 1
    entries: Codes
    ends: NDArray[np.int64]  # how many words were met, and where the last entry ends


def no_spellings() -> Spellings:
    """Return room for words of which none was met."""
    return _rooms(FIRST_ROOM, 0)


def with_room(known: Spellings, letters: int) -> Spellings:
    """Return the words with room for so many letters more, each of which may be a word."""
    words, end = known.ends.tolist()
    wanted = end + (1 + HEAD) * letters
    if 2 * (words + letters) <= len(known.slots) and wanted <= len(known.entries):
        return known
    larger = _rooms(words + letters, wanted)
    larger.ends[:], larger.entries[:end] = known.ends, known.entries[:end]
    seat_all.over(end)(larger)
    return larger


def _rooms(words: int, entries: int) -> Spellings:
    room = 1 << words.bit_length()
    return Spellings(
        slots=np.zeros(2 * room, dtype=np.int32),
        entries=np.zeros(max(entries, (HEAD + LETTERS) * room), dtype=np.uint32),
        ends=np.zeros(2, dtype=np.int64),
    )


def spelt_after(known: Spellings, entry: int) -> list[str]:
    """Return the words from an entry on."""
    numbers, found, place = known.entries[entry : known.ends[1]].tolist(), [], 0
    while place < len(numbers):
        first = place + HEAD
        place = first + numbers[place + 1]
        found.append("".join(map(chr, numbers[first:place])))
    return found


@compiled
def seat_all(known: Spellings) -> None:
    """Put all words that were met into slots, of which none is taken."""
    entry = 0
    while entry < known.ends[1]:
        first = entry + HEAD
        end = first + known.entries[entry + 1]
        slot = slot_of(known.entries, first, end, len(known.slots))
        while known.slots[slot]:
            slot = (slot + 1) & (len(known.slots) - 1)
        known.slots[slot] = entry + 1
        entry = end


@step
def slot_of(letters: Codes, start: int, end: int, slots: int) -> int:
    """Return the slot, of so many, to which the letters between two places lead."""
    number = 0
    for place in range(start, end):
        number = (number * FACTOR + int(letters[place])) & MOST
    return (number ^ (number >> 15)) & (slots - 1)


@step
def row_of(known: Spellings, codes: Codes, start: int, end: int) -> int:
    """Return the row of the word between two places of a text; a new one if it was never met."""
    slot = slot_of(codes, start, end, len(known.slots))
    while known.slots[slot]:
        entry = known.slots[slot] - 1
        if is_spelt(known.entries, entry, codes, start, end):
            return int(known.entries[entry])
        slot = (slot + 1) & (len(known.slots) - 1)
    row, entry = known.ends
    known.entries[entry], known.entries[entry + 1] = row, end - start
    for place in range(start, end):
        known.entries[entry + HEAD + place - start] = codes[place]
    known.slots[slot] = entry + 1
    known.ends[0], known.ends[1] = row + 1, entry + HEAD + end - start
    return int(row)


@step
def is_spelt(entries: Codes, entry: int, codes: Codes, start: int, end: int) -> bool:
    """Return whether an entry is the word between two places of a text."""
    if entries[entry + 1] != end - start:
        return False
    for place in range(end - start):
        if entries[entry + HEAD + place] != codes[start + place]:
            return False
    return True
