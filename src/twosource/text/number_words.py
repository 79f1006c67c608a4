"""The words and signs for numbers, and what they are worth: "dozen", "billion", "twenty-first"."""

from __future__ import annotations

import re

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
}
LETTER_SCALES = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9}
_SMALL = tuple(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""".split()
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORD_VALUES = {word: float(value) for value, word in enumerate(_SMALL)} | {
    word: 20.0 + 10 * place for place, word in enumerate(_TENS)
}
WORD_SCALES = {
    word: SCALES[word]
    for word in ("hundred", "thousand", "million", "billion", "trillion", "dozen")
}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
POINTS = {"half": 1 / 2, "quarter": 1 / 4, "three-quarter": 3 / 4}
# Units of which a half is told in words; "half a loaf" measures nothing.
HALVED = (
    *"""mile kilometre kilometer metre meter inch foot acre hectare tonne ton kilo pound ounce pint
    litre liter gallon second minute day week month year decade century degree percent
    percentage-point""".split(),
    *("square mile", "per cent", "percentage point"),
)
GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅕": 1 / 5}
# "dozens" is one to ten times the word's number: no text says more exactly.
VAGUE = {
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
VAGUE_TIMES = {"tens": 10.0, "hundreds": 100.0, "dozens": 12.0, "thousands": 1e3}


def value_of_words(words: str) -> float:
    """Return the value of number words: "two hundred and five" 205, "twenty-one" 21.

    "several hundred" counts as one hundred: the caller knows that it is vague.
    """
    total, group, seen = 0.0, 0.0, False
    for word in re.split(r"[\s\-\u2010\u2011]+", words.lower()):
        if word in WORD_VALUES:
            group += WORD_VALUES[word]
            seen = True
        elif word in SCALES:
            scale = SCALES[word]
            group = (group if seen else 1.0) * scale
            seen = True
            if scale >= 1e3:
                total, group, seen = total + group, 0.0, False
    return total + group


_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    "twentieth": 20,
    "thirtieth": 30,
}


def ordinal_value(words: str) -> int:
    """Return the number of an ordinal in words among others, 0 where none stands.

    Up to "thirty-first": for the days of a month.
    """
    for word in re.split(r"\s", words.lower()):
        tens, _, last = word.rpartition("-")
        base = int(WORD_VALUES.get(tens, 0)) if tens else 0
        if last in _ORDINALS:
            return base + _ORDINALS[last]
        if last.endswith("th") and last[:-2] in WORD_VALUES:
            return base + int(WORD_VALUES[last[:-2]])
    return 0
