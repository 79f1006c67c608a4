"""Give a headline the small letters of running text, so that names can be found in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MOSTLY_CAPITAL = 0.6  # of a text's words; running news text has about .15


@cache
def english_words() -> frozenset[str]:
    """Return the words that news in English writes with a small letter when no sentence starts."""
    table = files("twosource.languages").joinpath("tables", "english-small.txt")
    return frozenset(table.read_text("utf-8").split()[0:])


def _first_capital(word: str) -> str:
    """Return a shouted word as a name is written: "O'CONNELL" as "O'Connell"."""
    start = 2 if word[:1] in "OD" and word[1:2] in ("'", "’") and len(word) > 3 else 0
    return word[:start] + word[start : start + 1] + word[start + 1 :].lower()


def true_case(text: str, is_small: Callable[[str], bool]) -> str:
    """Return the text with ordinary words in small letters; its length never changes.

    Only a text that is mostly capitalised is touched. Words `is_small` does not know keep a
    capital: they may be names. In a text all in capitals they keep only the first one, so that
    "PUTIN ARRIVES" gives "Putin arrives".
    """
    words = [found[0] for found in _WORD.finditer(text)]
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    if not cased or sum(word[0].isupper() for word in cased) < _MOSTLY_CAPITAL * len(cased):
        return text
    shouted = all(word.isupper() for word in cased)

    def lowered(found: re.Match[str]) -> str:
        word = found[0]
        if len(word.lower()) != len(word) or (word.isupper() and len(word) > 1 and not shouted):
            return word
        if found.start() > 0 and is_small(word.lower()):
            return word.lower()
        return _first_capital(word) if shouted else word

    return _WORD.sub(lowered, text)
