"""Measure on our own texts whether a report is found that another prints as one thing among others.

`quality/among/` holds reports of invented events. Beside each stand pages that print it, word for
word, shortened or reworded, as an item of a digest, an entry of a live page, a box in a report of
their own; and reports that have nothing of it, of which two print one statement, one section of a
law, or one summary of the day before. Half of the events were not read while the rule was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import combinations
from pathlib import Path

from quality.kin import texts_in
from quality.measure import Measure
from quality.pairs import linked

TEXTS = Path(__file__).with_name("among")


def among(texts: Path, _data: Path) -> Mapping[str, float]:
    """Answer the share of items linked to their report, and of pairs without one left alone."""
    found: list[bool] = []
    alone: list[bool] = []
    for path in sorted(texts.glob("*.txt")):
        report, *others = texts_in(path)
        items = [each.article for each in others if each.kin.startswith("item")]
        apart = [each.article for each in others if each.kin.startswith("apart")]
        found += [linked(report.article, each) for each in items]
        apart_pairs = combinations((report.article, *apart), 2)
        alone += [not linked(*pair) for pair in apart_pairs]
    return {"found": sum(found) / len(found), "left_alone": sum(alone) / len(alone)}


MEASURES = (
    Measure(name="among.by_hand", corpora=(), run=partial(among, TEXTS)),
    Measure(name="among.held_out", corpora=(), run=partial(among, TEXTS / "held_out")),
)
