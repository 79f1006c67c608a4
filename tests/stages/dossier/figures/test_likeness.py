"""What two figures have in common decides whether different values are of one thing."""

from __future__ import annotations

from typing import Any

from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.compare import compare_figures
from twosource.stages.dossier.figures.matter import counts_of_two, in_common
from twosource.stages.dossier.figures.quantities import quantities
from twosource.stages.dossier.figures.quantity import Quantity


def told(outlet: str, text: str, words: str, value: float, **fields: Any) -> Told:
    after = fields.pop("after", 0.0)
    return Told(outlet, text.format(words), after=after).figure(words, value, **fields)


def read(*of: Told) -> list[Quantity]:
    return quantities(material(*of))


def relations(*of: Told) -> set[str]:
    story = material(*of)
    compared = compare_figures(story, citer(story))
    return {str(each.relation) for each in compared if each.relation != "single"}


def homes(outlet: str, text: str, value: float, after: float = 0.0) -> Told:
    words = f"{value:,.0f} homes"
    return told(outlet, text, words, value, unit="home", of="homes", after=after)


def test_a_noun_alone_has_less_in_common_than_a_noun_and_what_is_told_of_it() -> None:
    one, alike, other = read(
        homes("herald", "The flood has reached {} in Hafen.", 210),
        homes("post", "In Hafen {} stand in water of the flood.", 480),
        homes("mail", "The council built {} for nurses.", 900),
    )
    assert in_common(one, alike) > in_common(one, other)


def test_officers_and_accidents_are_counts_of_two_things() -> None:
    one, other = read(
        told("herald", "At {} were sent.", "70 officers", 70, unit="person", of="officers"),
        told("post", "There were {} last year.", "112 crashes", 112, unit="crash", of="crashes"),
    )
    assert counts_of_two(one, other)


def test_a_count_of_one_thing_weeks_later_is_an_update() -> None:
    text = "The camp at Dol holds {} under canvas."
    assert relations(
        homes("herald", text, 3100),
        homes("post", text, 5800, after=24 * 30),
    ) == {"update"}


def test_shares_of_one_sum_that_go_to_two_groups_are_two_scopes() -> None:
    found = relations(
        told(
            "herald",
            "The court fined the director of Vestby {}.",
            "40,000 euros",
            40000,
            unit="EUR",
        ),
        told("post", "The court fined the owners of Vestby {}.", "90,000 euros", 90000, unit="EUR"),
    )
    assert found == {"scope"}


def test_a_decimal_told_with_a_nought_is_no_rounding_of_another() -> None:
    text = "The euro stood at {} in Hafen."
    found = relations(
        told("herald", text, "1.08 dollars", 1.08, unit="USD", of="euro"),
        told("post", text, "1.10 dollars", 1.1, unit="USD", of="euro"),
    )
    assert "rounding" not in found


def test_tons_and_tonnes_of_one_number_are_the_same() -> None:
    found = relations(
        told("herald", "The mill lost {} of flour.", "2,100 tons", 2100, unit="ton", of="flour"),
        told("post", "The mill lost {} of flour.", "2,100 tonnes", 2100, unit="tonne", of="flour"),
    )
    assert found == {"same"}


def test_ninety_days_and_three_months_are_one_time_in_two_units() -> None:
    text = "The truce at Hafen is to last {}."
    found = relations(
        told("herald", text, "90 days", 90, unit="day"),
        told("post", text, "three months", 3, unit="month"),
    )
    assert found == {"unit"}


def test_a_small_count_that_is_told_to_have_moved_is_an_update() -> None:
    found = relations(
        homes("herald", "By noon the flood had reached {} in Hafen.", 7),
        homes("post", "The flood has now reached {} in Hafen.", 11, after=8),
    )
    assert found == {"update"}


def test_passengers_of_a_holiday_contradict_no_number_of_a_year() -> None:
    found = relations(
        told(
            "herald",
            "The ferry line carried {} at Easter.",
            "9,000 passengers",
            9000,
            unit="person",
            of="passengers",
        ),
        told(
            "post",
            "The ferry line carries {} a year.",
            "20,000 passengers",
            20000,
            unit="person",
            of="passengers",
        ),
    )
    assert "conflict" not in found


def test_pay_by_the_hour_and_by_the_month_are_two_scopes() -> None:
    text = "Cleaners at the port of Hafen earn {}."
    found = relations(
        told("herald", text, "13 euros an hour", 13, unit="EUR/hour"),
        told("post", text, "2,100 euros a month", 2100, unit="EUR/month"),
    )
    assert found == {"scope"}


def test_one_in_five_is_a_rounder_way_to_tell_21_per_cent() -> None:
    text = "{} drivers at Hafen look at their phones."
    found = relations(
        told("herald", text, "One in five", 0.2, of="drivers"),
        told("post", text, "21 per cent of", 21, unit="percent", of="drivers"),
    )
    assert found == {"rounding"}


def places(outlet: str, value: float, noun: str, unit: str) -> Told:
    texts = {"places": "The new building at Hafen offers {}.", "pupils": "Lind’s school takes {}."}
    return told(outlet, texts[noun], f"{value:,.0f} {noun}", value, unit=unit, of=noun)


def test_one_telling_number_is_of_one_thing_whatever_it_is_called() -> None:
    one, other = places("herald", 640, "places", "place"), places("post", 640, "pupils", "person")
    assert relations(one, other) == {"same"}


def test_a_round_number_of_two_things_is_of_two() -> None:
    one, other = places("herald", 900, "places", "place"), places("post", 900, "pupils", "person")
    assert relations(one, other) == set()
