"""Measure towns on our own texts: is what a town's papers tell in one week told apart?

`quality/towns/` holds eight reports from each of some towns, seven matters that have nothing in
common but the place, its council and its officials: a burglary, a library's hours, a cup tie. One
matter is told by two outlets. All are undated, and each town is a batch of its own: the first ten
pages that somebody tries. In the smallest batches there are two pages alone, which tell of one
matter or of two. One half has been read while rules were written, the other only measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import combinations
from pathlib import Path
from statistics import fmean

from quality.measure import Measure
from quality.partitions import bcubed
from quality.stories import stories_of
from quality.twins import texts_in

TEXTS = Path(__file__).with_name("towns")


def told_apart(half: str, _data: Path) -> Mapping[str, float]:
    """Answer the shares of pairs of a town rightly kept apart and together, and B-cubed F1."""
    towns = [[row for row, _ in texts_in(path)] for path in sorted((TEXTS / half).glob("*.txt"))]
    f1: list[float] = []
    pairs: dict[bool, list[bool]] = {True: [], False: []}
    for town in towns:
        found = stories_of([row.article for row in town])
        truth = {str(row.article.article.id): row.event for row in town}
        f1.append(bcubed(truth, found)[2])
        for one, other in combinations(truth, 2):
            pairs[truth[one] == truth[other]].append(found[one] == found[other])
    return {
        "apart": 1 - fmean(pairs[False]),
        "together": fmean(pairs[True]),
        "bcubed_f1": fmean(f1),
    }


MEASURES = tuple(
    Measure(name=f"towns.{half}", corpora=(), run=partial(told_apart, half))
    for half in ("dev", "held_out", "more_dev", "more_held_out", "two_dev", "two_held_out")
)
