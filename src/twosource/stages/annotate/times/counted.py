"""Read times counted from another: from the article's day, or from a day told before."""

from __future__ import annotations

import re
from datetime import timedelta

from twosource.stages.annotate.times.reading import (
    UNKNOWN_DAY,
    Match,
    Reading,
    Value,
    count_in,
    day_value,
    length_value,
    moved_value,
    step_of,
    unit_in,
)


def read_yearend(found: Match, reading: Reading) -> Value | None:
    if found["eyear"]:
        return ("DATE", found["eyear"], "year")
    if reading.published is None:
        return None
    unit = (found["eunit"] or "year").lower()
    early = reading.published.month < 7  # in March "peaked by the end of the year"
    gone = unit == "year" and early and reading.ahead(found) is False
    return moved_value(reading.published, -gone, unit)


def read_unitof(found: Match, reading: Reading) -> Value | None:
    modifier, unit = found["mod"].lower(), found["unit"].lower().replace("-", "")
    if unit in ("second", "minute", "hour", "season", "night"):
        return None
    if modifier == "same":
        return None  # "in 2008, same year as": of a time told before, not of the article's
    step = step_of(modifier)
    the = found.group().lower().startswith("the ")
    if (the and modifier in ("past", "coming")) or (the and unit in ("decade", "century")):
        return length_value(1, unit)
    if unit == "day":
        return _beside(reading, step) if step and modifier not in ("last", "past") else None
    if reading.published is None:
        return None
    return moved_value(reading.published, step, unit)


def _beside(reading: Reading, days: int) -> Value:
    """Return the day so many days from the one told before."""
    day = reading.last_day and reading.last_day + timedelta(days=days)
    return day_value(day) or UNKNOWN_DAY


def read_fromnow(found: Match, reading: Reading) -> Value | None:
    words = found.group().lower()
    unit = unit_in(words)
    if unit is None:
        return None
    back = words.endswith("ago")
    count = count_in(words)
    if count is None:
        return ("DATE", "PAST_REF" if back else "FUTURE_REF", "vague")
    if reading.published is None or unit in ("second", "minute", "hour"):
        return None
    return moved_value(reading.published, round(-count if back else count), unit)


def read_shifted(found: Match, reading: Reading) -> Value | None:
    words = found.group().lower()
    unit = unit_in(words)
    if unit is None:
        return None
    if re.search(r"\b(?:that|same)\b", words):
        return moved_value(reading.last_day, 0, unit) if reading.last_day else None
    back = bool(re.search(r"earlier|before|previous", words))
    count = 1.0 if re.match(r"the\b", words) else count_in(words)
    if unit == "day" and count is not None:
        if re.search(r"before$|after$", words) and re.match(
            r"\s\w", reading.text[found.end() : found.end() + 2]
        ):  # "the day before the vote": counted from what follows
            return UNKNOWN_DAY
        return _beside(reading, round(-count if back else count))
    return length_value(count, unit)
