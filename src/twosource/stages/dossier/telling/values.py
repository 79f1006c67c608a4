"""Say whether two figures give one value, and how a value is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from twosource.model.annotated import Figure
from twosource.text.units import english_units, is_currency, to_base

ABOUT = 0.07  # "about 240" may stand for 225 to 257: half a step of two digits
ABOUT_FEW = 0.03  # "at least 84" is another toll than "nearly 80"
CONVERTED = 0.05  # "two miles" for 3 kilometres: both are rounded once more when converted
FARTHEST = CONVERTED + ABOUT  # two values further apart are never one
ROUNDED = 0.02  # without "about", a rounder figure is within a fiftieth of the exact one
EXACT_BELOW = 1000  # counts below are told to the last one: 14 dead and 15 dead differ


def unit_of(figure: Figure) -> str | None:
    """Return the base unit of a figure, None for a count of people or things."""
    return None if figure.unit is None else _base_of(figure.unit)


def one_value(one: Figure, other: Figure) -> bool:
    """Return whether two figures of one thing give the same value, rounding and ranges allowed.

    Miles and kilometres are laid side by side; money of two currencies never is.
    """
    if unit_of(one) != unit_of(other):
        return False
    left, right = ends_of(one), ends_of(other)
    if left[0] != left[1] or right[0] != right[1]:
        return left[0] <= right[1] and right[0] <= left[1]
    mine, yours = left[0], right[0]
    if mine == yours:
        return True
    apart = abs(mine - yours) / max(abs(mine), abs(yours))
    about = one.approximate or other.approximate
    if one.unit != other.unit and unit_of(one) is not None:
        return apart <= CONVERTED + (ABOUT if about else 0.0)
    if unit_of(one) is None and max(mine, yours) < EXACT_BELOW:
        return about and apart <= ABOUT_FEW
    if about:
        return apart <= ABOUT
    rounder, exact = sorted((one.value, other.value), key=digits)
    return apart <= ROUNDED and _round_to(exact, digits(rounder)) == rounder


def as_rough_as_told(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures of one thing, each as rough as the roughest of its value is told.

    Who writes "60,000" of what its source put at "about 60,000" has left a word out.
    """
    rough = {_key(each) for each in figures if each.approximate}
    return tuple(
        replace(each, approximate=True) if _key(each) in rough else each for each in figures
    )


def _key(figure: Figure) -> tuple[float, float | None, str | None]:
    return figure.value, figure.high, figure.unit


def ends_of(figure: Figure) -> tuple[float, float]:
    """Return the lower and the upper end of a figure in its base unit."""
    return _ends(figure.value, figure.high, figure.unit)


@lru_cache(maxsize=4096)
def _ends(value: float, high: float | None, unit: str | None) -> tuple[float, float]:
    high = value if high is None else high
    if unit is None or _base_of(unit) is None:
        return value, high
    return to_base(value, unit)[0], to_base(high, unit)[0]


def shown(figure: Figure, words: str) -> str:
    """Return a value as it is shown: counts in digits, the rest in the words of the text.

    So is a share that is told in words: "almost two thirds".
    """
    if unit_of(figure) is not None or 0 < figure.value < 1:
        return " ".join(words.split())
    low = _number(figure.value)
    return low if figure.high is None else f"{low} to {_number(figure.high)}"


def telling(value: float) -> float:
    """Return how unlikely it is that two sentences have a number by chance, 0 to 1.

    "Two" stands everywhere; 240.1, 187 or 1.2 million hardly for two things in one story.
    """
    count = digits(value)
    if count >= 3 or value != int(value):
        return 1.0
    if abs(value) >= 10_000:
        return 0.8  # "900,000": what is counted in such numbers is told once in a story
    return 0.0 if abs(value) <= 12 else 0.5


def digits(value: float) -> int:
    """Return how many digits of a number are told: 2 of 240, 4 of 240.1, 2 of 1,200,000."""
    plain = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    return len((plain if "." in plain else plain.rstrip("0")).replace(".", "").lstrip("0"))


def _round_to(value: float, count: int) -> float:
    return float(f"{value:.{max(count, 1)}g}")


@lru_cache(maxsize=4096)
def _base_of(unit: str) -> str | None:
    """Return the base of a unit of measures or money, None for the noun of what is counted."""
    measured = unit.partition("/")[0] in frozenset(english_units().names.values())
    return to_base(0.0, unit)[1] if measured or is_currency(unit) else None


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"
