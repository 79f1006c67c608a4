"""A quantity on its way to becoming a figure: a number with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.stages.annotate.figures.nouns import Noun

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what belongs to it; all offsets count in the part's text."""

    start: int  # of the whole: currency sign, number, unit, counted noun
    end: int
    number_start: int
    number_end: int
    value: float
    high: float | None = None
    unit: str | None = None
    noun: Noun | None = None  # what is counted
    vague: bool = False
    words: bool = False
    scaled: bool = False
    sign: str = ""  # "+" or "-" where one stands before the number
    score: bool = False
