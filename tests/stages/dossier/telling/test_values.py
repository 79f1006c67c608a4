"""A value is as rough as the roughest of the reports that tell it."""

from __future__ import annotations

from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.stages.dossier.telling.values import as_rough_as_told, one_value, shown


def jars(value: float, *, approximate: bool = False) -> Figure:
    return Figure(span=Span(start=0, end=6), value=value, unit="jar", approximate=approximate)


def test_one_about_makes_a_value_rough_wherever_it_is_told() -> None:
    about, bare, exact = jars(60_000, approximate=True), jars(60_000), jars(58_400)
    assert not one_value(bare, exact)
    _, rough, other = as_rough_as_told((about, bare, exact))
    assert one_value(rough, other)
    assert not other.approximate


def test_a_share_told_in_words_is_shown_in_them() -> None:
    share = Figure(span=Span(start=0, end=17), value=2 / 3, approximate=True)
    assert shown(share, "almost two thirds") == "almost two thirds"
    assert shown(jars(1200), "1.2 thousand jars") == "1,200"
