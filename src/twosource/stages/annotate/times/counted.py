"""Read counted times: how far from the article's day, how long, and how often they come back."""

from __future__ import annotations

import re
from datetime import timedelta

from twosource.stages.annotate.times.reading import (
    BACK,
    DAY_PARTS,
    ON,
    Match,
    Reading,
    Value,
    count_in,
    fineness,
    unit_in,
)
from twosource.text.calendar import SEASONS, duration_value, moved, weekday_of


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


def read_length(found: Match, reading: Reading) -> Value | None:
    unit = unit_in(found["lunit"])
    words = found["lcount"].lower()
    after = reading.text[found.end() : found.end() + 10]
    before = reading.text[max(reading.start, found.start() - 12) : found.start()]
    if unit is None:
        return None
    if words in ("a", "an") and unit == "second":
        return None  # "a second missile"
    if words in ("a", "an") and not _is_length(before, after):
        return None
    return ("DURATION", duration_value(count_in(words), unit), fineness(unit))


def read_lengthto(found: Match, reading: Reading) -> Value | None:
    """Return the first length of "between 12 and 18 months"."""
    unit = unit_in(found["firstunit"] or found["firstunit2"])
    count = count_in(found["firstcount"] or found["firstcount2"])
    return ("DURATION", duration_value(count, unit), fineness(unit)) if unit else None


def _is_length(before: str, after: str) -> bool:
    """Return whether "a year" tells a length: "$40 a year" and "a day of talks" do not."""
    if re.search(r"[\d%$€£]\S*\s(?:\w+\s)?$", before):
        return False
    return bool(
        re.match(r"\s(?:earlier|later|before|after|ago|or|in\b|of\s(?:war|fight))", after)
        or re.search(
            r"(?i)\b(?:for|in|within|over|about|almost|nearly|after|than|under|around|to|just|last"
            r"|lasted|half|once|by|takes?|took|roughly|barely|only|spent|every|least|quite"
            r"|into)\s$",
            before,
        )
        or not before.strip()
    )


def read_manylong(found: Match, reading: Reading) -> Value | None:
    unit = unit_in(found["vunit"])
    return ("DURATION", duration_value(None, unit), fineness(unit)) if unit else None


def read_forlong(found: Match, reading: Reading) -> Value | None:
    unit = unit_in(found["bunit"] or found["bunit2"])
    return ("DURATION", duration_value(None, unit), fineness(unit)) if unit else None


def read_finished(found: Match, reading: Reading) -> Value | None:
    hours, minutes, seconds = (int(each) for each in found.group().split(":"))
    return ("DURATION", f"PT{hours}H{minutes}M{seconds}S", "minute")


_ADVERBS = {"fortnightly": "P2W", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q"}
_ADVERBS |= {"daily": "P1D", "nightly": "P1D"}
_ADVERBS |= dict.fromkeys(("annually", "yearly", "annual"), "P1Y")


def read_repeated(found: Match, reading: Reading) -> Value | None:
    words = found.group().lower()
    if words in _ADVERBS:
        return ("SET", _ADVERBS[words], "vague")
    name = (found["tunit"] or found["runit"]).lower()
    if weekday_of(name) >= 0:
        return ("SET", f"XXXX-WXX-{weekday_of(name) + 1}", "day")
    if name.removesuffix("s") in DAY_PARTS:
        return ("SET", f"XXXX-XX-XXT{DAY_PARTS[name.removesuffix('s')]}", "day part")
    if name.removesuffix("s") in SEASONS or name.startswith("season"):
        return ("SET", f"XXXX-{SEASONS.get(name.removesuffix('s'), 'XX')}", "season")
    unit = unit_in(name) or ("week" if name.startswith("weekend") else None)
    if unit is None:
        return None
    count = count_in(words.split(maxsplit=1)[1]) if words.startswith(("every", "each")) else 1.0
    return ("SET", duration_value(count or 1.0, unit), fineness(unit))
