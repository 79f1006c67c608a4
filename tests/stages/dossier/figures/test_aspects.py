"""What a figure measures is told by the noun that names it, or by the nearest word that does."""

from __future__ import annotations

import pytest

from twosource.model.identity import Span
from twosource.stages.dossier.figures.aspects import aspect_of


def aspect(clause: str, measured: str, unit: str | None, base: str) -> str:
    start, end = clause.index("["), clause.index("]") - 1
    bare = clause.replace("[", "").replace("]", "")
    return aspect_of(bare, Span(start=start, end=end), measured, unit, base)


@pytest.mark.parametrize(
    ("clause", "measured", "unit", "base", "told"),
    [
        ("the jobless rate is [6 per cent]", "jobless rate", "percent", "percent", "unemployment"),
        ("[6 per cent] of men were out of work", "men", "percent", "percent", "unemployment"),
        ("sales came to [3 million euros]", "sales", "EUR", "EUR", "revenue"),
        ("it earned [3 million euros] in spring", "", "EUR", "EUR", "profit"),
        ("the group will lay off [900 employees]", "employees", "person", "", "jobs lost"),
        ("the group employs [900 people]", "people", "person", "", "workforce"),
        ("flames blackened [40 hectares] of heath", "", "hectare", "square m", "area burnt"),
        ("[40 hectares] of heath were flooded", "", "hectare", "square m", "area flooded"),
        ("the wreck lies [40 metres] deep", "", "m", "m", "depth"),
        ("the wreck lies [40 metres] from the pier", "", "m", "m", "distance"),
        ("[40 metres] of rope", "rope", "m", "m", ""),
    ],
)
def test_a_figure_measures_what_its_words_say(
    clause: str, measured: str, unit: str, base: str, told: str
) -> None:
    assert aspect(clause, measured, unit, base) == told


def test_the_noun_that_names_what_is_measured_goes_before_a_nearer_word() -> None:
    assert aspect("the fine for late payment was [9 euros]", "fine", "EUR", "EUR") == "fine"
