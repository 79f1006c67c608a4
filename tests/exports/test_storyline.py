"""The stories of a running matter stand in time, this one in its place, each with what ties it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.exports.sample import bare, sample
from twosource.exports.html import write_html
from twosource.exports.markdown import write_markdown
from twosource.exports.storyline import Stop, days_told, stops, ties_told
from twosource.exports.text import write_text
from twosource.model.identity import StoryId
from twosource.model.storyline import RelatedStory

TEXT = write_text(sample()).decode()
PAGE = write_html(sample()).decode()


def other(when: str, headline: str = "Tunnel", **fields: Any) -> RelatedStory:
    return RelatedStory(story=StoryId("aa"), headline=headline, when=when, **fields)


def test_this_story_stands_among_the_others_where_its_first_report_puts_it() -> None:
    assert [stop.when for stop in stops(sample())] == ["2026-02-20", "2026-03-03", "2026-04-11"]
    assert [stop.other is None for stop in stops(sample())] == [False, True, False]


def test_a_story_of_the_same_day_follows_and_one_without_a_day_comes_last() -> None:
    matter = replace(sample(), storyline=(other(""), other("2026-03-03"), other("2026-03-01")))
    assert [stop.when for stop in stops(matter)] == ["2026-03-01", "2026-03-03", "2026-03-03", ""]
    assert stops(matter)[1].other is None


def test_a_story_without_others_has_no_line() -> None:
    assert stops(bare()) == ()


@pytest.mark.parametrize(
    ("shared", "words", "told"),
    [
        (("Halsen", "Nordbanen"), ("bolts",), "Both name Halsen and Nordbanen, and say “bolts”."),
        (("Halsen",), (), "Both name Halsen."),
        ((), ("bolts", "tunnel"), "Both say “bolts” and “tunnel”."),
        ((), (), ""),
    ],
)
def test_what_ties_two_stories_is_told_in_one_sentence(
    shared: tuple[str, ...], words: tuple[str, ...], told: str
) -> None:
    assert ties_told(other("", shared=shared, words=words)) == told


@pytest.mark.parametrize(
    ("when", "until", "told"),
    [
        ("2026-03-03", "", "3 March 2026"),
        ("2026-03-03", "2026-03-09", "3 to 9 March 2026"),
        ("2026-03-30", "2026-04-02", "30 March to 2 April 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"),
        ("", "", "undated"),
    ],
)
def test_the_days_of_a_story_are_told_without_saying_month_or_year_twice(
    when: str, until: str, told: str
) -> None:
    assert days_told(Stop(when=when, until=until, headline="Tunnel", other=None)) == told


def test_the_terminal_lists_each_story_with_its_day_and_order() -> None:
    assert "20 to 24 February 2026, before: Halsen tunnel drips" in TEXT
    assert "3 to 4 March 2026: this story" in TEXT
    assert "Both name Halsen and Nordbanen, and say “tunnel” and “bolts”." in TEXT


def test_the_page_links_the_other_stories_and_marks_its_own_place() -> None:
    assert 'href="33bb33bb33bb33bb33bb33bb33bb33bb.html">Halsen tunnel drips' in PAGE
    assert PAGE.count('aria-current="true"') == 1
    assert '<time datetime="2026-04-11">11 April 2026</time>' in PAGE


def test_markdown_has_the_line_too() -> None:
    assert "Halsen tunnel opens again" in write_markdown(sample()).decode()


def test_a_headline_with_markup_stays_words() -> None:
    hostile = replace(sample(), storyline=(other("2026-01-01", headline="<script>x</script>"),))
    assert "<script>x" not in write_html(hostile).decode()
