from __future__ import annotations

import pytest

from twosource.text.hashes import word_hash
from twosource.text.lexicon import look_up
from twosource.text.normalize import stem
from twosource.text.weights import weight

FORMS = ("the", "ferries", "struck", "2026", "7", "ferries")


def test_each_word_of_a_text_stands_in_its_place_with_its_stem_and_weight() -> None:
    found = look_up([(FORMS, "en")])
    assert found.words.tolist() == [word_hash(form) for form in FORMS]
    assert found.terms.tolist() == [word_hash(stem(form)) for form in FORMS]
    assert found.masses.tolist() == pytest.approx([weight(form) for form in FORMS], abs=1e-9)


def test_a_figure_has_two_digits_at_least() -> None:
    assert look_up([(FORMS, "en")]).figures.tolist() == [False, False, False, True, False, False]


def test_a_function_word_tells_nothing_in_its_own_language_alone() -> None:
    assert look_up([(("avec",), "fr")]).masses.tolist() == [0.0]
    assert look_up([(("avec",), "en")]).masses[0] > 0


def test_a_text_without_words_has_none() -> None:
    assert len(look_up([((), "en")])) == 0


def test_the_words_of_texts_stand_one_after_the_other_each_in_its_language() -> None:
    found = look_up([(("ferry", "avec"), "en"), (("avec",), "fr")])
    assert (found.masses > 0).tolist() == [True, True, False]
