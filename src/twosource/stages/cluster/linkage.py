"""Join stories by the mean of the links between their articles, the most alike first."""

from __future__ import annotations

from math import exp, isnan, log

import numpy as np

from twosource.alike import Numbers, Places
from twosource.compiled import part
from twosource.model.alike import DIFFERENT, MADE, SAME, UNSAID
from twosource.stages.cluster.board import NOWHERE, Board
from twosource.stages.cluster.cleft import LEAST_SURE, SUREST, cloven
from twosource.stages.cluster.told import Figures
from twosource.stages.cluster.units import MOST_PRINTED, Case, Tables, Truths, Units, root

# Of a story's reports so many count at least for whether a lone one may join them: an angle on the
# event's edge has words in common with some of them and next to none with the others.
LEAST_HEARD = 2 / 3
# What a running matter brings next shares its names and its past. Of linked pairs of a campaign one
# in two was of one event within a day, one in nine of those two and three days apart, whatever
# their scores (docs/decisions/031). So a pair loses log-odds by the square of the days beyond one.
PROMPT_SECONDS = 86_400.0
LOSS = 0.45
DIGITS = 1e9  # of a mean: no order of adding shows in so many


@part
def tables_of(board: Board, case: Case, units: Units, horizon: float, local: Places) -> Tables:
    """Return what merging is decided by, for two units and more."""
    count = len(units.printings)
    sums, near = np.zeros((count, count)), np.zeros((count, count))
    odds, counts = np.zeros((count, count)), np.zeros((count, count))
    apart = np.zeros((count, count), np.bool_)
    crowded = _is_crowded(units)
    counted = np.zeros((len(case.rows), len(case.rows)) if crowded else (0, 0), np.int64)
    for at in range(len(case.links)):
        row, other_row, link = case.ones[at], case.others[at], case.links[at]
        one, other = units.of[row], units.of[other_row]
        low = min(units.report[row], units.report[other_row])
        high = max(units.report[row], units.report[other_row])
        score, nearness = board.links.scores[link], board.links.near[link]
        if board.links.says[link] == MADE and case.says[at] == SAME:
            score = nearness = 1.0
        if one != other:
            told_anew = board.links.says[link] == UNSAID and score == 0.0
            apart[one, other] |= case.says[at] == DIFFERENT or told_anew
            apart[other, one] = apart[one, other]
            # Of two reports with many printings the best links count.
            if crowded:
                counted[low, high] += 1
            if not crowded or counted[low, high] <= units.printed[low] * units.printed[high]:
                late = board.seconds[case.rows[row]] - board.seconds[case.rows[other_row]]
                sums[one, other] += in_time(score, late)
                sums[other, one] = sums[one, other]
                near[one, other] += in_time(nearness, late)
                near[other, one] = near[one, other]
        if case.says[at] == UNSAID and low != high:
            sure = min(max(score, LEAST_SURE), SUREST)
            odds[one, other] += log(sure / (1 - sure))
            odds[other, one] = odds[one, other]
            counts[one, other] += 1
            counts[other, one] = counts[one, other]
    figures, told = _told(board.links.figures, case, units, local)
    pairs = _pairs(board.seconds, case, units, horizon, crowded)
    return Tables(sums, near, pairs, odds, counts, apart, figures, told)


@part
def in_time(score: float, seconds: float) -> float:
    """Return what a probability comes to where two were published so far apart; as it is for nan.

    A copy's is 1 and stays 1. Whether two groups stay two is asked of probabilities as they are.
    """
    late = abs(seconds) / PROMPT_SECONDS - 1
    if score == 1 or not late > 0:
        return score
    kept = exp(-LOSS * late * late)
    return score * kept / (1 - score + score * kept)


@part
def _is_crowded(units: Units) -> bool:
    """Return whether a report has so many printings that not all may count."""
    return bool(units.printed.max() == MOST_PRINTED)


@part
def _pairs(seconds: Numbers, case: Case, units: Units, horizon: float, crowded: bool) -> Numbers:
    """Return how many pairs of printings lie within the horizon; who has no date is near to all."""
    pairs = np.empty((len(units.printings), len(units.printings)))
    for unit in range(len(pairs)):
        pairs[unit] = units.printings[unit] * units.printings
    dated, count = np.empty(len(case.rows), np.int64), 0
    first, last = np.inf, -np.inf
    for row in range(len(case.rows)):
        at = seconds[case.rows[row]]
        if not isnan(at) and not (crowded and _is_late(seconds, case, units.report, row)):
            dated[count] = row
            count += 1
            first, last = min(first, at), max(last, at)
    if last - first > horizon:
        for here in range(count):
            row = dated[here]
            for there in range(count):
                other = dated[there]
                if abs(seconds[case.rows[other]] - seconds[case.rows[row]]) > horizon:
                    pairs[units.of[row], units.of[other]] -= 1.0
    return pairs


@part
def _is_late(seconds: Numbers, case: Case, report: Places, row: int) -> bool:
    """Return whether as many printings of a report as count are earlier than one."""
    earlier, at = 0, seconds[case.rows[row]]
    for other in range(len(report)):
        if report[other] == report[row]:
            there = seconds[case.rows[other]]
            earlier += there < at or (there == at and other < row)
    return earlier >= MOST_PRINTED


@part
def _told(figures: Figures, case: Case, units: Units, local: Places) -> tuple[Places, Places]:
    """Return the figures that links give, and of each unit how many of its reports give each.

    Those of a report that one it is linked to tells too; no other counts.
    """
    most = 0
    for link in case.links:
        most += figures.starts[link + 1] - figures.starts[link]
    known, count = np.empty(most, np.int64), 0
    for link in case.links:
        for given in range(figures.starts[link], figures.starts[link + 1]):
            figure = figures.given[given]
            if local[figure] == NOWHERE:
                local[figure], known[count] = count, figure
                count += 1
    gives = np.zeros((len(case.rows) if count else 0, count), np.bool_)
    told = np.zeros((len(units.printings), count), np.int64)
    for at in range(len(case.links)):
        link = case.links[at]
        for given in range(figures.starts[link], figures.starts[link + 1]):
            here = local[figures.given[given]]
            for end in range(2):
                row = case.others[at] if end else case.ones[at]
                if not gives[units.report[row], here]:
                    gives[units.report[row], here] = True
                    told[units.of[row], here] += 1
    known = known[:count]
    local[known] = NOWHERE
    return known, told


@part
def merged_units(
    figures: Figures, units: Units, tables: Tables, least: float, most_compared: int
) -> Places:
    """Merge units while any mean reaches the least; return of each the one it was joined to.

    Each round joins all pairs that are each other's most alike. One after the other, the most alike
    of all first, would hardly ever be otherwise: no merging elsewhere makes either more alike to a
    third (Bruynooghe 1978), but where a lone report comes to be linked to enough of a story.
    """
    count = len(units.printings)
    joined, best = np.arange(count), np.zeros(count, np.int64)
    means = np.zeros((count, count))
    for one in range(count):
        _set_means(means, units, tables, least, most_compared, one, joined[:one])
    changed, more = np.ones(count, np.bool_), True
    while more:
        more = _look_again(means, joined, best, changed)
        for one in range(count):
            other = best[one]
            if joined[one] != one or one > other or best[other] != one or means[one, other] <= 0:
                continue
            changed[one] = changed[other] = True
            if cloven(figures, units, tables, one, other):
                means[one, other] = means[other, one] = 0.0
                continue
            joined[other] = one
            merge(units, tables, one, other)
            _set_means(means, units, tables, least, most_compared, one, joined)
    for unit in range(count):
        joined[unit] = root(joined, unit)
    return joined


@part
def _look_again(means: Numbers, joined: Places, best: Places, changed: Truths) -> bool:
    """Set which is most like each unit, the first of equals, where some changed; none do after.

    Return whether any did.
    """
    fresh = np.flatnonzero(changed)
    for unit in range(len(joined)):
        if joined[unit] != unit:
            continue
        if changed[unit] or changed[best[unit]]:
            best[unit] = 0
            for other in range(1, len(joined)):
                if joined[other] == other and means[unit, other] > means[unit, best[unit]]:
                    best[unit] = other
            continue
        for each in fresh:
            mean, held = means[unit, each], means[unit, best[unit]]
            if joined[each] == each and (mean > held or (mean == held and each < best[unit])):
                best[unit] = each
    changed[:] = False
    return len(fresh) > 0


@part
def _set_means(
    means: Numbers,
    units: Units,
    tables: Tables,
    least: float,
    most_compared: int,
    one: int,
    joined: Places,
) -> None:
    """Set the mean of a unit and each of the others that are no part of one; 0 for no merging.

    Two stories' mean is over at most as many pairs as can have been compared: of two large
    ones each article was set beside a few of the other only, those most like it, and the rest
    are no evidence. A lone report may also join where the mean over those that it is linked to,
    two in three of all at least, is high enough; which story it joins, the mean over all decides.
    """
    # A row at a time: to be handed all tables takes longer than to work out a mean.
    printings, fixed, apart = units.printings, units.fixed, tables.apart[one]
    sums, within, counts = tables.sums[one], tables.pairs[one], tables.counts[one]
    for other in range(len(joined)):
        if joined[other] != other or other == one:
            continue
        mean = 0.0
        never = apart[other] or (fixed[one] and fixed[other]) or within[other] <= 0
        if not never and sums[other] >= least:
            compared = most_compared * (printings[one] + printings[other])
            pairs = max(min(within[other], compared), 1.0)
            heard = pairs
            if printings[one] == 1 or printings[other] == 1:
                heard = max(min(counts[other], pairs), LEAST_HEARD * pairs, 1.0)
            if np.rint(sums[other] / heard * DIGITS) / DIGITS >= least:
                mean = np.rint(sums[other] / pairs * DIGITS) / DIGITS
        means[one, other] = means[other, one] = mean


@part
def merge(units: Units, tables: Tables, one: int, other: int) -> None:
    """Let a unit take another in."""
    sums, near, pairs, odds, counts, apart, _, told = tables
    for table in (sums, near, pairs, odds, counts):
        within = table[one, one] + (table[other, other] + table[one, other])
        for third in range(len(table)):
            table[one, third] += table[other, third]
            table[third, one] = table[one, third]
        table[one, one] = within
    for third in range(len(apart)):
        apart[one, third] |= apart[other, third]
        apart[third, one] = apart[one, third]
    units.printings[one] += units.printings[other]
    units.reports[one] += units.reports[other]
    units.fixed[one] |= units.fixed[other]
    told[one] += told[other]
