"""Say whether two figures tell one amount: equal, rounded, a bound of it, or converted."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from twosource.stages.dossier.figures.quantity import Quantity

EQUAL = 1e-9  # relative: two ways of writing one number
CONVERTED = 0.02  # relative: "26 miles" for 42 km is 0.4 % off
ROUGHLY = 0.08  # relative, of "about two miles" and "about 3 kilometres", of 20 miles and 30 km
NEAR = 0.05  # relative: what is further off is another number, not a rounder one
ROUNDED = 0.025  # relative, of one digit and without "about": $7,000 is not $7,348
NARROW = 1.5  # times its lower end; "40 to 70 percent" is no way to tell 50
BOUND_REACH = 0.4  # relative: "more than 200" may tell 276, "more than 1,000" not 1,900
NEARLY = 0.12  # relative: "nearly 1,000" is no way to tell 850
WORDED_STEP = 0.2  # relative: "a quarter" is nearer than a fifth or a third
# Relative: how far the sizes of one unit lie apart, American and British, long and short.
OF_SEVERAL_SIZES = {"ton": 0.11, "gallon": 0.18, "pint": 0.18, "quart": 0.18, "ounce": 0.1}
LEAST_ROUNDED = 100  # people; fewer are counted one by one
VALUES_HELD = 20_000  # each value is set beside those of all other reports
DEGREES = 0.6  # two temperatures nearer than this are one, rounded


def same_value(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures tell the same amount, rounding and conversion allowed."""
    return _may_be_one(one, other) and (
        is_equal(one, other) or _rounded(one, other) or is_converted(one, other)
    )


def _may_be_one(one: Quantity, other: Quantity) -> bool:
    """Return whether two amounts are near enough that a look at how they are told is worth it.

    No bound or rounding reaches further than `BOUND_REACH`; ranges and degrees may.
    """
    if one.base_high is not None or other.base_high is not None:
        return True
    if "celsius" in (one.figure.unit, other.figure.unit):
        return True
    return abs(one.base - other.base) <= BOUND_REACH * max(abs(one.base), abs(other.base))


def is_equal(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are one number in one unit, however it is written."""
    counted = one.unit == other.unit or not (one.is_measured or other.is_measured)
    return (
        (counted or {one.unit, other.unit} == {"ton", "tonne"})
        and math.isclose(one.base, other.base, rel_tol=EQUAL)
        and (one.base_high is None) == (other.base_high is None)
        and math.isclose(one.base_high or 0, other.base_high or 0, rel_tol=EQUAL)
    )


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Return whether the rougher number is the finer one rounded to its own last digit.

    Also when one says that it is rough ("about 240", "more than 240") and lies within five per
    cent, and when a range holds the other value. Tolls are counted, not rounded: "10" is not "14".
    """
    if one.unit != other.unit and (one.is_measured or other.is_measured):
        return False
    if _in_range(one, other) or _in_range(other, one):
        return True
    if one.base_high is not None or other.base_high is not None:
        return False
    rough, exact = rougher_first(one, other)
    if rough.outcome and rough.base < LEAST_ROUNDED:
        return False
    if _is_told_as_bound(rough):
        # Of two bounds as rough neither is told of the other alone: "more than 5", "more than 6".
        as_rough = _roughness(rough) == _roughness(exact)
        return _bounds(rough, exact) and (not as_rough or _bounds(exact, rough))
    if rough.figure.approximate or exact.figure.approximate:
        return math.isclose(one.base, other.base, rel_tol=NEAR)
    digits, step = meaning_digits(rough), _step_of(rough)
    if rough.is_worded_share:  # "one in five" is nearer to 21 per cent than "a quarter" is
        return abs(rough.base - exact.base) <= step / 2 * (1 + EQUAL)
    return (
        digits < meaning_digits(exact)
        and abs(rough.base - exact.base) <= step / 2 * (1 + EQUAL)
        and math.isclose(rough.base, exact.base, rel_tol=NEAR if digits > 1 else ROUNDED)
    )


def rougher_first(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Return two figures, the rougher first: of fewer digits, or else told as a bound."""
    return (other, one) if _roughness(other) < _roughness(one) else (one, other)


def _roughness(each: Quantity) -> tuple[int, bool]:
    return meaning_digits(each), not _is_told_as_bound(each)


_ABOVE = re.compile(r"(?:more than|over|well over|just over|at least)\s", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:less than|fewer than|under|just under|almost|nearly|close to|at most|up to|"
    r"as (?:many|much) as)\s",
    re.I,
)


def _is_told_as_bound(each: Quantity) -> bool:
    return bool(_ABOVE.match(each.words) or _BELOW.match(each.words))


def _bounds(rough: Quantity, exact: Quantity) -> bool:
    """Return whether a bound is a way to tell a number: "more than 20,000" for 23,500.

    The number lies on the bound's side, within one step of the bound's last digit.
    """
    step = _step_of(rough)
    if _ABOVE.match(rough.words):
        reach = min(step, rough.base * BOUND_REACH)
        return rough.base <= exact.base <= rough.base + reach
    reach = min(step, rough.base * NEARLY)
    return bool(_BELOW.match(rough.words)) and rough.base - reach < exact.base <= rough.base


def _in_range(range_: Quantity, other: Quantity) -> bool:
    return (
        range_.base_high is not None
        and other.base_high is None
        and range_.base <= other.base <= range_.base_high
        and (bool(range_.outcome) or range_.base_high <= NARROW * range_.base)
    )


def meaning_digits(each: Quantity) -> int:
    """Return how many digits of a value mean something: 2 for 240, 4 for 240.1, 1 for 3 million.

    0 for a share in words, which is rougher than any number.
    """
    return 0 if each.is_worded_share else digits(each.figure.value) + _noughts(each)


def _step_of(each: Quantity) -> float:
    """Return in the base unit how fine a number is told, a fifth of a share in words."""
    if each.is_worded_share:
        return WORDED_STEP * each.base
    step = _step(each.figure.value) * 0.1 ** _noughts(each)
    return step * each.base / (each.figure.value or 1.0)


_NOUGHTS = re.compile(r"\d\.\d*[1-9](?P<noughts>0+)(?!\d)")


def _noughts(each: Quantity) -> int:
    """Return how many noughts a decimal fraction ends in, for they are told on purpose: "1.10"."""
    found = _NOUGHTS.search(each.words)
    return len(found["noughts"]) if found else 0


@lru_cache(maxsize=VALUES_HELD)
def digits(value: float) -> int:
    """Return how many digits of a number are told: 2 of 240, 4 of 240.1, 2 of 1,200,000."""
    return len(f"{value:.12g}".replace(".", "").strip("0").split("e")[0])


@lru_cache(maxsize=VALUES_HELD)
def _step(value: float) -> float:
    """Return the size of a number's last meaning digit: 10 for 240, 0.1 for 240.1."""
    shown = f"{value:.12g}"
    if "e" in shown:
        return 10.0 ** math.floor(math.log10(abs(value))) if value else 1.0
    if "." in shown:
        return float(10.0 ** -len(shown.split(".")[1]))
    return float(10 ** (len(shown) - len(shown.rstrip("0"))))


def is_converted(one: Quantity, other: Quantity) -> bool:
    """Return whether the figures are one amount in two units of one dimension."""
    if one.unit == other.unit or one.dimension != other.dimension:
        return False
    if not (one.is_measured and other.is_measured):
        return False
    if "celsius" in (one.unit, other.unit):
        return abs(one.base - other.base) <= DEGREES
    rough = any(each.figure.approximate and not _is_bound(each) for each in (one, other))
    digits = meaning_digits(one), meaning_digits(other)
    loose = ROUGHLY if rough or max(digits) == 1 else NEAR if min(digits) == 1 else CONVERTED
    loose = max(
        loose,
        *(OF_SEVERAL_SIZES.get((each.unit or "").rpartition("/")[2], 0.0) for each in (one, other)),
    )
    apart = abs(one.base - other.base)
    rounded = rough and max(map(meaning_digits, (one, other))) == 1
    if rounded and 2 * apart <= min(_step_of(one), _step_of(other)):
        return True  # "a mile or so" for "about 2 kilometres": each is the other, rounded
    return math.isclose(one.base, other.base, rel_tol=loose)


_BOUND = re.compile(
    r"(?:up to|at (?:most|least)|(?:more|less|fewer) than|(?:well )?over|under)\s", re.IGNORECASE
)


def _is_bound(each: Quantity) -> bool:
    """Return whether a number is told as the least or most there is: "a range of up to 500"."""
    return bool(_BOUND.match(each.words))


def leaves_room(low: Quantity) -> bool:
    """Return whether a number is told as the least there is: "at least 80" leaves room for 84."""
    return bool(_ABOVE.match(low.words))


def as_rough_as_told(group: Sequence[Quantity]) -> list[Quantity]:
    """Return figures of one thing, each as rough as the roughest of its value is told.

    Who writes "60,000" of what its source put at "about 60,000" has left a word out.
    """
    rough = {_value(each) for each in group if each.figure.approximate}
    return [
        replace(each, figure=replace(each.figure, approximate=True))
        if _value(each) in rough and not each.figure.approximate
        else each
        for each in group
    ]


def _value(each: Quantity) -> tuple[float, float | None, str | None]:
    return each.figure.value, each.figure.high, each.figure.unit
