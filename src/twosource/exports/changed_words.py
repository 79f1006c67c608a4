"""Mark the words inside quotation marks that differ from the fullest wording of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_WORD = re.compile(r"\S+")
_OPENS, _CLOSES = "“„«", "”»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a wording that is, or is not, as the fullest wording has it."""

    words: str
    changed: bool


def marked(fullest: str, other: str) -> tuple[Piece, ...]:
    """Return the other wording in pieces; together they are its words.

    Compared are words without case and punctuation, and where a wording has quotation marks only
    what stands between them: outside, a reporter's own words may differ. Words left out are not
    marked, for nothing stands in their place.
    """
    stretches = [(found.start(), found.end()) for found in _WORD.finditer(other)]
    words = [other[start:end] for start, end in stretches]
    inside = list(_inside(words))
    compared = [at for at, quoted in enumerate(inside) if quoted]
    keys = [_key(words[at]) for at in compared]
    whole = _WORD.findall(fullest)
    full_keys = [_key(word) for word, quoted in zip(whole, _inside(whole), strict=True) if quoted]
    changed: set[int] = set()
    matcher = SequenceMatcher(None, full_keys, keys, autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        if tag in ("replace", "insert"):
            changed.update(compared[start:end])
    return tuple(_pieces(other, stretches, changed))


def _inside(words: list[str]) -> Iterator[bool]:
    """Yield for each word whether it stands in quotation marks; all do where there are none."""
    has_marks = any(mark in word for word in words for mark in _OPENS)
    quoted = not has_marks
    for word in words:
        quoted = quoted or any(mark in word for mark in _OPENS)
        yield quoted
        if has_marks and any(mark in word for mark in _CLOSES):
            quoted = False


def _key(word: str) -> str:
    return "".join(character for character in word.casefold() if character.isalnum())


def _pieces(text: str, words: list[tuple[int, int]], changed: set[int]) -> Iterator[Piece]:
    """Yield the text cut at the first and last letter of each run of changed words."""
    at = 0
    for first, last in _runs(sorted(changed)):
        start, end = words[first][0], words[last][1]
        if at < start:
            yield Piece(words=text[at:start], changed=False)
        yield Piece(words=text[start:end], changed=True)
        at = end
    if at < len(text):
        yield Piece(words=text[at:], changed=False)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of numbers that follow each other."""
    for _, each in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in each]
        yield run[0], run[-1]
