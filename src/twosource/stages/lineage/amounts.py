"""See which amounts of an article another tells in other units: miles in metres, euros in yen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from twosource.model.annotated import Figure
from twosource.text.frames import YEAR
from twosource.text.hashes import word_hash
from twosource.text.normalize import read_words
from twosource.text.units import dollars_for, is_convertible, is_currency, to_base

MONEY = "money"
CELSIUS = "celsius"
CLOSE = 0.02  # relative: 26 miles for 42 km is 0.4 % off
ROUGH = 0.1  # relative: "three feet" for a metre, a short ton for a metric one
ROUNDED_FROM = 20.0  # smaller numbers are not rounded
ROUGHLY = 0.2  # relative: "30" for 25, "about 100" for 118
DEGREES = 0.6  # two temperatures nearer than this are one, rounded


Gauge = tuple[str, str]
"""What is measured, and in which unit."""


class Amount(NamedTuple):
    """A measured amount told outside the headline. No dataclass: a long report has dozens."""

    sentence: int  # its number among the telling ones
    gauge: Gauge
    value: float  # in the base unit of its kind, of money in its own currency
    step: float  # the size of its last digit that means something, in the same
    figures: frozenset[int]  # its digits as marks


Converted = tuple[Amount, Amount]
"""One amount as two articles tell it, each in its own unit."""


def amounts_in(figures: Iterable[Figure], text: str, starts: Sequence[int]) -> tuple[Amount, ...]:
    """Return the measures and sums of money in a body, by where its sentences start."""
    return tuple(_amounts(figures, text, starts))


def _amounts(figures: Iterable[Figure], text: str, starts: Sequence[int]) -> Iterator[Amount]:
    for figure in figures:
        unit = figure.unit
        if unit is None or not is_convertible(unit):
            continue
        value, base = to_base(figure.value, unit)
        zero, _ = to_base(0.0, unit)
        step, _ = to_base(last_digit(figure.value), unit)
        yield _amount(figure, text, starts, (_kind(unit, base), unit), (value, step - zero))


def numbers_in(figures: Iterable[Figure], text: str, starts: Sequence[int]) -> tuple[Amount, ...]:
    """Return all numbers of a body that may be rounded, each in the unit it is told in.

    A year is no such number: 2020 is not about 2024.
    """
    return tuple(
        _amount(each, text, starts, ("", each.unit or ""), (each.value, last_digit(each.value)))
        for each in figures
        if each.value >= ROUNDED_FROM and not YEAR.fullmatch(text, each.span.start, each.span.end)
    )


def _amount(
    figure: Figure, text: str, starts: Sequence[int], gauge: Gauge, told: tuple[float, float]
) -> Amount:
    forms = read_words(text[figure.span.start : figure.span.end]).forms
    digits = frozenset(map(word_hash, filter(str.isdigit, forms)))
    sentence = max(0, bisect_right(starts, figure.span.start) - 1)
    return Amount(sentence, gauge, *told, figures=digits)


def _kind(unit: str, base: str) -> str:
    """Return what a unit measures; an hour's pay is no sum of money."""
    money, stroke, below = unit.partition("/")
    return f"{MONEY}{stroke}{below}" if is_currency(money) else base


def last_digit(value: float) -> float:
    """Return the size of a number's last meaning digit: 10 for 240, 0.1 for 240.1."""
    digits, _, power = f"{value:.12e}".partition("e")
    meant = len(digits.rstrip("0").partition(".")[2])
    return 10.0 ** (int(power) - meant)


def converted(one: Sequence[Amount], other: Sequence[Amount]) -> tuple[Converted, ...]:
    """Return the amounts that each of two articles tells in a unit that the other does not use.

    Sums of money are one by a single rate, which their currencies may have had: whoever converts
    does so throughout, and the sums of two events differ each by another factor.
    """
    mine, theirs = ({amount.gauge for amount in each} for each in (one, other))
    kinds = {kind for kind, _ in mine - theirs} & {kind for kind, _ in theirs - mine}
    if not kinds:
        return ()
    met = [
        (left, right)
        for left, right in product(one, other)
        if left.gauge[0] == right.gauge[0] in kinds
        and left.gauge not in theirs
        and right.gauge not in mine
        and left.figures.isdisjoint(right.figures)  # "$284" is no conversion of "A$284"
    ]
    sums = [pair for pair in met if pair[0].gauge[0].startswith(MONEY)]
    measures = (pair for pair in met if not pair[0].gauge[0].startswith(MONEY))
    return (*(pair for pair in measures if _is_one(*pair)), *_by_one_rate(sums))


def rounded(one: Sequence[Amount], other: Sequence[Amount]) -> tuple[Converted, ...]:
    """Return the numbers of one of two articles that the other rounds, of that which rounds more.

    Whoever rounds a report does so throughout; the figures of two events are now the one's rounder,
    now the other's. What both tell alike is rounded by neither.
    """
    met = [
        (left, right)
        for left, right in product(one, other)
        if left.gauge == right.gauge
        and 0 < abs(left.value - right.value) <= max(left.step, right.step) / 2
        and abs(left.value - right.value) <= ROUGHLY * max(left.value, right.value)
    ]
    by_one = tuple(pair for pair in met if pair[0].step > pair[1].step)
    by_other = tuple(pair for pair in met if pair[0].step < pair[1].step)
    fewer, more = sorted((by_one, by_other), key=len)
    return more if len(more) > len(fewer) else ()


def _by_one_rate(met: Sequence[Converted]) -> list[Converted]:
    """Return the sums of money that are one by the rate that more are one by than by any other."""
    best: list[Converted] = []
    for left, right in met:
        gauges = left.gauge, right.gauge
        least, most = _rates(*gauges)
        if left.value <= 0 or not least <= right.value / left.value <= most:
            continue
        rate = right.value / left.value
        by_it = [
            pair
            for pair in met
            if (pair[0].gauge, pair[1].gauge) == gauges and _is_one(*pair, rate=rate)
        ]
        if _told(by_it) > _told(best):
            best = by_it
    return best


def _told(pairs: Sequence[Converted]) -> int:
    """Return how many sums they tell."""
    return min(len({pair[side].value for pair in pairs}) for side in (0, 1)) if pairs else 0


def _rates(one: Gauge, other: Gauge) -> tuple[float, float]:
    """Return between which rates one currency may have been changed into another since 2000."""
    here, there = dollars_for(one[1]), dollars_for(other[1])
    if here is None or there is None:
        return 0.0, 0.0
    return here[0] / there[1], here[1] / there[0]


def _is_one(left: Amount, right: Amount, *, rate: float = 1.0) -> bool:
    here, there = left.value * rate, right.value
    if left.gauge[0] == CELSIUS:
        return abs(here - there) <= DEGREES
    largest = max(abs(here), abs(there))
    rounded = min(ROUGH * largest, max(left.step * rate, right.step))
    return abs(here - there) <= max(CLOSE * largest, rounded)
