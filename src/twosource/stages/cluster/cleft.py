"""Tell two events of a kind apart by how much closer the reports of each are to their own."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np

from twosource.alike import Numbers
from twosource.compiled import part
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.stages.cluster.joining import LEAST_SCORE
from twosource.stages.cluster.scene import spelled_out
from twosource.stages.cluster.told import (
    Figures,
    Told,
    figures_given,
    figures_told,
    own_figures,
    told_otherwise,
)
from twosource.stages.cluster.units import Tables, Units

# Log-odds by which the links inside each of two groups outdo those between them, from which on
# they are two events. Reports of one event fall into angles, but rarely so far; a few reports may
# be that close by chance.
LEAST_CLEFT = 1.2
# More of it, divided by the reports of the smaller group; less by as much where each surely tells
# figures that the other does not.
OF_SMALL_GROUPS = 3.5
SUREST = 0.99  # copies are alike beyond it, whatever they tell
LEAST_SURE = 0.01

MOST_SHOWN = 6


def company(
    one: Sequence[ArticleId], other: Sequence[ArticleId], links: Sequence[Link]
) -> tuple[str, ...]:
    """Return how alike the reports of two stories are to their own and to each other, as a line.

    () where nothing links the two, or one of them is a report alone: then the pair says it all.
    """
    links = [each for each in links if not 0 < each.score < LEAST_SCORE]
    inside = [
        [link for link in links if {link.left, link.right} <= set(own)] for own in (one, other)
    ]
    ends = set(one), set(other)
    between = [link for link in links if all({link.left, link.right} & end for end in ends)]
    if not (between and all(inside)):
        return ()
    mean, other_mean, across = (_typical(each) for each in (*inside, between))
    return (
        f"reports of the one story are alike with probability {mean:.2f}, of the other with "
        f"{other_mean:.2f}, of the one and the other with {across:.2f}",
        *_other_figures(one, other, links),
    )


def _other_figures(
    one: Sequence[ArticleId], other: Sequence[ArticleId], links: Sequence[Link]
) -> tuple[str, ...]:
    some, others = ((figures_told(each, links), len(each)) for each in (one, other))
    if not surely_otherwise(*some, *others):
        return ()
    own = [
        figures[:MOST_SHOWN]
        for figures in (own_figures(*some, *others), own_figures(*others, *some))
    ]
    if not all(own):  # each is told in other places, and these are known by their sound
        return ()
    its, theirs = (", ".join(map(spelled_out, each)) for each in own)
    return (f"reports of the one story tell {its}, of the other {theirs}",)


def surely_otherwise(some: Told, size: int, others: Told, other_size: int) -> float:
    """Return how surely two stories of so many reports tell other figures, 0 to 1."""
    told = list(some | others)
    known = np.arange(len(told))
    figures = figures_given(told, np.array([0, len(told)]), known)
    own, theirs = (np.array([each[figure] for figure in told], int) for each in (some, others))
    return told_otherwise(figures, known, own, float(size), theirs, float(other_size))


def _typical(links: Sequence[Link]) -> float:
    """Return the probability that stands for the mean log-odds of links."""
    odds = log_odds(np.array([link.score for link in links]))
    return 1 / (1 + exp(-float(odds.mean())))


def log_odds(scores: Numbers) -> Numbers:
    """Return the log-odds of probabilities, those near 0 and 1 held to be equally sure."""
    sure = np.clip(scores, LEAST_SURE, SUREST)
    odds: Numbers = np.log(sure / (1 - sure))
    return odds


@part
def cloven(figures: Figures, units: Units, tables: Tables, one: int, other: int) -> bool:
    """Return whether two groups, each of two reports and more, are two events of a kind.

    Two finals, two rate decisions, two arrests in one team share names, places and most words, so
    that any two of their reports may look like one event. Only together they show it: the reports
    of each are alike far beyond what they share with the other's, and tell other figures.
    """
    odds, counts = tables.odds, tables.counts
    if not (counts[one, one] and counts[other, other] and counts[one, other]):
        return False
    inside = min(odds[one, one] / counts[one, one], odds[other, other] / counts[other, other])
    beyond = inside - odds[one, other] / counts[one, other] - LEAST_CLEFT
    more = OF_SMALL_GROUPS / min(units.reports[one], units.reports[other])
    if abs(beyond) <= more:
        some, others, known = tables.told[one], tables.told[other], tables.figures
        reports = units.reports
        more *= 1 - 2 * told_otherwise(figures, known, some, reports[one], others, reports[other])
    return bool(beyond > more)
