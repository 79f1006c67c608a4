"""Versions of one page are told apart, and a change without notice is called one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import NOON, annotated, article, hours, outlet
from twosource.model.acquired import Article, Part
from twosource.model.identity import LineageId, StoryId
from twosource.model.linked import Lineage, Story
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.sources import list_sources
from twosource.stages.dossier.versions import earlier_versions
from twosource.stages.versions import changed_without_notice, written

PAGE = "https://harbour-post.example/ferry"
NOTICE = Part(kind="correction", number=1, text="An earlier version gave another count.")


def version(text: str, read_after: float) -> Article:
    return article(text, url=PAGE, fetched_at=NOON + hours(read_after))


def material(*articles: Article) -> StoryMaterial:
    """Return a story of these articles, each a lineage of its own."""
    return StoryMaterial(
        story=Story(id=StoryId("story"), articles=tuple(each.id for each in articles)),
        articles=tuple(annotated(each) for each in articles),
        lineages=tuple(
            Lineage(id=LineageId(each.id), origin=each.id, outlet=each.outlet, members=(each.id,))
            for each in articles
        ),
        entities=(),
        entity_mentions=(),
        outlets=(outlet(),),
    )


EIGHT = version("Eight people were hurt.", 1)
NINE = version("Nine people were hurt.", 5)


def test_other_words_under_the_same_dates_are_a_change_without_notice() -> None:
    assert changed_without_notice(EIGHT, NINE)


@pytest.mark.parametrize(
    "later",
    [
        replace(NINE, text=EIGHT.text.replace(" ", "  ")),
        replace(NINE, changed=NOON + hours(3)),
        replace(NINE, published=NOON + hours(3)),
        replace(NINE, parts=(NOTICE,)),
        replace(NINE, url="https://harbour-post.example/other", canonical="https://other.example"),
    ],
    ids=["same words", "changed at", "published at", "a notice", "another page"],
)
def test_what_is_told_is_no_change_without_notice(later: Article) -> None:
    assert not changed_without_notice(EIGHT, later)


def test_a_page_without_any_date_is_held_to_none() -> None:
    assert not changed_without_notice(replace(EIGHT, published=None), replace(NINE, published=None))


def test_the_time_of_change_outranks_a_notice_and_that_the_time_of_reading() -> None:
    changed = replace(EIGHT, changed=NOON + hours(2))
    corrected = replace(EIGHT, parts=(NOTICE,))
    assert written(EIGHT) < written(NINE) < written(corrected) < written(changed)


def test_of_a_page_read_three_times_only_the_last_version_supports() -> None:
    ten = version("Ten people were hurt.", 9)
    other = article("Eight people were hurt.", url="https://harbour-post.example/other")
    assert earlier_versions(material(NINE, ten, EIGHT, other)) == {EIGHT.id, NINE.id}


def test_a_canonical_address_that_a_template_repeats_makes_no_versions() -> None:
    front = "https://harbour-post.example/"
    one, two = (article(text, canonical=front) for text in ("Eight were hurt.", "It rained."))
    assert earlier_versions(material(one, two)) == frozenset()


def test_the_list_of_sources_marks_the_change_without_notice() -> None:
    told = {each.article: (each.role, each.notes) for each in list_sources(material(EIGHT, NINE))}
    assert told[EIGHT.id] == ("earlier version", ())
    assert told[NINE.id] == ("report", ("changed without notice",))
