"""Look up the words of texts: the numbers of each and of its stem, and how much it tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.columns import Column
from twosource.text.boilerplate import TELLTALE
from twosource.text.calendar import MONTHS, WEEKDAYS
from twosource.text.hashes import hashed
from twosource.text.names import DAYS
from twosource.text.normalize import fold, stem
from twosource.text.number_words import WORD_VALUES
from twosource.text.shingles import Hashes
from twosource.text.spellings import Spellings, no_spellings, spelt_after, with_room
from twosource.text.weights import weight

MOST_WORDS = 200_000  # spellings of one language in memory, some 40 MB
FRACTIONS = 2.0**32  # weights are whole fractions of 1: sums are the same in whatever order

# What is known of a word by its spelling alone, a bit for each.
CAPITAL = 1  # it begins with one
FIGURE = 2  # digits alone, two and more
NAMELESS = 4  # whatever its capital, it names nobody: a letter, a day
LONG = 8  # over two letters
NOTICE = 16  # a site's standing notice may have it
NUMBER = 32  # it begins with a digit
SPELLED = 64  # a number in words
DAY = 128  # a weekday or a month

LEAST_SPELLED = 2  # "one" is also somebody
NUMBER_WORDS = frozenset(word for word, value in WORD_VALUES.items() if value >= LEAST_SPELLED)
CALENDAR = frozenset((*WEEKDAYS, *MONTHS)) - {"may"}  # also a verb

# What is known of each word: itself and its stem as `word_hash` gives them, how much it tells, the
# bits above, how many letters it has.
KNOWN = np.dtype(
    [("word", "u8"), ("term", "u8"), ("mass", "f8"), ("bits", "u1"), ("length", "i4")], align=True
)

Rows = NDArray[np.uint32]
Bits = NDArray[np.uint8]

_MEETING = Lock()  # two newsrooms may read at once, each in a thread, and meet the same new word


class Lexicon:
    """The words of a language that were met, as they are spelt; each has a row in the columns.

    A mere memory: what stands in a row hangs on the word alone.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._spellings = no_spellings()
        self._told = 0  # up to where their entries were read
        self._known = Column(KNOWN)
        self.forms: list[str] = []  # of each word: folded

    @contextmanager
    def meeting(self, letters: int) -> Iterator[Spellings]:
        """Let a loop look words up that have so many letters in all, and meet those it lacks."""
        with _MEETING:
            self._spellings = with_room(self._spellings, letters)
            yield self._spellings
            self._lay_down()
        if len(self.forms) >= MOST_WORDS:
            lexicon.cache_clear()

    def _lay_down(self) -> None:
        """Write what is known of the words that were met last."""
        fresh = spelt_after(self._spellings, self._told)
        if not fresh:
            return
        forms = [*map(fold, fresh)]
        self._known.extend(np.array([*map(self._row, fresh, forms)], dtype=KNOWN))
        self.forms += forms
        self._told = int(self._spellings.ends[1])

    def _row(self, spelt: str, form: str) -> tuple[int, int, float, int, int]:
        own, root, mass = hashed(form), stem(form), weight(form, self._language)
        term = own if root == form else hashed(root)
        return own, term, round(mass * FRACTIONS) / FRACTIONS, _bits(spelt, form), len(spelt)

    def words(self, rows: Rows) -> Hashes:
        """Return the words of rows as `word_hash` gives them."""
        return self._of("word", rows)

    def terms(self, rows: Rows) -> Hashes:
        """Return their stems as `word_hash` gives them."""
        return self._of("term", rows)

    def masses(self, rows: Rows) -> NDArray[np.float64]:
        """Return how much they tell, as `weight` gives it, to 2^-32."""
        return self._of("mass", rows)

    def bits(self, rows: Rows) -> Bits:
        """Return what is known by their spelling alone."""
        return self._of("bits", rows)

    def lengths(self, rows: Rows) -> NDArray[np.int32]:
        """Return how many letters they have as they are spelt."""
        return self._of("length", rows)

    def _of(self, what: str, rows: Rows) -> NDArray[Any]:
        found: NDArray[Any] = self._known.all()[what][rows]
        return found


def _bits(spelt: str, form: str) -> int:
    return (
        CAPITAL * spelt[0].isupper()
        | FIGURE * (form.isdigit() and len(form) > 1)
        | NAMELESS * (len(form) == 1 or form in DAYS)
        | LONG * (len(form) > 2)
        | NOTICE * form.startswith(TELLTALE)
        | NUMBER * form[0].isdigit()
        | SPELLED * (form in NUMBER_WORDS)
        | DAY * (form in CALENDAR)
    )


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language that were met; when they are too many, another begins."""
    return Lexicon(language)
