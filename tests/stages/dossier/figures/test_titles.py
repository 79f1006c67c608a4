"""A row of figures is headed as an editor would head it."""

from __future__ import annotations

import pytest

from tests.stages.dossier.marked import Told, material
from twosource.model.dossier import FigureComparison
from twosource.model.identity import Span
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.compare import compare_figures
from twosource.stages.dossier.figures.titles import words_round


def row(*told: Told) -> FigureComparison:
    of = material(*told)
    (found,) = compare_figures(of, citer(of))
    return found


def twice(text: str, words: str, value: float, unit: str, of: str | None) -> FigureComparison:
    return row(
        *(Told(name, text).figure(words, value, unit=unit, of=of) for name in ("herald", "post"))
    )


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "of", "title"),
    [
        (
            "Shares of the trust rose 4 percent.",
            "4 percent",
            4.0,
            "percent",
            "shares",
            "share price",
        ),
        (
            "Harbour Trust shares fell 4 percent.",
            "4 percent",
            4.0,
            "percent",
            "harbour trust shares",
            "Harbour Trust shares",
        ),
        (
            "Harbour Trust earned 4 million euros.",
            "4 million euros",
            4e6,
            "EUR",
            "harbour trust",
            "profit",
        ),
        ("The ferry lay 3 km from the shore.", "3 km", 3.0, "km", "ferry", "ferry: distance"),
        (
            "It lasted until Friday after 45 minutes.",
            "45 minutes",
            45.0,
            "minute",
            "friday",
            "“It lasted until Friday after 45 minutes”",
        ),
        ("Gusts of 90 km/h were felt.", "90 km/h", 90.0, "km/hour", None, "wind"),
    ],
)
def test_a_row_is_headed_by_what_is_measured(
    text: str, words: str, value: float, unit: str, of: str | None, title: str
) -> None:
    assert twice(text, words, value, unit, of).what == title


def test_some_of_the_dead_are_named_in_the_heading() -> None:
    found = twice("The crash killed 14 foreign pilots.", "14 foreign pilots", 14, "person", "dead")
    assert found.what == "dead (foreign pilots)"


def test_a_unit_that_a_report_leaves_out_stands_in_brackets() -> None:
    text = "The tank held {} of solvent, the fire service said."
    found = row(
        Told("herald", text.format("420 tonnes")).figure(
            "420 tonnes", 420, unit="tonne", of="tank"
        ),
        Told("post", text.format("420")).figure("420", 420, unit="tonne", of="tank"),
    )
    assert [value.shown for value in found.values] == ["420 tonnes"]
    other = row(
        Told("herald", text.format("420 tonnes")).figure(
            "420 tonnes", 420, unit="tonne", of="tank"
        ),
        Told("post", text.format("about 400")).figure(
            "400", 400, unit="tonne", of="tank", approximate=True
        ),
    )
    assert [value.shown for value in other.values] == ["420 tonnes", "about 400 [tonnes]"]


def test_words_round_a_figure_open_behind_the_last_joint() -> None:
    text = "Eleven came from the reserve and the other 15 will be built there by the end of May."
    figure = Span(start=text.index("15"), end=text.index("15") + 2)
    shown = words_round(text, Span(start=0, end=len(text)), figure)
    assert shown == "“the other 15 will be built there by…”"


def test_who_fell_is_no_heading_for_how_deep() -> None:
    found = twice("The man fell 40 metres deep down a well.", "40 metres", 40, "m", "man")
    assert found.what == "depth"


def test_a_word_of_one_report_alone_heads_no_row() -> None:
    texts = ("In its quest Lind offers {}.", "Lind offers {} for Berg.", "Berg gets {} from Lind.")
    found = row(
        *(
            Told(name, text.format("90 million euros")).figure(
                "90 million euros", 9e7, unit="EUR", of="quest" if "quest" in text else None
            )
            for name, text in zip(("herald", "post", "mail"), texts, strict=True)
        )
    )
    assert found.what != "quest"
