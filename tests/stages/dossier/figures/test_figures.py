"""Figures of one thing are laid side by side, and only a real difference is called one."""

from __future__ import annotations

import pytest

from tests.stages.dossier.figures.compared import compared, exports, toll
from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.compare import compare_figures


def test_two_outlets_with_one_figure_agree() -> None:
    (found,) = compared(material(toll("herald", "three people", 3), toll("post", "three", 3)))
    assert found.relation == "same"
    assert found.what == "dead"


def test_outlets_that_print_one_report_agree_as_one() -> None:
    told = toll("herald", "three people", 3), toll("post", "three people", 3)
    (apart,), (copied,) = (compared(material(*told, copies=c)) for c in ({}, {"post": "herald"}))
    assert apart.note == "2 outlets give the same figure."
    assert copied.note == "2 outlets, all with one report, give the same figure."


def test_a_copy_with_another_figure_than_its_report_is_told() -> None:
    told = toll("herald", "35 people", 35), toll("post", "53 people", 53)
    (found,) = compared(material(*told, copies={"post": "herald"}))
    assert found.relation == "conflict"
    assert "both print one report" in found.note
    other = toll("chronicle", "41 people", 41)
    (found,) = compared(material(*told, other, copies={"post": "herald"}))
    assert "chronicle" in found.note.lower()
    assert "nothing tells them apart" in found.note


def test_who_denies_a_number_gives_none() -> None:
    denial = "seven people died in Hafen"
    denied = Told("post", f"The works denied that {denial}.")
    denied.figure("seven people", 7, unit="person", of="died")
    denied.quote(denial, by="The works", cue="denied", kind="indirect", sense="denied")
    assert compared(material(toll("herald", "seven people", 7), denied)) == []


def test_a_rounder_number_is_rounding() -> None:
    (found,) = compared(
        material(
            exports("herald", "240.1 billion euros", 240.1e9),
            exports("post", "240 billion euros", 240e9),
        )
    )
    assert found.relation == "rounding"
    assert "240.1 billion euros" in found.note


def test_who_leaves_out_the_about_tells_no_other_number() -> None:
    about = exports("herald", "about 60 billion euros", 60e9, approximate=True)
    bare = exports("post", "60 billion euros", 60e9)
    exact = exports("times", "58.4 billion euros", 58.4e9)
    (found,) = compared(material(about, bare, exact))
    assert found.relation == "rounding"
    (without,) = compared(material(bare, exact))
    assert without.relation == "conflict"


def test_what_police_and_organisers_count_stands_in_one_row_for_all_outlets() -> None:
    herald = Told(
        "herald", "Police put the crowd at 22,000. Organisers said 80,000 had taken part."
    )
    post = Told(
        "post", "About 22,000 people joined the march, police said. Organisers spoke of 80,000."
    )
    for told, words, police in ((herald, "22,000", "Police"), (post, "22,000 people", "police")):
        told.figure(words, 22_000, unit="person", of="people", issuer=police)
        told.figure("80,000", 80_000, unit="person", of="people", issuer="Organisers")
    (found,) = compared(material(herald, post))
    assert found.relation == "conflict"
    assert {(each.value, each.outlets) for each in found.values} == {
        (22_000, ("herald", "post")),
        (80_000, ("herald", "post")),
    }


def test_a_toll_is_counted_and_not_rounded() -> None:
    (found,) = compared(material(toll("herald", "14 people", 14), toll("post", "10 people", 10)))
    assert found.relation != "rounding"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("26 miles", 26, "mile"), ("42 km", 42, "km")),
        (("180 degrees Celsius", 180, "celsius"), ("356 degrees Fahrenheit", 356, "fahrenheit")),
        (("41 knots", 41, "knot"), ("47 mph", 47, "mile/hour")),
    ],
)
def test_one_amount_in_two_units(
    one: tuple[str, float, str], other: tuple[str, float, str]
) -> None:
    told = [
        Told(name, f"The gauge at the pier showed {words} at midnight.").figure(
            words, value, unit=unit, of="gauge"
        )
        for name, (words, value, unit) in (("herald", one), ("post", other))
    ]
    (found,) = compared(material(*told))
    assert found.relation == "unit"


def test_currencies_meet_only_at_a_rate_that_a_text_gives() -> None:
    both = Told("herald", "The deal is worth 3.4 billion euros ($3.9 billion) to the yard.")
    both.figure("3.4 billion euros", 3.4e9, unit="EUR", of="deal")
    both.figure("$3.9 billion", 3.9e9, unit="USD", of="deal")
    dollars = Told("post", "The deal is worth $3.9 billion to the yard.")
    dollars.figure("$3.9 billion", 3.9e9, unit="USD", of="deal")
    euros = Told("news", "The deal is worth 3.4 billion euros to the yard.")
    euros.figure("3.4 billion euros", 3.4e9, unit="EUR", of="deal")
    assert [each.relation for each in compared(material(dollars, euros))] == []
    assert [each.relation for each in compared(material(both, dollars, euros))] == ["unit"]


def test_other_words_with_the_count_are_another_scope() -> None:
    told = [
        Told(name, f"The breach laid open the data of {words} in May.").figure(
            words, value, unit="consumer", of="consumers"
        )
        for name, words, value in (
            ("herald", "143 million consumers", 143e6),
            ("post", "400,000 British consumers", 4e5),
        )
    ]
    (found,) = compared(material(*told))
    assert found.relation == "scope"


def test_the_injured_and_those_in_hospital_are_another_scope() -> None:
    (found,) = compared(
        material(
            toll("herald", "46 people", 46, "injured"),
            toll("post", "nineteen", 19, "hospitalised"),
        )
    )
    assert found.relation == "scope"


def test_the_dead_are_never_compared_with_the_injured() -> None:
    assert not compared(
        material(toll("herald", "three people", 3), toll("post", "46 people", 46, "injured"))
    )


def test_years_are_scopes() -> None:
    (found,) = compared(
        material(
            exports("herald", "240 billion euros", 240e9, when="2025"),
            exports("post", "190 billion euros", 190e9, when="2020"),
        )
    )
    assert found.relation == "scope"


def test_figures_of_other_things_are_not_compared() -> None:
    cabbage = Told("herald", "Soot fell on 90 hectares of winter cabbage behind the dyke.")
    cabbage.figure("90 hectares", 90, unit="hectare", of="winter cabbage")
    chairs = Told("post", "The works has eleven hectares of garden chairs to wash, he said.")
    chairs.figure("eleven hectares", 11, unit="hectare", of="garden chairs")
    assert not compared(material(cabbage, chairs))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("“I have eleven hectares of roses,” Holm said.", 0),
        ("“The town has eleven hectares of roses,” Holm said.", 1),
    ],
)
def test_what_somebody_says_that_he_has_is_no_row_of_its_own(text: str, rows: int) -> None:
    told = Told("herald", text).name("Holm")
    told.figure("eleven hectares", 11, unit="hectare", of="roses", issuer="Holm")
    of = material(told)
    assert len(compare_figures(of, citer(of))) == rows


def test_a_rise_is_not_compared_with_a_level() -> None:
    level = Told("herald", "Unemployment stood at 4 percent in the region in May.")
    level.figure("4 percent", 4, unit="percent", of="unemployment")
    rise = Told("post", "Unemployment rose by 2 percent in the region in May.")
    rise.figure("2 percent", 2, unit="percent", of="unemployment", change="rise")
    assert not compared(material(level, rise))


def test_small_counts_of_anything_are_not_listed() -> None:
    told = [
        Told(name, "Two men stood at the pier.").figure("Two men", 2, unit="person", of="men")
        for name in ("herald", "post")
    ]
    of = material(*told)
    assert compare_figures(of, citer(of)) == ()


def test_a_figure_of_one_outlet_is_listed_when_somebody_issues_it() -> None:
    told = Told("herald", "Words. " * 80 + "The board counts 640 jobs in the town.")
    told.figure("640 jobs", 640, unit="job", of="jobs", issuer="The board")
    (found,) = compare_figures(of := material(told), citer(of))
    assert found.relation == "single"
    assert found.values[0].issuer == "the board"


def test_passengers_and_those_brought_ashore_are_another_scope() -> None:
    told = Told("post", "All 209 people on the ferry were brought ashore by dawn in Hafen.")
    told.figure("209 people", 209, unit="person", of="people")
    (found,) = compared(material(toll("herald", "187 passengers", 187, "passengers"), told))
    assert found.relation == "scope"
    assert found.what == "passengers and rescued"


@pytest.mark.parametrize(
    ("text", "value", "units", "of"),
    [
        (
            "The storm cut off {} in the north of the country on Monday.",
            8400,
            {"8,400 homes": "home", "8,400 households": "household"},
            ("homes", "households"),
        ),
        (
            "The temperature in the tank rose to {} before the valve opened.",
            180,
            {"180 degrees Celsius": "celsius", "180 degrees": "degree"},
            ("temperature", "temperature"),
        ),
    ],
)
def test_one_thing_by_two_names_is_the_same(
    text: str, value: float, units: dict[str, str], of: tuple[str, str]
) -> None:
    tolds = [
        Told(outlet, text.format(words)).figure(words, value, unit=unit, of=thing)
        for outlet, (words, unit), thing in zip(("herald", "post"), units.items(), of, strict=True)
    ]
    (found,) = compared(material(*tolds))
    assert found.relation == "same"


def test_a_rough_figure_is_shown_with_the_word_that_makes_it_rough() -> None:
    told = Told("herald", "The board counts roughly 640 jobs in the town.")
    told.figure("640 jobs", 640, unit="job", of="jobs", issuer="The board", approximate=True)
    (found,) = compare_figures(of := material(told), citer(of))
    assert found.values[0].shown == "roughly 640 jobs"


def test_a_country_is_not_what_a_figure_measures() -> None:
    text = "The board says Norway pays 640 million kroner for the bridge."
    tolds = [Told(name, text) for name in ("herald", "post")]
    for told in tolds:
        told.figure("640 million kroner", 640e6, unit="NOK", of="norway")
    (found,) = compared(material(*tolds))
    assert found.what != "norway"


def test_a_price_beside_a_sum_is_no_other_currency() -> None:
    text = "Vestby offered $121 billion, or $80 a share, on Monday. The board wants $80 a share."
    tolds = [Told(name, text) for name in ("herald", "post")]
    for told in tolds:
        told.figure("$121 billion", 121e9, unit="USD", of="offer")
        told.figure("$80 a share", 80, unit="USD/share", of="offer")
    assert {each.relation for each in compared(material(*tolds))} == {"same"}


def test_a_wide_range_is_no_rounder_way_to_tell_a_number() -> None:
    found = compared(
        material(
            exports("herald", "40 to 70 billion euros", 40e9, high=70e9),
            exports("post", "50.5 billion euros", 50.5e9),
        )
    )
    assert "rounding" not in {each.relation for each in found}


def test_crowns_of_no_told_country_are_the_one_crown_of_the_story() -> None:
    def fine(name: str, words: str, unit: str) -> Told:
        told = Told(name, f"The dredgers must pay a fine of {words} to the port.")
        return told.figure(words, 12e6, unit=unit, of="fine")

    plain, danish = fine("herald", "12 million kroner", "krone"), fine("post", "DKK 12m", "DKK")
    assert [each.relation for each in compared(material(plain, danish))] == ["same"]
    norwegian = fine("norda", "NOK 12m", "NOK")
    assert compared(material(plain, danish, norwegian)) == []
