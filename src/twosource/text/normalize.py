"""Cut a text into words, fold them to one spelling, and keep where each of them stands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

# Scripts written without blanks give one word per character: five of them are a shingle too.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
WORD = re.compile(rf"([{UNSPACED}]|[^\W_{UNSPACED}]+)")
_BUILT_IN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i"})
LEAST_STEM = 4  # shorter stems ("us", "gas", "wed") join words that mean different things


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text in reading order: folded forms, and code points where each stands."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)


def read_words(text: str) -> Words:
    """Return the words of a text; digits are words, marks and underscores are not."""
    pieces = WORD.split(_lowered(text))  # what lies between words, and words, by turns
    bounds = list(accumulate(map(len, pieces)))
    return Words(
        forms=tuple([form if form.isascii() else fold(form) for form in pieces[1::2]]),
        starts=tuple(bounds[:-1:2]),
        ends=tuple(bounds[1::2]),
    )


def _lowered(text: str) -> str:
    """Return a text in lower case, but for letters that become two: all stay where they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word in lower case and without accents: outlets differ in both."""
    lower = word.lower()
    if lower.isascii():
        return lower
    return without_accents(lower) or lower


def without_accents(text: str) -> str:
    """Return a text without its accents, which papers write or leave out; its case stays."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if not unicodedata.combining(each))


def plain_letters(text: str) -> str:
    """Return a text without its accents, letters that have them built in as papers spell them."""
    return without_accents(text).translate(_BUILT_IN)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a folded word without the commonest English endings ("talks", "talked", "talking").

    Light on purpose: a stem that joins too much makes two events look alike. Words of other
    languages lose a plural s now and then, which does no harm.
    """
    if not word.isascii() or word.isdigit():
        return word
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM - (ending == "s"):
            if ending == "s" and word.endswith(("ss", "us", "is")):
                return word
            base = word[: len(word) - len(ending)] + instead
            if ending in ("ing", "ed"):
                base = _undoubled(base)
            return base.removesuffix("e") if len(base) > LEAST_STEM else base
    return word.removesuffix("e") if len(word) > LEAST_STEM else word


def _undoubled(base: str) -> str:
    """Return "stop" for "stopp"; "kill" and "pass" stay as they are."""
    if len(base) > LEAST_STEM and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base
