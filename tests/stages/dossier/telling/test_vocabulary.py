"""Words that retell a saying stand for one thing, and opposites for its two ends."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.telling.vocabulary import meaning_of, one_worded


@pytest.mark.parametrize(
    ("one", "other"),
    [("postponed", "delays"), ("lorries", "truck"), ("fled", "escape"), ("survivors", "survive")],
)
def test_forms_of_words_that_are_exchanged_mean_one_thing(one: str, other: str) -> None:
    assert meaning_of(one) == meaning_of(other)


@pytest.mark.parametrize(("one", "other"), [("safe", "dangerous"), ("closed", "reopens")])
def test_opposites_are_the_two_ends_of_one_thing(one: str, other: str) -> None:
    thing, end = meaning_of(one)
    assert meaning_of(other) == (thing, -end)


def test_a_noun_is_not_taken_for_the_verb_that_looks_like_it() -> None:
    assert meaning_of("fire") == meaning_of("blaze") != meaning_of("fired") == meaning_of("sacked")


def test_a_phrase_in_any_form_becomes_the_word_that_says_the_same() -> None:
    words = one_worded("He was Stepping Down; 5 per cent would be put off")
    assert words == "He was resign; 5 percent would be delay"


def test_a_phrase_keeps_its_tense() -> None:
    assert one_worded("He stepped down; they went aboard") == "He resigned; they loaded"


def test_a_phrase_inside_a_longer_word_stays() -> None:
    assert one_worded("the outgoing on Monday") == "the outgoing on Monday"
