"""Let stories keep their numbers where articles are put into groups anew; tell what changed."""

from __future__ import annotations

import numpy as np

from twosource.alike import Places
from twosource.compiled import part
from twosource.stages.cluster.board import NOWHERE, Standing
from twosource.stages.cluster.units import Truths


@part
def keep_places(
    rank: Places,
    standing: Standing,
    near: Places,
    rows: Places,
    far: Places,
    group_of: Places,
) -> Places:
    """Let articles stand in their groups, as stories that keep their numbers; tell what changed.

    A story stays with the group that holds most of its articles, of two such the one with the
    earliest. Where several meet in one group, the one with the most articles gives its number, on
    a tie the one with the earliest. A group to which no story comes is a new one, founded by its
    earliest article; that is told by a negative number (`founder`).
    """
    stories, first, following = standing
    _take_far(rank, stories, rows, far, group_of)
    members = np.concatenate((far, rows))
    claims, heirs, kept = _claimed(rank, standing, near, members, group_of, len(rows))
    earliest = np.full(len(rows), NOWHERE)
    for place in members:
        group = group_of[place]
        if earliest[group] == NOWHERE or rank[place] < rank[earliest[group]]:
            earliest[group] = place
    number, changed = _numbered(first, near, claims, heirs, kept, earliest)
    for place in members:
        group = group_of[place]
        if not kept[group]:
            stories[place] = number[group]
            following[place] = first[number[group]]
            first[number[group]] = place
        group_of[place] = NOWHERE
    return changed


@part
def _numbered(
    first: Places, near: Places, claims: Places, heirs: Places, kept: Truths, earliest: Places
) -> tuple[Places, Places]:
    """Give each group that is not as it was its number; return also what changed by that."""
    number = np.full(len(earliest), NOWHERE)
    changed, count = np.empty((len(earliest) + len(near), 2), np.int64), 0
    for at in range(len(near)):
        if not kept[claims[at]]:
            first[near[at]] = NOWHERE
            number[claims[at]] = near[heirs[claims[at]]]
            changed[count, 0], changed[count, 1] = number[claims[at]], near[at]
            count += 1
    for group in range(len(earliest)):
        if number[group] != NOWHERE:
            first[number[group]] = earliest[group]  # taken: not free for a new one
    for group in range(len(earliest)):
        if earliest[group] != NOWHERE and number[group] == NOWHERE and not kept[group]:
            number[group] = _free_number(first, earliest[group])
            first[number[group]] = earliest[group]
            changed[count, 0], changed[count, 1] = number[group], founder(earliest[group])
            count += 1
    for group in range(len(earliest)):
        if number[group] != NOWHERE:
            first[number[group]] = NOWHERE  # who stands in it is written anew
    return number, changed[:count]


@part
def _claimed(
    rank: Places, standing: Standing, near: Places, members: Places, group_of: Places, groups: int
) -> tuple[Places, Places, Truths]:
    """Return whither each story goes, which gives each group its number, which group is as it was.

    Stories and those who give numbers are told by their places in `near`.
    """
    claims, heirs = np.full(len(near), NOWHERE), np.full(groups, NOWHERE)
    kept, size = np.zeros(groups, np.bool_), np.zeros(groups, np.int64)
    for place in members:
        size[group_of[place]] += 1
    eldest = np.full(len(near), NOWHERE)
    for at in range(len(near)):
        own = np.zeros(groups, np.int64)
        for place in members:
            if standing.stories[place] == near[at]:
                own[group_of[place]] += 1
                if eldest[at] == NOWHERE or rank[place] < rank[eldest[at]]:
                    eldest[at] = place
        best = group_of[eldest[at]]
        for group in range(groups):
            if own[group] > own[best]:
                best = group
        claims[at] = best
        kept[best] |= own[best] == size[best] == size_of(standing, near[at])
        more = 1
        if heirs[best] != NOWHERE:
            more = size_of(standing, near[at]) - size_of(standing, near[heirs[best]])
        if more > 0 or (more == 0 and rank[eldest[at]] < rank[eldest[heirs[best]]]):
            heirs[best] = at
    return claims, heirs, kept


@part
def _free_number(first: Places, wanted: int) -> int:
    """Return a number that no story has: the wanted one, else the lowest."""
    if first[wanted] == NOWHERE:
        return wanted
    free = 0
    while first[free] != NOWHERE:
        free += 1
    return free


@part
def founder(place: int) -> int:
    """Return the number that tells a story as founded by an article, and the article by that."""
    return -2 - place


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


@part
def size_of(standing: Standing, story: int) -> int:
    size, place = 0, standing.first[story]
    while place != NOWHERE:
        size += 1
        place = standing.following[place]
    return size
