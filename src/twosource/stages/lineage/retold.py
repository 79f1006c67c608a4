"""Say whether one of two texts retells the other in words of its own, perhaps without its names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from math import inf, sqrt
from typing import NamedTuple

import numpy as np

from twosource.stages.lineage.beside import Found
from twosource.stages.lineage.fingerprint import Fingerprint, plain_words
from twosource.stages.lineage.score import Sides
from twosource.stages.lineage.traits import REWORDED, leave_names_out
from twosource.stages.lineage.values import known_values
from twosource.text.counterparts import Numbers

Row = tuple[int, float, float, float]

# Of two texts: how many names and figures they have in common at least, which share of those of
# the one with fewer besides and of the other, and how the order correlates in which both tell.
FACTS = (15, 0.7, 0.7, 0.5), (20, 0.7, 0.7, -1.0), (18, 0.85, 0.35, 0.5)
LEAST_FACTS = min(least for least, *_ in FACTS)
MOST_RECOUNTED = 0.3  # of the figures in like sentences: another match was told alike
# The same of two that each tell a third of the other's words besides, and no other figures.
WORDED_TOO, FEW_RECOUNTED = ((20, 0.7, 0.55, 0.6),), 0.1
RARE = 3.5  # weight: a word in fewer than 1 of 33 articles
FEWEST_RARE = 5  # with fewer in both, their order is chance

LEAST_OF_WORDS, LEAST_ORDER = 0.33, 0.5  # of the telling words of either that are no names


def retell(one: Fingerprint, other: Fingerprint, found: Found) -> bool:
    """Return whether two tell most of each other's names and figures, or one hardly any but those.

    Each has some besides: a tabloid has nicknames, a briefing initials and times. Figures may be
    rounded. Of 6,551 real pairs of one event that print hardly anything alike none does
    (docs/decisions/018).
    """
    recounted = min(side.recounted for side in found.sides)
    if recounted > MOST_RECOUNTED or _print_alike(found.sides):
        return False
    named, other_named = found.shared.named
    mine, theirs = _facts_known(one, other, named), _facts_known(other, one, other_named)
    if min(mine.known, theirs.known) < LEAST_FACTS:
        return False
    wanted = _least_order(FACTS, mine, theirs)
    worded = _least_order(WORDED_TOO, mine, theirs)
    if worded < wanted and recounted <= FEW_RECOUNTED and _tell_each_others_words(one, other):
        wanted = worded
    return wanted < inf and _order(one, other) >= wanted


def retell_without_names(one: Fingerprint, other: Fingerprint, sides: Sides) -> bool:
    """Return whether one of two tells what the other does, in its order, with roles for names.

    Nothing is asked of figures: who leaves names out rounds them too.
    """
    return (
        leave_names_out(one.sheet, other.sheet)
        and not _print_alike(sides)
        and _tell_each_others_words(one, other)
        and _order(one, other) >= LEAST_ORDER
    )


def _least_order(rows: Iterable[Row], mine: _Facts, theirs: _Facts) -> float:
    """Return how far two must tell in one order, by what they have in common; else infinity."""
    both = min(mine.known, theirs.known)
    lower, higher = sorted((mine.share, theirs.share))
    return min(
        (
            least_order
            for least, least_higher, least_lower, least_order in rows
            if both >= least and higher >= least_higher and lower >= least_lower
        ),
        default=inf,
    )


def _tell_each_others_words(one: Fingerprint, other: Fingerprint) -> bool:
    return min(_words_known(*pair) for pair in permutations((one, other))) >= LEAST_OF_WORDS


def _print_alike(sides: Sides) -> bool:
    """Return whether a sentence was printed by both: a release may hold all that two reports do."""
    return max(side.wording for side in sides) >= REWORDED


class _Facts(NamedTuple):
    """The names and figures of one text that another has too."""

    known: int
    share: float


def _facts_known(mine: Fingerprint, theirs: Fingerprint, named: int) -> _Facts:
    if named + len(mine.values) < LEAST_FACTS:
        return _Facts(0, 0.0)
    known = named + known_values(mine.values, theirs.values)
    return _Facts(known, known / (len(mine.named_terms) + len(mine.values)))


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
