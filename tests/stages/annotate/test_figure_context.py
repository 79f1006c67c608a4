"""A figure is read with its range, its roughness, its change, its day and who gives it."""

from __future__ import annotations

import pytest

from tests.stages.annotate.found import figures, only


@pytest.mark.parametrize(
    "text",
    ["between 35 and 40 million euros", "35-40 million euros", "from 35 to 40 million euros"],
)
def test_range_has_two_ends_at_one_scale(text: str) -> None:
    figure = only(f"The bridge costs {text}.")
    assert (figure.value, figure.high, figure.unit) == (35e6, 40e6, "EUR")


def test_old_and_new_level_are_two_figures() -> None:
    assert [f.value for f in figures("The price rose from 35 euros to 40 euros.")] == [35, 40]


def test_number_that_falls_from_one_to_another_is_no_range() -> None:
    assert [f.value for f in figures("The number of berths falls from 31 to 22.")] == [31, 22]


def test_list_shares_the_unit_that_stands_once() -> None:
    assert [
        (f.value, f.unit) for f in figures("They come in two-, four- and six-metre lengths.")
    ] == [
        (2, "m"),
        (4, "m"),
        (6, "m"),
    ]


@pytest.mark.parametrize("words", ["about", "at least", "nearly", "up to", "some", "more than"])
def test_bound_or_guess_is_approximate(words: str) -> None:
    assert only(f"It holds {words} 500 books.").approximate


def test_exact_count_is_not_approximate() -> None:
    assert not only("It holds 500 books.").approximate


def test_step_is_a_change_and_level_is_none() -> None:
    step, level = figures("Profit rose 12% to 5 million euros.")
    assert (step.change, level.change) == ("rise", None)
    step, level = figures("Oil fell $1.20 to $78.35 a barrel.")
    assert (step.change, level.change) == ("fall", None)


def test_date_in_the_sentence_is_when_the_figure_holds() -> None:
    assert only("The death toll stood at 19 on Wednesday.").when == "2026-03-04"
    assert only("Trade reached $240 billion in 2025.").when == "2025"


def test_date_compared_with_is_not_when_the_figure_holds() -> None:
    assert only("Trade is up 26 per cent from 2024.").when is None


def test_an_earlier_figure_is_of_the_money_told_before_it() -> None:
    text = "Savers took out 24 billion pesos in all before the state stepped in, the regulator "
    text += "said, up from an earlier figure of 21 billion."
    assert [each.unit for each in figures(text)] == ["peso", "peso"]


def test_a_date_that_says_which_ones_are_counted_is_not_when_they_are() -> None:
    freed = only("Seven sailors who were seized in late May were freed on 3 June 2026.")
    assert freed.when == "2026-06-03"
    assert only("Seven sailors seized in May 2025 have been freed.").when is None


def test_day_of_what_is_told_besides_is_not_that_of_the_figure() -> None:
    assert only("The mine employs 310 people and was to be closed in 2028.").when is None
    assert only("The mine employed 310 people and no contractors in 2024.").when == "2024"


@pytest.mark.parametrize(
    ("text", "values", "changes"),
    [
        ("The death toll rose by 12 to 21.", [12, 21], ["rise", None]),
        ("The number of berths fell by two to 14.", [2, 14], ["fall", None]),
        ("The board corrected the number of votes from 17 to 16.", [17, 16], [None, None]),
        ("The board revised its earlier count of 17 to 16.", [17, 16], [None, None]),
    ],
)
def test_a_step_and_where_it_led_are_two_figures(
    text: str, values: list[float], changes: list[str | None]
) -> None:
    found = figures(text)
    assert [each.value for each in found] == values
    assert [each.change for each in found] == changes


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("Prices rose by 3 to 5 percent.", 5),
        ("The fleet grew by two to three ships.", 3),
        ("Ridership grew by 2 to 3 million people.", 3_000_000),
        ("The number of cases rose by 200 to 300 a day.", 300),
    ],
)
def test_a_rise_may_be_a_range(text: str, high: float) -> None:
    assert only(text).high == high


def test_the_day_of_an_old_level_is_not_that_of_the_new() -> None:
    new, old = figures("Turnout was 74.3 percent, up from 69.8 percent four years ago.")
    assert (new.when, old.when) == (None, "2022")


def test_who_fell_ill_on_a_day_is_counted_on_it() -> None:
    people, villages = figures("About 120 people fell ill in 14 villages on 3 March 2026.")
    assert people.when == villages.when == "2026-03-03"


def test_two_ages_are_two_ages() -> None:
    assert [each.of for each in figures("The men, aged 29 and 41, were held.")] == ["age", "age"]


def test_figure_that_is_taken_back_is_not_of_the_matter() -> None:
    new, old = figures(
        "Turnout was 73.4 percent, the board said, correcting its earlier figure of 74.3 percent."
    )
    assert (new.matter, old.matter) == (True, False)
    old, new = figures("The board revised its earlier toll of 12 to 15.")
    assert (new.matter, old.matter) == (True, False)
