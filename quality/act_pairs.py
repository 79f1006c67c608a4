"""Measure whether what two outlets report to have happened is told as one claim, or as two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from quality.measure import Measure
from quality.told_once import PAIRS, measure_pairs
from twosource.model.cited import Citation
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.find import find_claims


def claims_told(material: StoryMaterial) -> Iterator[Sequence[Citation]]:
    """Yield for each claim of a story the passages that carry it."""
    for claim in find_claims(material):
        yield [each.citation for position in claim.positions for each in position.carriages]


def measure(path: Path, data: Path) -> Mapping[str, float]:
    """Return how often one act is told as one claim, and how often two are kept apart."""
    return measure_pairs(path, claims_told)


MEASURES = tuple(
    Measure(name=f"act_pairs.{name}", corpora=(), run=partial(measure, PAIRS / file))
    for name, file in (("seen", "acts.txt"), ("held_out", "acts_held_out.txt"))
)
