"""Say whether two stories tell other figures: a rate of 4.25 in the one, of 4.5 in the other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import nan
from typing import NamedTuple

import numpy as np

from twosource.alike import Numbers, Places
from twosource.compiled import part
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.text.weights import weight

CLOSE = 0.05  # within it of a round number, a figure may be what was rounded
LEAST_DIGITS = 3  # of what is told in round numbers
DECIMAL = re.compile(r"\d+(?:\.\d*[1-9])?")
YEAR = re.compile(r"(?:19|20)\d\d")

RARE = 8.6  # the weight of a figure that few articles give; "230" has 5.5, "2019" 1.9, "10" 1.4
# Weight of figures from which on two stories may be two though some are told in both: whoever tells
# many has some in common with others by chance.
MANY = 20.0
MOST_SHARED = 0.2  # of the weight of many

Told = Counter[str]
"""Of each figure, how many reports of a story give it."""


class Figures(NamedTuple):
    """Figures that are given, as numbers for the loops that ask who tells others."""

    starts: Places  # of whoever gives figures, where they begin in the next column
    given: Places  # which figure
    weights: Numbers  # of each figure: how few articles give it
    values: Numbers  # nan where it cannot be rounded
    reach: Numbers  # how far lies what comes to it in round numbers; nan for not round


def figures_given(figures: Sequence[str], starts: Places, given: Places) -> Figures:
    """Return which of some figures are given by each of some, with what each figure is worth."""
    return Figures(
        starts=starts,
        given=given,
        weights=np.array([weight(figure) for figure in figures], dtype=np.float64),
        values=np.array([_value(figure) for figure in figures], dtype=np.float64),
        reach=np.array([_reach(figure) for figure in figures], dtype=np.float64),
    )


def figures_told(articles: Iterable[ArticleId], links: Iterable[Link]) -> Told:
    """Return the figures that articles tell, each a report of its own.

    Those that an article it is linked to tells too; no other counts.
    """
    shared: defaultdict[ArticleId, set[str]] = defaultdict(set)
    for link in links:
        shared[link.left].update(link.figures)
        shared[link.right].update(link.figures)
    return Told(figure for article in articles for figure in shared.get(article, ()))


def own_figures(some: Told, others: Told) -> list[str]:
    """Return what two reports of the one tell and none of the others, the rarest first."""
    own = [figure for figure, reports in some.items() if reports > 1 and figure not in others]
    return sorted((each for each in own if weight(each)), key=lambda each: (-weight(each), each))


@lru_cache(maxsize=50_000)
def _value(figure: str) -> float:
    """Return what may be told in round numbers; nan for a year, which is told exactly."""
    return float(figure) if DECIMAL.fullmatch(figure) and not YEAR.fullmatch(figure) else nan


@lru_cache(maxsize=50_000)
def _reach(figure: str) -> float:
    """Return how far from a round number lies what comes to it: 58,400 to 60,000; nan for others.

    Small numbers are counted.
    """
    if len(figure) < LEAST_DIGITS or not figure.endswith("0"):
        return nan
    zeros = len(figure) - len(figure.rstrip("0"))
    return min(CLOSE * _value(figure), 10.0**zeros / 2)  # nan where there is no value


@part
def told_otherwise(
    figures: Figures, known: Places, some: Places, size: float, others: Places, other_size: float
) -> float:
    """Return how surely each of two stories tells figures that the other does not, 0 to 1.

    Given is of each how many of its so many reports give the known figures. What one report alone
    tells is its own find; what two of one event tell, a third tells too. A toll that grows is told
    beside the figures that stay. Two angles on one event may each have a number, so it is sure
    only where each story has a rare one.
    """
    mass, shared = _held(figures, known, some, others, other_size)
    other_mass, other_shared = _held(figures, known, others, some, size)
    most = MOST_SHARED if min(mass, other_mass) >= MANY else 0.0
    if shared > most * mass or other_shared > most * other_mass:
        return 0.0
    return min(1.0, mass / RARE, other_mass / RARE)


@part
def _held(
    figures: Figures, known: Places, some: Places, others: Places, size: float
) -> tuple[float, float]:
    """Return the weight of what two reports tell, and the part of it that the others tell."""
    mass = shared = 0.0
    for at in range(len(known)):
        if some[at] > 1:
            one, telling = known[at], others[at]
            for there in range(len(known)):
                if others[there] > telling:
                    other = known[there]
                    apart = abs(figures.values[one] - figures.values[other])
                    if apart <= figures.reach[one] or apart <= figures.reach[other]:
                        telling = others[there]  # either is the other in round numbers
            mass += figures.weights[one]
            shared += figures.weights[one] * telling / size
    return mass, shared
