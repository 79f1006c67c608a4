"""Two full names mean the same only for a reason that can be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.stages.resolve.block import block
from twosource.stages.resolve.compare import (
    compare,
    compare_places,
    letters_apart,
    nearly_spelt,
)
from twosource.stages.resolve.names import read_name

words = st.text(alphabet="abcdefgh", min_size=0, max_size=9)


def same(one: str, other: str, person: bool) -> str | None:
    return compare(read_name(one), read_name(other), person)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse M. Verhagen", "Ilse Verhagen"),
        ("I. Verhagen", "Ilse Verhagen"),
        ("Bob Tarrant", "Robert Tarrant"),
        ("Antony Ferrand", "Anthony Ferrand"),
        ("Han Jae Won", "Han Jae-won"),
    ],
)
def test_one_person_spelt_in_two_ways(one: str, other: str) -> None:
    assert same(one, other, person=True)
    assert same(other, one, person=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Verhagen", "Dirk Verhagen"),
        ("John Smith", "John Smyth"),
        ("Ilse Maria Verhagen", "Ilse Roos Verhagen"),
        ("Mary Stone", "Mark Stone"),
    ],
)
def test_two_persons_stay_two(one: str, other: str) -> None:
    assert same(one, other, person=True) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NHB", "Northern Harbour Board"),
        ("BRS", "Board for Rescue at Sea"),
        ("N.H.B.", "Northern Harbour Board"),
        ("Ministry of Fisheries", "Fisheries Ministry"),
        ("Tarrant-Lines", "Tarrantlines"),
    ],
)
def test_one_body_named_in_two_ways(one: str, other: str) -> None:
    assert same(one, other, person=False)
    assert same(other, one, person=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northern Harbour Board", "Southern Harbour Board"),
        ("Ministry of Fisheries", "Ministry of Forestry"),
        ("Norwegian Coast Guard", "Swedish Coast Guard"),
        ("NHB", "NHC"),
    ],
)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert same(one, other, person=False) is None


def test_a_river_is_one_with_and_without_the_word_but_a_county_is_no_town() -> None:
    assert compare_places(read_name("Vestelva River"), read_name("Vestelva"))
    assert compare_places(read_name("Vestby County"), read_name("Vestby")) is None


def test_a_body_with_its_first_words_shortened_is_met_by_the_one_written_out() -> None:
    short, long = read_name("UN Harbour Council"), read_name("United Nations Harbour Council")
    assert set(block(short)) & set(block(long))
    assert compare(short, long, person=False)


@given(words, words)
def test_letters_apart_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert letters_apart(one, other, 9) == letters_apart(other, one, 9)


@given(words)
def test_a_word_is_no_letter_apart_from_itself(word: str) -> None:
    assert letters_apart(word, word, 3) == 0


def test_swapped_neighbours_are_one_slip() -> None:
    assert letters_apart("verhagen", "vrehagen", 3) == 1


def test_short_words_one_letter_apart_are_different_names() -> None:
    assert not nearly_spelt("lee", "leo")
    assert nearly_spelt("verbruggen", "verbrugen")
