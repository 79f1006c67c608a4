"""What a time is read against, its sentence and the article's day, and what it is read as."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import get_args

from twosource.model.annotated import Granularity, TimeType
from twosource.stages.annotate.times.openings import AHEAD, CLAUSE, FOR_A_DAY, PAST, UNTIL
from twosource.text.calendar import duration_value, moved
from twosource.text.number_words import value_of_words

Match = re.Match[str]
Value = tuple[TimeType, str, Granularity]
ASIAN_MIDNIGHT = 15  # o'clock UTC, when Tokyo and Seoul begin the next day
CUE_REACH = 90  # characters before a date in which a verb still tells whether it lies ahead
FEWEST_AFTER_PAST = 2  # words between "diverted" and the day that it does not tell of: "cargo from"
_OPENS_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|what|where|after|since|because|as|he|she|it|they)\b|[,:]"
)
_SUPPOSES = ("If ", "Should ", "Unless ")  # "If it rains, there is a second try on Wednesday"

UNKNOWN_DAY: Value = ("DATE", "XXXX-XX-XX", "day")
YEAR_AT_END = re.compile(r"(\d{4})\D*$")
BACK = frozenset({"last", "past", "previous"})
ON = frozenset({"next", "coming", "following"})
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Where an expression stands and what it may be counted from."""

    text: str
    start: int  # of its sentence
    end: int
    published: date | None
    may_be_tomorrow: bool  # published so late, in UTC, that East Asia had the next day
    last_day: date | None  # the newest certain day the text has named before
    day_at_hand: date | None  # the same if it stands so near that a bare hour is of that day

    def ahead(self, found: Match) -> bool | None:
        """Return whether its clause speaks of what is to come; None where no verb tells."""
        before = self.text[max(self.start, found.start() - CUE_REACH) : found.start()]
        before = CLAUSE.split(before)[-1]
        told_for = FOR_A_DAY.search(self.text, found.start() - len(before), found.end() + len("'s"))
        if UNTIL.search(before) or told_for:
            return True
        coming = [m.end() for m in AHEAD.finditer(before)]
        gone = [m.span() for m in PAST.finditer(before)]
        if coming or gone:
            return bool(coming) and (not gone or _only_beside(before, coming[-1], gone[-1]))
        if before.endswith(" by "):  # "see the rate at 4 per cent by December": nothing has been
            return True
        after = self.text[found.end() : min(self.end, found.end() + CUE_REACH)]
        after = CLAUSE.split(after)[0]
        first_ahead, first_past = AHEAD.search(after), PAST.search(after)
        if first_ahead and (not first_past or first_ahead.start() < first_past.start()):
            return True
        if first_past:
            return False
        return True if self.text.startswith(_SUPPOSES, self.start) else None


def _only_beside(before: str, coming: int, gone: tuple[int, int]) -> bool:
    """Return whether the last past form leaves open what was told to come: "will load | seized".

    It tells of the time itself only where it opens a clause of its own ("the ship that sailed") or
    stands right before it ("the ship boarded on Monday").
    """
    if coming >= gone[1]:
        return True
    right_before = len(before[gone[1] :].split()) < FEWEST_AFTER_PAST
    return not (right_before or _OPENS_CLAUSE.search(before, coming, gone[0]))


_VAGUELY = re.compile(
    r"(?:several|a few|few|some|many|a couple|a number|recent|days|weeks|months|years|decades|hours"
    r"|minutes|nights)\b"
)


def count_in(words: str) -> float | None:
    """Return the number in front of a unit, None where the words leave it open ("several")."""
    lowered = words.lower().strip()
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", lowered)
    if digits:
        return float(digits[0].replace(",", "")) + (0.5 if "½" in lowered else 0.0)
    if _VAGUELY.match(lowered):
        return 2.0 if lowered.startswith("a couple") else None
    if lowered.startswith("half a"):
        return 0.5
    plus = 0.5 if "and a half" in lowered else 0.25 if "and a quarter" in lowered else 0.0
    core = re.split(r"\sand\sa\s", lowered)[0]
    if re.match(r"an?\b", core):
        return (value_of_words(core) or 1.0) + plus
    value = value_of_words(core)
    return value + plus if value else None


_UNIT_WORD = re.compile(
    r"(second|minute|min|hour|hr|day|night|weekend|week|fortnight|month|quarter|year|decade|centur)"
)
_UNIT_NAMES = {"min": "minute", "hr": "hour", "centur": "century"}


def unit_in(words: str) -> str | None:
    """Return the last unit of time that words name, in the singular: "min", "hr" in full."""
    found = _UNIT_WORD.findall(words.lower())
    return _UNIT_NAMES.get(found[-1], found[-1]) if found else None


def step_of(modifier: str) -> int:
    """Return -1 for "last" and its like, 1 for "next", 0 for "this"."""
    return -1 if modifier in BACK else 1 if modifier in ON else 0


def day_value(day: date | None) -> Value | None:
    """Return a day as a value; the calendar may have none such."""
    return ("DATE", day.isoformat(), "day") if day else None


def moved_value(anchor: date, count: int, unit: str) -> Value | None:
    """Return the day, week, month or year so many units from the anchor, None for clock units."""
    value = moved(anchor, count, unit)
    return ("DATE", value, fineness(unit)) if value else None


def length_value(count: float | None, unit: str) -> Value:
    """Return a length of time; its count is None where the words leave it open."""
    return ("DURATION", duration_value(count, unit), fineness(unit))


def fineness(unit: str) -> Granularity:
    """Return how exact a time is that is told in a unit: "a fortnight ago" is a week."""
    return _COARSER[unit] if unit in _COARSER else _AS_TOLD[unit]


_AS_TOLD: dict[str, Granularity] = {unit: unit for unit in get_args(Granularity)}
_COARSER: dict[str, Granularity] = {"second": "minute", "night": "day"}
_COARSER |= {"weekend": "week", "fortnight": "week"}
