"""Let an article that is left alone join the story whose beginnings it tells, as side angles do."""

from __future__ import annotations

import numpy as np

from twosource.alike import Numbers, Places
from twosource.compiled import part
from twosource.model.alike import DIFFERENT
from twosource.stages.cluster.board import NOWHERE, Links
from twosource.stages.cluster.linkage import LEAST_HEARD
from twosource.stages.cluster.pointing import ATTACHED, LEADING
from twosource.stages.cluster.units import Case, Tables, Truths, Units

# A side angle shares few words with reports of its event, but tells here and there what they begin
# with. Enough of it on average over a story's reports, two at least, and so many times of what it
# tells of any other's, make it one of them (docs/decisions/034).
LEAST_AHEAD = 1.6
FEWEST_REPORTS = 2


@part
def take_in_asides(
    links: Links,
    case: Case,
    units: Units,
    tables: Tables,
    joined: Places,
    row_of: Places,
    most_compared: int,
) -> None:
    """Join each article that stands alone to the one story it points to; all at once.

    Every other group is left as it is, so no two events become one by it, and each is asked for
    as it was before any aside joined. Two that are kept apart do not meet in one: which of them
    belongs there nobody knows.
    """
    wanted = joined.copy()
    for row in range(len(case.rows)):
        one = joined[units.of[row]]
        if units.printings[one] == 1:
            means, held = _means(links, case.rows[row], units, joined, row_of, most_compared)
            wanted[one] = _pointed_to(units, tables, joined, means, held, one)
    for unit in range(len(joined)):
        one = joined[unit]
        if wanted[one] != one and not _meets_whom_it_may_not(units, tables, wanted, one):
            joined[unit] = wanted[one]


@part
def _meets_whom_it_may_not(units: Units, tables: Tables, wanted: Places, one: int) -> bool:
    """Return whether another joins the same story that may be in none with one."""
    for other in range(len(wanted)):
        never = tables.apart[one, other] or (units.fixed[one] and units.fixed[other])
        if never and other != one and wanted[other] == wanted[one]:
            return True
    return False


@part
def attaches(links: Links, link: int) -> bool:
    """Return whether two are so alike that neither is an angle of any other story's."""
    return bool(links.scores[link] >= ATTACHED and links.says[link] != DIFFERENT)


@part
def points_from(links: Links, place: int, link: int) -> int:
    """Return how far an article points to the one at the other end of a link."""
    return int(links.points[link, 0 if links.ones[link] == place else 1])


@part
def _means(
    links: Links, place: int, units: Units, joined: Places, row_of: Places, most_compared: int
) -> tuple[Numbers, Truths]:
    """Return how far an article points to those of each group on average, and whom it is like.

    Over those to which it does, two in three at least of as many as it can have been compared
    with: an angle has few keys in common with some of them.
    """
    sums, heard = np.zeros(len(joined)), np.zeros(len(joined))
    held = np.zeros(len(joined), np.bool_)
    for at in range(links.starts[place], links.starts[place + 1]):
        link = links.by_end[at]
        row = row_of[links.ones[link] + links.others[link] - place]
        points = points_from(links, place, link)
        if row != NOWHERE:
            group = joined[units.of[row]]
            sums[group] += points
            heard[group] += points > 0
            held[group] |= attaches(links, link)
    for other in range(len(joined)):
        compared = min(units.printings[other], most_compared)
        sums[other] /= max(LEAST_HEARD * compared, heard[other], 1.0)
    return sums, held


@part
def _pointed_to(
    units: Units, tables: Tables, joined: Places, means: Numbers, held: Truths, one: int
) -> int:
    """Return the group that one joins; itself where it points to none, or hardly less to others.

    Nor does it where it is more like the reports of another, whether it points to these or not, or
    so like one of these that it is no angle which nobody is like.
    """
    story = int(means.argmax())
    never = tables.apart[one, story] or (units.fixed[one] and units.fixed[story])
    if never or means[story] < LEADING or units.reports[story] < FEWEST_REPORTS:
        return one
    alike = tables.sums[one, story] / max(tables.pairs[one, story], 1.0)
    for other in range(len(means)):
        if joined[other] == other and other not in (one, story):
            beside = tables.sums[one, other] / max(tables.pairs[one, other], 1.0)
            if means[story] < LEAST_AHEAD * means[other] or beside > alike or held[other]:
                return one
    return story
