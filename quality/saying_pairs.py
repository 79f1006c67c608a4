"""Measure whether two outlets' reports of somebody's words are told as one saying, or as two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from quality.measure import Measure
from quality.told_once import PAIRS, measure_pairs
from twosource.model.cited import Citation
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.statements.group import group_statements


def statements_told(material: StoryMaterial) -> Iterator[Sequence[Citation]]:
    """Yield for each statement of a story's dossier the passages that tell it."""
    for statement in group_statements(material, citer(material)):
        yield [each for wording in statement.wordings for each in wording.text.citations]


def measure(path: Path, data: Path) -> Mapping[str, float]:
    """Return how often one saying is told once, and how often two are kept apart."""
    return measure_pairs(path, statements_told)


MEASURES = tuple(
    Measure(name=f"saying_pairs.{name}", corpora=(), run=partial(measure, PAIRS / file))
    for name, file in (
        ("seen", "sayings.txt"),
        ("held_out", "sayings_held_out.txt"),
        ("reworded", "sayings_reworded.txt"),
        ("reworded_held_out", "sayings_reworded_held_out.txt"),
    )
)
