"""Join stories by the mean of the links between their articles, the most alike first."""

from __future__ import annotations

import numpy as np

from twosource.settings import ClusterSettings
from twosource.stages.cluster.cases import Cases, Numbers, Places, Truths
from twosource.stages.cluster.cleft import cloven
from twosource.stages.cluster.tables import LINKS, ODDS, PAIRS, SUMS, Tables, Units
from twosource.stages.cluster.told import FiguresTold, told_otherwise

DIGITS = 9  # of a mean: the order of adding does not show in them


def merged(cases: Cases, settings: ClusterSettings) -> Places:
    """Return for each article a number that those of its story share, and no others.

    Average linkage over sparse links, each case by itself. In each round every case joins the two
    of its stories that are most alike: what is done for one case is done for all at once.
    """
    units = Units(cases)
    told = FiguresTold(cases, units.report, units.row)
    story = np.arange(int(np.sum(units.width)))
    for tables in units.tables(settings):
        story[tables.rows] = story[tables.rows][Merging(tables, told, settings).stories()]
    found: Places = story[units.row]
    return found


class Merging:
    """Merges the units of cases of one size; changes the tables it is given."""

    def __init__(self, tables: Tables, told: FiguresTold, settings: ClusterSettings) -> None:
        self.tables, self.told, self.most_compared = tables, told, settings.most_compared
        held, self.width = tables.printings.shape
        self.stands = tables.printings > 0
        self.rows = np.arange(held * self.width)  # of the units: those of one case in a row
        self.story = self.rows  # of each unit: the row of the one that it was joined to
        self.means = self._means(*np.divmod(self.rows, self.width))
        self.means = self.means.reshape(held, self.width, self.width)

    def stories(self) -> Places:
        """Merge while any mean reaches its least; return for each unit the one it was joined to.

        Each round joins all pairs that are each other's most alike: no merging elsewhere makes
        either more alike to a third (Bruynooghe 1978), so the order among them does not matter.
        """
        held, width = self.stands.shape
        live = np.arange(held if width > 1 else 0)
        units = np.arange(width)
        while len(live):
            means = self.means if len(live) == held else self.means[live]
            best = means.argmax(axis=2)
            returned = best.take(best + width * np.arange(len(live))[:, None])
            at, one = np.nonzero((returned == units) & (best > units))
            case, other = live[at], best[at, one]
            going = self.means[case, one, other] > 0
            case, one, other = case[going], one[going], other[going]
            live = live[np.bincount(at[going], minlength=len(live)) > 0]
            parted = self._cloven(case, one, other)
            if parted.any():
                blocked = case[parted], one[parted], other[parted]
                self.means[blocked] = self.means[blocked[0], blocked[2], blocked[1]] = 0.0
                case, one, other = case[~parted], one[~parted], other[~parted]
            self._merge(case, one, other)
        return self.story

    def _cloven(self, case: Places, one: Places, other: Places) -> Truths:
        layers = self.tables.layers[ODDS : LINKS + 1]
        reports = self.tables.reports
        return cloven(
            layers[:, case, one, one],
            layers[:, case, other, other],
            layers[:, case, one, other],
            np.minimum(reports[case, one], reports[case, other]),
            lambda pair: self._told_otherwise(case[pair], one[pair], other[pair]),
        )

    def _told_otherwise(self, case: int, one: int, other: int) -> float:
        begin = case * self.width
        story, first = self.story[begin : begin + self.width], self.tables.rows.start + begin
        some, others = (
            self.told.of((first + np.flatnonzero(story == begin + each)).tolist())
            for each in (one, other)
        )
        reports = self.tables.reports[case]
        return told_otherwise(some, int(reports[one]), others, int(reports[other]))

    def _merge(self, case: Places, one: Places, other: Places) -> None:
        """Let units take others in; no unit stands in two of the pairs."""
        tables, layers = self.tables, self.tables.layers
        inside = layers[:, case, one, one] + layers[:, case, other, other]
        inside += layers[:, case, one, other]
        layers[:, case, one] += layers[:, case, other]
        layers[:, case, :, one] += layers[:, case, :, other]
        layers[:, case, one, one] = inside
        tables.apart[case, one] |= tables.apart[case, other]
        tables.apart[case, :, one] |= tables.apart[case, :, other]
        for column in (tables.printings, tables.reports):
            column[case, one] += column[case, other]
        tables.fixed[case, one] |= tables.fixed[case, other]
        self.stands[case, other] = False
        into = self.rows.copy()
        into[self.width * case + other] = self.width * case + one
        self.story = into[self.story]
        self.means[case, other] = self.means[case, :, other] = 0.0
        self.means[case, one] = self.means[case, :, one] = self._means(case, one)

    def _means(self, case: Places, one: Places) -> Numbers:
        """Return the means of units with all others of their cases; 0 where they may not merge.

        Two stories' mean is over at most as many pairs as can have been compared: of two large
        ones each article was set beside a few of the other only, those most like it, and the rest
        are no evidence.
        """
        tables = self.tables
        sums, pairs = tables.layers[SUMS, case, one], tables.layers[PAIRS, case, one]
        least = tables.least[case][:, None]
        printings = tables.printings[case]
        compared = self.most_compared * (printings + tables.printings[case, one][:, None])
        means: Numbers = np.round(sums / np.maximum(np.minimum(pairs, compared), 1.0), DIGITS)
        may = (sums >= least) & (means >= least) & (pairs > 0)
        may &= self.stands[case] & ~tables.apart[case, one]
        may &= ~(tables.fixed[case] & tables.fixed[case, one][:, None])
        means[~may] = 0.0
        means[np.arange(len(case)), one] = 0.0
        return means
