"""A value is as rough as the roughest of the reports that tell it."""

from __future__ import annotations

from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.stages.dossier.telling.values import as_rough_as_told, one_value


def jars(value: float, *, approximate: bool = False) -> Figure:
    return Figure(span=Span(start=0, end=6), value=value, unit="jar", approximate=approximate)


def test_one_about_makes_a_value_rough_wherever_it_is_told() -> None:
    about, bare, exact = jars(60_000, approximate=True), jars(60_000), jars(58_400)
    assert not one_value(bare, exact)
    _, rough, other = as_rough_as_told((about, bare, exact))
    assert one_value(rough, other)
    assert not other.approximate
