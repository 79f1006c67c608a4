"""Say how a value is shown, and how much it tells that two sentences have it."""

from __future__ import annotations

from twosource.stages.dossier.figures.alike import digits
from twosource.stages.dossier.figures.quantity import Quantity


def shown(quantity: Quantity, words: str) -> str:
    """Return a value as it is shown: counts in digits, the rest in the words of the text.

    So is a share that is told in words: "almost two thirds".
    """
    if quantity.is_measured:
        return " ".join(words.split())
    low, high = quantity.figure.value, quantity.figure.high
    return _number(low) if high is None else f"{_number(low)} to {_number(high)}"


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


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"
