"""Read which numbers a notice calls wrong, and leave out those that it puts in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.text.numbers import Number, read_numbers

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATES = re.compile(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}|\b(?:19|20)\d\d\b")
_INSTEAD = re.compile(r"\b(?:not|instead of|rather than|sted)\b", re.I)
_PUT_RIGHT = re.compile(
    r"should have (?:said|read|been|given)|\bcorrect \w+ (?:is|was)|;|\bin fact\b", re.I
)
_QUOTED = re.compile(r"[“\"‘][^”\"’]{8,200}[”\"’]")


_SAID_WRONGLY = re.compile(
    r"\b(?:(?:wrongly|incorrectly|erroneously|mistakenly|inaccurately|falsely) \w+"
    r"|misstated|misreported|misidentified|misspelled)\b",
    re.I,
)


def told_wrongly(words: str) -> str:
    """Return what of a notice is said to be wrong, without what names the report.

    "Our report on the ferry Marit misspelled the captain's name": not that the ferry sank.
    """
    found = _SAID_WRONGLY.search(words)
    return words[found.end() :] if found is not None else words


def wrong_numbers(words: str, then: str = "") -> frozenset[float]:
    """Return the numbers that a sentence calls wrong, and those the next one does ("not 14")."""
    return frozenset((*_wrong(words), *_after_not(then)))


def _wrong(words: str) -> Iterator[float]:
    """Yield the numbers of a notice: where two stand against each other, the one that was told."""
    against = list(_after_not(words))
    if against:
        yield from against
        return
    right = _PUT_RIGHT.search(words)
    end = right.start() if right is not None else len(words)
    yield from (each.value for each in _numbers(words) if each.start < end)


def _after_not(words: str) -> Iterator[float]:
    """Yield each number that follows a "not" in its clause: "12, not 14"."""
    told = list(_numbers(words))
    for found in _INSTEAD.finditer(words):
        after = (each for each in told if found.end() <= each.start <= found.end() + 20)
        number = next(after, None)
        if number is not None and any(each.end <= found.start() for each in told):
            yield number.value


def _numbers(words: str) -> Iterator[Number]:
    """Yield the numbers of a sentence but for dates and what a headline says."""
    for beside in (_DATES, _QUOTED):
        words = beside.sub(lambda found: " " * len(found[0]), words)
    return read_numbers(words)
