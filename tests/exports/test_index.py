"""Hold the index page to its stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from lxml import html

from tests.exports.sample import bare, sample
from twosource.exports.html import write_index
from twosource.model.identity import StoryId


def test_stories_stand_newest_first_and_undated_last() -> None:
    new = sample()
    assert new.as_of is not None
    old = replace(new, story=StoryId("old"), as_of=new.as_of - timedelta(days=1))
    undated = replace(bare(), story=StoryId("undated"))
    page: Any = html.fromstring(write_index([undated, old, new]))
    assert page.xpath("//h2/a/@href") == [f"{new.story}.html", "old.html", "undated.html"]


def test_story_shows_headline_tally_and_day() -> None:
    page: Any = html.fromstring(write_index([sample()]))
    item = page.xpath("//ol/li")[0].text_content()
    assert "Rockfall closes Halsen rail tunnel" in item
    assert "7 outlets, 4 reports, 3 informants" in item
    assert "4 March 2026, 14:00 UTC" in item


def test_order_of_the_dossiers_does_not_matter() -> None:
    other = replace(sample(), story=StoryId("other"))
    assert write_index([sample(), other]) == write_index([other, sample()])


def test_index_without_stories_says_so() -> None:
    assert "No story has been published." in write_index([]).decode()


def test_headline_of_a_source_stays_words() -> None:
    page: Any = html.fromstring(write_index([bare()]))
    assert not page.xpath("//img")
    assert "<img src=x" in page.text_content()
