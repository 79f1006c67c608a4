"""Tell numbers that are no figures: parts of names and words, labels, list numbers."""

from __future__ import annotations

import re

from twosource.stages.annotate.figures_quantity import Quantity
from twosource.text.numbers import Number
from twosource.text.tabled import words_of
from twosource.text.units import UnitFound

_WORD_BEFORE = re.compile(r"([A-Za-z][\w’'.&]*)$")


_HYPHEN_BEFORE = re.compile(r"([A-Za-z]+)[-\u2010\u2011]$")


_MAY_JOIN = words_of("figures-en.toml", "may_join")
_LABELS = words_of("figures-en.toml", "labels")
_NO_NAMES = words_of("figures-en.toml", "no_names")


def is_part_of_a_word(text: str, number: Number, currency: UnitFound | None) -> bool:
    """Return whether letters or digits make the number part of something longer: "COVID-19"."""
    before = text[max(0, number.start - 12) : number.start]
    after = text[number.end : number.end + 6]
    if number.words:
        return before[-1:] in ("-", "’", "'") and before[-2:-1].isalpha()
    if re.match(r"(?:st|nd|rd|th)\b", after) or re.match(r":\d|\.\d|,\d{3}\b", after):
        return True
    if currency is None:
        if before[-1:].isalpha() or before[-1:] in "#@_":
            return True
        joined = _HYPHEN_BEFORE.search(before)
        if joined and joined[1].lower() not in _MAY_JOIN:
            return True
    if re.search(r"\d[-\u2013.]$", before) and re.match(r"[-\u2013]\d{3}", after):
        return True
    return bool(re.search(r"\d{3}[-.\s]\d{3}[-.\s]$|\+\d[\d\s]*$", before))


def is_label(text: str, start: int, number: Number) -> bool:
    """Return whether the number only numbers something: "No. 10", "Game 7", "1." in a list."""
    before = text[start : number.start]
    if not before.strip(" \t*•-–(") and re.match(r"[.)]\s", text[number.end : number.end + 2]):
        return True
    word = re.search(r"([A-Za-z.]+)\s$", before)
    if not word or number.scaled:
        return False
    label = word[1].lower()
    if label in ("top", "final", "last", "first", "class", "group", "unit", "day", "week", "area",
                 "line", "act", "type", "category", "level", "season", "stage"):  # fmt: skip
        return (word[1][0].isupper() and len(before) > len(word[0])) or label in (
            "category",
            "level",
            "type",
            "stage",
        )
    return label in _LABELS and not re.match(
        r"\s?%|\s(?:per|million|billion)", text[number.end : number.end + 9]
    )


def is_name_number(text: str, whole: Quantity) -> bool:
    """Return whether a bare number belongs to a name before it: "iPhone 11", "S&P 500"."""
    if whole.words or whole.scaled:
        return False
    word = _WORD_BEFORE.search(text[max(0, whole.start - 24) : whole.start].rstrip(" \u00a0-"))
    if not word or text[whole.start - 1 : whole.start] not in (" ", "\u00a0", "-"):
        return False
    name = word[1]
    return any(letter.isupper() for letter in name) and name not in _NO_NAMES


def is_lone_one(text: str, whole: Quantity) -> bool:
    """Return whether "one" is a pronoun here: "no one", "one of", "the first one"."""
    return whole.words and whole.value in (0.0, 1.0)
