"""A source is looked at as often as it brings something, and its health is told in a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.pipeline.watched import QUICK
from twosource.model.outcome import Failed
from twosource.model.visited import DayCount, Ended, SourceState
from twosource.pipeline.schedule import after_look, health, new_per_day, new_source

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


ADDRESS = "feed:https://post.example/rss"


def looked(state: SourceState, articles: int = 0, error: str = "", hours: int = 1) -> SourceState:
    failed = Failed(item=ADDRESS, stage="source", error=error, message="why") if error else None
    at = (state.tried_at or NOW) + timedelta(hours=hours)
    return after_look(state, Ended(source=ADDRESS, at=at, failed=failed), articles, 0, QUICK)


def words(state: SourceState) -> set[str]:
    return {finding.word for finding in health(state, state.tried_at or NOW)}


def test_a_lively_source_is_looked_at_more_often_and_a_still_one_less() -> None:
    lively = still = new_source(ADDRESS, NOW, QUICK)
    for _ in range(10):
        lively, still = looked(lively, articles=2), looked(still)
    assert lively.wait_seconds == QUICK.least_check_minutes * 60
    assert still.wait_seconds == QUICK.most_check_hours * 3600
    assert lively.tried_at is not None
    assert lively.due_at == lively.tried_at + timedelta(seconds=lively.wait_seconds)


def test_a_source_that_breaks_is_left_longer_each_time_and_mends_at_once() -> None:
    state = looked(new_source(ADDRESS, NOW, QUICK), articles=1)
    broken = looked(looked(state, error="UnreachableError"), error="UnreachableError")
    assert broken.wait_seconds == 4 * state.wait_seconds
    assert (broken.errors, words(broken)) == (2, {"unreachable"})
    assert broken.succeeded_at == state.succeeded_at
    assert words(looked(broken)) == {"fine"}


@pytest.mark.parametrize(
    ("error", "word"),
    [
        ("GoneError", "gone"),
        ("BlockedError", "blocked"),
        ("RobotsError", "blocked"),
        ("UnreachableError", "unreachable"),
        ("NotAFeedError", "broken"),
        ("KeyError", "broken"),
    ],
)
def test_an_error_says_in_a_word_how_a_source_is(error: str, word: str) -> None:
    assert words(looked(new_source(ADDRESS, NOW, QUICK), error=error)) == {word}


def test_health_tells_of_the_new_the_empty_the_quiet_and_the_undated() -> None:
    new = new_source(ADDRESS, NOW, QUICK)
    assert words(new) == {"new"}
    empty = looked(looked(looked(new)))
    assert words(empty) == {"empty"}
    lively = looked(new, articles=6)
    assert words(lively) == {"fine"}
    assert words(looked(lively, hours=24 * 20)) == {"quiet"}
    undated = replace(lively, days=(DayCount(day="2026-03-03", articles=6, undated=6),))
    assert words(undated) == {"all undated"}
    assert words(replace(lively, moved_to="https://post.example/new")) == {"moved"}


def test_articles_per_day_are_those_of_the_last_week() -> None:
    days = tuple(DayCount(day=f"2026-{day}", articles=14) for day in ("02-20", "02-27", "03-03"))
    assert new_per_day(replace(new_source(ADDRESS, NOW, QUICK), days=days), NOW) == 4.0
