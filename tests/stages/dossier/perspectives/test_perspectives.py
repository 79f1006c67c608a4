"""A story belongs to a standing theme only with its countries, its time and its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.stages.dossier.marked import Told, material
from twosource.model.dossier import Perspective
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.perspectives.find import find_perspectives
from twosource.stages.dossier.perspectives.theme_lines import Cues, cues_in
from twosource.text.themes import Cue

TEXT = (
    "Missiles hit the grid in Ukraine as Russia kept up its invasion this week. "
    "Ukraine said Russia had lost troops near Donetsk on the same day. "
    "Russia denied it and Ukraine asked for help to end the war in Ukraine."
)


def war(name: str, **fields: Any) -> Told:
    told = Told(name, TEXT, headline="Missiles hit grid", **fields)
    for nth in range(3):
        told.name("Ukraine", "country", country="UA", nth=nth)
        told.name("Russia", "country", country="RU", nth=nth)
    return told


def perspectives(of: StoryMaterial) -> dict[str, Perspective]:
    return {each.name: each for each in find_perspectives(of, citer(of))}


def test_a_theme_with_its_countries_and_cues_is_found_with_evidence() -> None:
    of = material(war("herald"), war("post"))
    found = perspectives(of)["Russia-Ukraine War"]
    assert found.evidence
    for text in found.evidence:
        (citation,) = text.citations
        assert of.article(citation.article).words(citation.span) == citation.words


def test_no_theme_of_another_era() -> None:
    long_ago = datetime(2009, 5, 1, tzinfo=UTC)
    assert "Russia-Ukraine War" not in perspectives(material(war("herald", published=long_ago)))


def test_an_undated_story_has_no_theme_that_is_bound_to_a_time() -> None:
    assert "Russia-Ukraine War" not in perspectives(material(war("herald", published=None)))


def test_the_countries_must_be_there() -> None:
    told = Told("herald", "The war in Ukraine came up in a long talk about the price of bread.")
    assert perspectives(material(told)) == {}


def test_an_undated_story_is_of_an_era_that_had_begun_by_the_latest_year_it_names() -> None:
    named = war("herald", published=None)
    named.article = replace(named.article, text=f"{TEXT} It began in 2022.")
    assert "Russia-Ukraine War" in perspectives(material(named.day("2022", "2022")))


def test_an_undated_story_that_names_only_earlier_years_is_of_no_era() -> None:
    named = war("herald", published=None)
    named.article = replace(named.article, text=f"{TEXT} It began in 2012.")
    assert "Russia-Ukraine War" not in perspectives(material(named.day("2012", "2012")))


def test_one_common_word_makes_no_theme_where_no_country_does() -> None:
    told = Told("herald", "The club of Tarvik ended its drought of a hundred years on Sunday.")
    assert perspectives(material(told)) == {}


def cue_in(cue: Cue, text: str) -> bool:
    return cue in cues_in([text], Cues([cue]))


@pytest.mark.parametrize(
    ("cue", "text", "found"),
    [
        (Cue(words="trade war", weight=0.5), "Both fear a Trade War over steel and cars.", True),
        (Cue(words="trade war", weight=0.5), "Both sides trade warm words over steel.", False),
        (Cue(words="protest", weight=0.5, stem=True), "The protesters met at the old port.", True),
        (Cue(words="protest", weight=0.5), "The protesters met at the old port.", False),
        (Cue(words="OPEC+", weight=0.5), "The ministers of OPEC+ meet again in May.", True),
        (Cue(words="ICE", weight=0.5), "The lake was full of thick ice in May.", False),
    ],
)
def test_a_cue_is_found_as_whole_words_and_a_name_in_its_own_capitals(
    cue: Cue, text: str, *, found: bool
) -> None:
    assert cue_in(cue, text) == found
