"""Put numbers, units and counted nouns together to quantities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.stages.annotate.figures_guard import (
    is_label,
    is_lone_one,
    is_name_number,
    is_part_of_a_word,
)
from twosource.stages.annotate.figures_nouns import noun_behind
from twosource.stages.annotate.figures_quantity import Quantity, Stretch
from twosource.stages.annotate.figures_ranges import join_ranges, share_units
from twosource.stages.annotate.figures_units import (
    as_age,
    is_no_unit,
    is_scale_letter,
    money_told,
    settled_unit,
    sign_before,
    with_rate,
)
from twosource.text.numbers import LETTER_SCALES, Number, read_numbers
from twosource.text.units import UnitFound, currency_before, unit_behind


def read_quantities(
    text: str, start: int, end: int, dated: Sequence[Stretch], dollar: str
) -> tuple[Quantity, ...]:
    """Return the quantities of one sentence in reading order.

    `dated` are the stretches of dates and clock times, whose numbers are none. `dollar` is what a
    plain "$" stands for. Numbers that are part of a name ("iPhone 11", "COVID-19"), ordinals,
    list numbers and telephone numbers are left out.
    """
    found: list[Quantity] = []
    for number in read_numbers(text, start, end):
        if any(number.start < stop and begin < number.end for begin, stop in dated):
            continue
        if found and number.start < found[-1].end:
            if number.start < found[-1].number_end or found[-1].noun is None:
                continue
            found[-1] = _without_noun_after(found[-1], number.start)
        quantity = _quantity(text, start, end, number, dollar)
        if quantity is not None:
            found.append(quantity)
    return tuple(share_units(text, join_ranges(text, found)))


def _without_noun_after(quantity: Quantity, start: int) -> Quantity:
    """Return the quantity without a noun that a later number has cut in two."""
    return replace(quantity, noun=None, unit=None, end=min(quantity.number_end, start))


def _quantity(text: str, start: int, end: int, number: Number, dollar: str) -> Quantity | None:
    currency = None if number.words else currency_before(text, number.start)
    if is_part_of_a_word(text, number, currency) or is_label(text, start, number):
        return None
    value, high, number_end = number.value, number.high, number.end
    behind = unit_behind(text, number_end, digits=not number.words)
    if number.letter and is_scale_letter(text, number, currency):
        value *= LETTER_SCALES[number.letter]
        number_end += 1
        behind = unit_behind(text, number_end, digits=True)
    if currency and re.search(r"[-\u2212]$", text[currency.end : number.start].strip()):
        value = -value
    sign, sign_start = sign_before(text, start, currency.start if currency else number.start)
    whole = Quantity(
        start=min(sign_start, currency.start if currency else number.start),
        end=number_end,
        number_start=number.start,
        number_end=number_end,
        value=-value if sign == "-" else value,
        high=high,
        vague=number.vague,
        words=number.words,
        scaled=number.scaled or number_end > number.end,
        sign=sign,
    )
    return _with_unit(text, end, whole, number, currency, behind, dollar)


def _with_unit(
    text: str,
    end: int,
    whole: Quantity,
    number: Number,
    currency: UnitFound | None,
    behind: UnitFound | None,
    dollar: str,
) -> Quantity | None:
    unit: str | None
    if currency:
        unit, stop = money_told(text, whole.number_end, currency, dollar)
    elif behind and not is_no_unit(text, behind, whole):
        unit, stop = (
            settled_unit(behind.unit, whole, dollar, text[behind.end : behind.end + 30]),
            behind.end,
        )
    else:
        if number.fraction:
            part_of = re.compile(r"\sof\s(?:an?|one)(?=\s)").match(text, whole.number_end, end)
            behind = unit_behind(text, part_of.end(), digits=True) if part_of else None
            if behind:
                return replace(whole, unit=behind.unit, end=behind.end)
        noun = noun_behind(
            text,
            whole.number_end,
            end,
            whole.value,
            fraction=number.fraction,
            vague=number.vague,
        )
        if (
            noun is None
            and not number.words
            and text[whole.number_end : whole.number_end + 1].isalpha()
        ):
            return None  # "2018s", "10a"
        if noun is None and (is_name_number(text, whole) or is_lone_one(text, whole)):
            return None
        if noun is not None and noun.name and whole.value.is_integer():
            return None
        if noun is not None and text[noun.start].isupper() and is_name_number(text, whole):
            return None
        if noun is None:
            return as_age(text, whole)
        unit, stop = noun.unit, max(whole.end, noun.end)
        if re.match(r"\sper\s", text[stop : stop + 5]):
            unit, stop = with_rate(text, unit, stop)
        return replace(whole, noun=noun, unit=unit, end=stop)
    unit, stop = with_rate(text, unit, stop)
    return replace(whole, unit=unit, end=stop)
