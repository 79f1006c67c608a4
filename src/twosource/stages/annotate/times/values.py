"""Say which day, week, month or year an English expression of time means in its article."""

from __future__ import annotations

import re
from collections.abc import Callable

from twosource.stages.annotate.times import counted, days, lengths, years
from twosource.stages.annotate.times.plain import PLAIN_TIMES, plain_value
from twosource.stages.annotate.times.reading import Match, Reading, Value


def resolve(found: Match, reading: Reading) -> Value | None:
    """Return what a match of TIMES means, None where it is no time or cannot be told."""
    form = found.lastgroup or ""
    if form in _PLAIN_WORDS and _is_in_a_name(found, reading):
        return None
    if form in ("iso", "numeric"):
        plain = PLAIN_TIMES.match(found.group()[:10])
        return plain_value(plain) if plain else None
    return _READERS[form](found, reading) if form in _READERS else _VAGUE[form]


_PLAIN_WORDS = frozenset(("today", "repeated", "present", "before", "ahead"))
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.&]*\s$")


def _is_in_a_name(found: Match, reading: Reading) -> bool:
    """Return whether an ordinary word is part of a name here: "USA Today", "China Daily"."""
    before = reading.text[max(reading.start, found.start() - 20) : found.start()]
    return found.group()[0].isupper() and bool(_NAME_BEFORE.search(before))


_READERS: dict[str, Callable[[Match, Reading], Value | None]] = {
    "monthday": days.read_monthday,
    "daymonth": days.read_monthday,
    "monthyear": years.read_monthyear,
    "seasonyear": years.read_seasonyear,
    "quarteryear": years.read_quarteryear,
    "yearto": years.read_yearto,
    "decade": years.read_decade,
    "century": years.read_century,
    "daytime": days.read_daytime,
    "clock": days.read_clock,
    "weekday": days.read_weekday,
    "daypart": days.read_daypart,
    "today": days.read_today,
    "holiday": days.read_holiday,
    "fromnow": counted.read_fromnow,
    "shifted": counted.read_shifted,
    "pastunits": lengths.read_pastunits,
    "unitof": counted.read_unitof,
    "yearend": counted.read_yearend,
    "thisseason": years.read_thisseason,
    "thismonth": years.read_month,
    "quarter": years.read_quarter,
    "year": years.read_year,
    "repeated": lengths.read_repeated,
    "finished": lengths.read_finished,
    "lengthto": lengths.read_lengthto,
    "length": lengths.read_length,
    "manylong": lengths.read_uncounted,
    "forlong": lengths.read_uncounted,
}
_VAGUE: dict[str, Value] = {
    "present": ("DATE", "PRESENT_REF", "vague"),
    "before": ("DATE", "PAST_REF", "vague"),
    "ahead": ("DATE", "FUTURE_REF", "vague"),
}
