"""Say whether two stories tell other figures: a rate of 4.25 in the one, of 4.5 in the other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import fsum
from typing import TypeVar

from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.stages.cluster.cases import Cases, Places
from twosource.text.weights import weight

RARE = 8.6  # the weight of a figure that few articles give; "230" has 5.5, "2019" 1.9, "10" 1.4
# Weight of figures from which on two stories may be two though some are told in both: whoever tells
# many has some in common with others by chance.
MANY = 20.0
MOST_SHARED = 0.2  # of the weight of many
CLOSE = 0.05  # within it of a round number, a figure may be what was rounded
LEAST_DIGITS = 3  # of what is told in round numbers
DECIMAL = re.compile(r"\d+(?:\.\d*[1-9])?")
YEAR = re.compile(r"(?:19|20)\d\d")

Told = Counter[str]
"""Of each figure, how many reports of a story give it."""

Report = TypeVar("Report", bound=Hashable)


class FiguresTold:
    """Answers what figures the units of cases tell; reads them when it is first asked."""

    def __init__(self, cases: Cases, report: Places, row: Places) -> None:
        """Take of each article the first that prints its report, and the row of its unit."""
        self._cases, self._report, self._row = cases, report, row

    def of(self, rows: Iterable[int]) -> Told:
        """Return what the reports of a story tell that was made of the units of some rows."""
        reports = chain.from_iterable(self._by_row.get(row, ()) for row in rows)
        return Told(chain.from_iterable(reports))

    @cached_property
    def _by_row(self) -> dict[int, list[set[str]]]:
        ones: list[int] = self._report[self._cases.ones].tolist()
        others: list[int] = self._report[self._cases.others].tolist()
        told: defaultdict[int, list[set[str]]] = defaultdict(list)
        for report, figures in _shared(zip(ones, others, self._cases.figures, strict=True)).items():
            told[int(self._row[report])].append(figures)
        return told


def figures_told(articles: Iterable[ArticleId], links: Iterable[Link]) -> Told:
    """Return the figures that articles tell, each a report of its own."""
    shared = _shared((link.left, link.right, link.figures) for link in links)
    return Told(figure for article in articles for figure in shared.get(article, ()))


def _shared(links: Iterable[tuple[Report, Report, tuple[str, ...]]]) -> Mapping[Report, set[str]]:
    """Return the figures of each report that one it is linked to tells too; no other counts."""
    found: defaultdict[Report, list[tuple[str, ...]]] = defaultdict(list)
    for one, other, figures in links:
        if figures:
            found[one].append(figures)
            found[other].append(figures)
    return {report: set().union(*told) for report, told in found.items()}


def told_otherwise(some: Told, size: int, others: Told, other_size: int) -> float:
    """Return how surely each of two stories tells figures that the other does not, 0 to 1.

    What one report alone tells is its own find; what two of one event tell, a third tells too. A
    toll that grows is told beside the figures that stay. Two angles on one event may each have a
    number, so it is sure only where each story has a rare one.
    """
    mass, shared = _held(some, others, other_size)
    other_mass, other_shared = _held(others, some, size)
    most = MOST_SHARED if min(mass, other_mass) >= MANY else 0.0
    if shared > most * mass or other_shared > most * other_mass:
        return 0.0
    return min(1.0, mass / RARE, other_mass / RARE)


def own_figures(some: Told, others: Told) -> list[str]:
    """Return what two reports of the one tell and none of the others, the rarest first."""
    own = [figure for figure, reports in some.items() if reports > 1 and figure not in others]
    return sorted((each for each in own if weight(each)), key=lambda each: (-weight(each), each))


def _held(some: Told, others: Told, size: int) -> tuple[float, float]:
    """Return the weight of what two reports tell, and the part of it that the others tell."""
    weights = [(figure, weight(figure)) for figure, reports in some.items() if reports > 1]
    about = [each for each in others if _is_round(each)]
    shared = [own * _telling(figure, others, about) / size for figure, own in weights]
    return fsum(own for _, own in weights), fsum(shared)


def _telling(figure: str, others: Told, about: Sequence[str]) -> int:
    """Return how many of the others give a figure, or one of which either is the round number.

    `about` are the round ones among the others.
    """
    near = [others[each] for each in about if _rounds(each, figure)]
    if _is_round(figure):
        near += [reports for each, reports in others.items() if _rounds(figure, each)]
    return max(others[figure], *near, 0)


@lru_cache(maxsize=50_000)
def _is_round(figure: str) -> bool:
    """Return whether a figure may be a round number. Small ones are counted, years told exactly."""
    if len(figure) < LEAST_DIGITS or not figure.endswith("0"):
        return False
    return bool(DECIMAL.fullmatch(figure)) and not YEAR.fullmatch(figure)


@lru_cache(maxsize=50_000)
def _rounds(short: str, long: str) -> bool:
    """Return whether a figure comes to a round one in round numbers: 58,400 to 60,000."""
    if not DECIMAL.fullmatch(long) or YEAR.fullmatch(long):
        return False
    zeros, value = len(short) - len(short.rstrip("0")), float(short)
    return abs(value - float(long)) <= min(10.0**zeros / 2, CLOSE * value)
