"""Decide when a source is looked at next, and say how it is doing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from twosource.model.visited import DayCount, Ended, SourceState
from twosource.settings import FetchSettings

FIRST_WAIT_MINUTES = 60  # until two looks have shown how often something comes
SOONER, LESS_OFTEN, AFTER_ERROR = 0.5, 1.5, 2.0  # what a wait is multiplied by
MOST_DAYS = 14  # that are counted back
QUIET_DAYS = 14  # without anything new, of a source that once had some
LEAST_LOOKS = 3  # before a source that brought nothing counts as empty
LEAST_UNDATED = 5  # articles without a date before it is the source that has none

# What an error says of a source, by the name of its class.
WORDS = {
    "GoneError": "gone",
    "MissingSourceError": "gone",
    "BlockedError": "blocked",
    "RobotsError": "blocked",
    "RefusedAddressError": "refused",
    "UnreachableError": "unreachable",
    "EmptySourceError": "empty",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that can be said of a source's health."""

    word: str  # fine, new, waiting, quiet, empty, all undated, moved, gone, blocked, …
    told: str  # a sentence's end: "is gone (…: the server says 404 Not Found)"

    @property
    def is_trouble(self) -> bool:
        """Say whether somebody should look after it."""
        return self.word not in ("fine", "new", "waiting")


def new_source(address: str, now: datetime, settings: FetchSettings) -> SourceState:
    """Return the state of a source that was not looked at yet; it is due at once."""
    wait = _bounded(FIRST_WAIT_MINUTES * 60, settings)
    return SourceState(address=address, due_at=now, wait_seconds=wait)


def after_look(
    before: SourceState, ended: Ended, articles: int, undated: int, settings: FetchSettings
) -> SourceState:
    """Return a source's state after it was read to its end, or broke.

    The wait shrinks as long as each look finds something new and grows while none does, so that
    it settles near the time in which one new article comes; after errors it doubles. It is never
    shorter than the server says nothing new will come, nor than it asks to be left alone.
    """
    broke = ended.failed is not None and ended.not_before is None
    factor = AFTER_ERROR if broke else SOONER if articles else LESS_OFTEN
    wait = _bounded(before.wait_seconds * factor, settings)
    waits = (ended.at + timedelta(seconds=wait), ended.not_before, ended.fresh_until)
    days = _counted(before.days, f"{ended.at:%Y-%m-%d}", articles, undated)
    return replace(
        before,
        due_at=max(time for time in waits if time),
        wait_seconds=wait,
        tried_at=ended.at,
        succeeded_at=before.succeeded_at if ended.failed else ended.at,
        new_at=ended.at if articles else before.new_at,
        looks=before.looks + 1,
        errors=before.errors + 1 if broke else before.errors if ended.failed else 0,
        error=ended.failed.error if ended.failed and broke else "",
        message=ended.failed.message if ended.failed and broke else "",
        moved_to=ended.moved_to or before.moved_to,
        not_before=ended.not_before,
        days=days,
    )


def health(state: SourceState, now: datetime) -> tuple[Finding, ...]:
    """Return how a source is doing; ("fine",) where nothing is wrong."""
    if state.looks == 0:
        return (Finding(word="new", told="was not looked at yet"),)
    found = []
    if state.error:
        word = WORDS.get(state.error, "broken")
        last = f", last read {state.succeeded_at:%Y-%m-%d %H:%M} UTC" if state.succeeded_at else ""
        found.append(Finding(word=word, told=f"is {word}{last} ({state.message})"))
    elif state.not_before and state.not_before > now:
        told = f"asks to be left alone until {state.not_before:%Y-%m-%d %H:%M} UTC"
        found.append(Finding(word="waiting", told=told))
    if state.moved_to:
        found.append(Finding(word="moved", told=f"has moved to {state.moved_to} and is read there"))
    articles, undated = (
        sum(getattr(day, name) for day in state.days) for name in ("articles", "undated")
    )
    if not state.error and state.new_at is None and state.looks >= LEAST_LOOKS:
        told = f"has brought no article in {state.looks} looks"
        found.append(Finding(word="empty", told=told))
    if state.new_at and now - state.new_at > timedelta(days=QUIET_DAYS):
        told = f"has brought nothing new since {state.new_at:%Y-%m-%d}"
        found.append(Finding(word="quiet", told=told))
    if articles >= LEAST_UNDATED and undated == articles:
        told = f"gave no date with any of its last {articles} articles"
        found.append(Finding(word="all undated", told=told))
    return tuple(found) or (Finding(word="fine", told="is fine"),)


def new_per_day(state: SourceState, now: datetime) -> float:
    """Return the articles a source brought per day in the last seven days."""
    since = f"{now - timedelta(days=7):%Y-%m-%d}"
    return sum(day.articles for day in state.days if day.day > since) / 7


def _bounded(seconds: float, settings: FetchSettings) -> int:
    least, most = settings.least_check_minutes * 60, settings.most_check_hours * 3600
    return round(min(max(seconds, least), most))


def _counted(
    days: tuple[DayCount, ...], day: str, articles: int, undated: int
) -> tuple[DayCount, ...]:
    if not articles:
        return days
    last = days[-1] if days and days[-1].day == day else DayCount(day=day)
    today = replace(last, articles=last.articles + articles, undated=last.undated + undated)
    return (*(each for each in days if each.day != day), today)[-MOST_DAYS:]
