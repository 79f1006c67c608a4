"""Join stories by the mean of the links between their articles, the most alike first.

All of it stands in one file, as loops that are compiled do which call each other.
"""

from __future__ import annotations

from math import isnan, log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.alike import Numbers, Places, Says
from twosource.compiled import compiled, part
from twosource.model.alike import DIFFERENT, MADE, SAME, UNSAID
from twosource.stages.cluster.board import NOWHERE, Board, Bounds, Links, Standing, Touches
from twosource.stages.cluster.told import Figures

Truths = NDArray[np.bool_]

# Printings of one report that count: an article is compared with few, and would be kept out of the
# story of a report that a hundred outlets print. Fewer cost half a point in quality/streams.
MOST_PRINTED = 8
DIGITS = 1e9  # of a mean: no order of adding shows in so many

# Log-odds by which the links inside each of two groups outdo those between them, from which on
# they are two events. Reports of one event fall into angles, but rarely so far; a few reports may
# be that close by chance.
LEAST_CLEFT = 1.2
# More of it, divided by the reports of the smaller group; less by as much where each surely tells
# figures that the other does not.
OF_SMALL_GROUPS = 3.5
SUREST = 0.99  # copies are alike beyond it, whatever they tell
LEAST_SURE = 0.01

RARE = 8.6  # the weight of a figure that few articles give; "230" has 5.5, "2019" 1.9, "10" 1.4
# Weight of figures from which on two stories may be two though some are told in both: whoever tells
# many has some in common with others by chance.
MANY = 20.0
MOST_SHARED = 0.2  # of the weight of many


class Case(NamedTuple):
    """The articles of one touch and the links between them, by rows."""

    rows: Places  # places of the articles, sorted
    settled: Places  # of each the story in which it stays; -1 for none
    links: Places  # sorted
    ones: Places  # of each link the row of either end
    others: Places
    says: Says  # what counts of what the links say


class Units(NamedTuple):
    """What is merged: articles, or what a person or the settled past holds together."""

    report: Places  # of each row, the first that prints its report
    of: Places  # of each row, the number of its unit
    printed: Places  # of each report by its first row, its printings, as many as count
    printings: Numbers  # of each unit
    reports: Numbers
    fixed: Truths  # stay what they are: no two become one


class Tables(NamedTuple):
    """What merging is decided by, of each unit beside each other one."""

    sums: Numbers  # of scores
    pairs: Numbers  # that can be compared
    odds: Numbers  # sums of the log-odds of links, within units too
    counts: Numbers  # of the links they are of
    apart: Truths  # a person keeps them apart
    figures: Places
    told: Places  # of each unit and figure, how many reports give it


@compiled
def seated(
    board: Board, standing: Standing, touches: Touches, bounds: Bounds
) -> tuple[Places, int]:
    """Decide one touch after the other; return what changed, and a link that cannot hold, or -1.

    The stories that the articles of a touch are linked to are decided anew together with them, by
    average linkage: the two stories whose articles are most alike on average become one, until no
    mean reaches the least. What lies beyond the horizon from the moment stays in its story; others
    may join it. What changed is told in rows of a touch, a story as it stands after it, and one
    that was merged into it, or the same again.
    """
    changed, count = np.empty((256, 3), np.int64), 0
    row_of = np.full(len(board.seconds), NOWHERE)  # scratch: all nowhere between touches
    local = np.full(len(board.links.figures.weights), NOWHERE)
    for touch in range(len(touches.moments)):
        asked = touches.articles[touches.starts[touch] : touches.starts[touch + 1]]
        near = near_stories(board.links, standing.stories, asked, touches.joining[touch])
        moment = touches.moments[touch]
        rows, settled, far, many = _gathered(board, standing, asked, near, moment, bounds)
        for row in range(len(rows)):
            row_of[rows[row]] = row
        case = _case(board.links, rows, settled, asked if many else rows, many, row_of)
        units, clash = _units(case)
        if clash != NOWHERE:
            return changed[:count], clash
        least = touches.least[touch]
        newest = -np.inf
        for place in rows:
            if board.seconds[place] > newest:
                newest, least = board.seconds[place], board.least[place]
        merged = np.zeros(1, np.int64)
        if len(units.printings) > 1:
            tables = _tables(board, case, units, bounds.horizon, local)
            merged = _merged(board.links.figures, units, tables, least, bounds.most_compared)
        for row in range(len(rows)):
            row_of[rows[row]] = merged[units.of[row]]
        after = keep_places(board.rank, standing, near, rows, far, row_of)
        if count + len(after) > len(changed):
            changed = _grown(changed, count + len(after))
        for row in range(len(after)):
            changed[count, 0] = touch
            changed[count, 1], changed[count, 2] = after[row, 0], after[row, 1]
            count += 1
    return changed[:count], NOWHERE


@part
def _grown(rows: Places, least: int) -> Places:
    more = np.empty((2 * least, rows.shape[1]), np.int64)
    for row in range(len(rows)):
        for column in range(rows.shape[1]):
            more[row, column] = rows[row, column]
    return more


@part
def near_stories(links: Links, stories: Places, asked: Places, least: float) -> Places:
    """Return the stories of some articles, and those that they may join by a link so high."""
    most = 0
    for place in asked:
        most += 1 + links.starts[place + 1] - links.starts[place]
    near = np.full(most, NOWHERE)
    for place in asked:
        _note(stories[place], near)
        for at in range(links.starts[place], links.starts[place + 1]):
            link = links.by_end[at]
            says = links.says[link]
            # A person's word outranks every score.
            if says > 0 or (says == UNSAID and links.scores[link] >= least):
                _note(stories[links.ones[link] + links.others[link] - place], near)
    count = 0
    while count < most and near[count] != NOWHERE:
        count += 1
    return near[:count]


@part
def _note(story: int, near: Places) -> None:
    """Put a story behind the others, if it is none of them."""
    at = 0
    while near[at] != NOWHERE and near[at] != story:
        at += 1
    near[at] = story


@part
def _gathered(
    board: Board, standing: Standing, asked: Places, near: Places, moment: float, bounds: Bounds
) -> tuple[Places, Places, Places, bool]:
    """Return the articles to decide, in which story each stays, who is far, and if there are many.

    Who is far is not looked at, unless nobody of the story is near: then a person joined it.
    """
    seconds, most = board.seconds, len(asked)
    for story in near:
        most += _size(standing, story)
    rows, far = np.empty(most, np.int64), np.empty(most, np.int64)
    count = away = 0
    for place in asked:
        if standing.stories[place] == NOWHERE:
            rows[count] = place
            count += 1
    for story in near:
        met, place = False, standing.first[story]
        while place != NOWHERE:
            met |= not abs(seconds[place] - moment) > 2 * bounds.horizon
            place = standing.following[place]
        place = standing.first[story]
        while place != NOWHERE:
            if met and abs(seconds[place] - moment) > 2 * bounds.horizon:
                far[away] = place
                away += 1
            else:
                rows[count] = place
                count += 1
            place = standing.following[place]
    rows = rows[:count]
    _sort(rows)
    settled, many = np.full(count, NOWHERE), count > bounds.most_at_once
    for row in range(count):
        if many or abs(seconds[rows[row]] - moment) > bounds.horizon:
            settled[row] = standing.stories[rows[row]]
    return rows, settled, far[:away], many


@part
def _size(standing: Standing, story: int) -> int:
    size, place = 0, standing.first[story]
    while place != NOWHERE:
        size += 1
        place = standing.following[place]
    return size


@part
def _sort(numbers: Places) -> None:
    """Put numbers in order (Shell 1959): few, and in runs that are in order."""
    gap = len(numbers) // 2
    while gap:
        for begin in range(gap, len(numbers)):
            number, at = numbers[begin], begin
            while at >= gap and numbers[at - gap] > number:
                numbers[at] = numbers[at - gap]
                at -= gap
            numbers[at] = number
        gap //= 2


@part
def _case(
    links: Links, rows: Places, settled: Places, looked_at: Places, many: bool, row_of: Places
) -> Case:
    """Return the case of some rows: the links between them, of those looked at where all stay."""
    most = 0
    for place in looked_at:
        most += links.starts[place + 1] - links.starts[place]
    found, count = np.empty(most, np.int64), 0
    for place in looked_at:
        for at in range(links.starts[place], links.starts[place + 1]):
            link = links.by_end[at]
            other = links.ones[link] + links.others[link] - place
            # Each once: at one of its ends, or at the only article that is looked at.
            if row_of[other] != NOWHERE and (many or place < other):
                found[count] = link
                count += 1
    found = found[:count]
    _sort(found)
    ones, others = np.empty(count, np.int64), np.empty(count, np.int64)
    says = np.empty(count, np.int8)
    for at in range(count):
        ones[at], others[at] = row_of[links.ones[found[at]]], row_of[links.others[found[at]]]
        says[at] = links.says[found[at]]
    return Case(rows, settled, found, ones, others, says)


@part
def _units(case: Case) -> tuple[Units, int]:
    """Return what is merged, and a link that keeps apart what others hold together, or -1."""
    rows = len(case.rows)
    report = _reports(case)
    first = report.copy()
    for row in range(rows):  # of a settled story each is held together with the one before it
        before = row - 1 if case.settled[row] != NOWHERE else NOWHERE
        while before >= 0 and case.settled[before] != case.settled[row]:
            before -= 1
        if before >= 0:
            _join(first, before, row)
    of, count = np.empty(rows, np.int64), 0
    printed = np.zeros(rows, np.int64)
    for row in range(rows):
        report[row] = _root(report, row)
        printed[report[row]] = min(printed[report[row]] + 1, MOST_PRINTED)
        of[row] = count if first[row] == row else of[_root(first, row)]
        count += first[row] == row
    printings, reports, fixed = np.zeros(count), np.zeros(count), np.zeros(count, np.bool_)
    for row in range(rows):
        printings[of[row]] += printed[row]
        reports[of[row]] += printed[row] > 0
        fixed[of[row]] |= case.settled[row] != NOWHERE
    clash = NOWHERE
    for at in range(len(case.links)):
        if case.says[at] == DIFFERENT and of[case.ones[at]] == of[case.others[at]]:
            clash = case.links[at]
    return Units(report, of, printed, printings, reports, fixed), clash


@part
def _reports(case: Case) -> Places:
    """Return of each row one that the same report stands in, as `_root` leads on; hears links.

    What is made from another article is the same as it, unless that brings together, by whatever
    detour, what a person keeps apart.
    """
    report = np.arange(len(case.rows))
    for at in range(len(case.links)):
        if case.says[at] == SAME:
            _join(report, case.ones[at], case.others[at])
    for at in range(len(case.links)):
        if case.says[at] == MADE:
            one, other = _root(report, case.ones[at]), _root(report, case.others[at])
            case.says[at] = SAME
            for each in range(len(case.links)):
                if case.says[each] == DIFFERENT:
                    low, high = _root(report, case.ones[each]), _root(report, case.others[each])
                    if (low == one and high == other) or (low == other and high == one):
                        case.says[at] = UNSAID
            if case.says[at] == SAME:
                _join(report, one, other)
    return report


@part
def _root(parent: Places, row: int) -> int:
    while parent[row] != row:
        parent[row] = parent[parent[row]]
        row = parent[row]
    return row


@part
def _join(parent: Places, one: int, other: int) -> None:
    one, other = _root(parent, one), _root(parent, other)
    parent[max(one, other)] = min(one, other)


@part
def _tables(board: Board, case: Case, units: Units, horizon: float, local: Places) -> Tables:
    """Return what merging is decided by, for two units and more."""
    count = len(units.printings)
    sums = np.zeros((count, count))
    odds, counts = np.zeros((count, count)), np.zeros((count, count))
    apart = np.zeros((count, count), np.bool_)
    crowded = _is_crowded(units)
    counted = np.zeros((len(case.rows), len(case.rows)) if crowded else (0, 0), np.int64)
    for at in range(len(case.links)):
        row, other_row, link = case.ones[at], case.others[at], case.links[at]
        one, other = units.of[row], units.of[other_row]
        low = min(units.report[row], units.report[other_row])
        high = max(units.report[row], units.report[other_row])
        score = board.links.scores[link]
        if board.links.says[link] == MADE and case.says[at] == SAME:
            score = 1.0
        if one != other:
            apart[one, other] |= case.says[at] == DIFFERENT
            apart[other, one] = apart[one, other]
            # Of two reports with many printings the best links count.
            if crowded:
                counted[low, high] += 1
            if not crowded or counted[low, high] <= units.printed[low] * units.printed[high]:
                sums[one, other] += score
                sums[other, one] = sums[one, other]
        if case.says[at] == UNSAID and low != high:
            sure = min(max(score, LEAST_SURE), SUREST)
            odds[one, other] += log(sure / (1 - sure))
            odds[other, one] = odds[one, other]
            counts[one, other] += 1
            counts[other, one] = counts[one, other]
    figures, told = _told(board.links.figures, case, units, local)
    pairs = _pairs(board.seconds, case, units, horizon, crowded)
    return Tables(sums, pairs, odds, counts, apart, figures, told)


@part
def _is_crowded(units: Units) -> bool:
    """Return whether a report has so many printings that not all may count."""
    most = 0
    for printed in units.printed:
        most = max(most, printed)
    return most == MOST_PRINTED


@part
def _pairs(seconds: Numbers, case: Case, units: Units, horizon: float, crowded: bool) -> Numbers:
    """Return how many pairs of printings lie within the horizon; who has no date is near to all."""
    units_held = len(units.printings)
    pairs = np.empty((units_held, units_held))
    for unit in range(units_held):
        for other in range(units_held):
            pairs[unit, other] = units.printings[unit] * units.printings[other]
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
    for here in range(count):
        local[known[here]] = NOWHERE
    return known[:count], told


@part
def _merged(
    figures: Figures, units: Units, tables: Tables, least: float, most_compared: int
) -> Places:
    """Merge units while any mean reaches the least; return of each the one it was joined to.

    Each round joins all pairs that are each other's most alike: no merging elsewhere makes
    either more alike to a third (Bruynooghe 1978), so the order among them does not matter.
    """
    count = len(units.printings)
    joined, best = np.arange(count), np.zeros(count, np.int64)
    means = np.zeros((count, count))
    for one in range(count):
        for other in range(one):
            means[one, other] = _mean(units, tables, least, most_compared, one, other)
            means[other, one] = means[one, other]
    alive, standing, more = np.arange(count), count, True
    while more:
        for here in range(standing):
            one = alive[here]
            best[one] = alive[0]
            for there in range(standing):
                other = alive[there]
                if means[one, other] > means[one, best[one]]:
                    best[one] = other
        more = False
        for here in range(standing):
            one, other = alive[here], best[alive[here]]
            if one < other and best[other] == one and means[one, other] > 0:
                more = True
                if _cloven(figures, units, tables, one, other):
                    means[one, other] = means[other, one] = 0.0
                else:
                    joined[other] = one
                    _merge(units, tables, one, other)
                    for third in range(count):
                        if joined[third] == third and third != one:
                            means[one, third] = _mean(
                                units, tables, least, most_compared, one, third
                            )
                            means[third, one] = means[one, third]
        standing = 0
        for unit in range(count):
            if joined[unit] == unit:
                alive[standing] = unit
                standing += 1
    for unit in range(count):
        joined[unit] = _root(joined, unit)
    return joined


@part
def _mean(
    units: Units, tables: Tables, least: float, most_compared: int, one: int, other: int
) -> float:
    """Return the mean of two units; 0 where they may not merge.

    Two stories' mean is over at most as many pairs as can have been compared: of two large
    ones each article was set beside a few of the other only, those most like it, and the rest
    are no evidence.
    """
    sums, pairs = tables.sums[one, other], tables.pairs[one, other]
    if tables.apart[one, other] or (units.fixed[one] and units.fixed[other]):
        return 0.0
    if pairs <= 0 or sums < least:
        return 0.0
    compared = most_compared * (units.printings[one] + units.printings[other])
    mean: float = np.rint(sums / max(min(pairs, compared), 1.0) * DIGITS) / DIGITS
    return mean if mean >= least else 0.0


@part
def _merge(units: Units, tables: Tables, one: int, other: int) -> None:
    """Let a unit take another in."""
    sums, pairs, odds, counts, apart, _, told = tables
    odds[one, one] += odds[other, other] + odds[one, other]
    counts[one, one] += counts[other, other] + counts[one, other]
    for third in range(len(sums)):
        if third != one:
            sums[one, third] += sums[other, third]
            pairs[one, third] += pairs[other, third]
            odds[one, third] += odds[other, third]
            counts[one, third] += counts[other, third]
            apart[one, third] |= apart[other, third]
            sums[third, one], pairs[third, one] = sums[one, third], pairs[one, third]
            odds[third, one], counts[third, one] = odds[one, third], counts[one, third]
            apart[third, one] = apart[one, third]
    units.printings[one] += units.printings[other]
    units.reports[one] += units.reports[other]
    units.fixed[one] |= units.fixed[other]
    for figure in range(told.shape[1]):
        told[one, figure] += told[other, figure]


@part
def _cloven(figures: Figures, units: Units, tables: Tables, one: int, other: int) -> bool:
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


@part
def keep_places(
    rank: Places, standing: Standing, near: Places, rows: Places, far: Places,
    group_of: Places,
) -> Places:  # fmt: skip
    """Let articles stand in their groups, as stories that keep their numbers; tell what changed.

    A story stays with the group that holds its founding article. Where several meet in one group,
    the one with the most articles gives its number, the earlier founded one on a tie. A group
    without a founding article is a new story, founded by its first article.
    """
    stories, first, following = standing
    _take_far(rank, stories, rows, far, group_of)
    members = np.empty(len(far) + len(rows), np.int64)
    for at in range(len(members)):
        members[at] = far[at] if at < len(far) else rows[at - len(far)]
    heir, earliest = np.full(len(rows), NOWHERE), np.full(len(rows), NOWHERE)
    size, kept = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.bool_)
    for place in members:
        group = group_of[place]
        if earliest[group] == NOWHERE or rank[place] < rank[earliest[group]]:
            earliest[group] = place
        size[group] += 1
    for story in near:
        group, own = group_of[first[story]], 0
        for place in members:
            own += stories[place] == story and group_of[place] == group
        kept[group] |= own == size[group] == _size(standing, story)
    for story in near:
        if story < len(stories) and stories[story] == story:
            held = heir[group_of[story]]
            more = _size(standing, story) - (_size(standing, held) if held != NOWHERE else 0)
            if more > 0 or (more == 0 and rank[story] < rank[held]):
                heir[group_of[story]] = story
    changed, count = np.empty((len(rows) + len(near), 2), np.int64), 0
    for group in range(len(rows)):
        if size[group] and not kept[group]:
            if heir[group] == NOWHERE:
                heir[group] = earliest[group]
            changed[count, 0] = changed[count, 1] = heir[group]
            count += 1
    for story in near:
        if not kept[group_of[first[story]]]:
            founded = story < len(stories) and stories[story] == story
            if founded and heir[group_of[story]] != story:
                changed[count, 0], changed[count, 1] = heir[group_of[story]], story
                count += 1
            first[story] = NOWHERE
    for place in members:
        group = group_of[place]
        if not kept[group]:
            stories[place] = heir[group]
            following[place] = first[heir[group]]
            first[heir[group]] = place
        group_of[place] = NOWHERE
    return changed[:count]


@part
def _take_far(rank: Places, stories: Places, rows: Places, far: Places, group_of: Places) -> None:
    """Put articles that were not looked at into the group that holds most of their story."""
    earliest = np.full(len(rows), len(rank))
    for place in rows:
        earliest[group_of[place]] = min(earliest[group_of[place]], rank[place])
    for at in range(len(far)):
        if at and stories[far[at - 1]] == stories[far[at]]:
            group_of[far[at]] = group_of[far[at - 1]]
            continue
        held = np.zeros(len(rows), np.int64)
        for place in rows:
            held[group_of[place]] += stories[place] == stories[far[at]]
        best = 0
        for group in range(1, len(rows)):
            more = held[group] - held[best]
            if more > 0 or (more == 0 and earliest[group] < earliest[best]):
                best = group
        group_of[far[at]] = best
