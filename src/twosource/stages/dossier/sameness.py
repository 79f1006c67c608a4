"""Measure how far two sentences say the same: by the words that carry meaning, folded to stems."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.text.normalize import fold, stem
from twosource.text.tabled import table

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


STOP_WORDS = word_set(table("words-en.toml")["stop_words"])


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning; numbers stay as they are."""
    return frozenset(
        stem(fold(one_spelling(word)))
        for word in words_of(text)
        if word not in STOP_WORDS and len(word) > 1
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without possessive endings."""
    return list(_words(text))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    found = (match.group().lower().replace("’", "'") for match in _WORD.finditer(text))
    return tuple(word.removesuffix("'s") for word in found)


def one_spelling(word: str) -> str:
    """Return a word as American papers spell it: "favour" as "favor", "realised" as "realized".

    Two spellings of one word are no change of a quote.
    """
    if word == "okay" or len(word) < 5:
        return "ok" if word == "okay" else word
    if word in _BRITISH:
        return _BRITISH[word]
    word = _ISE.sub(r"\1z\2", word)
    return _OUR.sub(r"\1or\2", word)


_ISE = re.compile(r"^(\w{3,}[ai])s(e|ed|es|ing|ation|ations)$")
_OUR = re.compile(r"^(\w{2,}[^aeio])our(s|ed|ing|able|ite|ites|hood|ly)?$")
_BRITISH: dict[str, str] = table("spelling-en.toml")["american"]


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of common words, 0 to 1 (Dice); two empty sets are not alike."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))
