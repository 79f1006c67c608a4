"""Measure whether what two outlets report is told once in a dossier, or as two things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quality.measure import share
from quality.side_by_side import Pair, material_of, read_pairs, reports_of
from twosource.model.annotated import Annotated
from twosource.model.cited import Citation
from twosource.model.identity import Span
from twosource.model.material import StoryMaterial

PAIRS = Path(__file__).parent / "pairs"
LEAST_OVERLAP = 0.5  # of the shorter of a citation and what is marked
SAME = "same"

Telling = Callable[[StoryMaterial], Iterable[Sequence[Citation]]]
"""What a dossier makes of a story: each thing that it tells, with all passages on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the dossier makes of a pair."""

    pair: Pair
    found: tuple[bool, ...]  # of each report, whether anything told lies on what is marked
    joined: bool  # whether one thing told lies on all of them


def measure_pairs(path: Path, telling: Telling) -> Mapping[str, float]:
    """Return how often one thing is told once, and how often two are kept apart.

    `found` is the share of the marked passages that anything told lies on: what is not found is not
    joined either, so `joined` is never above what `found` allows.
    """
    outcomes = [outcome_of(pair, telling) for pair in read_pairs(path)]
    return {
        "joined": share([each.joined for each in outcomes if each.pair.kind == SAME]),
        "kept_apart": share([not each.joined for each in outcomes if each.pair.kind != SAME]),
        "found": share([found for each in outcomes for found in each.found]),
    }


@cache
def outcome_of(pair: Pair, telling: Telling) -> Outcome:
    """Return what the dossier of a pair's two reports tells of the marked passages."""
    reports = reports_of(pair)
    told = list(telling(material_of(reports)))
    on = [
        {
            place
            for place, citations in enumerate(told)
            if any(_lies_on(citation, report, marked.marked) for citation in citations)
        }
        for report, marked in zip(reports, pair.told, strict=True)
    ]
    return Outcome(pair=pair, found=tuple(map(bool, on)), joined=bool(set.intersection(*on)))


def _lies_on(citation: Citation, report: Annotated, marked: Span) -> bool:
    if citation.article != report.article.id or citation.span.part != marked.part:
        return False
    shared = min(citation.span.end, marked.end) - max(citation.span.start, marked.start)
    return shared > LEAST_OVERLAP * min(len(citation.span), len(marked))
