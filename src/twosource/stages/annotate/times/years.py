"""Say which month, quarter, season, year, decade or century an expression means."""

from __future__ import annotations

import re

from twosource.stages.annotate.times.reading import (
    BACK,
    ON,
    YEAR_AT_END,
    Match,
    Reading,
    Value,
    step_of,
)
from twosource.text.calendar import SEASONS, is_month, month_of, month_value, season_year


def read_monthyear(found: Match, reading: Reading) -> Value | None:
    name = next(w for w in re.findall(r"[A-Z][A-Za-z]+", found.group()) if is_month(w))
    year = YEAR_AT_END.search(found.group())
    return ("DATE", f"{year[1]}-{month_of(name):02d}", "month") if year else None


def read_month(found: Match, reading: Reading) -> Value | None:
    word, modifier = found["month"], (found["mmod"] or "").lower()
    if not (modifier or found["medge"]) and not _month_is_meant(word, found, reading):
        return None
    month = month_of(word)
    if reading.published is None:
        return ("DATE", f"XXXX-{month:02d}", "month")
    anchor = reading.published
    year = anchor.year
    if modifier in BACK:
        year -= month >= anchor.month
    elif modifier in ON:
        year += month <= anchor.month
    elif modifier != "this":
        if reading.ahead(found):
            year += month < anchor.month
        elif month > anchor.month and not _is_asked_for(found, reading):
            year -= 1
    return ("DATE", month_value(year, month), "month")


# The month still to come that somebody wants a thing in: "demanded a vote in November".
_ASKED_FOR = re.compile(
    r"\b(?:demand(?:s|ed)|propos(?:es|ed)|call(?:s|ed) for|s(?:eeks|ought)|want(?:s|ed))\s"
    r"(?:[\w-]+\s){1,5}(?:in|for)\s$"
)


def _is_asked_for(found: Match, reading: Reading) -> bool:
    return _ASKED_FOR.search(reading.text[reading.start : found.start()]) is not None


_MONTH_PLACES = re.compile(
    r"\b(?:in|since|by|until|till|from|through|during|of|for|before|after|to|and|or"
    r"|between|around|as|a|the|on|its|their|every|each|via|than|,|–|-)\s*$",
    re.IGNORECASE,
)

_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]+")
# Only "Jan" is more often a man than a month there: "in March von der Leyen proposed a fund".
_JAN_BEHIND = re.compile(r"(?:\sv[ao]n(?:\sde[nr])?|\sd[aei])?\s[A-Z][a-z]+")


def _month_is_meant(word: str, found: Match, reading: Reading) -> bool:
    """Return whether "May" or "March" is the month; Theresa May and Jan de Vries are none."""
    before = reading.text[reading.start : found.start()]
    if word.lower().rstrip(".") in ("may", "march", "mar", "jan", "august", "april", "june", "jun"):
        behind = reading.text[found.end() : found.end() + 20]
        named = _JAN_BEHIND if word == "Jan" else _NAME_BEHIND
        return bool(_MONTH_PLACES.search(before)) and not named.match(behind)
    return True


def read_quarteryear(found: Match, reading: Reading) -> Value | None:
    words = found.group()
    year = YEAR_AT_END.search(words)
    stem = year[1] if year else str(reading.published.year) if reading.published else "XXXX"
    head = words[: year.start()] if year else words
    number = re.search(r"[1-4]", head)
    kind = "H" if "half" in head.lower() or head.startswith("H") else "Q"
    if number:
        place = int(number[0])
    else:
        ordinal = re.search(r"(?i)first|second|third|fourth|final|last", head)
        place = _ORDINALS[ordinal[0].lower()] if ordinal else 1
        if kind == "H":
            place = min(place, 2)
    return ("DATE", f"{stem}-{kind}{place}", "quarter")


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def read_quarter(found: Match, reading: Reading) -> Value | None:
    if reading.published is None:
        return None
    ordinal = re.search(r"(?i)first|second|third|fourth|final", found.group())
    place = _ORDINALS[ordinal[0].lower()] if ordinal else 1
    anchor = reading.published
    current = (anchor.month - 1) // 3 + 1
    year = anchor.year - (place > current and not reading.ahead(found))
    return ("DATE", f"{year}-Q{place}", "quarter")


def read_seasonyear(found: Match, reading: Reading) -> Value | None:
    season = re.search(r"(?i)spring|summer|autumn|winter|fall", found.group())
    year = YEAR_AT_END.search(found.group())
    if not season or not year:
        return None
    return ("DATE", f"{year[1]}-{SEASONS[season[0].lower()]}", "season")


def read_thisseason(found: Match, reading: Reading) -> Value | None:
    if reading.published is None:
        return None
    modifier, season = found["seasonmod"].lower(), SEASONS[found["season"].lower()]
    year = season_year(reading.published, season, step_of(modifier))
    return ("DATE", f"{year}-{season}", "season")


def read_year(found: Match, reading: Reading) -> Value | None:
    year = re.search(r"\d{4}", found.group())
    after = reading.text[found.end() : found.end() + 24]
    before = reading.text[max(reading.start, found.start() - 14) : found.start()]
    if year is None or _MEASURES.match(after) or _ROUGHLY.search(before):
        return None
    if _COUNTED_THINGS.match(after) and not _YEAR_PLACES.search(before):
        return None
    return ("DATE", year[0], "year")


# "roughly 2000 planets", but "about 2030" and "at least 2030"
_ROUGHLY = re.compile(r"\b(?:roughly|nearly|almost|some|over|more\sthan)\s$", re.IGNORECASE)
_MEASURES = re.compile(
    r"\s(?:rpm|sq\b|square|cubic|km\b|kg\b|m\b|ft\b|mg\b|mah\b|hp\b|percent|per\scent|million"
    r"|billion|miles|kilomet|metres|meters|feet|tonnes|acres|hectares|dollars|euros|barrels)",
    re.IGNORECASE,
)

# "2000 people" is a count, "the 2000 games" a year.
_COUNTED_THINGS = re.compile(
    r"\s(?:people|men|women|children|troops|soldiers|workers|jobs|homes|houses|miles|metres|meters"
    r"|feet|tons|tonnes|kilometres|kilometers|rpm|acres|barrels|dollars|euros|pounds|yen|units"
    r"|times|troops|students|passengers|sq\b|square|km\b|m\b|kg\b|ft\b|mg\b|mah\b|hp\b|points"
    r"|hours|years)",
    re.IGNORECASE,
)
_YEAR_PLACES = re.compile(
    r"\b(?:in|since|the|its|their|a|of|until|by|during|after|before)\s$|[’']s\s$", re.IGNORECASE
)


def read_yearto(found: Match, reading: Reading) -> Value | None:
    """Return the year that ends "2009-2010" or "1957-58"; the first one is read by itself."""
    first = reading.text[found.start() - 5 : found.start() - 1]
    last = found.group() if len(found.group()) == 4 else first[:2] + found.group()
    if not int(first) < int(last) <= int(first) + 150:
        return None
    return ("DATE", last, "year")


def read_decade(found: Match, reading: Reading) -> Value | None:
    digits = re.search(r"\d+", found.group())
    if digits is None:
        return None
    whole = digits[0] if len(digits[0]) == 4 else f"19{digits[0]}"
    return ("DATE", whole[:3], "decade")


def read_century(found: Match, reading: Reading) -> Value | None:
    number = re.search(r"\d+", found.group())
    return ("DATE", f"{int(number[0]) - 1:02d}", "century") if number else None
