"""Put together what two numbers tell as one: "four to six km", "six feet four inches"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.stages.annotate.figures.nouns import PERSON
from twosource.stages.annotate.figures.quantity import Quantity
from twosource.text.numbers import read_numbers
from twosource.text.units import is_currency

_TO = re.compile(
    r"\s?(?:[-\u2013\u2014]|\bto\b|\bor\b|\bor even\b|-to-|-or-|\band\b|\bto "
    r"about\b)\s?(?:minus[-\s])?$"
)
_DELTA_BEFORE = re.compile(
    r"\b(?:by|up|down|rose|fell|gained|lost|added|shed|jumped|dropped|climbed|slid|slipped|soared"
    r"|plunged|tumbled|surged|declined|increased|decreased|advanced|grew)\s$",
    re.IGNORECASE,
)
_STEP_BEFORE = re.compile(
    r"\b(?:ros|ris|f[ae]ll|climb|jump|dropp|gr[eo]w|went|increas|decreas|declin)\w*\s(?:up\s|down\s)?"
    r"by\s(?:another\s|a further\s|about\s)?$",
    re.IGNORECASE,
)
# "Rose by 12 to 21" led to 21; "by 3 to 5 per cent", "30 to 40 jobs", "30 to 40 a day" did not.
_OF_A_SIZE = re.compile(r"[\s-](?:an?|per|each|every)\b")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s|roughly\s)?$", re.IGNORECASE)
_CHANGES_FROM = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|dropp\w+|drops?|climb\w*|jump\w*"
    r"|increas\w+|decreas\w+|grew|grow\w*|went|goes|gone|going|up|down|slip\w*|slid|cut\w*|rais\w+"
    r"|lower\w+|reduc\w+|declin\w+|shr[aiu]nk|improv\w+|expand\w*|mov\w+|revis\w+|chang\w+"
    r"|correct\w+|plumm\w+|plung\w+|surg\w+|soar\w*|slow\w*|narrow\w*|widen\w*|upgrad\w+|doubl\w+"
    r"|tripl\w+|advanc\w+|tumbl\w+|gain\w*)\b[^.;]*\bfrom\s[^.;]{0,24}$"
)
_CORRECTS = re.compile(  # "revised its earlier toll of 12 to 15"; an estimate may have two ends
    r"\b(?:correct|revis)\w* (?:an|its|the|their|his|her) "
    r"(?:earlier|previous|first|initial|original) (?:figure|count|tally|toll|number|total) of $"
)


def join_ranges(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities with two ends of one range put together, and what goes on in inches."""
    place = 0
    while place < len(found):
        one = found[place]
        other = found[place + 1] if place + 1 < len(found) else None
        if other and _is_range(text, one, other):
            yield _joined(text, one, other)
            place += 2
        elif other and _goes_on(text, one, other):
            yield _in_the_larger(one, other)
            place += 2
        else:
            yield one
            place += 1


# A unit, the smaller one that finer measures go on in, and how many of it make one.
_FINER = {
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("day", "hour"): 24,
    ("year", "month"): 12,
}


def _goes_on(text: str, one: Quantity, other: Quantity) -> bool:
    """Return whether a number goes on in a smaller unit: "2 hours and 4 minutes", "6ft 4in"."""
    parts = _FINER.get((one.unit or "", other.unit or ""))
    gap = text[one.end : other.start]
    joined = bool(re.fullmatch(r"[ ,]{0,2}|,?\sand\s", gap))
    return parts is not None and joined and one.value.is_integer() and 0 < other.value < parts


def _in_the_larger(one: Quantity, other: Quantity) -> Quantity:
    parts = _FINER[one.unit or "", other.unit or ""]
    value = float(f"{one.value + other.value / parts:.6g}")
    return replace(one, value=value, end=other.end, number_end=other.number_end)


def _is_range(text: str, one: Quantity, other: Quantity) -> bool:
    gap = text[one.end : other.start]
    link = _TO.match(gap)
    if not link or len(gap) > 14 or one.vague or other.vague:
        return False
    if (
        one.unit
        and one.noun is None
        and _DELTA_BEFORE.search(text[max(0, one.start - 16) : one.start])
    ):
        return False  # "fell $1.20 to $78.35": the size of a step, then where it led
    bare = other.unit is None and not other.scaled and not _OF_A_SIZE.match(text, other.end)
    if bare and _STEP_BEFORE.search(text[max(0, one.start - 40) : one.start]):
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return other.unit.startswith(f"{one.unit}/")
    if "and" in gap and not _BETWEEN.search(text[max(0, one.start - 60) : one.start]):
        return False
    if one.noun or (one.unit and not other.unit and not is_currency(one.unit)):
        return one.unit == other.unit
    before = text[max(0, one.start - 60) : one.start]
    if re.search(r"\bto\b", gap) and not (other.scaled and not one.scaled and one.unit):
        if re.match(r"\sto\s(?:about\s)?\W?\d", text[other.end : other.end + 12]):
            return True  # "from 5 to 7 per cent to 3 to 5 per cent"
        return not (_CHANGES_FROM.search(before) or _CORRECTS.search(before))
    return True


def _joined(text: str, one: Quantity, other: Quantity) -> Quantity:
    low = one.value
    if other.scaled and not one.scaled and abs(other.value) >= 100:
        scale = _scale_of(text, other)
        if abs(low) <= abs(other.value) / scale:
            low *= scale
    high = other.value
    score = _is_score(text, one, other)
    return replace(
        other,
        start=one.start,
        number_start=one.number_start,
        value=float(f"{low:.12g}"),
        high=None if score else high,
        unit=None if score else other.unit or one.unit,
        noun=None if score else other.noun or one.noun,
        end=other.number_end if score else other.end,
        sign=one.sign,
        score=score,
    )


_WON = frozenset(
    ("win", "victory", "defeat", "loss", "lead", "draw", "vote", "decision", "triumph", "margin")
)


def _is_score(text: str, one: Quantity, other: Quantity) -> bool:
    """Return whether "3-1" is the outcome of a game or a vote and not a range."""
    if other.scaled or one.words or not re.fullmatch(r"[-\u2013]", text[one.end : other.start]):
        return False
    if other.noun:
        return other.noun.head in _WON
    return not other.unit and (one.value >= other.value or one.value < 20)


def _scale_of(text: str, quantity: Quantity) -> float:
    for number in read_numbers(text, quantity.number_start, quantity.number_end):
        plain = re.match(r"[\d.,]*\d", text[number.start : number.end])
        if plain:
            raw = float(plain[0].replace(",", ""))
            return abs(quantity.value) / raw if raw else 1.0
        return 10.0 ** (len(f"{abs(quantity.value):.0f}") - 1) if quantity.scaled else 1.0
    return 1.0


def share_units(text: str, found: Iterator[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities with units that stand only once given to all: "from 21 mpg to 23"."""
    quantities = list(found)
    listed = -1  # the place of the number that last took a unit from behind
    for place in reversed(range(len(quantities))):
        each = quantities[place]
        if each.unit is None and each.noun is None and not each.score:
            after = quantities[place + 1] if place + 1 < len(quantities) else None
            before = quantities[place - 1] if place else None
            gap = text[each.end : after.start] if after else ""
            if after and after.unit and _shares_ahead(gap, after, in_list=listed == place + 1):
                each = _with_shared_unit(text, each, after)
                listed = place
            elif before and before.unit and _shares_back(text, before, each):
                each = replace(each, unit=before.unit, noun=before.noun)
        quantities[place] = each
    yield from quantities


def _shares_ahead(gap: str, after: Quantity, *, in_list: bool) -> bool:
    """Return whether a later unit counts for this number too: "four-, five- and six-cylinder".

    A comma alone joins only what a list goes on from: "Under 25, 31 per cent" is none.
    """
    if "," in gap and not in_list and not re.search(r"\b(?:and|or|to|of)\b", gap):
        return False
    if re.fullmatch(r"\sand\s\w+(?:ed|ing)\s", gap):  # "killed 14 and injured 30 people"
        return after.noun is not None and after.unit == PERSON
    return bool(re.fullmatch(r"-?,?\s(?:and|or|to|of\s(?:the|its|a))?\s?|-,\s", gap)) and not (
        after.noun and after.noun.head == "time"
    )


def _with_shared_unit(text: str, each: Quantity, after: Quantity) -> Quantity:
    value = each.value
    if after.scaled and not each.scaled and not each.words:
        scale = _scale_of(text, after)
        if value <= abs(after.value) / scale * 5:
            value *= scale
    return replace(each, unit=after.unit, noun=after.noun, value=float(f"{value:.12g}"))


FARTHEST_EARLIER = (
    160  # characters: "24 billion pesos …, revising its earlier figure of 21 billion"
)
EARLIER = re.compile(
    r"\b(?:earlier|previous|first|initial|original|preliminary) (?:figure|estimate|count|tally|toll"
    r"|forecast|projection|number|total|sum) of (?:about |some |nearly |almost )?$"
)


def _shares_back(text: str, before: Quantity, each: Quantity) -> bool:
    gap = text[before.end : each.start]
    if each.scaled and before.scaled and before.unit and is_currency(before.unit):
        reach = FARTHEST_EARLIER if EARLIER.search(gap) else 70
        return len(gap) <= reach and not re.search(r"[.;:]\s", gap)
    if before.unit == "year of age":
        return gap == " and "  # "aged 29 and 41"
    if len(gap) > 70 or re.search(r"[.;:]\s", gap):
        return False
    last = re.search(
        r"(?:^|\s)(to|by|and|from|versus|vs|or|than|of)\s(?:about\s|just\s|around\s|\w+\sof\s)?$",
        gap,
    )
    if not last:
        return False
    if before.unit == "percent" or before.unit == "percentage point":
        return last[1] == "by"
    if before.unit == "person" and not each.words:
        return last[1] in ("to", "from")
    return last[1] in ("to", "from", "versus", "vs", "than")
