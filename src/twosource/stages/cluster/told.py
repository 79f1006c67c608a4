"""Say whether two stories tell other figures, or play in other places or on other days.

A rate of 4.25 in the one, of 4.5 in the other; a storm in France, and one in Portugal.
"""

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
from twosource.stages.cluster.scene import COUNTRY, FIGURE, PLACE, WEEKDAY, kind_of
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

# Of a story's reports so many name the country or weekday of their event, and so few that of
# another, as what went before.
MOST, FEW = 0.75, 0.34
SURE = 1.0

Told = Counter[str]
"""Of each figure, country, weekday and place, how many reports of a story give it."""


class Figures(NamedTuple):
    """Figures and scenes that are given, as numbers for the loops that ask who tells others."""

    starts: Places  # of whoever gives figures, where they begin in the next column
    given: Places  # which figure
    weights: Numbers  # of each figure: how few articles give it; 0 of what is of a scene
    kinds: Places  # of each: a figure, a country …
    values: Numbers  # nan where it cannot be rounded
    reach: Numbers  # how far lies what comes to it in round numbers; nan for not round


def figures_given(figures: Sequence[str], starts: Places, given: Places) -> Figures:
    """Return which of some figures are given by each of some, with what each figure is worth."""
    kinds = np.array([kind_of(figure) for figure in figures], dtype=np.int64)
    return Figures(
        starts=starts,
        given=given,
        weights=np.where(kinds == FIGURE, [weight(figure) for figure in figures], 0.0),
        kinds=kinds,
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


def own_figures(some: Told, size: int, others: Told, other_size: int) -> list[str]:
    """Return what two reports of the one tell and none of the others, scenes first, then rarity.

    A country or weekday that most tell, and few of the others: these may name where what went
    before was, and when.
    """
    own = [
        each
        for each, reports in some.items()
        if reports > 1
        and others[each] <= (FEW * other_size if _of_most(each, reports, size) else 0)
    ]
    return sorted((each for each in own if _worth(each)), key=lambda each: (-_worth(each), each))


def _of_most(told: str, reports: int, size: int) -> bool:
    return kind_of(told) in (COUNTRY, WEEKDAY) and reports >= MOST * size


def _worth(told: str) -> float:
    """Return what shows first; a place, known by its sound alone, is not shown."""
    kind = kind_of(told)
    return weight(told) if kind == FIGURE else MANY * (kind != PLACE)


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
    """Return how surely each of two stories tells what the other does not, 0 to 1.

    Given is of each how many of its so many reports give the known figures. What one report alone
    tells is its own find; what two of one event tell, a third tells too. A toll that grows is told
    beside the figures that stay. Two angles on one event may each have a number, so it is sure
    only where each story has a rare one. One country or place in two reports of each, and none that
    both tell, is as sure, and so is a country or weekday that most reports of each name.
    """
    kinds = figures.kinds
    for kind in (COUNTRY, PLACE):
        if _elsewhere(kinds, known, some, others, kind):
            return SURE
    for kind in (COUNTRY, WEEKDAY):
        if _mostly_elsewhere(kinds, known, some, size, others, other_size, kind):
            return SURE
    mass, shared = _held(figures, known, some, others, other_size)
    other_mass, other_shared = _held(figures, known, others, some, size)
    most = MOST_SHARED if min(mass, other_mass) >= MANY else 0.0
    if shared > most * mass or other_shared > most * other_mass:
        return 0.0
    return min(1.0, mass / RARE, other_mass / RARE)


@part
def _elsewhere(kinds: Places, known: Places, some: Places, others: Places, kind: int) -> bool:
    """Return whether two reports of each story give one of a kind, and no such one is in both."""
    own = theirs = False
    for at in range(len(known)):
        if kinds[known[at]] == kind and max(some[at], others[at]) >= 2:
            if some[at] and others[at]:
                return False
            own, theirs = own or some[at] > 0, theirs or others[at] > 0
    return own and theirs


@part
def _mostly_elsewhere(
    kinds: Places,
    known: Places,
    some: Places,
    size: float,
    others: Places,
    other_size: float,
    kind: int,
) -> bool:
    """Return whether most reports of each story give one of a kind that few of the other's do."""
    own = theirs = False
    for at in range(len(known)):
        if kinds[known[at]] == kind:
            if some[at] >= max(2.0, MOST * size):
                own = True
                if others[at] > FEW * other_size:
                    return False
            if others[at] >= max(2.0, MOST * other_size):
                theirs = True
                if some[at] > FEW * size:
                    return False
    return own and theirs


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
