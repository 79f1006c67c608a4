"""Say what is meant by times counted from the article's day: "last week", "four years ago"."""

from __future__ import annotations

import re
from datetime import timedelta

from twosource.stages.annotate.times.reading import (
    BACK,
    ON,
    Match,
    Reading,
    Value,
    count_in,
    fineness,
    unit_in,
)
from twosource.text.calendar import duration_value, moved


def read_yearend(found: Match, reading: Reading) -> Value | None:
    if found["eyear"]:
        return ("DATE", found["eyear"], "year")
    if reading.published is None:
        return None
    unit = (found["eunit"] or "year").lower()
    value = moved(reading.published, 0, unit)
    if unit == "year" and reading.ahead(found) is False and reading.published.month < 7:
        value = str(reading.published.year - 1)  # in March "peaked by the end of the year"
    return ("DATE", value, fineness(unit)) if value else None


def read_unitof(found: Match, reading: Reading) -> Value | None:
    modifier, unit = found["mod"].lower(), found["unit"].lower().replace("-", "")
    if unit in ("second", "minute", "hour", "season", "night"):
        return None
    if modifier == "same":
        return None  # "in 2008, same year as": of a time told before, not of the article's
    step = -1 if modifier in BACK else 1 if modifier in ON else 0
    the = found.group().lower().startswith("the ")
    if (the and modifier in ("past", "coming")) or (the and unit in ("decade", "century")):
        return ("DURATION", duration_value(1, unit), fineness(unit))
    if unit == "day":
        return _beside(reading, step) if step and modifier not in ("last", "past") else None
    if reading.published is None:
        return None
    value = moved(reading.published, step, unit)
    return ("DATE", value, fineness(unit)) if value else None


def _beside(reading: Reading, days: int) -> Value:
    if reading.last_day is None:
        return ("DATE", "XXXX-XX-XX", "day")
    return ("DATE", (reading.last_day + timedelta(days=days)).isoformat(), "day")


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
    value = moved(reading.published, round(-count if back else count), unit)
    return ("DATE", value, fineness(unit)) if value else None


def read_shifted(found: Match, reading: Reading) -> Value | None:
    words = found.group().lower()
    unit = unit_in(words)
    if unit is None:
        return None
    if re.search(r"\b(?:that|same)\b", words):
        if reading.last_day is None:
            return None
        value = moved(reading.last_day, 0, unit)
        return ("DATE", value, fineness(unit)) if value else None
    back = bool(re.search(r"earlier|before|previous", words))
    count = 1.0 if re.match(r"the\b", words) else count_in(words)
    if unit == "day" and count is not None:
        if re.search(r"before$|after$", words) and re.match(
            r"\s\w", reading.text[found.end() : found.end() + 2]
        ):  # "the day before the vote": counted from what follows
            return ("DATE", "XXXX-XX-XX", "day")
        return _beside(reading, round(-count if back else count))
    return ("DURATION", duration_value(count, unit), fineness(unit))


def read_pastunits(found: Match, reading: Reading) -> Value | None:
    unit = unit_in(found["munit"])
    if unit is None:
        return None
    return ("DURATION", duration_value(count_in(found["many"]), unit), fineness(unit))
