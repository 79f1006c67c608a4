"""Two figures of tests, and how they stand to each other."""

from __future__ import annotations

from typing import Any

from tests.stages.dossier.marked import Told
from twosource.model.dossier import FigureComparison
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.compare import compare_figures


def compared(of: StoryMaterial) -> list[FigureComparison]:
    return [each for each in compare_figures(of, citer(of)) if each.relation != "single"]


def toll(name: str, words: str, value: float, outcome: str = "dead", **fields: Any) -> Told:
    told = Told(name, f"The fire at the plant left {words} {outcome} in Hafen.", **fields)
    return told.figure(words, value, unit="person", of=outcome)


def exports(name: str, words: str, value: float, unit: str = "EUR", **fields: Any) -> Told:
    told = Told(name, f"Exports of machinery to the bloc came to {words} last year.")
    return told.figure(words, value, unit=unit, of="exports", **fields)
