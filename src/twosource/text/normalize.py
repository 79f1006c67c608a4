"""Cut a text into words, fold them to one spelling, and keep where each of them stands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Scripts written without blanks give one word per character: five of them are a shingle too.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
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
    spans = [found.span() for found in WORD.finditer(text)]
    return Words(
        forms=tuple([fold(text[start:end]) for start, end in spans]),
        starts=tuple([start for start, _ in spans]),
        ends=tuple([end for _, end in spans]),
    )


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word in lower case and without accents: outlets differ in both."""
    lower = word.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower)
    return "".join(each for each in apart if not unicodedata.combining(each)) or lower


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
