"""Put numbers, units and counted nouns together to quantities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.stages.annotate.figures.fates import FATE_OF
from twosource.stages.annotate.figures.guard import (
    is_counter,
    is_label,
    is_lone_one,
    is_name_number,
    is_part_of_a_word,
    is_series_number,
    is_title_case,
)
from twosource.stages.annotate.figures.nouns import PERSON, noun_behind
from twosource.stages.annotate.figures.quantity import Quantity, Stretch
from twosource.stages.annotate.figures.ranges import join_ranges, share_units
from twosource.stages.annotate.figures.units import (
    as_age,
    is_magnitude,
    is_no_unit,
    is_scale_letter,
    money_told,
    settled_unit,
    sign_before,
    with_rate,
)
from twosource.text.nouns import is_person
from twosource.text.number_words import LETTER_SCALES
from twosource.text.numbers import Number, read_numbers
from twosource.text.units import UnitFound, currency_before, unit_behind

_PART_OF = re.compile(r"\sof\s(?:an?|one)(?=\s)")
_OF = re.compile(r"\sof(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    text: str
    start: int
    end: int
    money: Mapping[str, str]  # what "dollar" and other shared words for money mean here
    titled: bool  # nearly every word has a capital, so that capitals tell no name


def read_quantities(
    text: str, start: int, end: int, dated: Sequence[Stretch], money: Mapping[str, str]
) -> tuple[Quantity, ...]:
    """Return the quantities of one sentence in reading order.

    `dated` are the stretches of dates and clock times, whose numbers are none. `money` says what
    shared words for money stand for. Numbers that are part of a name ("iPhone 11", "COVID-19"),
    ordinals, list numbers and telephone numbers are left out.
    """
    titled = is_title_case(text[start:end])
    sentence = _Sentence(text=text, start=start, end=end, money=money, titled=titled)
    found: list[Quantity] = []
    for number in read_numbers(text, start, end):
        if any(number.start < stop and begin < number.end for begin, stop in dated):
            continue
        if found and number.start < found[-1].end:
            if number.start < found[-1].number_end or found[-1].noun is None:
                continue
            found[-1] = _without_noun(found[-1], number.start)
        quantity = _quantity(sentence, number)
        if quantity is not None:
            found.append(quantity)
    return tuple(share_units(text, join_ranges(text, found)))


def _without_noun(quantity: Quantity, start: int) -> Quantity:
    """Return the quantity without a noun that a later number has cut in two."""
    return replace(quantity, noun=None, unit=None, end=min(quantity.number_end, start))


def _quantity(sentence: _Sentence, number: Number) -> Quantity | None:
    text = sentence.text
    currency = None if number.words else currency_before(text, number.start)
    if is_part_of_a_word(text, number, currency) or is_label(text, sentence.start, number):
        return None
    begin = currency.start if currency else number.start
    sign, sign_start = sign_before(text, sentence.start, begin)
    if currency and text[currency.end : number.start].strip() in ("-", "\u2212"):
        sign = "-"
    value, number_end = number.value, number.end
    if number.letter and is_scale_letter(text, number, currency):
        value *= LETTER_SCALES[number.letter]
        number_end += 1
    whole = Quantity(
        start=min(sign_start, begin),
        end=number_end,
        number_start=number.start,
        number_end=number_end,
        value=-value if sign == "-" else value,
        high=number.high,
        vague=number.vague,
        words=number.words,
        scaled=number.scaled or number_end > number.end,
        sign=sign,
    )
    if currency:
        unit, stop = money_told(text, number_end, currency, sentence.money["dollar"])
        return _measured(text, whole, unit, stop)
    if is_magnitude(text, whole):
        return replace(whole, unit="magnitude")
    behind = _unit_of(sentence, whole, number)
    if behind:
        unit = settled_unit(text, behind, whole, sentence.money)
        return _measured(text, whole, unit, behind.end)
    return _counted(sentence, whole, number)


_AND_A_PART = re.compile(r"\sand\sa\s(?P<part>half|quarter)(?=\W|$)")
_PARTS = {"half": 0.5, "quarter": 0.25}


def _measured(text: str, whole: Quantity, unit: str, stop: int) -> Quantity:
    more = _AND_A_PART.match(text, stop) if whole.words else None
    if more:  # "a day and a half"
        whole = replace(whole, value=whole.value + _PARTS[more["part"]])
        stop = more.end()
    unit, stop = with_rate(text, unit, stop)
    return replace(whole, unit=unit, end=stop)


def _unit_of(sentence: _Sentence, whole: Quantity, number: Number) -> UnitFound | None:
    """Return the unit behind a number, also behind "1/16 of a" and "millions of"."""
    text, at = sentence.text, whole.number_end
    if number.fraction or number.vague:
        link = (_OF if number.vague else _PART_OF).match(text, at, sentence.end)
        at = link.end() if link else at
    behind = unit_behind(text, at, digits=not number.words)
    return behind if behind and not is_no_unit(text, behind, whole) else None


def _counted(sentence: _Sentence, whole: Quantity, number: Number) -> Quantity | None:
    """Return a quantity without a unit, with the noun it counts; None where it is no figure."""
    text = sentence.text
    if is_counter(text, sentence.start, sentence.end, whole, number):
        return None
    named = not sentence.titled and is_name_number(text, whole)
    noun = None
    if not number.fraction:
        noun = noun_behind(text, whole.number_end, sentence.end, whole.value, vague=number.vague)
    if noun and noun.name and whole.value.is_integer():
        if not (sentence.titled and noun.head in FATE_OF):  # "14 Dead in Ferry Fire"
            return None
        noun = None
    elif noun and not sentence.titled:
        if named and text[noun.start].isupper():
            return None
        if noun.last[0].isupper() and not is_person(noun.last):
            noun = None
        elif noun.unit != PERSON and is_series_number(text, sentence.start, whole):
            return None
    if noun and _is_bare_decimal(text, whole, noun.end):
        noun = None
    if noun is None:
        return None if named or is_lone_one(whole) else as_age(text, whole)
    unit, stop = noun.unit, max(whole.end, noun.end)
    if text.startswith(" per ", stop):
        unit, stop = with_rate(text, unit, stop)
    return replace(whole, noun=noun, unit=unit, end=stop)


_AVERAGED = re.compile(r"\s(?:per|an?|each|every|for\severy|on\saverage)\b")


def _is_bare_decimal(text: str, whole: Quantity, noun_end: int) -> bool:
    """Return whether a number with decimals counts nothing though a plural or verb stands behind.

    "Version 5.50 allows": only averages have parts of a thing, "2.3 children per household".
    """
    if whole.scaled or whole.words or whole.value.is_integer():
        return False
    return len(text[whole.number_start : whole.number_end].partition(".")[2]) == 2 and (
        _AVERAGED.match(text, noun_end) is None
    )
