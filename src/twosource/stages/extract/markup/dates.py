"""Read the dates and times that pages give in markup or in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

from twosource.text.tabled import table

EARLIEST_YEAR = 1990  # before the web; such dates in markup are placeholders (1970, 0001)
_PAGES = table("page-dates.toml")
MONTHS = {
    name: number for number, names in enumerate(_PAGES["months"], start=1) for name in names.split()
}
ZONES: dict[str, int] = {
    name: minutes for names, minutes in _PAGES["zones"].items() for name in names.split()
}
CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.]\d{2})?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"(?P<zone>\(?(?:UTC|GMT)[+-]\d{1,2}|[A-Z]{1,4}\b|[+-]\d{2}:?\d{2})?",
    re.I,
)
HOUR_ONLY = re.compile(
    r"\b(?P<hour>\d{1,2})\s*(?P<half>[ap]\.?m\.?)\s*(?P<zone>[A-Z]{2,4}\b)?", re.I
)
ISO_DAY = re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
DAY_NAME = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(?P<month>[^\W\d_]{3,12})\.?,?\s+"
    r"(?:de\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
NAME_DAY = re.compile(
    r"\b(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
NUMBERS = re.compile(
    r"\b(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)\b"
)
SECONDS = re.compile(r"(1\d{9})(?:\d{3})?(?:\.\d+)?")  # since 1970, also in thousandths
COMPACT = re.compile(
    r"^(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>Z|[+-]\d{4})?)?$"
)
URL_DAY = re.compile(
    r"[/_-](?P<year>20\d\d)[/_-]?(?P<month>0[1-9]|1[0-2]|[1-9](?=[/_-])|[a-z]{3})"
    r"[/_-]?(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=\D))(?=[/_.-]|$|\D)",
    re.I,
)


def read_time(words: str, latest: datetime | None = None) -> datetime | None:
    """Return the moment that a machine-made or spelt date names, in UTC; None when it names none.

    A time without a zone is taken as UTC, a day without a time as its midnight. Days before 1990
    and later than a day after `latest` (when the page was fetched) are placeholders, not dates.
    """
    found = _iso(words.strip()) or _spelt(words)
    if found is None:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        found = found.astimezone(UTC)
    except OverflowError:
        return None
    if found.year < EARLIEST_YEAR or (latest is not None and found > latest + timedelta(days=1)):
        return None
    return found


def read_clock(words: str) -> tuple[time, timezone | None] | None:
    """Return the time of day in words and its zone, None where they do not say; None for no time.

    "10.42", "2:40 p.m. ET", "Kl. 9.15": for a page that gives the day elsewhere or not at all.
    """
    found = CLOCK.search(words) or HOUR_ONLY.search(words)
    if not found or int(found["hour"]) > 23 or int(found.groupdict().get("minute") or 0) > 59:
        return None
    moment = _moment("2000", "1", "1", found)
    zone = moment.tzinfo if moment else None
    return (moment.time(), zone if isinstance(zone, timezone) else None) if moment else None


def zone_in(words: str) -> timezone | None:
    """Return the zone that a machine-made date is written in; None where it names none."""
    moment = _iso(words.strip())
    offset = moment.utcoffset() if moment else None
    return None if offset is None else timezone(offset)


def day_in_address(url: str, latest: datetime | None = None) -> datetime | None:
    """Return the day that an address carries: /2019/11/08/, /2019/nov/08/, 20191108."""
    match = URL_DAY.search(url.split("?", 1)[0])
    if not match:
        return None
    named = match["month"]
    month = MONTHS.get(named.lower()) if named.isalpha() else int(named)
    return (
        read_time(f"{match['year']}-{month:02d}-{int(match['day']):02d}", latest) if month else None
    )


def _iso(words: str) -> datetime | None:
    if match := SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(match[1]), UTC)
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        pass
    match = COMPACT.match(words)
    if match:
        return _moment(match["year"], match["month"], match["day"], match)
    if "," in words[:5] or words[-3:] == "GMT":
        try:
            return parsedate_to_datetime(words)
        except (ValueError, TypeError):
            return None
    return None


def _spelt(words: str) -> datetime | None:
    match = ISO_DAY.search(words)
    if match:
        return _with_clock(words, match.end(), match["year"], match["month"], match["day"])
    for pattern in (DAY_NAME, NAME_DAY):
        for match in pattern.finditer(words):
            month = MONTHS.get(match["month"].lower())
            if month:
                return _with_clock(words, match.end(), match["year"], str(month), match["day"])
    match = NUMBERS.search(words)
    if match:
        first, second = match["first"], match["second"]
        american = int(second) > 12 or (
            match["mark"] == "/" and int(first) <= 12 and "m" in words[match.end() :].lower()
        )
        month_, day = (first, second) if american else (second, first)
        return _with_clock(words, match.end(), match["year"], month_, day)
    return None


def _with_clock(words: str, end: int, year: str, month: str, day: str) -> datetime | None:
    clock = CLOCK.search(words, end) or CLOCK.search(words) or HOUR_ONLY.search(words, end)
    return _moment(year, month, day, clock)


def _moment(year: str, month: str, day: str, clock: re.Match[str] | None) -> datetime | None:
    parts = clock.groupdict() if clock else {}
    hour, minute = int(parts.get("hour") or 0), int(parts.get("minute") or 0)
    half = (parts.get("half") or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    try:
        return datetime(
            int(year), int(month), int(day), hour, minute, tzinfo=_zone(parts.get("zone"))
        )
    except ValueError:
        try:
            return datetime(int(year), int(month), int(day), tzinfo=UTC)
        except ValueError:
            return None


def _zone(words: str | None) -> timezone | None:
    if not words:
        return None
    words = words.lstrip("(")
    if words[:3].upper() in ("UTC", "GMT") and len(words) > 3:
        return timezone(timedelta(hours=int(words[3:])))
    if words[0] in "+-":
        digits = words[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:4])
        return timezone(timedelta(minutes=minutes if words[0] == "+" else -minutes))
    minutes_named = ZONES.get(words.lower())
    return None if minutes_named is None else timezone(timedelta(minutes=minutes_named))
