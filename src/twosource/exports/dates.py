"""Write times and dates as a paper does: "3 March 2026, 09:14 UTC"."""

from __future__ import annotations

import re
from datetime import datetime

from twosource.text import calendar

MONTHS = tuple(month.capitalize() for month in calendar.MONTHS)
UNDATED = "undated"

_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_ISO_WEEK = re.compile(r"(\d{4})-W(\d{2})$")


def day_of(moment: datetime | None) -> str:
    """Return the day of a time in UTC: "3 March 2026"; "undated" for None."""
    if moment is None:
        return UNDATED
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def time_of(moment: datetime | None) -> str:
    """Return day and minute of a time in UTC: "3 March 2026, 09:14 UTC"; "undated" for None."""
    return UNDATED if moment is None else f"{day_of(moment)}, {moment:%H:%M} UTC"


def day_in_words(iso: str) -> str:
    """Return an ISO 8601 day, month, year or week in words; what is none of these, as it is."""
    week = _ISO_WEEK.match(iso)
    if week:
        return f"week {int(week[2])} of {week[1]}"
    found = _ISO_DAY.match(iso)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return iso
    year, month, day = found.groups()
    named = f"{MONTHS[int(month) - 1]} {year}" if month else year
    return f"{int(day)} {named}" if day else named
