"""How a value is shown, and that it is as rough as the roughest of the reports that tell it."""

from __future__ import annotations

from tests.stages.dossier.marked import Told
from twosource.stages.dossier.figures.alike import as_rough_as_told, same_value
from twosource.stages.dossier.figures.in_sentence import quantities_in
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.telling.values import shown


def told(words: str, value: float, *, unit: str | None, approximate: bool = False) -> Quantity:
    source = Told("herald", f"The harbour counted {words} on Monday.")
    source.figure(words, value, unit=unit, approximate=approximate)
    return next(iter(quantities_in(source.done()).values()))


def test_one_about_makes_a_value_rough_wherever_it_is_told() -> None:
    about = told("about 60,000 jars", 60_000, unit="jar", approximate=True)
    bare = told("60,000 jars", 60_000, unit="jar")
    exact = told("58,400 jars", 58_400, unit="jar")
    assert not same_value(bare, exact)
    _, rough, other = as_rough_as_told((about, bare, exact))
    assert same_value(rough, other)
    assert not other.figure.approximate


def test_a_share_told_in_words_is_shown_in_them() -> None:
    share = told("almost two thirds", 2 / 3, unit=None, approximate=True)
    assert shown(share, "almost two thirds") == "almost two thirds"
    jars = told("1.2 thousand jars", 1200, unit="jar")
    assert shown(jars, "1.2 thousand jars") == "1,200"
