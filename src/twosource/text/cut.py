"""Cut a text into words as columns: which each is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.text.lexicon import Bits, Lexicon, Rows, lexicon
from twosource.text.normalize import UNSPACED, Words
from twosource.text.shingles import Hashes

BLANK = np.uint32(32)
LAST = 0xFFFF  # letters beyond are seldom, and looked at one by one
NO_WORD, OF_WORD, ALONE = 0, 1, 2  # a character that is a word by itself stands in no other

Codes = NDArray[np.uint32]
Which = slice | NDArray[np.bool_] | NDArray[np.int64]
ALL = slice(None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """A text with its words in reading order: digits are words, marks and underscores are not."""

    text: str
    starts: NDArray[np.int32]  # code points
    rows: Rows  # of each word: where it stands in the lexicon
    lexicon: Lexicon

    def __len__(self) -> int:
        return len(self.starts)

    def ends(self) -> NDArray[np.int32]:
        """Return where each word ends."""
        return self.starts + self.lexicon.lengths(self.rows)

    def read(self) -> Words:
        """Return the words as `read_words` does."""
        forms = self.lexicon.forms
        return Words(
            forms=tuple([forms[row] for row in self.rows.tolist()]),
            starts=tuple(self.starts.tolist()),
            ends=tuple(self.ends().tolist()),
        )

    def words(self, which: Which = ALL) -> Hashes:
        """Return each word, folded, as `word_hash` gives it."""
        return self.lexicon.words(self.rows[which])

    def terms(self, which: Which = ALL) -> Hashes:
        """Return the stem of each word as `word_hash` gives it."""
        return self.lexicon.terms(self.rows[which])

    def masses(self, which: Which = ALL) -> NDArray[np.float64]:
        """Return how much each word tells."""
        return self.lexicon.masses(self.rows[which])

    def bits(self, which: Which = ALL) -> Bits:
        """Return what is known of each word by its spelling."""
        return self.lexicon.bits(self.rows[which])


def cut_up(text: str, language: str) -> Cut:
    """Return a text cut into its words, the same as `read_words` finds, in a fifth of the time."""
    codes = codes_of(text)
    kinds = _kinds(codes)
    first, of_word = _firsts(kinds), kinds != NO_WORD
    starts = np.flatnonzero(first)
    bare = np.where(of_word, codes, BLANK)
    joined = starts[1:][of_word[starts[1:] - 1]]  # where one word follows another at once
    spelt = text_of(np.insert(bare, joined, BLANK) if len(joined) else bare).split()
    known = lexicon(language)
    return Cut(text=text, starts=starts.astype(np.int32), rows=known.rows(spelt), lexicon=known)


def codes_of(text: str) -> Codes:
    """Return the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def text_of(codes: Codes) -> str:
    """Return the text of code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _firsts(kinds: Bits) -> NDArray[np.bool_]:
    """Return which characters begin a word."""
    first: NDArray[np.bool_] = kinds != NO_WORD
    first[1:] &= (kinds[1:] != kinds[:-1]) | (kinds[1:] == ALONE)
    return first


def _kinds(codes: Codes) -> Bits:
    kinds: Bits = _table()[np.minimum(codes, LAST)]
    for place in np.flatnonzero(codes > LAST).tolist():
        kinds[place] = OF_WORD if chr(codes[place]).isalnum() else NO_WORD
    return kinds


@cache
def _table() -> Bits:
    """Return the kind of each character up to the last that is often seen."""
    letters = (chr(code).isalnum() for code in range(LAST + 1))
    kinds = np.fromiter(letters, dtype=np.uint8, count=LAST + 1)
    for first, last in zip(UNSPACED[::3], UNSPACED[2::3], strict=True):
        kinds[ord(first) : ord(last) + 1] = ALONE
    return kinds
