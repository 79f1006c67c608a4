"""Say where a place in a tidied text stands in the text as somebody handed it in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """A text as it was handed in, and where each code point of its tidied form stands in it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch that a stretch of the tidied text was made of."""
        return self.starts[start], self.ends[end - 1]


def in_hand(given: str, tidied: str) -> HandedIn | None:
    """Return where each code point of a tidied text stands in the text it was made of.

    Tidying changes white space, drops characters that nobody sees and composes letters with their
    accents (NFC); words and their order stay. None where more than that was changed.
    """
    starts: list[int] = []
    ends: list[int] = []
    letters = _letters(given)
    last = 0
    for wanted in tidied:
        if wanted.isspace():
            starts.append(last)
            ends.append(last)
            continue
        letter = next((each for each in letters if each[0] == wanted or not _dropped(each)), None)
        if letter is None or letter[0] != wanted:
            return None
        starts.append(letter[1])
        ends.append(letter[2])
        last = letter[2]
    return HandedIn(text=given, starts=tuple(starts), ends=tuple(ends))


def _dropped(letter: tuple[str, int, int]) -> bool:
    # Format characters ("Cf": soft hyphens, zero-width marks) are what tidying drops.
    return letter[0].isspace() or unicodedata.category(letter[0]) == "Cf"


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each code point of the composed text with the stretch of `text` it was made of.

    A letter and its accents are one stretch: each code point that they compose to has all of it.
    """
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        for letter in unicodedata.normalize("NFC", text[start:end]):
            yield letter, start, end
        start = end
