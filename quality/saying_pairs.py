"""Measure whether two outlets' reports of somebody's words are told as one saying, or as two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from quality.measure import Measure
from quality.side_by_side import Pair, material_of, read_pairs, reports_of
from twosource.model.annotated import Annotated
from twosource.model.dossier import Statement
from twosource.model.identity import Span
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.statements.group import group_statements

PAIRS = Path(__file__).parent / "pairs"
LEAST_OVERLAP = 0.5  # of the shorter of a citation and a marked saying
SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the dossier makes of a pair."""

    pair: Pair
    found: tuple[bool, ...]  # of each report, whether a statement lies on what is marked
    joined: bool  # whether one statement lies on all of them


def measure(path: Path, data: Path) -> Mapping[str, float]:
    """Return how often one saying is told once, and how often two are kept apart.

    `found` is the share of the sayings on which any statement lies: what is not found is not
    joined either, so `joined` is never above what `found` allows.
    """
    outcomes = [outcome_of(pair) for pair in read_pairs(path)]
    same = [each.joined for each in outcomes if each.pair.kind == SAME]
    different = [not each.joined for each in outcomes if each.pair.kind != SAME]
    return {
        "joined": sum(same) / len(same),
        "kept_apart": sum(different) / len(different),
        "found": _share([found for each in outcomes for found in each.found]),
    }


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers)


@cache
def outcome_of(pair: Pair) -> Outcome:
    """Return what the dossier of a pair's two reports tells of the marked sayings."""
    reports = reports_of(pair)
    material = material_of(reports)
    on = [
        {
            place
            for place, statement in enumerate(group_statements(material, citer(material)))
            if _lies_on(statement, report, told.marked)
        }
        for report, told in zip(reports, pair.told, strict=True)
    ]
    return Outcome(pair=pair, found=tuple(map(bool, on)), joined=bool(set.intersection(*on)))


def _lies_on(statement: Statement, report: Annotated, marked: Span) -> bool:
    return any(
        citation.article == report.article.id and _overlap(citation.span, marked) > LEAST_OVERLAP
        for wording in statement.wordings
        for citation in wording.text.citations
    )


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / min(len(one), len(other)) if one.part == other.part else 0.0


MEASURES = tuple(
    Measure(name=f"saying_pairs.{name}", corpora=(), run=partial(measure, PAIRS / file))
    for name, file in (
        ("seen", "sayings.txt"),
        ("held_out", "sayings_held_out.txt"),
        ("reworded", "sayings_reworded.txt"),
        ("reworded_held_out", "sayings_reworded_held_out.txt"),
    )
)
