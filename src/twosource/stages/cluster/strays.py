"""Let a report that is left alone join the story it is like, once all others are told apart."""

from __future__ import annotations

import numpy as np

from twosource.alike import Places
from twosource.compiled import part
from twosource.stages.cluster.joining import LOWEST
from twosource.stages.cluster.linkage import DIGITS, merge
from twosource.stages.cluster.units import Tables, Units, root

# An angle on an event's edge has words in common with some of its reports and next to none with
# the others. All links together have to reach what two stories need, their mean half of it, more
# than a third of the pairs have to be links, and no other story's mean may come to half of that
# (docs/decisions/032).
LEAST_SUM = 0.27
LEAST_MEAN = 0.135
LEAST_LINKED = 1 / 3
MOST_BESIDE = 0.5


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
            if lone and tables.near[one, story] > 0.0:
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
    near, within, counts = tables.near[one], tables.pairs[one], tables.counts[one]
    likest, highest, beside, linked = one, 0.0, 0.0, 0.0
    for other in range(len(joined)):
        never = apart[other] or (fixed[one] and fixed[other]) or within[other] <= 0
        if joined[other] != other or other == one or never:
            continue
        compared = most_compared * (printings[one] + printings[other])
        pairs = max(min(within[other], compared), 1.0)
        mean = np.rint(near[other] / pairs * DIGITS) / DIGITS
        if mean > highest:
            likest, highest, beside, linked = other, mean, highest, counts[other] / pairs
        else:
            beside = max(beside, mean)
    enough = near[likest] >= LEAST_SUM and highest >= LEAST_MEAN and linked > LEAST_LINKED
    return likest, highest if enough and beside <= MOST_BESIDE * highest else 0.0
