"""Read the figures that an article tells, each in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.text.normalize import Words
from twosource.text.number_words import WORD_VALUES

FIGURE = re.compile(
    r"(?<![\w.,])(?:(?P<day>\d{1,2}),\s?(?P<year>(?:19|20)\d\d)(?!,?\d)"
    r"|\d{1,3}(?:,\s?\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?)"
)
LEAST_SPELLED = 13  # papers spell smaller numbers anywhere, and they tell little; in all or none
SPELLED = {word: int(value) for word, value in WORD_VALUES.items() if value >= LEAST_SPELLED}
TENS = frozenset(word for word, value in SPELLED.items() if value % 10 == 0)
HYPHENS = frozenset("-\u2010\u2011")
WRITTEN_OUT = {"hundred": 100, "thousand": 1000}  # with all their digits, where digits are used
ONES = {word: int(value) for word, value in WORD_VALUES.items() if 0 < value < 10}


def figures_in(text: str) -> frozenset[str]:
    """Return the figures of a text, "4.50" and "4.5" as one, "64,000" as "64000".

    A day with its year ("May 2, 2013") is one figure, "2, 2013", and not some two thousand.
    """
    return frozenset(_figure(found) for found in FIGURE.finditer(text))


def _figure(found: re.Match[str]) -> str:
    if found["day"]:
        return f"{found['day']}, {found['year']}"
    bare = re.sub(r"[,\s]", "", found[0])
    return bare.rstrip("0").rstrip(".") if "." in bare else bare


def spelled_figures(text: str, words: Words) -> Iterator[tuple[int, str]]:
    """Yield English number words from 13 up as figures, with the place of their first word.

    A sentence that opens with "Thirty-four pupils" tells what another tells of 34, and "Sixty
    thousand homes" what another tells of 60,000. Millions stay aside, as they do behind digits:
    "twenty million" is told like "20 million".
    """
    for place, form in enumerate(words.forms):
        if form in SPELLED:
            value, following = SPELLED[form], place + 1
            if form in TENS and _beside(text, words, following) in HYPHENS:
                ones = ONES.get(words.forms[following], 0)
                value, following = value + ones, following + bool(ones)
            if _beside(text, words, following) == " ":
                value *= WRITTEN_OUT.get(words.forms[following], 1)
            yield place, str(value)


def _beside(text: str, words: Words, place: int) -> str:
    """Return what stands between a word and the one before it; a full stop behind the last."""
    if place >= len(words):
        return "."
    return text[words.ends[place - 1] : words.starts[place]]
