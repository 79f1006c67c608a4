"""Tell two events of a kind apart by how much closer the reports of each are to their own."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np

from twosource.alike import Numbers
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.stages.cluster.linkage import LEAST_SURE, SUREST, told_otherwise
from twosource.stages.cluster.told import Told, figures_given, figures_told, own_figures

MOST_SHOWN = 6


def company(
    one: Sequence[ArticleId], other: Sequence[ArticleId], links: Sequence[Link]
) -> tuple[str, ...]:
    """Return how alike the reports of two stories are to their own and to each other, as a line.

    () where nothing links the two, or one of them is a report alone: then the pair says it all.
    """
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
    told = figures_told(one, links), figures_told(other, links)
    if not surely_otherwise(told[0], len(one), told[1], len(other)):
        return ()
    some, others = (", ".join(own_figures(*pair)[:MOST_SHOWN]) for pair in (told, told[::-1]))
    return (f"reports of the one story tell {some}, of the other {others}",)


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
