"""Say whether one of two texts retells the other in words of its own, perhaps without its names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from math import sqrt
from typing import NamedTuple

import numpy as np

from twosource.stages.lineage.beside import Found
from twosource.stages.lineage.fingerprint import RARE, Fingerprint, plain_words
from twosource.stages.lineage.score import Sides
from twosource.stages.lineage.traits import REWORDED, leave_names_out
from twosource.stages.lineage.values import known_values
from twosource.text.counterparts import Numbers

NO_WORDS = (0.0, 0.0)


class Retelling(NamedTuple):
    """How alike two texts must be at least, for the one to be known as the other retold."""

    known: int  # names and figures that both tell
    higher: float  # share of those of the one with fewer besides
    lower: float  # and of the other
    order: float  # how the order correlates in which both tell, first places
    words: tuple[float, float] = NO_WORDS  # shares of telling words besides, the lower one first
    recounted: float = 0.3  # at most, of the figures in like sentences: so is another match told


A_THIRD = (0.33, 0.33)
RETELLINGS = (
    Retelling(known=15, higher=0.7, lower=0.7, order=0.5),
    Retelling(known=20, higher=0.7, lower=0.7, order=-1.0),
    Retelling(known=18, higher=0.85, lower=0.35, order=0.5),
    # A retelling of a retelling; a script read out; a brief.
    Retelling(known=20, higher=0.7, lower=0.55, order=0.6, words=A_THIRD, recounted=0.1),
    Retelling(known=15, higher=0.75, lower=0.4, order=0.8, words=A_THIRD, recounted=0.2),
    Retelling(known=14, higher=0.9, lower=0.4, order=0.5, words=(0.25, 0.6), recounted=0.2),
)
LEAST_FACTS = min(each.known for each in RETELLINGS)
FEWEST_RARE = 5  # with fewer in both, their order is chance
WITHOUT_NAMES = Retelling(0, 0.0, 0.0, order=0.5, words=A_THIRD)


def retell(one: Fingerprint, other: Fingerprint, found: Found) -> bool:
    """Return whether two tell most of each other's names and figures, or one hardly any but those.

    Each has some besides: a tabloid has nicknames, a briefing initials and times. Figures may be
    rounded. Of 6,400 real pairs of one event that print hardly anything alike none does
    (docs/decisions/018, 040).
    """
    recounted = min(side.recounted for side in found.sides)
    asked = [row for row in RETELLINGS if recounted <= row.recounted]
    if not asked or _print_alike(found.sides):
        return False
    named, other_named = found.shared.named
    knowing = _facts_known(one, other, named), _facts_known(other, one, other_named)
    known, (lower, higher) = min(knowing)[0], sorted(share for _, share in knowing)
    met = [
        row for row in asked if known >= row.known and higher >= row.higher and lower >= row.lower
    ]
    return bool(met) and _tell_in_order_and_words(one, other, met)


def retell_without_names(one: Fingerprint, other: Fingerprint, sides: Sides) -> bool:
    """Return whether one of two tells what the other does, in its order, with roles for names.

    Nothing is asked of figures: who leaves names out rounds them too.
    """
    return (
        leave_names_out(one.sheet, other.sheet)
        and not _print_alike(sides)
        and _tell_in_order_and_words(one, other, [WITHOUT_NAMES])
    )


def _tell_in_order_and_words(
    one: Fingerprint, other: Fingerprint, asked: Sequence[Retelling]
) -> bool:
    order = _order(one, other)
    words = [row.words for row in asked if order >= row.order]
    if not words or NO_WORDS in words:
        return bool(words)
    fewer, more = sorted(_words_known(*pair) for pair in permutations((one, other)))
    return any(fewer >= least and more >= least_more for least, least_more in words)


def _print_alike(sides: Sides) -> bool:
    """Return whether a sentence was printed by both: a release may hold all that two reports do."""
    return max(side.wording for side in sides) >= REWORDED


def _facts_known(mine: Fingerprint, theirs: Fingerprint, named: int) -> tuple[int, float]:
    if named + len(mine.values) < LEAST_FACTS:
        return 0, 0.0
    known = named + known_values(mine.values, theirs.values)
    return known, known / (len(mine.named_terms) + len(mine.values))


def _words_known(mine: Fingerprint, theirs: Fingerprint) -> float:
    """Return what share of one's telling words, by weight and without names, the other has too.

    What stands between quotation marks in both says nothing.
    """
    terms, weights = plain_words(mine)
    known = theirs.whole.stand_anywhere(terms)
    told = mine.told.stand_anywhere(terms) | theirs.told.stand_anywhere(terms)
    counted = weights[~known | told].sum()
    return float(weights[known & told].sum() / counted) if counted else 0.0


def _order(one: Fingerprint, other: Fingerprint) -> float:
    """Return how the sentences correlate in which two texts first have their rare common words.

    Pearson's, of whole numbers. What stands between quotation marks in both is left out: who heard
    the same speech quotes it in its order.
    """
    mine, theirs = one.whole, other.whole
    terms, here, there = np.intersect1d(
        mine.terms, theirs.terms, assume_unique=True, return_indices=True
    )
    rare = mine.weights[mine.starts[here]] >= RARE
    rare &= one.told.stand_anywhere(terms) | other.told.stand_anywhere(terms)
    if np.count_nonzero(rare) < FEWEST_RARE:
        return 0.0
    return _correlation(
        mine.inside[mine.starts[here[rare]]], theirs.inside[theirs.starts[there[rare]]]
    )


def _correlation(left: Numbers, right: Numbers) -> float:
    count = len(left)
    spread = [count * int(each @ each) - int(each.sum()) ** 2 for each in (left, right)]
    together = count * int(left @ right) - int(left.sum()) * int(right.sum())
    return together / sqrt(spread[0] * spread[1]) if all(spread) else 0.0
