"""Hold which units stand around a number, and what they convert to."""

from __future__ import annotations

import pytest

from twosource.text.units import (
    currency_before,
    dollar_of,
    dollars_for,
    is_currency,
    money_here,
    to_base,
    unit_behind,
)


def test_a_rate_is_turned_above_and_below_its_stroke() -> None:
    value, unit = to_base(50, "foot/day")
    assert (round(value * 86400, 2), unit) == (15.24, "m/second")


def test_an_hourly_wage_stays_one() -> None:
    assert to_base(13, "EUR/hour") == (13, "EUR/hour")


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        (" percent", "percent"),
        (" per cent", "percent"),
        ("-kilometre run", "km"),
        (" degrees Celsius", "celsius"),
        (" sq m", "square m"),
        (" US dollars", "USD"),
        (" Danish crowns", "DKK"),
        (" year-old", "year of age"),
        (" miles per hour", "mile/hour"),
    ],
)
def test_unit_behind_a_number_is_known_by_its_words(words: str, unit: str) -> None:
    found = unit_behind(words, 0, digits=False)
    assert found is not None
    assert found.unit == unit


def test_symbol_counts_only_behind_digits() -> None:
    assert unit_behind(" m of rope", 0, digits=False) is None
    assert unit_behind("m of rope", 0, digits=True) is not None


def test_beginning_of_a_longer_word_is_no_unit() -> None:
    assert unit_behind(" members", 0, digits=True) is None


@pytest.mark.parametrize(
    ("before", "unit"),
    [("at US$", "USD"), ("for A$ ", "AUD"), ("RM", "MYR"), ("some €", "EUR"), ("Rs. ", "INR")],
)
def test_currency_stands_in_front(before: str, unit: str) -> None:
    found = currency_before(before, len(before))
    assert found is not None
    assert found.unit == unit


def test_letter_of_a_name_is_no_currency() -> None:
    assert currency_before("the PLX-R", 9) is None


def test_plain_dollar_is_that_of_the_papers_country() -> None:
    assert dollar_of("https://harbour-post.example/a") == "USD"
    assert dollar_of("https://news.harbour.com.au/a") == "AUD"
    assert dollar_of("https://news.harbour.co.nz/a") == "NZD"


def test_kroner_are_those_of_the_country_the_text_names_most() -> None:
    page = "https://harbour-post.example/a"
    assert (
        money_here(page, "Norway pays 3 kroner. Norway’s minister met the Danes.")["krone"] == "NOK"
    )
    assert money_here(page, "Denmark pays 3 kroner.")["krone"] == "DKK"
    assert "krone" not in money_here(page, "They pay 3 kroner.")


def test_lengths_meet_in_one_base_unit() -> None:
    value, unit = to_base(7, "mile")
    assert (round(value, 3), unit) == (11265.408, "m")
    assert to_base(1, "km") == (1000, "m")


def test_fahrenheit_turns_into_celsius() -> None:
    value, unit = to_base(212, "fahrenheit")
    assert (round(value, 3), unit) == (100.0, "celsius")


def test_money_is_not_converted() -> None:
    assert to_base(5, "GBP") == (5, "GBP")
    assert is_currency("USD/barrel")
    assert not is_currency("km")


def test_a_currency_is_worth_a_range_of_dollars_and_crowns_that_of_all_countries() -> None:
    euro, crown = dollars_for("EUR"), dollars_for("crown")
    assert euro is not None
    assert crown is not None
    assert euro[0] < 1.1 < euro[1]
    assert crown[0] < 0.045 < 0.09 < crown[1]
    assert dollars_for("XOF") is None
