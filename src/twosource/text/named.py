"""Find the names in a text that was cut into words, as `names_in` does, of all words at once."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.text.cut import Cut, codes_of
from twosource.text.lexicon import CAPITAL, LONG, NAMELESS, Bits
from twosource.text.names import BLANKS, ENDS

BACK = 3  # characters before a word that are looked at
OTHER, BLANK, END = 0, 1, 2
LAST = max(map(ord, (*ENDS, *BLANKS))) + 1  # and those beyond are other ones
SPACE = ord(" ")


def named_in(cut: Cut) -> NDArray[np.bool_]:
    """Return which words of a text are names somewhere in it."""
    codes, bits, words = codes_of("\n" * BACK + cut.text), cut.bits(), cut.words()
    capitals = np.flatnonzero(bits & CAPITAL)
    opens = _opens(codes, cut.starts[capitals])
    sure = capitals[~opens | _next_is_name(codes, cut, bits, capitals)]
    names = np.unique(words[sure[bits[sure] & NAMELESS == 0]])
    if not len(names):
        return np.zeros(len(words), dtype=np.bool_)
    place = names.searchsorted(words)
    place[place == len(names)] = 0
    found: NDArray[np.bool_] = names[place] == words
    return found


def _opens(codes: NDArray[np.uint32], starts: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return whether words stand at the start of a sentence, line or quotation."""
    third, second, first = (
        _kinds()[np.minimum(codes[starts + back], LAST)] for back in range(BACK)
    )  # the first is next to the word
    nearest = np.where(first == BLANK, np.where(second == BLANK, third, second), first)
    opens: NDArray[np.bool_] = nearest != OTHER  # blanks alone: as the text begins
    return opens


def _next_is_name(
    codes: NDArray[np.uint32], cut: Cut, bits: Bits, places: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return whether behind words of some length a blank and a word with a capital stand."""
    following = np.minimum(places + 1, len(cut) - 1)
    ends = cut.starts[places] + cut.lexicon.lengths(cut.rows[places])
    found: NDArray[np.bool_] = cut.starts[following] == ends + 1
    found &= (bits[following] & CAPITAL).astype(np.bool_) & (bits[places] & LONG).astype(np.bool_)
    found[found] = codes[ends[found] + BACK] == SPACE
    return found


@cache
def _kinds() -> Bits:
    kinds = np.full(LAST + 1, OTHER, dtype=np.uint8)
    kinds[[*map(ord, BLANKS)]] = BLANK
    kinds[[*map(ord, ENDS)]] = END
    return kinds
