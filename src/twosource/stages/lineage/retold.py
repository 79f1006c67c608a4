"""Say whether one of two texts retells the other in words of its own, perhaps without its names."""

from __future__ import annotations

from itertools import permutations
from math import sqrt

import numpy as np

from twosource.stages.lineage.block import LONG_RUNS
from twosource.stages.lineage.fingerprint import Fingerprint, plain_words
from twosource.stages.lineage.score import Sides
from twosource.stages.lineage.traits import REWORDED
from twosource.stages.lineage.values import known_values
from twosource.text.align import Numbers

LEAST_OF_FACTS = 0.7  # of the names and figures of either; two reporters come back with others
FACTS_IN_ORDER = 15, 0.5  # so many in both, and the least correlation of the order they come in
MANY_FACTS = 20  # so many in both prove it in any order
MOST_RECOUNTED = 0.3  # of the figures in like sentences: another match was told alike
RARE = 3.5  # weight: a word in fewer than 1 of 33 articles
FEWEST_RARE = 5  # with fewer in both, their order is chance

MANY_NAMES, FEWER_TIMES = 15, 3  # a report with so many, told with so many times fewer
FEW_NAMES = 0.02  # and with so few for each word
LEAST_OF_WORDS = 0.33  # of the telling words of either that are no names
LEAST_ORDER = 0.6  # correlation


def retell(one: Fingerprint, other: Fingerprint, sides: Sides) -> bool:
    """Return whether each of two tells most of the names and figures of the other, mostly in order.

    Each has some besides: a tabloid has nicknames, a briefing initials and times. Figures may be
    rounded. Of 6,551 real pairs of one event that print hardly anything alike none does
    (docs/decisions/018).
    """
    if min(side.recounted for side in sides) > MOST_RECOUNTED or _print_alike(sides):
        return False
    least, least_order = FACTS_IN_ORDER
    both = min(_facts_known(*pair) for pair in permutations((one, other)))
    return both >= MANY_FACTS or (both >= least and _order(one, other) >= least_order)


def retell_without_names(one: Fingerprint, other: Fingerprint, sides: Sides) -> bool:
    """Return whether one of two tells what the other does, in its order, with roles for names.

    Nothing is asked of figures: who leaves names out rounds them too.
    """
    return (
        leave_names_out(one, other)
        and not _print_alike(sides)
        and min(_words_known(*pair) for pair in permutations((one, other))) >= LEAST_OF_WORDS
        and _order(one, other) >= LEAST_ORDER
    )


def leave_names_out(one: Fingerprint, other: Fingerprint) -> bool:
    """Return whether one of two long texts names hardly anybody, and the other many."""
    lengths = len(one.wording.at), len(other.wording.at)
    if min(lengths) < LONG_RUNS:
        return False
    counts = len(one.named), len(other.named)
    (few, length), (many, _) = sorted(zip(counts, lengths, strict=True))
    return few <= FEW_NAMES * length and many >= max(MANY_NAMES, FEWER_TIMES * few)


def _print_alike(sides: Sides) -> bool:
    """Return whether a sentence was printed by both: a release may hold all that two reports do."""
    return max(side.wording for side in sides) >= REWORDED


def _facts_known(mine: Fingerprint, theirs: Fingerprint) -> int:
    """Return how many names and figures of one text the other has too; 0 where that is no most."""
    least = LEAST_OF_FACTS * (len(mine.named) + len(mine.values))
    names = int(np.count_nonzero(theirs.whole.stand_anywhere(mine.named)))
    if names + len(mine.values) < least:
        return 0
    known = names + known_values(mine.values, theirs.values)
    return known if known >= least else 0


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
