"""A page that gives no date is dated by the days it tells of at its beginning."""

from __future__ import annotations

from tests.factories import NOON
from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.settings import ClusterSettings
from twosource.stages.annotate import find_times
from twosource.stages.cluster import compare, read, reasons
from twosource.stages.cluster.days import days_told

LEAD = 200
TEST = (
    "SELMA, {day} (Norda) - Korvia fired a missile into the northern sea, the armed forces of "
    "neighbouring Tarmen said. It flew some 480 kilometres. {more}"
)


def timed(text: str, *, dated: bool = False, outlet: str = "harbour-post") -> Annotated:
    read_as = read_article(text, outlet=outlet, published=NOON if dated else None)
    return Annotated(
        article=read_as.article,
        sentences=read_as.sentences,
        times=find_times(read_as.article, read_as.sentences),
    )


def score(one: Annotated, other: Annotated) -> float:
    link = compare(read(one), read(other), ClusterSettings())
    return link.score if link else 0.0


def test_days_and_years_are_read_where_they_are_told_by_number() -> None:
    told = days_told(timed("July 7, 2012. He won on Saturday, as in 2008 and last May."), LEAD)
    assert told.days == {"07-07"}
    assert told.years == {"2012", "2008"}


def test_a_day_behind_the_lead_is_background() -> None:
    text = "The vote fell at noon. " * 12 + "The last one had been held on 3 March 2011."
    assert not days_told(timed(text), LEAD).days


def test_the_day_before_and_the_day_after_are_near_also_over_new_year() -> None:
    assert days_told(timed("Oslo, 1 January 2025: it snowed."), LEAD).near == {
        "12-31",
        "01-01",
        "01-02",
    }


def test_a_dated_page_tells_its_own_day() -> None:
    assert f"{NOON:%m-%d}" in days_told(timed("It snowed.", dated=True), LEAD).days


def test_undated_pages_that_tell_one_day_are_likelier_of_one_event() -> None:
    one = timed(TEST.format(day="March 4", more="President Verin called a meeting."))
    same = timed(TEST.format(day="March 5", more="Fishermen saw it fall."), outlet="echo")
    other = timed(TEST.format(day="May 21", more="Fishermen saw it fall."), outlet="echo")
    assert score(one, same) > score(one, other)


def test_undated_pages_that_tell_other_years_are_less_likely_of_one_event() -> None:
    one = timed(TEST.format(day="2012", more="President Verin called a meeting."))
    same = timed(TEST.format(day="2012", more="Fishermen saw it fall."), outlet="echo")
    other = timed(TEST.format(day="2015", more="Fishermen saw it fall."), outlet="echo")
    assert score(one, same) > score(one, other)


def test_a_weekday_stands_aside_from_the_days_told_by_number() -> None:
    told = days_told(timed("He won on Saturday and rested on 7 July and on Sunday evening."), LEAD)
    assert told.weekdays == {"Saturday", "Sunday"}
    assert told.days == {"07-07"}


def test_what_a_dated_page_tells_of_today_is_told_of_a_weekday() -> None:
    assert days_told(timed("It snowed today.", dated=True), LEAD).weekdays == {f"{NOON:%A}"}


def test_pages_that_tell_other_weekdays_are_less_likely_of_one_event() -> None:
    one = timed(TEST.format(day="Monday", more="President Verin called a meeting."))
    same = timed(TEST.format(day="Monday", more="Fishermen saw it fall."), outlet="echo")
    other = timed(TEST.format(day="Friday", more="Fishermen saw it fall."), outlet="echo")
    silent = timed(TEST.format(day="at dawn", more="Fishermen saw it fall."), outlet="echo")
    assert score(one, same) > score(one, silent) > score(one, other)


def test_weekdays_that_differ_are_among_the_reasons() -> None:
    one = timed(TEST.format(day="Monday", more="President Verin called a meeting."))
    other = timed(TEST.format(day="Friday", more="Fishermen saw it fall."), outlet="echo")
    lines = reasons(one, other, ClusterSettings())
    assert "told of different days, Monday and Friday" in lines


def test_the_day_both_tell_is_among_the_reasons() -> None:
    one = timed(TEST.format(day="March 4", more="President Verin called a meeting."))
    same = timed(TEST.format(day="March 5", more="Fishermen saw it fall."), outlet="echo")
    lines = reasons(one, same, ClusterSettings())
    assert any(line.startswith("both tell of") and "March" in line for line in lines)
