"""Hold the capitals and seats that stand for a government."""

from __future__ import annotations

import pytest

from twosource.places import EUROPEAN_UNION, capital_of, country_of, is_country_code, is_seat
from twosource.places.tables import capital_table


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Beijing", "CN"),
        ("MOSCOW", "RU"),
        ("Kyiv's", "UA"),
        ("Kiev", "UA"),
        ("Washington", "US"),
        ("Washington, D.C.", "US"),
        ("the Kremlin", "RU"),
        ("White House", "US"),
        ("Downing Street", "GB"),
        ("Elysee", "FR"),
        ("Chisinau", "MD"),
        ("Brussels", "EU"),
        ("The Hague", "NL"),
        ("Pristina", "XK"),
        ("Taipei", "TW"),
    ],
)
def test_a_capital_or_seat_speaks_for_its_government(words: str, code: str) -> None:
    assert capital_of(words) == code


@pytest.mark.parametrize(
    "words",
    ["Hamilton", "Victoria", "Male", "San Jose", "New York", "paris", "Russia", "", "Sydney"],
)
def test_other_towns_and_names_speak_for_no_government(words: str) -> None:
    assert capital_of(words) is None


def test_a_building_is_never_a_town_and_a_town_never_a_building() -> None:
    assert is_seat("Kremlin")
    assert not is_seat("Moscow")


@pytest.mark.parametrize("kind", ["capital", "seat"])
def test_every_row_is_of_a_country_or_the_union_and_is_no_countrys_own_name(kind: str) -> None:
    for form, code in capital_table(kind).items():
        assert is_country_code(code) or code == EUROPEAN_UNION, form
        assert capital_of(form) == code, form
        assert country_of(form) is None, form
