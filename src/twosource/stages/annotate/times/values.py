"""Say which day, week, month or year an English expression of time means in its article."""

from __future__ import annotations

import re
from collections.abc import Callable

from twosource.stages.annotate import times_counted, times_days, times_lengths, times_years
from twosource.stages.annotate.times.plain import PLAIN_TIMES, plain_value
from twosource.stages.annotate.times.reading import Match, Reading, Value
from twosource.stages.annotate.times.told import Told


def resolve(found: Match, reading: Reading) -> Told | None:
    """Return what a match of TIMES means, None where it is no time or cannot be told."""
    form = found.lastgroup or ""
    if form in _PLAIN_WORDS and _is_in_a_name(found, reading):
        return None
    if form in ("iso", "numeric"):
        plain = PLAIN_TIMES.match(found.group()[:10])
        told = plain_value(plain) if plain else None
        return told and Told.of(found, told.type, told.value, told.granularity)
    value = _READERS[form](found, reading)
    return Told.of(found, *value) if value else None


_PLAIN_WORDS = frozenset(("today", "repeated", "present", "before", "ahead"))
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.&]*\s$")


def _is_in_a_name(found: Match, reading: Reading) -> bool:
    """Return whether an ordinary word is part of a name here: "USA Today", "China Daily"."""
    before = reading.text[max(reading.start, found.start() - 20) : found.start()]
    return found.group()[0].isupper() and bool(_NAME_BEFORE.search(before))


_READERS: dict[str, Callable[[Match, Reading], Value | None]] = {
    "monthday": times_days.read_monthday,
    "daymonth": times_days.read_monthday,
    "monthyear": times_years.read_monthyear,
    "seasonyear": times_years.read_seasonyear,
    "quarteryear": times_years.read_quarteryear,
    "yearto": times_years.read_yearto,
    "decade": times_years.read_decade,
    "century": times_years.read_century,
    "daytime": times_days.read_daytime,
    "clock": times_days.read_clock,
    "weekday": times_days.read_weekday,
    "daypart": times_days.read_daypart,
    "today": times_days.read_today,
    "holiday": times_days.read_holiday,
    "fromnow": times_counted.read_fromnow,
    "inunits": times_counted.read_inunits,
    "shifted": times_counted.read_shifted,
    "pastunits": times_counted.read_pastunits,
    "unitof": times_counted.read_unitof,
    "yearend": times_counted.read_yearend,
    "thisseason": times_years.read_thisseason,
    "thismonth": times_years.read_month,
    "quarter": times_years.read_quarter,
    "year": times_years.read_year,
    "repeated": times_lengths.read_repeated,
    "finished": times_lengths.read_finished,
    "lengthto": times_lengths.read_lengthto,
    "length": times_lengths.read_length,
    "manylong": times_lengths.read_manylong,
    "forlong": times_lengths.read_forlong,
    "present": times_counted.read_present,
    "before": times_counted.read_before,
    "ahead": times_counted.read_ahead,
}
