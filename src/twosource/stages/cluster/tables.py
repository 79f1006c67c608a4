"""Count between every two units of a case what their merging is decided by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from twosource.errors import ContradictionError
from twosource.settings import ClusterSettings
from twosource.stages.cluster.cases import (
    DIFFERENT,
    SAME,
    UNSAID,
    Cases,
    Numbers,
    Places,
    Truths,
    joined,
    ranks,
    staying,
)
from twosource.stages.cluster.cleft import log_odds

# Printings of one report that count: an article is compared with few, and would be kept out of the
# story of a report that a hundred outlets print. Fewer cost half a point in quality/streams.
MOST_PRINTED = 8
NARROWEST = 16  # units of the smallest tables; each larger kind is twice as wide

# The layers of a table: sums of scores, comparable pairs, sums of log-odds, links they are of.
SUMS, PAIRS, ODDS, LINKS = range(4)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tables:
    """The tables of the cases of about one size: by case, unit and other unit."""

    layers: Numbers  # layer, case, unit, other unit
    apart: Truths  # case, unit, other unit: a person keeps them apart
    printings: Numbers  # of each unit of a case, as many as count; 0 where there is no unit
    reports: Numbers  # of each unit of a case
    fixed: Truths  # units that stay what they are: no two become one
    least: Numbers  # of each case
    rows: slice  # where the units of these tables stand among those of all tables


class Units:
    """What is merged: articles, or what a person or the settled past holds together."""

    def __init__(self, cases: Cases) -> None:
        self.cases = cases
        count, same = len(cases.case), cases.said == SAME
        ones, others = cases.ones[same], cases.others[same]
        self.report = joined(count, ones, others)  # of each article, by the first that prints it
        stay, beside = staying(cases)
        first = joined(count, np.concatenate([ones, stay]), np.concatenate([others, beside]))
        begins = first == np.arange(count)
        case = cases.case[begins]
        sizes = np.bincount(case, minlength=len(cases.least))
        self.width = _widths(sizes)
        self.order = np.argsort(self.width, kind="stable")  # of the cases, as the tables stand
        within = np.arange(len(case)) - _starts(sizes)[case]
        rows, cells = (_starts(each, self.order) for each in (self.width, self.width**2))
        unit = (np.cumsum(begins) - 1)[first]
        self.row = (rows[case] + within)[unit]  # of each article's unit among those of all tables
        self.column = within[unit]
        self.begin = (cells[case] + within * self.width[case])[unit]  # of its row's cells

    def cells(self, ones: Places, others: Places) -> Places:
        """Return the cells in which units of articles stand beside others of the same case."""
        cells: Places = self.begin[ones] + self.column[others]
        return cells

    def tables(self, settings: ClusterSettings) -> Iterator[Tables]:
        """Yield the tables, the narrowest first."""
        layers, apart = self._linked(int(np.sum(self.width**2)), settings)
        count = int(np.sum(self.width))
        printed = np.minimum(np.bincount(self.report, minlength=len(self.row)), MOST_PRINTED)
        starts = np.flatnonzero(printed)
        printings, reports = (
            np.bincount(self.row[starts], each[starts], count).astype(float)
            for each in (printed.astype(float), np.ones(len(printed)))
        )
        fixed = np.zeros(count, dtype=np.bool_)
        fixed[self.row[self.cases.settled >= 0]] = True
        row = cell = place = 0
        for width in np.unique(self.width).tolist():
            held = int(np.count_nonzero(self.width == width))
            rows, cells = slice(row, row + held * width), slice(cell, cell + held * width**2)
            across = (held, width)
            sizes = printings[rows].reshape(across)
            own = layers[:, cells].reshape(4, held, width, width)
            own[PAIRS] += sizes[:, :, None] * sizes[:, None, :]
            yield Tables(
                layers=own,
                apart=apart[cells].reshape(held, width, width),
                printings=sizes,
                reports=reports[rows].reshape(across),
                fixed=fixed[rows].reshape(across),
                least=self.cases.least[self.order[place : place + held]],
                rows=rows,
            )
            row, cell, place = rows.stop, cells.stop, place + held

    def _linked(self, cells: int, settings: ClusterSettings) -> tuple[Numbers, Truths]:
        """Return what the links count in each cell, and which units a person keeps apart."""
        cases = self.cases
        here, there = (
            self.cells(one, other)
            for one, other in ((cases.ones, cases.others), (cases.others, cases.ones))
        )
        layers = np.zeros((4, cells))
        two = self.row[cases.ones] != self.row[cases.others]
        self._say_contradiction(cases.said == DIFFERENT, two)
        counted = np.flatnonzero(two & self._counted())
        layers[SUMS] = _summed(cells, here, there, counted, cases.scores)
        bare = cases.said == UNSAID
        bare &= self.report[cases.ones] != self.report[cases.others]
        odds = log_odds(cases.scores)
        for layer, weights in ((ODDS, odds), (LINKS, np.ones(len(odds)))):
            layers[layer] = _summed(cells, here, there, np.flatnonzero(bare & two), weights)
            layers[layer] += _summed(cells, here, None, np.flatnonzero(bare & ~two), weights)
        self._take_far(layers[PAIRS], settings.horizon_hours * 3600.0)
        apart = np.zeros(cells, dtype=np.bool_)
        different = cases.said == DIFFERENT
        apart[here[different]] = apart[there[different]] = True
        return layers, apart

    def _say_contradiction(self, different: Truths, two: Truths) -> None:
        for link in np.flatnonzero(different & ~two)[:1].tolist():
            one, other = (self.cases.names[e[link]] for e in (self.cases.ones, self.cases.others))
            raise ContradictionError(f"different {one} {other}", "same, by way of other articles")

    def _counted(self) -> Truths:
        """Return which links count: of two reports with many printings the best only."""
        one, other = (self.report[ends] for ends in (self.cases.ones, self.cases.others))
        printed = np.minimum(np.bincount(self.report, minlength=len(self.report)), MOST_PRINTED)
        if not np.any(np.bincount(self.report) > MOST_PRINTED):
            return np.ones(len(one), dtype=np.bool_)
        low, high = np.minimum(one, other), np.maximum(one, other)
        return ranks((low, high), -self.cases.scores) < printed[low] * printed[high]

    def _take_far(self, pairs: Numbers, horizon: float) -> None:
        """Take away the pairs of dated articles that lie further apart than the horizon."""
        cases = self.cases
        begins = np.flatnonzero(np.diff(cases.case, prepend=-1))
        spans = np.fmax.reduceat(cases.seconds, begins) - np.fmin.reduceat(cases.seconds, begins)
        dated = np.flatnonzero(~np.isnan(cases.seconds))
        counted = ranks((self.report[dated],), cases.seconds[dated]) < MOST_PRINTED
        dated = dated[counted]
        for case in np.flatnonzero(spans > horizon).tolist():
            own = dated[cases.case[dated] == case]
            own = own[np.argsort(cases.seconds[own], kind="stable")]
            at, unit, width = cases.seconds[own], self.column[own], int(self.width[case])
            up_to = np.zeros((len(own) + 1, width))
            up_to[np.arange(1, len(own) + 1), unit] = 1.0
            up_to = np.cumsum(up_to, axis=0)
            near = up_to[np.searchsorted(at, at + horizon, side="right")]
            near -= up_to[np.searchsorted(at, at - horizon, side="left")]
            far = up_to[-1] - near
            first = int(self.begin[own[0]] - self.column[own[0]] * width)
            cells = first + unit[:, None] * width + np.arange(width)
            np.subtract.at(pairs, cells, far)


def _summed(
    cells: int, here: Places, there: Places | None, links: Places, weights: Numbers
) -> Numbers:
    """Return the weights of links added up in their cells, in one direction or both."""
    at = here[links] if there is None else np.concatenate([here[links], there[links]])
    twice = weights[links] if there is None else np.tile(weights[links], 2)
    sums: Numbers = np.bincount(at, weights=twice, minlength=cells).astype(float)
    return sums


def _widths(sizes: Places) -> Places:
    """Return how wide a table holds so many units: a few widths for all of them."""
    doubled = np.ceil(np.log2(np.maximum(sizes, NARROWEST) / NARROWEST)).astype(np.intp)
    return np.where(sizes > 1, NARROWEST << doubled, 1)


def _starts(sizes: Places, order: Places | None = None) -> Places:
    """Return where stretches of these sizes begin that stand one after the other, in an order."""
    if order is None:
        return np.cumsum(sizes) - sizes
    found = np.empty(len(sizes), dtype=np.intp)
    found[order] = np.cumsum(sizes[order]) - sizes[order]
    return found
