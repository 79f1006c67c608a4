"""Read which days an article speaks of at its beginning, for pages that give no date themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.model.annotated import Annotated, TimeMention
from twosource.model.identity import BODY, DECK, HEADLINE

LEAP_YEAR = 2000  # any: days are told without their year more often than with it
BY_NUMBER = re.compile(r"\d")  # "Tuesday" comes round each week and tells nothing of two events
DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)")
YEAR = re.compile(r"[12]\d{3}(?![\d:])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days and years told in headline, deck and lead; of a dated page also its own."""

    days: frozenset[str]  # month and day: "07-09"
    years: frozenset[str]

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
    """Return what the article tells by number before the given place of its body.

    A weekday or a month alone is left out: in quality/stories weekdays that differ spoke no more
    against one event than for it.
    """
    told = [time for time in annotated.times if _at_the_beginning(time, lead_end)]
    words = [annotated.article.words(time.span) for time in told]
    found = [time.value for time, said in zip(told, words, strict=True) if BY_NUMBER.search(said)]
    days = {"-".join(match.groups()) for value in found if (match := DAY.match(value))}
    years = {match[0] for value in found if (match := YEAR.match(value))}
    published = annotated.article.published
    if published:
        days.add(f"{published:%m-%d}")
        years |= {f"{published:%Y}"} if years else set()
    return Days(days=frozenset(days), years=frozenset(years))


def _at_the_beginning(time: TimeMention, lead_end: int) -> bool:
    if time.type not in ("DATE", "TIME"):
        return False
    part = time.span.part
    return part in (HEADLINE, DECK) or (part == BODY and time.span.start < lead_end)
