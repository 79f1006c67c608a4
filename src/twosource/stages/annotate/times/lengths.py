"""Read how long something takes, and how often it comes back."""

from __future__ import annotations

import re

from twosource.stages.annotate.times.reading import (
    DAY_PARTS,
    Match,
    Reading,
    Value,
    count_in,
    fineness,
    length_value,
    unit_in,
)
from twosource.text.calendar import SEASONS, duration_value, weekday_of


def read_pastunits(found: Match, reading: Reading) -> Value | None:
    unit = unit_in(found["munit"])
    return length_value(count_in(found["many"]), unit) if unit else None


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
    return length_value(count_in(words), unit)


def read_lengthto(found: Match, reading: Reading) -> Value | None:
    """Return the first length of "between 12 and 18 months"."""
    unit = unit_in(found["firstunit"] or found["firstunit2"])
    count = count_in(found["firstcount"] or found["firstcount2"])
    return length_value(count, unit) if unit else None


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


def read_uncounted(found: Match, reading: Reading) -> Value | None:
    """Return the length of "several days", "for weeks"."""
    unit = unit_in(found["vunit"] or found["bunit"] or found["bunit2"])
    return length_value(None, unit) if unit else None


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
