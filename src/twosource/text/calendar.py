"""Reckon with days, weeks, months and seasons, and write them as TIMEX3 values."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

MONTHS = tuple(
    """january february march april may june july august september october november
    december""".split()
)
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "season": "WI",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
_FACTORS = {"fortnight": 2, "decade": 10, "century": 100}
_FROM_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
WORDS_HELD = 50_000  # every word of a text is asked about
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


@lru_cache(maxsize=WORDS_HELD)
def month_of(word: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation ("Sept."), 0 for any other word."""
    short = _plain(word)
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(short)), 0)


def is_month(word: str) -> bool:
    """Return whether a word is a month's name or its abbreviation."""
    return month_of(word) > 0


@lru_cache(maxsize=WORDS_HELD)
def weekday_of(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or its abbreviation, -1 for any other word."""
    short = _plain(word)
    return next((n for n, name in enumerate(WEEKDAYS) if name.startswith(short)), -1)


def _plain(word: str) -> str:
    """Return a name as it begins in full, "sep" for "Sept."; one too short to tell gives "?"."""
    short = word.lower().rstrip(".")
    return {"sept": "sep", "thur": "thu", "thurs": "thu", "tues": "tue"}.get(
        short, short if len(short) > 2 else "?"
    )


def as_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has no such day ("February 30")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_value(day: date) -> str:
    """Return the ISO week a day lies in: "2013-W12"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    """Return "2013-03"; months below 1 and above 12 run into the neighbouring years."""
    years, rest = divmod(month - 1, 12)
    return f"{year + years:04d}-{rest + 1:02d}"


def quarter_value(day: date, shift: int = 0) -> str:
    """Return the quarter a day lies in, moved by that many quarters: "2013-Q1"."""
    years, rest = divmod((day.month - 1) // 3 + shift, 4)
    return f"{day.year + years:04d}-Q{rest + 1}"


def last_weekday(anchor: date, weekday: int, *, before: bool = False) -> date:
    """Return the newest such weekday up to the anchor, the anchor itself unless `before`."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back or (7 if before else 0))


def next_weekday(anchor: date, weekday: int, *, after: bool = False) -> date:
    """Return the first such weekday from the anchor on, the anchor itself unless `after`."""
    ahead = (weekday - anchor.weekday()) % 7
    return anchor + timedelta(days=ahead or (7 if after else 0))


def moved(anchor: date, count: int, unit: str) -> str | None:
    """Return the day, week, month or year that lies `count` units from the anchor, as told.

    As coarse as its unit: "four years ago" is a year, "two weeks ago" a week. None for clock
    units, and where the calendar ends.
    """
    count *= _FACTORS.get(unit, 1)
    try:
        match unit:
            case "day" | "night":
                return (anchor + timedelta(days=count)).isoformat()
            case "week" | "fortnight":
                return week_value(anchor + timedelta(weeks=count))
            case "weekend":
                return f"{week_value(anchor + timedelta(weeks=count))}-WE"
            case "month":
                return month_value(anchor.year, anchor.month + count)
            case "quarter":
                return quarter_value(anchor, count)
            case "year" | "decade" | "century":
                year = anchor.year + count
                return f"{year:04d}" if 0 < year < 10000 else None
    except OverflowError:
        return None
    return None


def duration_value(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length of time: "P3D", "PT90M", "PXY" where no count is told."""
    if count is None:
        number = "X"
    else:
        count *= _FACTORS.get(unit, 1)
        number = f"{count:g}" if count < 1e6 else f"{count:.0f}"
    letter = UNITS[unit]
    return f"PT{number}{letter}" if unit in _CLOCK_UNITS else f"P{number}{letter}"


def season_year(anchor: date, season: str, step: int) -> int:
    """Return the year of a season: the last one over (-1), this year's (0), the next to begin (1).

    A winter carries the year it begins in.
    """
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if step < 0:
        return anchor.year if anchor.month >= begins + 3 else anchor.year - 1
    if step > 0:
        return anchor.year if anchor.month < begins else anchor.year + 1
    return anchor.year - (1 if season == "WI" and anchor.month <= 2 else 0)


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday that has one fixed rule, None for any other name."""
    fixed = {
        "christmas day": (12, 25),
        "christmas": (12, 25),
        "christmas eve": (12, 24),
        "boxing day": (12, 26),
        "new year's day": (1, 1),
        "new year's eve": (12, 31),
        "valentine's day": (2, 14),
        "halloween": (10, 31),
        "independence day": (7, 4),
        "fourth of july": (7, 4),
        "veterans day": (11, 11),
        "may day": (5, 1),
    }
    plain = name.lower().replace("\u2019", "'")
    if plain in fixed:
        return date(year, *fixed[plain])
    if plain in ("thanksgiving", "thanksgiving day"):
        return next_weekday(date(year, 11, 22), 3)
    if plain == "labor day":
        return next_weekday(date(year, 9, 1), 0)
    if plain == "memorial day":
        return last_weekday(date(year, 5, 31), 0)
    if plain in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[plain])
    return None


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    Butcher's algorithm, as printed anonymously in Nature, 20 April 1876.
    """
    golden, century, rest = year % 19, year // 100, year % 100
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
