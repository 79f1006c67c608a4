"""Where two numbers of one thing differ: the later one, or a conflict."""

from __future__ import annotations

from tests.stages.dossier.figures.compared import compared, toll
from tests.stages.dossier.marked import Told, material


def test_a_toll_that_rises_with_time_is_an_update() -> None:
    (found,) = compared(
        material(toll("herald", "three people", 3), toll("post", "five people", 5, after=6))
    )
    assert found.relation == "update"
    assert found.note.index("three people") < found.note.index("five people")


def test_a_lower_toll_soon_after_from_another_outlet_is_a_conflict() -> None:
    (found,) = compared(
        material(toll("herald", "five people", 5), toll("post", "three people", 3, after=1))
    )
    assert found.relation == "conflict"


def test_of_undated_reports_the_order_is_not_claimed() -> None:
    (found,) = compared(
        material(
            toll("herald", "five people", 5, published=None),
            toll("post", "three people", 3, published=None),
        )
    )
    assert found.relation == "update"
    assert "which is later is not told" in found.note


def test_an_outlet_that_changes_its_own_figure_gives_an_update() -> None:
    (found,) = compared(
        material(
            toll("herald", "three people", 3),
            toll("herald", "one person", 1, after=2),
            superseded=("herald",),
        )
    )
    assert found.relation == "update"


def test_two_numbers_of_one_time_are_a_conflict() -> None:
    (found,) = compared(material(toll("herald", "three people", 3), toll("post", "five", 5)))
    assert found.relation == "conflict"


def test_percentages_of_no_told_time_do_not_conflict() -> None:
    text = "Shares in Vestby fell by {} after the offer was made public."
    found = []
    for name, words, value in (("herald", "1.5 percent", 1.5), ("post", "6.6%", 6.6)):
        told = Told(name, text.format(words))
        found.append(told.figure(words, value, unit="percent", of="shares"))
    assert compared(material(*found)) == []


def test_an_event_has_one_strength_and_one_depth() -> None:
    def quake(name: str, strength: float, depth: int, after: float = 0.0) -> Told:
        text = f"A magnitude {strength} quake struck Hafen at a depth of {depth} km on Monday."
        told = Told(name, text, after=after)
        told.figure(f"magnitude {strength}", strength, unit="magnitude", of="quake")
        return told.figure(f"{depth} km", depth, unit="km", of="depth")

    rows = compared(material(quake("herald", 6.1, 10), quake("post", 6.2, 12)))
    assert {each.relation for each in rows} == {"conflict"}
    assert len(rows) == 2
    aftershock = material(quake("herald", 6.1, 10), quake("post", 4.8, 11, after=5))
    assert [each.relation for each in compared(aftershock) if each.what == "quake"] == ["scope"]


def test_two_counts_that_go_on_are_an_update() -> None:
    told = [
        Told(
            name, f"With {share} of votes counted, Labour won {words}, the board said.", after=h
        ).figure(words, value, unit="percent", of="votes", issuer="the board")
        for name, share, words, value, h in (
            ("herald", "most", "38.4 percent", 38.4, 0),
            ("post", "most", "38.5 percent", 38.5, 2),
        )
    ]
    assert [each.relation for each in compared(material(*told))] == ["update"]


def test_what_a_number_was_before_hides_no_correction() -> None:
    first = Told("herald", "Turnout at the vote was 81.7 percent, a record for the country.")
    first.figure("81.7 percent", 81.7, unit="percent", of="turnout")
    later = Told(
        "post", "Turnout at the vote was corrected to 80.9 percent from 81.7 percent.", after=48
    )
    later.figure("80.9 percent", 80.9, unit="percent", of="turnout")
    later.figure("81.7 percent", 81.7, unit="percent", of="turnout")
    found = compared(material(first, later))
    assert [each.relation for each in found] == ["update"]
    assert [value.shown for value in found[0].values] == ["81.7 percent", "80.9 percent"]


def test_the_police_and_the_police_of_a_town_count_as_one_party() -> None:
    first = Told("norda", "Seven people were killed in the fire at Vik, police said.")
    later = Told("post", "Nine people were killed in the fire at Vik, Vik police said.", after=1)
    (found,) = compared(
        material(
            first.figure("Seven people", 7, of="dead", unit="person", issuer="police"),
            later.figure("Nine people", 9, of="dead", unit="person", issuer="Vik police"),
        )
    )
    assert found.relation == "update"
