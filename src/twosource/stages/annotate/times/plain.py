"""Read the dates that are written alike in every language: in digits."""

from __future__ import annotations

import re

from twosource.stages.annotate.times.reading import Match, Value, day_value
from twosource.text.calendar import as_day

PLAIN_TIMES = re.compile(
    r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<full>(?:19|20)\d\d)"
    r"(?![\d/-]|\.\d)"
    r"|\b(?P<cjkyear>(?:19|20)\d\d)年(?P<cjkmonth>\d{1,2})月(?:(?P<cjkday>\d{1,2})日)?"
)


def plain_value(found: Match) -> Value | None:
    """Return the day of a date in digits, None where it is none or its order is open.

    "3.4.2026" has the day first; in "3/4/2026" either may be meant, so it says nothing unless one
    number is above 12.
    """
    if found["year"]:
        day = as_day(int(found["year"]), int(found["month"]), int(found["day"]))
    elif found["cjkyear"] and not found["cjkday"]:
        month = int(found["cjkmonth"])
        if not 1 <= month <= 12:
            return None
        return ("DATE", f"{found['cjkyear']}-{month:02d}", "month")
    elif found["cjkyear"]:
        day = as_day(int(found["cjkyear"]), int(found["cjkmonth"]), int(found["cjkday"]))
    else:
        one, two, year = int(found["one"]), int(found["two"]), int(found["full"])
        if one > 12 or one == two or found["mark"] == ".":
            day = as_day(year, two, one)
        else:
            day = as_day(year, one, two) if two > 12 else None
    return day_value(day)
