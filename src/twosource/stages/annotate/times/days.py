"""Say which day, part of a day or hour an expression means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from twosource.stages.annotate.times.reading import (
    BACK,
    DAY_PARTS,
    YEAR_AT_END,
    Match,
    Reading,
    Value,
    day_value,
)
from twosource.text.calendar import (
    as_day,
    holiday,
    is_month,
    last_weekday,
    month_of,
    next_weekday,
    weekday_of,
)
from twosource.text.number_words import ordinal_value, value_of_words

_YEAR_TOLD = re.compile(r",?\s(?:of\s)?(?P<which>last|this|next)\syear\b", re.IGNORECASE)
_YEARS = {"last": -1, "this": 0, "next": 1}

# "A premium of 31 per cent to Friday's closing price": whatever the sentence's own verb says.
_HAS_BEEN = re.compile(
    r"['’]s (?:[a-z]+ )?(?:clos(?:e|ing)|session|trading|finish|flood|earthquake|crash|attack|fire|"
    r"blast|explosion|shooting|collapse|accident|derailment|defeat|victory)\b"
)

_SHIFTS = {
    word: timedelta(days=days)
    for word, days in (("today", 0), ("yesterday", -1), ("last", -1), ("tomorrow", 1))
}

_AT = re.compile(
    r"\b(?:at|by|around|about|from|until|till|since|before|after|and|to|past|between|shortly|just)\s"
    r"(?:about\s|around\s|just\s)?$|[-–(]$",
    re.IGNORECASE,
)
_OCLOCK = re.compile(r"(?P<hour>\w+)\so[’']clock")


def read_monthday(found: Match, reading: Reading) -> Value | None:
    words = found.group()
    if reading.text[max(0, found.start() - 5) : found.start()] == "Long " and "March" in words:
        return None  # the rocket
    name = next((w for w in re.findall(r"[A-Za-z]{3,}", words) if is_month(w)), "")
    number = re.search(r"(?<!\d)\d{1,2}(?!\d)", words)
    day = int(number[0]) if number else ordinal_value(words)
    if not name or not day:
        return None
    year = YEAR_AT_END.search(words)
    return _day_in(month_of(name), day, int(year[1]) if year else None, found, reading)


def _day_in(
    month: int, number: int, year: int | None, found: Match, reading: Reading
) -> Value | None:
    if year is not None:
        return day_value(as_day(year, month, number))
    anchor = reading.published
    if anchor is None:
        return ("DATE", f"XXXX-{month:02d}-{number:02d}", "day")
    told = _YEAR_TOLD.match(reading.text, found.end())
    if told:
        return day_value(as_day(anchor.year + _YEARS[told["which"].lower()], month, number))
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [day for day in (as_day(each, month, number) for each in years) if day]
    ahead = reading.ahead(found)
    if ahead:
        days = [day for day in days if day >= anchor] or days
    elif ahead is False:
        days = [day for day in days if day <= anchor + timedelta(days=45)] or days
    return _nearest(days, anchor)


def _nearest(days: Sequence[date], anchor: date) -> Value | None:
    return day_value(min(days, key=lambda day: abs(day - anchor), default=None))


def read_weekday(found: Match, reading: Reading) -> Value | None:
    weekday = weekday_of(found["wday"])
    part = (found["wpart"] or "").strip().lower()
    day = _weekday_from(weekday, (found["wmod"] or "").lower(), found, reading)
    return _with_part(day.isoformat() if day else f"XXXX-WXX-{weekday + 1}", part)


def _weekday_from(weekday: int, modifier: str, found: Match, reading: Reading) -> date | None:
    anchor = reading.published
    if anchor is None:
        return None
    if modifier in BACK:
        return last_weekday(anchor, weekday, before=True)
    if modifier in ("next", "coming"):
        return next_weekday(anchor, weekday, after=True)
    if modifier == "following" and reading.last_day:
        return next_weekday(reading.last_day, weekday, after=True)
    if _HAS_BEEN.match(reading.text, found.end()):
        ahead = False
    elif modifier == "this":
        ahead = reading.ahead(found) is not False
    else:
        ahead = reading.ahead(found) is True
    if ahead:
        return next_weekday(anchor, weekday)
    if reading.may_be_tomorrow and next_weekday(anchor, weekday) == anchor + timedelta(days=1):
        return anchor + timedelta(days=1)
    return last_weekday(anchor, weekday)


def _with_part(day: str, part: str) -> Value:
    return ("TIME", f"{day}T{DAY_PARTS[part]}", "day part") if part else ("DATE", day, "day")


def read_today(found: Match, reading: Reading) -> Value | None:
    if reading.published is None:
        return None
    return day_value(reading.published + _SHIFTS[found.group().lower()])


def read_daypart(found: Match, reading: Reading) -> Value | None:
    if reading.published is None:
        return None
    words = found.group().lower()
    if found["pday"] is None:
        return ("TIME", f"{reading.published.isoformat()}TNI", "day part")
    which = found["pday"].lower()
    day: date | None = reading.published
    if which == "that":
        day = reading.last_day
    elif which != "this":
        day = reading.published + _SHIFTS[which]
    return _with_part(day.isoformat(), words.split()[-1]) if day else None


def read_holiday(found: Match, reading: Reading) -> Value | None:
    words = found.group()
    year = YEAR_AT_END.search(words)
    name = words[: year.start()].rstrip(" ,") if year else words
    if year:
        return day_value(holiday(name, int(year[1])))
    if reading.published is None:
        return None
    anchor = reading.published
    days = [d for d in (holiday(name, anchor.year + step) for step in (-1, 0, 1)) if d]
    ahead = reading.ahead(found)
    if ahead is not None:
        days = [d for d in days if (d >= anchor) == ahead or d == anchor]
    return _nearest(days, anchor)


def read_daytime(found: Match, reading: Reading) -> Value | None:
    name = found["timeday"] or found["dayfirst"]
    if weekday_of(name) >= 0:
        day = _weekday_from(weekday_of(name), "", found, reading)
        stem = day.isoformat() if day else f"XXXX-WXX-{weekday_of(name) + 1}"
    elif reading.published is None:
        return None
    else:
        stem = (reading.published + _SHIFTS[name.lower()]).isoformat()
    return ("TIME", f"{stem}T{_clock_value(found.group())}", "minute")


def read_clock(found: Match, reading: Reading) -> Value | None:
    words = found.group()
    bare = not re.search(r"(?i)o[’']clock|[ap]\.?\s?m\b|[A-Z]{2,4}\)?$|local\stime|hours", words)
    if bare and not _AT.search(reading.text[max(0, found.start() - 20) : found.start()]):
        return None  # the length of a film, a ratio, "midnight blue"
    day = reading.day_at_hand.isoformat() if reading.day_at_hand else "XXXX-XX-XX"
    clock = _clock_value(found.group())
    return ("TIME", f"{day}T{clock}", "minute" if ":" in clock else "hour")


def _clock_value(words: str) -> str:
    oclock = _OCLOCK.search(words)
    if oclock:
        hour = int(oclock["hour"]) if oclock["hour"].isdigit() else value_of_words(oclock["hour"])
        later = re.search(r"(?i)afternoon|evening|night", words)
        return f"{int(hour) % 12 + (12 if later else 0):02d}"
    if re.search(r"(?i)midnight|noon", words) and not re.search(r"\d", words):
        return "24:00" if "midnight" in words.lower() else "12:00"
    digits = re.search(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s?([apAP])?", words)
    if digits is None:
        return "12:00"
    hour, half = int(digits[1]), (digits[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{digits[2]}" if digits[2] else f"{hour:02d}"
