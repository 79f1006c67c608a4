"""Tolls of one event are one entry, and a part of a number contradicts no whole."""

from __future__ import annotations

from tests.stages.dossier.marked import Told, material
from twosource.model.dossier import FigureComparison
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.compare import compare_figures

FAR = "Nothing more was known of it in the town. " * 12  # what follows is told late


def compared(*told: Told) -> list[FigureComparison]:
    of = material(*told)
    return [each for each in compare_figures(of, citer(of)) if each.relation != "single"]


def dead(name: str, text: str, *tolls: tuple[str, float], after: float = 0.0) -> Told:
    told = Told(name, text, after=after)
    for words, value in tolls:
        told.figure(words, value, unit="person", of="dead")
    return told


def test_a_number_that_some_text_gives_as_a_part_is_no_update_of_the_whole() -> None:
    whole = dead(
        "herald",
        "The crash killed 12 people, including 10 Danes, in Hafen.",
        ("12 people", 12),
        ("10 Danes", 10),
    )
    part = dead("post", "The crash killed 10 from Denmark in Hafen.", ("10", 10), after=1)
    assert {each.relation for each in compared(whole, part)} <= {"scope", "same"}


def test_two_numbers_of_some_of_the_dead_are_not_compared() -> None:
    families = dead(
        "herald", "Two families lost nine of the dead in the crash at Hafen.", ("nine", 9)
    )
    relatives = dead(
        "post", "A family lost five of the dead in the crash at Hafen.", ("five", 5), after=2
    )
    assert compared(families, relatives) == []


def test_an_outlet_that_writes_again_of_a_growing_toll_stays_in_one_entry() -> None:
    (found,) = compared(
        dead("herald", "At least 60 people died in the storm at Hafen.", ("60 people", 60)),
        dead("herald", "The storm at Hafen has left 84 dead.", ("84", 84), after=9),
        dead("post", "Hafen counts 84 dead after the storm.", ("84", 84), after=10),
    )
    assert found.relation == "update"
    assert {value.value for value in found.values} == {60, 84}


def test_an_article_that_tells_how_a_toll_moved_contradicts_nobody() -> None:
    (found,) = compared(
        dead(
            "herald",
            "The toll at Hafen rose from 60 to 84 dead by noon.",
            ("60", 60),
            ("84 dead", 84),
        ),
        dead("post", "The storm at Hafen killed 84 people.", ("84 people", 84)),
        dead("news", "The storm at Hafen killed 60 people.", ("60 people", 60), after=1),
        dead("wire", "The storm at Hafen killed 84 people.", ("84 people", 84)),
    )
    assert found.relation == "update"


def test_an_equal_small_toll_of_other_people_told_late_is_not_the_same() -> None:
    pilots = Told("herald", "Two pilots died at Hafen on Monday.")
    pilots.figure("Two pilots", 2, unit="person", of="dead")
    guests = Told("post", FAR + "In May two guests drowned in the sea.")
    guests.figure("two guests", 2, unit="person", of="dead")
    assert compared(pilots, guests) == []


def test_a_share_in_words_is_a_rounding_of_per_cents() -> None:
    text = "Beekeepers in the north lost {} of their colonies."
    exact = Told("herald", text.format("28.7 per cent"))
    rough = Told("post", text.format("more than a quarter"))
    (found,) = compared(
        exact.figure("28.7 per cent", 28.7, unit="percent", of="colonies"),
        rough.figure("a quarter", 0.25, of="colonies", approximate=True),
    )
    assert found.relation == "rounding"


def test_a_mile_or_so_is_about_two_kilometres() -> None:
    text = "The barge lies {} off the beach at Hafen."
    near = Told("herald", text.format("about 2 kilometres"))
    rough = Told("post", text.format("a mile or so"))
    (found,) = compared(
        near.figure("2 kilometres", 2, unit="km", of="barge", approximate=True),
        rough.figure("a mile", 1, unit="mile", of="barge", approximate=True),
    )
    assert found.relation == "unit"


def test_losses_of_two_banks_are_not_compared() -> None:
    text = "{} expects a charge of {} in the fourth quarter because of the new tax."
    told = []
    for name, bank, words, value in (
        ("herald", "Hallen Bank", "$20 billion", 20e9),
        ("post", "Norrgard Bank", "$3 billion", 3e9),
    ):
        one = Told(name, text.format(bank, words)).name(bank, "organization")
        told.append(one.figure(words, value, unit="USD", of="charge"))
    assert compared(*told) == []


def test_a_difference_that_nobody_gives_by_name_is_no_conflict() -> None:
    won = Told("herald", "The Greens won 48 seats in the assembly of the province.")
    all_there = Told("post", "The assembly of the province has 150 seats.")
    found = compared(
        won.figure("48 seats", 48, unit="seat", of="seats"),
        all_there.figure("150 seats", 150, unit="seat", of="seats"),
    )
    assert found == []


def test_two_parties_numbers_are_a_conflict() -> None:
    text = "There were {} in the room when the ceiling fell, {} said."
    told = []
    for name, words, value, who in (
        ("herald", "24 children", 24, "the school"),
        ("post", "38 children", 38, "the parents"),
    ):
        one = Told(name, text.format(words, who))
        told.append(one.figure(words, value, unit="person", of="children", issuer=who))
    (found,) = compared(*told)
    assert found.relation == "conflict"


def test_numbers_of_quite_another_size_are_no_conflict() -> None:
    told = []
    for name, text, words, value, who in (
        ("herald", "The clinic is short of {} this year, {} said.", "40 nurses", 40, "its head"),
        ("post", "The land is short of {} this year, {} said.", "6,500 nurses", 6500, "the guild"),
    ):
        one = Told(name, text.format(words, who))
        told.append(one.figure(words, value, unit="person", of="nurses", issuer=who))
    assert "conflict" not in {each.relation for each in compared(*told)}


def test_a_part_that_goes_to_one_country_is_another_scope() -> None:
    part = Told("herald", "Exports of steel to China fell to 1.2 million tonnes last year.")
    part.name("China", "country", country="CN")
    part.figure("1.2 million tonnes", 1.2e6, unit="tonne", of="exports")
    whole = Told("post", "Exports of steel fell to 9.8 million tonnes last year.")
    whole.figure("9.8 million tonnes", 9.8e6, unit="tonne", of="exports")
    (found,) = compared(part, whole)
    assert found.relation == "scope"
