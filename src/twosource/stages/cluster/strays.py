"""Let a report that is left alone join the story it is like, once all others are told apart."""

from __future__ import annotations

import numpy as np

from twosource.alike import Places
from twosource.compiled import part
from twosource.stages.cluster.linkage import DIGITS, merge
from twosource.stages.cluster.units import Tables, Units, root

LOWEST = 0.22  # the mean from which on two stories are one among few articles

# An angle on an event's edge has words in common with some of its reports and next to none with
# the others. One link has to reach what two stories need, the mean half of it, and no other story's
# mean may come to a third of that (docs/decisions/032).
LEAST_NEAREST = 0.27
LEAST_MEAN = 0.135
MOST_BESIDE = 0.33


@part
def take_in_strays(
    units: Units, tables: Tables, joined: Places, least: float, most_compared: int
) -> None:
    """Join each article that stands alone to the unit it is like, the most alike first.

    All groups are told apart by then. Not among few articles, where the least is low already: there
    hardly any other story is to be found that could be as near.
    """
    if least <= LOWEST:
        return
    likest, means = np.zeros(len(joined), np.int64), np.zeros(len(joined))
    for one in range(len(joined)):
        if joined[one] == one and units.printings[one] == 1:
            likest[one], means[one] = _likest(units, tables, joined, most_compared, one)
    stray = int(means.argmax())
    while means[stray] > 0.0:
        story = int(likest[stray])
        joined[stray] = story
        merge(units, tables, story, stray)
        means[stray] = means[story] = 0.0
        for one in range(len(joined)):  # who is linked to none of them is as like others as before
            lone = joined[one] == one and units.printings[one] == 1
            if lone and tables.sums[one, story] > 0.0:
                likest[one], means[one] = _likest(units, tables, joined, most_compared, one)
        stray = int(means.argmax())
    for unit in range(len(joined)):
        joined[unit] = root(joined, unit)


@part
def _likest(
    units: Units, tables: Tables, joined: Places, most_compared: int, one: int
) -> tuple[int, float]:
    """Return the unit that one may join and their mean; 0 where others are hardly less like it."""
    printings, fixed, apart = units.printings, units.fixed, tables.apart[one]
    sums, within = tables.sums[one], tables.pairs[one]
    likest, highest, beside = one, 0.0, 0.0
    for other in range(len(joined)):
        never = apart[other] or (fixed[one] and fixed[other]) or within[other] <= 0
        if joined[other] != other or other == one or never:
            continue
        compared = most_compared * (printings[one] + printings[other])
        pairs = max(min(within[other], compared), 1.0)
        mean = np.rint(sums[other] / pairs * DIGITS) / DIGITS
        if mean > highest:
            likest, highest, beside = other, mean, highest
        else:
            beside = max(beside, mean)
    unsure = highest < LEAST_MEAN or beside > MOST_BESIDE * highest
    return likest, 0.0 if unsure or tables.best[one, likest] < LEAST_NEAREST else highest
