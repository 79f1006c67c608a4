"""Headlines lose the capitals that mean nothing and keep those of names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.languages.truecase import english_words, true_case


def cased(text: str) -> str:
    return true_case(text, english_words().__contains__)


def test_title_case_headline_keeps_only_the_capitals_of_names() -> None:
    assert cased("Norway Says Ferry Ran Aground Near Bergen") == (
        "Norway says ferry ran aground near Bergen"
    )


def test_headline_in_capitals_gets_small_letters() -> None:
    assert cased("LUND ARRIVES IN BERGEN") == "Lund arrives in Bergen"


def test_sentence_case_stays_as_it_is() -> None:
    text = "Ferry runs aground near Bergen, White House says"
    assert cased(text) == text


def test_acronym_in_a_title_case_headline_keeps_its_capitals() -> None:
    assert "NATO" in cased("NATO Ships Leave The Port After Storm")


@given(st.text(max_size=60))
def test_length_never_changes(text: str) -> None:
    assert len(cased(text)) == len(text)
