"""Find the dates, times and lengths of time of an article and say which day or year is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from twosource.model.acquired import Article
from twosource.model.annotated import TimeMention
from twosource.model.identity import BODY, PartName, Span
from twosource.stages.annotate.parts import texts_of
from twosource.stages.annotate.times.openings import OPENINGS
from twosource.stages.annotate.times.patterns import TIMES
from twosource.stages.annotate.times.plain import PLAIN_TIMES, plain_value
from twosource.stages.annotate.times.reading import ASIAN_MIDNIGHT, Match, Reading, Value
from twosource.stages.annotate.times.values import resolve

ENGLISH = "en"
CLOCK_REACH = 2  # sentences from a day on in which a bare "by noon" is of that day


def find_times(article: Article, sentences: Sequence[Span]) -> tuple[TimeMention, ...]:
    """Return the times of body, headline, deck and captions with their TIMEX3 values.

    Relative words ("Tuesday", "last year") are counted from the day the article was published, in
    UTC. Without that day a weekday or a month keeps its open form ("XXXX-WXX-2", "XXXX-08") and
    what has none is left out. In languages other than English only dates in digits are read. The
    values follow ISO-TimeML (Pustejovsky et al. 2010); as there, centuries have two digits,
    decades three.
    """
    found: list[TimeMention] = []
    for part, stretches in stretches_read(article, sentences):
        found += _times_of(article, part, stretches)
    return tuple(found)


def stretches_read(
    article: Article, sentences: Sequence[Span]
) -> Iterator[tuple[PartName, Sequence[tuple[int, int]]]]:
    """Yield the parts of an article that tell its news, each with its sentences.

    Headline, deck, body, captions, in this order; a part of which no sentences are given is read
    as one.
    """
    for part, text in texts_of(article):
        given = [(each.start, each.end) for each in sentences if each.part == part]
        yield part, given or [(0, len(text))]


def _times_of(
    article: Article, part: PartName, stretches: Sequence[tuple[int, int]]
) -> Iterator[TimeMention]:
    text, english = article.part_text(part), article.language == ENGLISH
    last_day: date | None = None
    days_named_in = 0
    for place, (start, end) in enumerate(stretches):
        told_on = _told_on(article, part, start)
        reading = Reading(
            text=text,
            start=start,
            end=end,
            published=told_on.date() if told_on else None,
            may_be_tomorrow=told_on is not None and _may_be_tomorrow(told_on),
            last_day=last_day,
            day_at_hand=last_day if place - days_named_in <= CLOCK_REACH else None,
        )
        for found, value in _english(reading) if english else _plain(text, start, end):
            if day := _day_of(value):
                last_day, days_named_in = day, place
            kind, told, granularity = value
            span = Span(part=part, start=found.start(), end=found.end())
            yield TimeMention(span=span, type=kind, value=told, granularity=granularity)


def _told_on(article: Article, part: PartName, start: int) -> datetime | None:
    """Return when a sentence was published: with its live blog's entry, else with its article."""
    if part == BODY:
        for entry in article.entries:
            if entry.at and entry.start <= start < entry.end:
                return entry.at
    return article.published


def _may_be_tomorrow(told_on: datetime) -> bool:
    """Return whether the weekday of tomorrow may be meant: it is late in UTC, or no hour is told.

    A page dated to the day alone was written on at any hour, and a report hardly tells of a weekday
    six days gone by its bare name.
    """
    return told_on.hour >= ASIAN_MIDNIGHT or told_on.time() == time.min


def _plain(text: str, start: int, end: int) -> Iterator[tuple[Match, Value]]:
    for match in PLAIN_TIMES.finditer(text, start, end):
        if value := plain_value(match):
            yield match, value


def _english(reading: Reading) -> Iterator[tuple[Match, Value]]:
    done = reading.start
    for opening in OPENINGS.finditer(reading.text, reading.start, reading.end):
        if opening.start() < done:
            continue
        match = TIMES.match(reading.text, opening.start(), reading.end)
        if match is None:
            continue
        value = resolve(match, reading)
        done = match.end()
        if value:
            yield match, value
            if day := _day_of(value):
                reading = replace(reading, last_day=day, day_at_hand=day)


def _day_of(value: Value) -> date | None:
    """Return the day that a time names, None where it names none or leaves a part of it open."""
    kind, told, granularity = value
    dated = kind == "DATE" and granularity == "day" and told[:4].isdigit()
    return date.fromisoformat(told) if dated else None
