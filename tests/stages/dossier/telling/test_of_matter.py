"""A claim turns on values of the matter, not on hours, idioms, ages or numbers of informants."""

from __future__ import annotations

import pytest

from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.stages.dossier.telling.of_matter import is_value


def value_of(
    sentence: str, words: str, value: float, unit: str | None = None, who: str = ""
) -> bool:
    start = sentence.index(words)
    figure = Figure(span=Span(start=start, end=start + len(words)), value=value, unit=unit)
    at = sentence.find(who) if who else -1
    named = (Span(start=at, end=at + len(who)),) if who else ()
    return is_value(figure, sentence, 0, named, befell=False)


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The cranes were booked for seven o’clock on Saturday.", "seven", 7),
        ("The shop had sold out by eight last night.", "eight", 8),
        ("All were ashore by four in the morning.", "four", 4),
        ("Moe (19) sat in the saloon.", "19", 19),
        ("The engineer, 39, is accused of it.", "39", 39),
        ("By three he was standing in the snow.", "three", 3),
        ("Sales to the twenty-seven rose again.", "twenty-seven", 27),
        ("One container in four comes from Asia.", "four", 4),
    ],
)
def test_hours_ages_names_and_shares_are_no_values(sentence: str, words: str, value: float) -> None:
    assert not value_of(sentence, words, value)


@pytest.mark.parametrize(
    ("sentence", "words", "unit"),
    [
        ("A fence needs two pairs of hands.", "two pairs", "pair"),
        ("The two sides will meet again.", "two sides", "side"),
        ("The drive took two hours.", "two hours", "hour"),
    ],
)
def test_what_is_only_spoken_of_by_numbers_is_no_value(
    sentence: str, words: str, unit: str
) -> None:
    assert not value_of(sentence, words, 2, unit)


def test_a_number_between_commas_behind_what_it_counts_is_a_value() -> None:
    assert value_of("The final toll, 46, was given on Monday.", "46", 46)
    assert value_of("The towns mourn 9, 12, and 14 people.", "12", 12)


def test_the_number_of_informants_is_no_value() -> None:
    sentence = "The list has 14 firms, according to two people in the room."
    assert not value_of(sentence, "two people", 2, "person", who="two people in the room")
    assert value_of(sentence, "14 firms", 14, "firm", who="two people in the room")


def test_how_far_a_count_has_come_is_no_value() -> None:
    sentence = "Labour won 38.4 percent of the vote with 96 percent of ballots counted."
    assert value_of(sentence, "38.4 percent", 38.4, "percent")
    assert not value_of(sentence, "96 percent", 96, "percent")


def test_one_is_a_value_only_of_what_befell_somebody() -> None:
    sentence = "One man fell off a stool."
    figure = Figure(span=Span(start=0, end=7), value=1.0, unit="person")
    assert not is_value(figure, sentence, 0, (), befell=False)
    assert is_value(figure, sentence, 0, (), befell=True)


@pytest.mark.parametrize(
    "sentence", ["The first 31 will be loaded.", "The toll rose to 31, he said."]
)
def test_a_bare_count_is_a_value(sentence: str) -> None:
    assert value_of(sentence, "31", 31)


def test_what_a_share_is_taken_of_is_no_value() -> None:
    sentence = "About 900 of the bank's 2,300 employees will go."
    assert value_of(sentence, "900", 900)
    assert not value_of(sentence, "2,300 employees", 2300, "person")
