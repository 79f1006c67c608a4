"""Measure how well the difference between two reports' figures is told, on pairs of our own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quality.measure import Measure, share
from quality.side_by_side import Pair, Told, material_of, read_pairs, reports_of
from twosource.model.annotated import Annotated, Figure
from twosource.model.dossier import FigureComparison, FigureValue
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.compare import compare_figures

_FOLDER = Path(__file__).parent / "pairs"
PAIRS = _FOLDER / "figures.txt"
# What each other figure is measured on; the head of each file says whose errors have been read.
OTHERS = {
    "held_accuracy": _FOLDER / "figures_held_out.txt",
    "scopes_accuracy": _FOLDER / "figures_scopes.txt",
    "worded_accuracy": _FOLDER / "figures_worded.txt",
    "worded_again_accuracy": _FOLDER / "figures_worded_again.txt",
    "plain_accuracy": _FOLDER / "figures_plain.txt",
    "worded_held_accuracy": _FOLDER / "figures_worded_held_out.txt",
    "fields_accuracy": _FOLDER / "figures_fields.txt",
    "fields_held_accuracy": _FOLDER / "figures_fields_held_out.txt",
}
NOT_COMPARED = "none"


def measure(data: Path) -> Mapping[str, float]:
    """Return the share of pairs whose kind of difference is told right, by file.

    `no_false_conflict` is the share of all pairs without a conflict between which none is shown.
    """
    files = {"accuracy": PAIRS} | OTHERS
    told = {
        name: [(each.kind, relation_of(each)) for each in read_pairs(path)]
        for name, path in files.items()
    }
    peaceful = [given for each in told.values() for kind, given in each if kind != "conflict"]
    return {
        **{name: share([kind == given for kind, given in each]) for name, each in told.items()},
        "no_false_conflict": share([given != "conflict" for given in peaceful]),
    }


MEASURES = (Measure(name="figure_pairs", corpora=(), run=measure),)


@cache
def relation_of(pair: Pair) -> str:
    """Return how the dossier says that the pair's figures differ, "none" where it says nothing."""
    reports = reports_of(pair)
    figures = [_marked(*each) for each in zip(reports, pair.told, strict=True)]
    material = material_of(reports)
    for comparison in compare_figures(material, citer(material)):
        if comparison.relation != "single" and all(
            figure is not None and _holds(comparison, report, figure)
            for report, figure in zip(reports, figures, strict=True)
        ):
            return comparison.relation
    return NOT_COMPARED


def _marked(report: Annotated, told: Told) -> Figure | None:
    return next((each for each in report.figures if each.span.touches(told.marked)), None)


def _holds(comparison: FigureComparison, report: Annotated, figure: Figure) -> bool:
    return any(
        _is(value, figure) and any(each.article == report.article.id for each in value.citations)
        for value in comparison.values
    )


def _is(value: FigureValue, figure: Figure) -> bool:
    return (value.value, value.high, value.unit) == (figure.value, figure.high, figure.unit)
