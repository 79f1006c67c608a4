"""A name is read without what does not belong to it."""

from __future__ import annotations

import pytest

from twosource.stages.resolve.names import read_name


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("President Ilse Verhagen", "Ilse Verhagen"),
        ("Norwegian Foreign Minister Ilse Verhagen", "Ilse Verhagen"),
        ("Secretary of State Ilse Verhagen", "Ilse Verhagen"),
        ("Attorney General Ilse Verhagen", "Ilse Verhagen"),
        ("Mr. Verhagen's", "Verhagen"),
        ("then-Senator Ilse Verhagen", "Ilse Verhagen"),
        ("Norway’s Verhagen", "Verhagen"),
        ("President Ilse Verhagen of Norway", "Ilse Verhagen"),
        ("Verhagen Shipping Ltd.", "Verhagen Shipping"),
        ("the Harbour Board", "Harbour Board"),
    ],
)
def test_titles_articles_and_endings_are_not_part_of_a_name(words: str, shown: str) -> None:
    assert read_name(words).shown == shown


@pytest.mark.parametrize(
    "words",
    ["Justice Department", "President's Office", "National Security Council", "General Tools"],
)
def test_a_title_word_in_a_bodys_name_stays(words: str) -> None:
    assert read_name(words).shown == words


def test_only_a_person_has_a_title() -> None:
    assert read_name("Captain Ruth Lamont").title == "Captain"
    assert read_name("Ruth Lamont", title="duty officer").titled
    assert not read_name("Harbour Board").titled


@pytest.mark.parametrize(
    "words",
    ["Norway's coast guard", "the Norwegian Coast Guard", "Norwegian coast guard"],
)
def test_the_country_of_a_body_is_read_alike_however_it_is_put(words: str) -> None:
    assert read_name(words).tokens == ("@NO", "coast", "guard")


def test_a_person_called_like_a_country_is_no_body_of_it() -> None:
    assert read_name("Jordan Hale").tokens == ("jordan", "hale")


def test_hyphens_diacritics_and_capitals_make_no_other_name() -> None:
    assert read_name("SOLVÆR").tokens == read_name("Solvaer").tokens
    assert read_name("Han Jae-won").tokens == read_name("Han Jae Won").tokens


def test_dotted_capitals_keep_their_last_stop() -> None:
    shown = [read_name(words).shown for words in ("the U.N.", "the U.N.'s", "U.N. Council", "T.J.")]
    assert shown == ["U.N.", "U.N.", "U.N. Council", "T.J."]


def test_dotted_capitals_are_an_acronym() -> None:
    assert read_name("N.H.B.").acronym == "NHB"
    assert read_name("Verhagen").acronym == ""


def test_newspaper_abbreviations_of_states_need_their_stop() -> None:
    assert read_name("Fla.").tokens == ("florida",)
    assert read_name("Miss Wash").tokens != ("washington",)
