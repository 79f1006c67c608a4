"""Read the figures that are written alike in most languages: digits with a sign for their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.stages.annotate.figures.quantity import Quantity, Stretch
from twosource.text.units import currency_before, unit_behind

_NUMBER = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:(?P<mark>[.,\u00a0\u202f ])\d{3}(?:(?P=mark)\d{3})*)(?:[.,]\d{1,2})?"
    r"|\d+(?:[.,]\d{1,2})?)(?![.,]?\d)"
)


def plain_quantities(
    text: str, start: int, end: int, dated: Sequence[Stretch]
) -> Iterator[Quantity]:
    """Yield numbers in digits that have a unit's symbol: "12 km", "€ 3,50", "25 %".

    A comma or point followed by three digits groups thousands, followed by one or two it begins
    the decimals; a number without a symbol is left alone, for its noun is not known.
    """
    for found in _NUMBER.finditer(text, start, end):
        if any(found.start() < stop and begin < found.end() for begin, stop in dated):
            continue
        currency = currency_before(text, found.start())
        behind = unit_behind(text, found.end(), digits=True)
        unit = currency or behind
        if unit is None or (
            behind
            and not currency
            and text[behind.start : behind.end].isalpha()
            and len(text[behind.start : behind.end]) > 3
        ):
            continue
        yield Quantity(
            start=currency.start if currency else found.start(),
            end=behind.end if behind and not currency else found.end(),
            number_start=found.start(),
            number_end=found.end(),
            value=_value(found.group()),
            unit=unit.unit,
        )


def _value(digits: str) -> float:
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    whole = digits[: decimals.start()] if decimals else digits
    return float(re.sub(r"\D", "", whole) + (f".{decimals[1]}" if decimals else ""))
