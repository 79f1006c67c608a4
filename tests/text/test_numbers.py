"""Hold how numbers are read out of running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.numbers import read_numbers


def values(text: str) -> list[float]:
    """Return the values read in a text."""
    return [number.value for number in read_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("240.1 billion", 240.1e9),
        ("1,307,000", 1307000),
        ("8.1bn", 8.1e9),
        ("two hundred and five", 205),
        ("twenty-one", 21),
        ("one hundred and fifty-two thousand", 152000),
        ("half a million", 500000),
        ("two and a half", 2.5),
        ("a dozen", 12),
        ("3½", 3.5),
        ("2 1/2", 2.5),
        (".001", 0.001),
        ("4 hundred million", 4e8),
        ("a third of the", 1 / 3),
        ("two-thirds", 2 / 3),
        ("half a mile", 0.5),
        ("half a percentage point", 0.5),
        ("a square mile", 1),
        ("a foot thick", 1),
        ("a fortnight", 1),
    ],
)
def test_number_has_the_value_a_reader_would_give_it(text: str, value: float) -> None:
    assert values(text) == pytest.approx([value])


def test_vague_words_stand_for_a_range() -> None:
    (number,) = read_numbers("Hundreds of thousands fled")
    assert (number.value, number.high, number.vague) == (1e5, 1e6, True)


def test_number_at_the_end_of_a_sentence_keeps_its_decimals() -> None:
    assert values("It rose to 13.60.") == [13.6]


def test_version_is_no_number() -> None:
    assert values("release 3.5.1 of") == []


def test_one_in_five_is_a_fraction() -> None:
    assert values("one in five voters") == [0.2]


def test_spans_hold_the_words_of_the_number_alone() -> None:
    text = "some 240.1 billion dollars"
    (number,) = read_numbers(text)
    assert text[number.start : number.end] == "240.1 billion"


@given(st.integers(min_value=0, max_value=10**9))
def test_grouped_digits_read_as_the_number_they_group(count: int) -> None:
    assert values(f"about {count:,} people") == [count]


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_spans_lie_inside_in_order(text: str) -> None:
    ends = 0
    for number in read_numbers(text):
        assert ends <= number.start < number.end <= len(text)
        ends = number.end


@pytest.mark.parametrize(
    ("text", "value"),
    [("a quarter-point rise", 0.25), ("Half-point cut", 0.5), ("half-percentage-point", 0.5)],
)
def test_parts_of_a_point_are_numbers(text: str, value: float) -> None:
    assert [each.value for each in read_numbers(text)] == [value]
