"""Weigh how likely it is that one of two articles was made from the other."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from twosource.stages.lineage.traits import Taken

CLEAR = 0.55  # of one article's wording, with quotations and without: the score is not asked
CLEAR_SCATTERED = (0.5, 0.12)  # of its wording, and of it outside the two longest stretches
LEAST_AGREE = 0.7  # of the names told: the same words of other people are no copy
MOST_RECOUNTED = 0.55  # of the figures told: nor are the same words of other numbers
CLEAR_SCORE = 0.98
LEAST_OPENING = 0.3  # likeness: less where both print one statement further down
ONE_STRETCH, HARDLY_ANY = (0.3, 0.7), 0.01  # of one's wording; and of that in other places
HALF = 0.5  # of the sentences outside the longest blocks
OPENING_TAKEN = 0.6  # likeness: whose report was taken whole, its opening was taken too
LEAST_WITH_CREDIT = 0.15  # in order: a credit alone makes no copy
PRINTED = 0.1  # of one's wording: below it hardly a sentence was printed by both
LEAST_ORDERED = 75.0  # weight, two sentences and a half: of two briefs less is alike anyway

# Logistic weights, fitted on what is not clear by its wording: copies and independent pairs made as
# in quality/copies.py and quality/copies_again.py, with other seeds, from the even half of the
# events of events-ecbplus (Cybulska and Vossen 2014, CC BY 3.0) and events-giveme5w1h, all real
# independent pairs there, and known copies of half the topics of the first. Chosen were, one by
# one, the traits that helped most when fitted on one set, or one way of making copies, and measured
# on the other.
INTERCEPT = -55.29
OF_THE_HIGHER = {  # of the two directions
    "names": 11.81,
    "agree": 33.16,
    "in_order": 6.62,
    "concord": 7.27,
    "opening": 2.25,
    "whole": 3.49,
    "scattered": 10.68,
    "uneven": -9.30,
}
OF_THE_LOWER = {"besides": 13.53, "recounted": -8.30}

# The same for an outlet's later version against its own background, which it tells again further
# down. Fitted on the same half of the events, with the versions and next reports of
# quality/followed.py; names, and how much was taken in all, say little there.
OWN_INTERCEPT = -15.5
OWN_OF_THE_HIGHER = {"scattered": 9.66, "concord": 9.33}
OWN_OF_THE_LOWER = {"besides": 8.34, "atop": 5.24}
OWN_FROM_ITS_OPENING = 5.65  # of the share of its wording, where its opening is still far up
FAR_UP = 0.45  # of the other text
SAME_HEADLINE = 1.5  # log-odds; not fitted: half of the versions made there have another

Sides = tuple[Taken, Taken]
"""What one article holds of the other, and what the other holds of it."""


def probability(sides: Sides, credit: float = 0.0) -> float:
    """Return how likely it is that one of two was made from the other, to six decimals.

    `credit` is the log-odds that what one names as its source adds, where enough is in order.
    """
    opened = max(side.opening for side in sides) >= LEAST_OPENING
    if opened and same_matter(sides) and any(map(is_clear, sides)):
        return CLEAR_SCORE
    if not opened and _print_one_stretch(sides):
        return 0.0
    in_order = max(side.in_order for side in sides)
    total = INTERCEPT + (credit if in_order >= LEAST_WITH_CREDIT else 0.0)
    return _logistic(total + _weighed(sides, OF_THE_HIGHER, OF_THE_LOWER))


def probability_of_version(sides: Sides, same_headline: bool) -> float:
    """Return how likely it is that of two articles of one outlet one is the other's later version.

    0 where they tell the same of other people or with other figures: two matches, two quakes.
    """
    if not same_matter(sides):
        return 0.0
    from_opening = (
        side.whole for side in sides if side.opening >= OPENING_TAKEN and side.opens_at <= FAR_UP
    )
    total = OWN_INTERCEPT + OWN_FROM_ITS_OPENING * max(from_opening, default=0.0)
    total += SAME_HEADLINE * same_headline
    return _logistic(total + _weighed(sides, OWN_OF_THE_HIGHER, OWN_OF_THE_LOWER))


def same_matter(sides: Sides) -> bool:
    """Return whether the sentences that pair off name the same people and the same figures."""
    agree = max(side.agree for side in sides)
    recounted = min(side.recounted for side in sides)
    return agree >= LEAST_AGREE and recounted < MOST_RECOUNTED


def tell_too_little(sides: Sides) -> bool:
    """Return whether so little of two texts is alike that nobody can know it for a rewording.

    Two briefs of one event share a sentence or two, in order and with all their names. Of 83
    rewordings made here that print as little as that, one shares less; of 56 real pairs of one
    event that the traits alone would link, 29 do (docs/decisions/009).
    """
    return (
        max(side.wording for side in sides) < PRINTED
        and max(side.ordered for side in sides) < LEAST_ORDERED
    )


def is_clear(side: Taken) -> bool:
    """Return whether wording alone tells a copy: more than half of it, or half in many places.

    What is half of a text in one or two stretches may be a release that both print.
    """
    least, scattered = CLEAR_SCATTERED
    many_places = side.whole >= least and side.scattered >= scattered
    return min(side.wording, side.whole) >= CLEAR or many_places


def _print_one_stretch(sides: Sides) -> bool:
    """Return whether one stretch of words stands in both, and is neither little nor all of either.

    Two digests have one item, two reports end on one notice. Of copies whose opening was lost 60
    were read: what is cut from the middle is nearly all of the shorter, what is reworded scattered.
    """
    least, most = ONE_STRETCH
    return least <= max(side.whole for side in sides) < most and all(
        side.scattered <= HARDLY_ANY and side.besides < HALF for side in sides
    )


def _weighed(sides: Sides, higher: Mapping[str, float], lower: Mapping[str, float]) -> float:
    """Return the weight of all traits, each taken of the side that has more or less of it."""
    one, other = sides[0]._asdict(), sides[1]._asdict()
    total = 0.0
    for name, weight in higher.items():
        total += weight * max(one[name], other[name])
    for name, weight in lower.items():
        total += weight * min(one[name], other[name])
    return total


def _logistic(total: float) -> float:
    return round(1 / (1 + exp(-total)), 6)
