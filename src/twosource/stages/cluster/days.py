"""Read which days an article speaks of at its beginning, for pages that give no date themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.model.annotated import Annotated, TimeMention
from twosource.model.identity import BODY, DECK, HEADLINE

LEAP_YEAR = 2000  # any: days are told without their year more often than with it
BY_NUMBER = re.compile(r"\d")  # "Tuesday" comes round each week and is no day of the year
DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)")
YEAR = re.compile(r"[12]\d{3}(?![\d:])")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])|(\d{4}-\d\d-\d\d)")  # of a dated page it is a day
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What is told of days in headline, deck and lead; of a dated page also its own."""

    days: frozenset[str]  # by number, as month and day: "07-09"
    years: frozenset[str]
    weekdays: frozenset[str]  # as they are called in English; "today" of a dated page is one too

    @property
    def near(self) -> frozenset[str]:
        """The same days, those before and those after: a page of the next day dates itself so."""
        return frozenset(
            f"{shifted:%m-%d}"
            for day in self.days
            for shift in (-1, 0, 1)
            for shifted in (date.fromisoformat(f"{LEAP_YEAR}-{day}") + timedelta(days=shift),)
        )


def days_told(annotated: Annotated, lead_end: int) -> Days:
    """Return what the article tells before the given place of its body.

    A weekday stands aside from the days told by number: that none is shared says little, and less
    the more reports there are. A month alone is left out.
    """
    told = [time for time in annotated.times if _at_the_beginning(time, lead_end)]
    words = [annotated.article.words(time.span) for time in told]
    values: dict[bool, list[str]] = {True: [], False: []}  # by number, and in words alone
    for time, said in zip(told, words, strict=True):
        values[bool(BY_NUMBER.search(said))].append(time.value)
    days = {"-".join(match.groups()) for value in values[True] if (match := DAY.match(value))}
    years = {match[0] for value in values[True] if (match := YEAR.match(value))}
    weekdays = {_weekday(match) for value in values[False] if (match := WEEKDAY.match(value))}
    published = annotated.article.published
    if published:
        days.add(f"{published:%m-%d}")
        years |= {f"{published:%Y}"} if years else set()
    return Days(days=frozenset(days), years=frozenset(years), weekdays=frozenset(weekdays))


def _weekday(found: re.Match[str]) -> str:
    number, day = found.groups()
    return WEEKDAYS[int(number) - 1 if number else date.fromisoformat(day).weekday()]


def _at_the_beginning(time: TimeMention, lead_end: int) -> bool:
    if time.type not in ("DATE", "TIME"):
        return False
    part = time.span.part
    return part in (HEADLINE, DECK) or (part == BODY and time.span.start < lead_end)
