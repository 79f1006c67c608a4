"""Say which reports are held together before any are merged: by a person, or made from another."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.alike import Numbers, Places, Says
from twosource.compiled import part
from twosource.model.alike import DIFFERENT, MADE, SAME, UNSAID
from twosource.stages.cluster.board import NOWHERE, Links
from twosource.stages.cluster.joining import LEAST_SCORE

Truths = NDArray[np.bool_]

# Printings of one report that count: an article is compared with few, and would be kept out of the
# story of a report that a hundred outlets print. Fewer cost half a point in quality/streams.
MOST_PRINTED = 8


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
    near: Numbers  # sums of what stands for scores where an article is left alone
    pairs: Numbers  # that can be compared
    odds: Numbers  # sums of the log-odds of links, within units too
    counts: Numbers  # of the links they are of
    apart: Truths  # kept apart: by a person, or because both fill one frame otherwise
    figures: Places
    told: Places  # of each unit and figure, how many reports give it


@part
def case_of(
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
            if links.says[link] == UNSAID and 0.0 < links.scores[link] < LEAST_SCORE:
                continue  # tells only who points to whom
            # Each once: at one of its ends, or at the only article that is looked at.
            if row_of[other] != NOWHERE and (many or place < other):
                found[count] = link
                count += 1
    found = found[:count]
    put_in_order(found)
    ones, others = np.empty(count, np.int64), np.empty(count, np.int64)
    says = np.empty(count, np.int8)
    for at in range(count):
        ones[at], others[at] = row_of[links.ones[found[at]]], row_of[links.others[found[at]]]
        says[at] = links.says[found[at]]
    return Case(rows, settled, found, ones, others, says)


@part
def put_in_order(numbers: Places) -> None:
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
def units_of(case: Case) -> tuple[Units, int]:
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
        report[row] = root(report, row)
        printed[report[row]] = min(printed[report[row]] + 1, MOST_PRINTED)
        of[row] = count if first[row] == row else of[root(first, row)]
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
            one, other = root(report, case.ones[at]), root(report, case.others[at])
            case.says[at] = SAME
            for each in range(len(case.links)):
                if case.says[each] == DIFFERENT:
                    low, high = root(report, case.ones[each]), root(report, case.others[each])
                    if (low == one and high == other) or (low == other and high == one):
                        case.says[at] = UNSAID
            if case.says[at] == SAME:
                _join(report, one, other)
    return report


@part
def root(parent: Places, row: int) -> int:
    while parent[row] != row:
        parent[row] = parent[parent[row]]
        row = parent[row]
    return row


@part
def _join(parent: Places, one: int, other: int) -> None:
    one, other = root(parent, one), root(parent, other)
    parent[max(one, other)] = min(one, other)
