"""One thing in two scopes is shown as such, and never as a contradiction."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stages.dossier.marked import Told, material
from twosource.model.acquired import Genre
from twosource.model.dossier import FigureComparison
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.alike import same_value
from twosource.stages.dossier.figures.compare import compare_figures
from twosource.stages.dossier.figures.quantities import quantities


def compared(*told: Told) -> list[FigureComparison]:
    of = material(*told)
    return [each for each in compare_figures(of, citer(of)) if each.relation != "single"]


def flights(name: str, text: str, words: str, value: float, of: str, **fields: Any) -> Told:
    return Told(name, text.format(words), **fields).figure(words, value, unit="flight", of=of)


def test_a_part_of_the_flights_contradicts_no_number_of_all() -> None:
    text = "The airline cancelled {} at Hafen on account of fog."
    (found,) = compared(
        flights("herald", text, "85 domestic flights", 85, "domestic flights"),
        flights("post", text, "140 flights", 140, "flights"),
    )
    assert found.relation == "scope"


def test_a_count_that_goes_on_is_an_update() -> None:
    (found,) = compared(
        flights("herald", "By dawn {} had been cancelled at Hafen.", "40 flights", 40, "flights"),
        flights(
            "post", "In the end {} were cancelled at Hafen.", "90 flights", 90, "flights", after=6
        ),
    )
    assert found.relation == "update"


def test_at_least_eighty_leaves_room_for_more() -> None:
    text = "The blast left {} dead in Hafen."
    tolds = [
        Told(name, text.format(words), after=after).figure(
            words.removeprefix("at least "), value, unit="person", of="dead"
        )
        for name, words, value, after in (
            ("herald", "84 people", 84, 0.0),
            ("post", "at least 80 people", 80, 1.0),
        )
    ]
    assert "conflict" not in {each.relation for each in compared(*tolds)}


@pytest.mark.parametrize(
    ("bound", "value", "exact", "amount", "relation"),
    [
        ("more than 20,000 tonnes", 20000, "23,500 tonnes", 23500, "rounding"),
        ("more than 5 tonnes", 5, "6 tonnes", 6, "rounding"),
        ("nearly 20,000 tonnes", 20000, "19,140 tonnes", 19140, "rounding"),
        ("more than 20,000 tonnes", 20000, "61,000 tonnes", 61000, "conflict"),
        ("as many as 20,000 tonnes", 20000, "19,140 tonnes", 19140, "rounding"),
    ],
)
def test_a_bound_is_a_rougher_way_to_tell_what_lies_behind_it(
    bound: str, value: float, exact: str, amount: float, relation: str
) -> None:
    text = "The mill at Hafen turned out {} of paper."
    rough = Told("herald", text.format(bound)).figure(
        " ".join(bound.split()[-2:]), value, unit="tonne", of="paper"
    )
    told = Told("post", text.format(exact)).figure(exact, amount, unit="tonne", of="paper")
    (found,) = compared(rough, told)
    assert found.relation == relation


def hours(outlet: str, words: str, value: float) -> Told:
    told = Told(outlet, f"The blaze at the mill in Hafen burned for {words}.")
    return told.figure(words, value, unit="hour", of="blaze")


def test_of_two_numbers_as_short_the_bound_is_called_the_rougher() -> None:
    exact, bound = hours("herald", "six hours", 6), hours("post", "more than five hours", 5)
    (found,) = compared(exact, bound)
    assert found.note == "“more than five hours” is the rounder way to tell “six hours”."


def test_two_bounds_are_one_amount_or_two_whichever_is_asked_first() -> None:
    told = hours("herald", "more than five hours", 5), hours("post", "more than six hours", 6)
    one, other = quantities(material(*told))
    assert same_value(one, other) is same_value(other, one) is False


def test_all_who_give_a_value_are_named_beside_it() -> None:
    text = "The blaze killed 21 people in Hafen, {} said."
    told = [
        Told(outlet, text.format(who)).figure("21 people", 21, unit="person", of="dead", issuer=who)
        for outlet, who in (
            ("herald", "police"),
            ("post", "the army"),
            ("mail", "the police"),
            ("wire", "the hospital"),
        )
    ]
    (found,) = compared(*told)
    assert [value.issuer for value in found.values] == ["police, the army and the hospital"]


def test_shares_that_two_parties_won_are_no_conflict() -> None:
    told = [
        Told(outlet, f"{who} won {words} of the vote in Hafen, the board said.").figure(
            words, value, unit="percent", of="vote", issuer="the board", when="2026-03-01"
        )
        for outlet, who, words, value in (
            ("herald", "The Greens", "24 %", 24),
            ("post", "Labour", "19 %", 19),
        )
    ]
    assert "conflict" not in {each.relation for each in compared(*told)}


def test_two_parties_in_one_article_may_contradict_each_other() -> None:
    told = Told("herald", "The Fire Board says the tank held 420 tonnes. Lind AG makes it 300.")
    told.name("The Fire Board", "organization").name("Lind AG", "organization")
    told.figure("420 tonnes", 420, unit="tonne", of="tank", issuer="The Fire Board")
    told.figure("300", 300, unit="tonne", of="tank", issuer="Lind AG")
    (found,) = compared(told)
    assert found.relation == "conflict"


def test_a_length_is_compared_with_no_height() -> None:
    text = "The new bridge at Hafen is {}."
    tolds = [
        Told(name, text.format(f"{words} {aspect}")).figure(words, value, unit="m", of="bridge")
        for name, words, value, aspect in (
            ("herald", "820 metres", 820, "long"),
            ("post", "140 metres", 140, "high"),
        )
    ]
    assert compared(*tolds) == []


def test_a_rounding_is_shown_beside_the_same_amount_in_another_unit() -> None:
    both = Told("herald", "Exports came to 240.1 billion euros ($283.3 billion) in all.")
    both.figure("240.1 billion euros", 240.1e9, unit="EUR", of="exports")
    both.figure("$283.3 billion", 283.3e9, unit="USD", of="exports")
    rough = Told("post", "Exports came to about 240 billion euros in all.")
    rough.figure("240 billion euros", 240e9, unit="EUR", of="exports", approximate=True)
    assert {each.relation for each in compared(both, rough)} == {"rounding", "unit"}


def test_an_opinion_contradicts_nobody() -> None:
    text = "Exports of the bloc came to {} in all."
    report = Told("herald", text.format("240 billion euros"))
    report.figure("240 billion euros", 240e9, unit="EUR", of="exports")
    view = Told("post", text.format("300 billion euros"), genre=Genre(name="opinion"))
    view.figure("300 billion euros", 300e9, unit="EUR", of="exports")
    assert compared(report, view) == []


def test_in_nearly_one_sentence_the_words_that_differ_tell_of_two_scopes() -> None:
    text = "The works {} sold {} last year."
    one = Told("herald", text.format("at Tarn", "62,000 vans"))
    other = Told("post", text.format("and its partners", "410,000 vans"))
    (found,) = compared(
        one.figure("62,000 vans", 62_000, unit="van", of="vans"),
        other.figure("410,000 vans", 410_000, unit="van", of="vans"),
    )
    assert found.relation == "scope"


def test_a_party_in_a_place_is_not_called_by_the_place() -> None:
    tolds = [
        Told(name, "Police in Hafen said the tank held 420 tonnes of oil.").figure(
            "420 tonnes", 420, unit="tonne", of="oil", issuer="Police in Hafen"
        )
        for name in ("herald", "post")
    ]
    (found,) = compared(tolds[0].name("Hafen", "place"), tolds[1].name("Hafen", "organization"))
    assert {each.issuer for each in found.values} == {"Police in Hafen"}
