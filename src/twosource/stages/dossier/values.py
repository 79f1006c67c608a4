"""Say whether two figures give one value, and how a value is shown."""

from __future__ import annotations

from twosource.model.annotated import Figure

COUNTS = frozenset({None, "person", "people", "count"})
ABOUT = 0.07  # "about 240" may stand for 225 to 257: half a step of two digits
ROUNDED = 0.02  # without "about", a rounder figure is within a fiftieth of the exact one
EXACT_BELOW = 1000  # counts below are told to the last one: 14 dead and 15 dead differ


def one_value(one: Figure, other: Figure) -> bool:
    """Return whether two figures of one thing give the same value, rounding and ranges allowed."""
    if one.high is not None or other.high is not None:
        return _low(one) <= _high(other) and _low(other) <= _high(one)
    if one.value == other.value:
        return True
    apart = abs(one.value - other.value) / max(abs(one.value), abs(other.value))
    if one.approximate or other.approximate:
        return apart <= ABOUT
    if one.unit in COUNTS and max(one.value, other.value) < EXACT_BELOW:
        return False
    rounder, exact = sorted((one.value, other.value), key=digits)
    return apart <= ROUNDED and _round_to(exact, digits(rounder)) == rounder


def shown(figure: Figure, words: str) -> str:
    """Return a value as it is shown: counts in digits, the rest in the words of the text."""
    if figure.unit not in COUNTS:
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
    return 0.0 if abs(value) <= 12 else 0.5


def digits(value: float) -> int:
    """Return how many digits of a number are told: 2 of 240, 4 of 240.1, 2 of 1,200,000."""
    plain = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    return len((plain if "." in plain else plain.rstrip("0")).replace(".", "").lstrip("0"))


def _round_to(value: float, count: int) -> float:
    return float(f"{value:.{max(count, 1)}g}")


def _low(figure: Figure) -> float:
    return figure.value


def _high(figure: Figure) -> float:
    return figure.value if figure.high is None else figure.high


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"
