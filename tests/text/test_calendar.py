"""Hold how days, weeks and seasons are reckoned."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.calendar import (
    duration_value,
    easter,
    holiday,
    last_weekday,
    month_of,
    month_value,
    moved,
    next_weekday,
    quarter_value,
    season_year,
    week_value,
    weekday_of,
)

DAYS = st.dates(min_value=date(1900, 1, 8), max_value=date(2100, 1, 1))


def test_names_of_months_and_weekdays_do_not_mix() -> None:
    assert month_of("Sept.") == 9
    assert weekday_of("Thurs") == 3
    assert weekday_of("month") == -1
    assert month_of("marched") == 0


def test_months_run_over_the_end_of_the_year() -> None:
    assert month_value(2026, 13) == "2027-01"
    assert month_value(2026, 0) == "2025-12"
    assert quarter_value(date(2026, 2, 1), -1) == "2025-Q4"


def test_week_of_the_turn_of_the_year_is_the_iso_week() -> None:
    assert week_value(date(2027, 1, 1)) == "2026-W53"


def test_moved_is_as_coarse_as_its_unit() -> None:
    day = date(2026, 3, 5)
    assert moved(day, -4, "year") == "2022"
    assert moved(day, -3, "week") == "2026-W07"
    assert moved(day, -10, "day") == "2026-02-23"
    assert moved(day, -5000, "year") is None


def test_lengths_are_written_as_timex3() -> None:
    assert duration_value(3, "day") == "P3D"
    assert duration_value(90, "minute") == "PT90M"
    assert duration_value(2, "decade") == "P20Y"
    assert duration_value(None, "month") == "PXM"


def test_last_winter_in_march_began_the_year_before() -> None:
    assert season_year(date(2026, 3, 5), "WI", -1) == 2025
    assert season_year(date(2026, 3, 5), "SU", -1) == 2025
    assert season_year(date(2026, 10, 5), "SU", -1) == 2026


def test_easter_falls_where_the_church_has_it() -> None:
    assert [easter(year) for year in (2013, 2024, 2026)] == [
        date(2013, 3, 31),
        date(2024, 3, 31),
        date(2026, 4, 5),
    ]
    assert holiday("Good Friday", 2026) == date(2026, 4, 3)
    assert holiday("Thanksgiving", 2025) == date(2025, 11, 27)
    assert holiday("Founders' Day", 2026) is None


@given(DAYS, st.integers(min_value=0, max_value=6))
def test_weekday_before_and_after_lie_within_a_week(day: date, weekday: int) -> None:
    before, after = last_weekday(day, weekday), next_weekday(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7
