"""Numbers that look like quantities and are none, and quantities told in odd ways."""

from __future__ import annotations

import pytest

from tests.stages.annotate.found import figures, only
from tests.stages.annotate.test_figures import told


@pytest.mark.parametrize(
    "text",
    [
        "The console, a PS4, stood in the window.",
        "The film plays in 1080p on the older sets.",
        "The set shows films in 4K and costs more.",
        "He lost his wheel on lap 20 in the rain.",
        "They met in Section 702 of the hall.",
        "The bus stopped at gate 14 for a while.",
        "A ferry at the pier. Photo 6 of 41 Skip",
        "The council's plans did badly on a scale of one to ten.",
        "He was hugged by his friend Milo Hale (5) afterwards.",
        "The makers have sent out update 5.50 to all.",
        "A Long March 4C rocket carried it up.",
        "Somebody made a 911 call at night.",
        "The doors closed at two o’clock in the afternoon.",
        "Hide Caption 1 of 25 Photos Hale at the pier",
    ],
)
def test_a_number_of_a_thing_is_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_a_part_of_a_count_counts_the_same() -> None:
    part, whole = figures("He was found guilty on 11 of 14 counts.")
    assert (part.value, part.unit, part.of) == (11, whole.unit, whole.of)


def test_what_was_counted_over_a_stretch_of_years_holds_for_no_one_of_them() -> None:
    assert only("He received 37 payments between 2017 and 2021 from a firm.").when is None


def test_a_woman_of_44_is_no_44_dead() -> None:
    found = only("A woman of 44 died in hospital on Wednesday.")
    assert (found.unit, found.matter) == ("year of age", False)


def test_an_amount_before_its_thing_has_its_currency() -> None:
    assert only("They signed a 7.1 billion franc takeover.").unit == "CHF"


def test_a_pound_sign_that_a_page_lost_is_read() -> None:
    assert only("The fare rose to PS24 in May.").unit == "GBP"


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 6.3 earthquake shook the islands.",
        "A 6.3-magnitude tremor shook the islands.",
        "The quake had a magnitude of 6.3, the survey said.",
        "The quake measured 6.3 on the Richter scale.",
    ],
)
def test_the_strength_of_a_quake_has_a_unit(text: str) -> None:
    assert told(text) == [(6.3, "magnitude", "magnitude")]


def test_a_comma_alone_lends_no_unit_onwards() -> None:
    units = [figure.unit for figure in figures("Among those under 25, 31 per cent agreed.")]
    assert units == [None, "percent"]


def test_a_list_shares_the_unit_at_its_end() -> None:
    units = [figure.unit for figure in figures("It fell by 10, 20 and 30 per cent in turn.")]
    assert units == ["percent", "percent", "percent"]


def test_a_mile_or_so_is_one_mile() -> None:
    figure = only("She lies a mile or so off the beach.")
    assert (figure.value, figure.unit, figure.approximate) == (1, "mile", True)


def test_the_number_of_homes_is_of_homes() -> None:
    text = "The ministry puts the number of homes that lost power in May at 1.2 million."
    assert [of for _, _, of in told(text)] == ["homes"]


def test_what_fills_the_barrels_is_measured() -> None:
    assert told("The pipe spilled 3,000 barrels of oil.") == [(3000, "barrel", "oil")]


def test_each_of_two_fates_in_one_sentence_has_its_number() -> None:
    text = "The war caused the deaths of 200 people and the displacement of 3,000 others."
    assert [of for _, _, of in told(text)] == ["dead", "displaced"]


def test_the_missing_of_a_crew_are_missing() -> None:
    assert only("Six of the trawler’s crew remain missing.").of == "missing"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The thieves have the data of 143 million US customers.", "person"),
        ("Aboard were nine Backroads guests.", "person"),
        ("The militants let 21 abducted schoolgirls go.", "person"),
        ("Thousands flee fireworks at the beach.", None),
        ("This is told of 5.50 allows and more.", None),
    ],
)
def test_a_noun_is_counted_only_where_one_stands(text: str, unit: str | None) -> None:
    assert only(text).unit == unit


def test_who_turns_an_age_is_of_that_age() -> None:
    assert told("Palmer turned 38 last week.") == [(38, "year of age", "age")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The trek took a day and a half in all.", 1.5, "day"),
        ("The fish was six feet four inches long.", 6.33333, "foot"),
        ("She was home after 2 hours and 4 minutes of running.", 2.06667, "hour"),
        ("The stone fell half a mile from the pier.", 0.5, "mile"),
        ("The dam lost a fifth of its water.", 0.2, None),
    ],
)
def test_what_is_told_in_two_steps_is_one_figure(text: str, value: float, unit: str | None) -> None:
    found = only(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


def test_money_that_is_missing_counts_no_people() -> None:
    assert only("The auditor found 260,000 pounds missing from the accounts.").unit == "GBP"


def test_the_age_of_somebody_of_a_town_is_no_figure_of_the_matter() -> None:
    assert not only("Milo Hale, 67 of Hafen, was arrested.").matter


def test_what_is_counted_on_sundays_is_counted() -> None:
    assert only("On Sundays 6,000 cars cross the bridge.").unit == "car"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The number of people killed rose to 14, and 331 have been treated.", ["dead", None]),
        ("The toll rose to 14 in Oslo and 5 in Bergen.", ["dead", "dead"]),
        ("The dead now number 17, the director said.", ["dead"]),
        ("Toll rises to 21, passenger count corrected to 151", ["dead", "passenger count"]),
        ("The toll rose to 21, the number of those on board to 151.", ["dead", None]),
        ("The toll rose to 21, the number of injured to 151.", ["dead", "injured"]),
        ("Three of them were children under five.", [None, "age"]),
    ],
)
def test_each_number_of_a_sentence_counts_what_its_own_verb_tells(
    text: str, wanted: list[str | None]
) -> None:
    assert [each.of for each in figures(text)] == wanted
