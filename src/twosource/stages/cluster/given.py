"""Find what two articles both give: figures, and countries, weekdays and places of their scenes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.compiled import compiled
from twosource.stages.cluster.gist import Gist
from twosource.stages.cluster.shelf import Given, Numbers


def given_by_both(
    given: Given, gists: Sequence[Gist], ones: Numbers, others: Numbers
) -> tuple[Numbers, list[str]]:
    """Return what both of each pair give, pair after pair, and how much that is of each.

    `gists` are the ones, who stand on the shelf at the places `ones`.
    """
    lengths = np.diff(given.starts)
    counts, found = np.zeros_like(ones), np.zeros(lengths[ones].sum(), dtype=np.int64)
    steps = int(lengths[ones].sum() + lengths[others].sum())
    find_given.over(steps)(given, ones, others, counts, found)
    owners = np.repeat(np.arange(len(ones)), counts).tolist()
    return counts, [gists[own].given[at] for own, at in zip(owners, found.tolist(), strict=False)]


@compiled
def find_given(
    given: Given, ones: Numbers, others: Numbers, counts: Numbers, found: Numbers
) -> None:
    """Write of each pair which of what the one gives the other gives too, and how many.

    One of the two has to begin with it, which the last bit of a mark says.
    """
    marks, starts = given
    count = 0
    for pair in range(len(ones)):
        at, beside = starts[ones[pair]], starts[others[pair]]
        while at < starts[ones[pair] + 1] and beside < starts[others[pair] + 1]:
            if marks[at] >> 1 != marks[beside] >> 1:
                at, beside = at + (marks[at] < marks[beside]), beside + (marks[at] > marks[beside])
                continue
            if (marks[at] | marks[beside]) & 1:
                found[count] = at - starts[ones[pair]]
                counts[pair] += 1
                count += 1
            at, beside = at + 1, beside + 1
