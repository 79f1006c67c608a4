"""Hold what is found of the figures in a text, and what is said of each of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests.stages.annotate.found import figures, only
from twosource.model.acquired import Part
from twosource.stages.annotate.figures import find_figures
from twosource.stages.annotate.times.find import find_times


def told(text: str) -> list[tuple[float, str | None, str | None]]:
    """Return value, unit and what is measured of each figure of a sentence."""
    return [(figure.value, figure.unit, figure.of) for figure in figures(text)]


# ---- what is measured --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people were killed.",
        "The fire killed 14 people.",
        "Fourteen dead after ferry fire",
        "The death toll rose to 14.",
        "The number of people killed was put at 14.",
        "Fourteen passengers lost their lives.",
        "A blast left 14 people dead.",
        "There were 14 fatalities.",
        "Killing 14 passengers, the wave broke the rail.",
    ],
)
def test_the_dead_are_the_dead_however_they_are_told(text: str) -> None:
    assert told(text) == [(14, "person", "dead")]


def test_two_fates_in_one_sentence_are_kept_apart() -> None:
    text = "The blaze killed 14 people and injured 30 others, with three still missing."
    assert told(text) == [
        (14, "person", "dead"),
        (30, "person", "injured"),
        (3, "person", "missing"),
    ]


def test_none_of_the_crew_hurt_tells_of_nobody_hurt() -> None:
    assert told("None of the 12 crew was hurt.") == [(12, "person", "crew")]


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Bilateral trade reached $240.1 billion.", 240.1e9, "USD", "bilateral trade"),
        ("The company's net profit rose to €1.2bn.", 1.2e9, "EUR", "net profit"),
        ("The unemployment rate stood at 4.1%.", 4.1, "percent", "unemployment rate"),
        ("The fund cut its growth forecast to 2.1%.", 2.1, "percent", "growth forecast"),
        ("The court doubled the fine to €3m.", 3e6, "EUR", "fine"),
        ("He signed a $150,000 contract.", 150000, "USD", "contract"),
        ("They face a fine of 3 million euros.", 3e6, "EUR", "fine"),
        ("It files a claim for at least €3m against Strand.", 3e6, "EUR", "claim"),
        ("Some 24 per cent of adults agreed.", 24, "percent", "adults"),
        ("It has 3 million cubic metres of water.", 3e6, "cubic m", "water"),
        ("Winds of 120 km/h hit Strand.", 120, "km/hour", "winds"),
        ("Oil traded at $78.35 a barrel.", 78.35, "USD/barrel", "oil"),
        ("The ferry carried 212 passengers.", 212, "person", "passengers"),
        ("The army lost three armoured vehicles.", 3, "vehicle", "armoured vehicles"),
    ],
)
def test_figure_has_value_unit_and_what_it_measures(
    text: str, value: float, unit: str, of: str
) -> None:
    assert told(text) == [(value, unit, of)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It has raised its base rate from 10 to 10.75 per cent.", [10, 10.75]),
        ("The bank raised Kenya's base rate by 75 basis points to 10.75%.", [75, 10.75]),
        ("Holt cut the bank's base rate for this year to 4.6% from 5.2%.", [4.6, 5.2]),
    ],
)
def test_what_is_moved_is_measured_and_not_who_moves_it(text: str, values: list[float]) -> None:
    assert [(value, of) for value, _, of in told(text)] == [(each, "base rate") for each in values]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The bodies of seven miners were brought up.", "dead"),
        ("Among the injured are eight women.", "injured"),
        ("All 52 people on the trawler were rescued.", "rescued"),
        ("A tonne of copper cost $9,800 on Monday.", "copper"),
        ("The yard's share of the frigate programme is 1.9 billion euros.", "frigate programme"),
        ("The number of confirmed cases in the town has climbed to 43.", "confirmed cases"),
        ("The employers offered a pay rise of 6 per cent.", "pay"),
    ],
)
def test_what_is_measured_is_the_thing_and_not_its_frame(text: str, of: str) -> None:
    assert only(text).of == of


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The bank put its main rate up by a quarter of a percentage point.", "rise"),
        ("The drought cut the maize harvest by 15 per cent.", "fall"),
        ("The harvest will be 18 per cent smaller than last year.", "fall"),
        ("Growth was 2 per cent in May.", "rise"),
    ],
)
def test_a_figure_that_is_a_change_says_which_way(text: str, change: str) -> None:
    assert only(text).change == change


def test_a_bare_number_set_beside_a_figure_measures_what_it_does() -> None:
    first, second = figures(
        "According to the fire service the tank held 420 tonnes of solvent. "
        "The company's own statement speaks of about 300."
    )
    assert (second.value, second.unit, second.of) == (300, "tonne", first.of)
    assert second.issuer is not None


def test_a_bare_number_that_answers_nothing_keeps_no_unit() -> None:
    *_, last = figures("The tank held 420 tonnes of solvent. The town counts 300 to the mile.")
    assert last.unit != "tonne"


def test_a_number_behind_a_place_counts_what_follows() -> None:
    assert only("In the town of Lahr 600 homes lost power.").unit == "home"


def test_pounds_are_weight_where_something_weighs_them() -> None:
    assert only("Each weighs roughly 400,000 pounds.").unit == "pound"
    assert only("Each costs roughly 400,000 pounds.").unit == "GBP"


def test_conversion_in_brackets_measures_the_same() -> None:
    assert told("The missile reached an altitude of 770 km (480 miles).") == [
        (770, "km", "altitude"),
        (480, "mile", "altitude"),
    ]


def test_span_holds_currency_number_and_unit() -> None:
    text = "It cost about US$58.24 per barrel then."
    figure = only(text)
    assert text[figure.span.start : figure.span.end] == "US$58.24 per barrel"


def test_plain_dollar_on_an_australian_page_is_australian() -> None:
    (figure,) = figures("It cost $30.", url="https://harbour-post.com.au/ferry")
    assert figure.unit == "AUD"


# ---- what is no figure, or none of the matter -----------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It was their 43rd meeting.",
        "She bought an iPhone 11 in Strand.",
        "The Airbus A320 landed.",
        "COVID-19 returned.",
        "On 3 March 2026 it rained.",
        "It began at 8 p.m. in room 12.",
        "Call 0800 123 456 or +47 22 33 44 55.",
        "No one came, and nobody asked this one.",
        "They launched a Falcon 9 rocket.",
        "Police were called at 6.13.",
    ],
)
def test_number_of_a_name_a_date_or_a_label_is_no_figure(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lund, 54, resigned.",
        "A 54-year-old man fled.",
        "Strand won 3-1.",
        "It is one of the oldest bridges.",
    ],
)
def test_age_score_and_one_of_are_not_of_the_matter(text: str) -> None:
    assert not only(text).matter


def test_one_victim_is_of_the_matter() -> None:
    assert only("One person was killed.").matter


# ---- parts and languages ---------------------------------------------------------------------


def test_headline_deck_and_captions_are_read() -> None:
    page = factories.article(
        "A ferry ran aground.",
        headline="Fourteen dead",
        deck="30 injured",
        parts=(Part(kind="caption", number=1, text="Two boats wait."),),
    )
    found = find_figures(page, [], find_times(page, []))
    assert [(f.span.part, f.value) for f in found] == [
        ("headline", 14),
        ("deck", 30),
        ("caption 1", 2),
    ]


def test_other_languages_give_digits_with_shared_signs_only() -> None:
    found = figures("Der Umbau kostet 1.250,50 € und 14 Tote.", language="de")
    assert [(f.value, f.unit) for f in found] == [(1250.5, "EUR")]


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_spans_lie_inside(text: str) -> None:
    body = f"{text}."
    for figure in figures(body):
        assert 0 <= figure.span.start < figure.span.end <= len(body)
