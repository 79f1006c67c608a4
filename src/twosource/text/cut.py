"""Cut a text into words as columns: which each is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, step
from twosource.text.lexicon import Bits, Lexicon, Rows, lexicon
from twosource.text.names import BLANKS, ENDS
from twosource.text.normalize import UNSPACED, Words
from twosource.text.shingles import Hashes
from twosource.text.spellings import Codes, Spellings, row_of

# Characters, by what they are to words; one that is a word alone stands in no other.
OTHER, BLANK, END, OF_WORD, ALONE = range(5)
CHARACTERS = 0x110000
LETTERS = 0x40000  # none stands beyond
SPACE = ord(" ")
BACK = 3  # characters before a word that are looked at

# What stands before a word.
OPENS = 1  # the start of a sentence, line or quotation
NEXT = 2  # one blank, and another word before it

Which = slice | NDArray[np.bool_] | NDArray[np.int64]
Starts = NDArray[np.int32]
ALL = slice(None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """A text with its words in reading order: digits are words, marks and underscores are not."""

    text: str
    starts: Starts  # code points
    rows: Rows  # of each word: where it stands in the lexicon
    before: Bits  # of each word: what stands there
    lexicon: Lexicon

    def __len__(self) -> int:
        return len(self.starts)

    def ends(self) -> Starts:
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
    """Return a text cut into its words, the same as `read_words` finds."""
    known, codes = lexicon(language), codes_of(text)
    with known.meeting(len(codes)) as spellings:
        starts, rows, before = cut_all.over(len(codes))(codes, kinds(), spellings)
    return Cut(text=text, starts=starts, rows=rows, before=before, lexicon=known)


def codes_of(text: str) -> Codes:
    """Return the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


@compiled
def cut_all(codes: Codes, kinds: Bits, known: Spellings) -> tuple[Starts, Rows, Bits]:
    """Return where each word begins, which it is, and what stands before it."""
    starts = np.empty(len(codes), dtype=np.int32)
    rows = np.empty(len(codes), dtype=np.uint32)
    before = np.zeros(len(codes), dtype=np.uint8)
    words = place = end = 0
    while place < len(codes):
        start, kind = place, kinds[codes[place]]
        place += 1
        if kind < OF_WORD:
            continue
        while kind == OF_WORD and place < len(codes) and kinds[codes[place]] == OF_WORD:
            place += 1
        starts[words], rows[words] = start, row_of(known, codes, start, place)
        if opens(codes, kinds, start):
            before[words] |= OPENS
        if words and start == end + 1 and codes[end] == SPACE:
            before[words] |= NEXT
        words, end = words + 1, place
    return starts[:words].copy(), rows[:words].copy(), before[:words].copy()


@step
def opens(codes: Codes, kinds: Bits, start: int) -> bool:
    """Return whether a word stands at the start of a sentence, line or quotation."""
    for place in range(start - 1, max(start - BACK, 0) - 1, -1):
        kind = kinds[codes[place]]
        if kind != BLANK:
            return bool(kind == END)
    return True  # blanks alone: as the text begins


@cache
def kinds() -> Bits:
    """Return of what kind each character is."""
    found = np.full(CHARACTERS, OTHER, dtype=np.uint8)
    letters = np.arange(LETTERS, dtype=np.uint32).view("<U1")
    found[:LETTERS][np.char.isalnum(letters)] = OF_WORD
    for first, last in zip(UNSPACED[::3], UNSPACED[2::3], strict=True):
        found[ord(first) : ord(last) + 1] = ALONE
    found[[*map(ord, BLANKS)]] = BLANK
    found[[*map(ord, ENDS)]] = END
    return found
