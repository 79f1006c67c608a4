"""Look up the words of texts: the numbers of each and of its stem, and how much it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from twosource.text.hashes import hashed
from twosource.text.normalize import stem
from twosource.text.shingles import Hashes
from twosource.text.weights import weight

MOST_WORDS = 200_000  # of one language in memory, some 50 MB
FRACTIONS = 2.0**32  # weights are whole fractions of 1: sums are the same in whatever order
ENTRY = np.dtype([("word", "=u8"), ("term", "=u8"), ("mass", "=f8"), ("figure", "=u8")])
PACKED = Struct("=QQdQ")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Looked:
    """The words of texts as columns, in reading order."""

    words: Hashes  # as `word_hash` gives them
    terms: Hashes  # of their stems
    masses: NDArray[np.float64]  # as `weight` gives them, to 2^-32
    figures: NDArray[np.bool_]  # digits alone, two and more

    def __len__(self) -> int:
        return len(self.words)


def look_up(texts: Iterable[tuple[Sequence[str], str]]) -> Looked:
    """Return what the folded words of texts are, each text beside its language.

    The words of all texts stand one after the other; each is worked out once for all texts.
    """
    packed = [b"".join(map(_lexicon(language).__getitem__, forms)) for forms, language in texts]
    entries = np.frombuffer(b"".join(packed), dtype=ENTRY)
    return Looked(
        words=entries["word"].copy(),
        terms=entries["term"].copy(),
        masses=entries["mass"].copy(),
        figures=entries["figure"] != 0,
    )


class _Lexicon(dict[str, bytes]):
    """The words of a language that were met; a mere memory, which forgets all when it is full."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, form: str) -> bytes:
        if len(self) >= MOST_WORDS:
            self.clear()
        mass = round(weight(form, self._language) * FRACTIONS) / FRACTIONS
        figure = form.isdigit() and len(form) > 1
        self[form] = entry = PACKED.pack(hashed(form), hashed(stem(form)), mass, figure)
        return entry


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(language)
