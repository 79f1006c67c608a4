"""Let one article after the other find its story: who is decided anew, and who keeps his place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from twosource.alike import Places
from twosource.compiled import compiled, part
from twosource.model.alike import UNSAID
from twosource.stages.cluster.asides import is_attached, points_from, take_in_asides
from twosource.stages.cluster.board import NOWHERE, Board, Bounds, Links, Standing, Touches
from twosource.stages.cluster.linkage import merged_units, tables_of
from twosource.stages.cluster.pointing import LEADING
from twosource.stages.cluster.strays import take_in_strays
from twosource.stages.cluster.units import case_of, put_in_order, units_of

Truths = NDArray[np.bool_]


@compiled
def seated(
    board: Board, standing: Standing, touches: Touches, bounds: Bounds
) -> tuple[Places, int]:
    """Decide one touch after the other; return what changed, and a link that cannot hold, or -1.

    The stories that the articles of a touch are linked to are decided anew together with them, by
    average linkage: the two stories whose articles are most alike on average become one, until no
    mean reaches the least; an article left alone then may join by less. What lies beyond the
    horizon from the moment stays in its story; others may join it. What changed is told in rows of
    a touch, a story as it stands after it, and one that was merged into it, or the same again, or
    the `founder` of a new one.
    """
    changed, count = np.empty((256, 3), np.int64), 0
    row_of = np.full(len(board.seconds), NOWHERE)  # scratch: all nowhere between touches
    local = np.full(len(board.links.figures.weights), NOWHERE)
    for touch in range(len(touches.moments)):
        asked = touches.articles[touches.starts[touch] : touches.starts[touch + 1]]
        near = near_stories(board.links, standing, asked, touches.joining[touch])
        moment = touches.moments[touch]
        rows, settled, far, many = _gathered(board, standing, asked, near, moment, bounds)
        row_of[rows] = np.arange(len(rows))
        case = case_of(board.links, rows, settled, asked if many else rows, many, row_of)
        units, clash = units_of(case)
        if clash != NOWHERE:
            return changed[:count], clash
        least = touches.least[touch]
        newest = -np.inf
        for place in rows:
            if board.seconds[place] > newest:
                newest, least = board.seconds[place], board.least[place]
        merged = np.zeros(1, np.int64)
        if len(units.printings) > 1:
            tables = tables_of(board, case, units, bounds.horizon, local)
            merged = merged_units(board.links.figures, units, tables, least, bounds.most_compared)
            take_in_strays(units, tables, merged, least, bounds.most_compared)
            most = bounds.most_compared
            take_in_asides(board.links, case, units, tables, merged, row_of, most)
        row_of[rows] = merged[units.of]
        after = keep_places(board.rank, standing, near, rows, far, row_of)
        while count + len(after) > len(changed):
            changed = np.concatenate((changed, np.empty_like(changed)))
        changed[count : count + len(after), 0] = touch
        changed[count : count + len(after), 1:] = after
        count += len(after)
    return changed[:count], NOWHERE


@part
def near_stories(links: Links, standing: Standing, asked: Places, least: float) -> Places:
    """Return the stories of some articles, and those that they may join by a link so high.

    So are those to which one points who is alone, and of who points to it those who are alone.
    """
    stories, most = standing.stories, 0
    for place in asked:
        most += 1 + links.starts[place + 1] - links.starts[place]
    near = np.full(most, NOWHERE)
    for place in asked:
        _note(stories[place], near)
        lone = _may_be_aside(links, standing, place)
        for at in range(links.starts[place], links.starts[place + 1]):
            link = links.by_end[at]
            says, other = links.says[link], links.ones[link] + links.others[link] - place
            near_enough = max(links.scores[link], links.near[link]) >= least
            near_enough |= lone and points_from(links, place, link) >= LEADING
            if points_from(links, other, link) >= LEADING:
                near_enough |= _may_be_aside(links, standing, other)
            # A person's word outranks every score.
            if says > 0 or (says == UNSAID and near_enough):
                _note(stories[other], near)
    found: Places = near[near != NOWHERE]
    return found


@part
def _may_be_aside(links: Links, standing: Standing, place: int) -> bool:
    """Return whether an article stands alone, or nowhere yet, and is like nobody who stands."""
    story = standing.stories[place]
    alone = story == NOWHERE or size_of(standing, story) == 1
    return alone and not is_attached(links, place, standing.stories)


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
        most += size_of(standing, story)
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
    put_in_order(rows)
    settled, many = np.full(count, NOWHERE), count > bounds.most_at_once
    for row in range(count):
        if many or abs(seconds[rows[row]] - moment) > bounds.horizon:
            settled[row] = standing.stories[rows[row]]
    return rows, settled, far[:away], many


@part
def size_of(standing: Standing, story: int) -> int:
    size, place = 0, standing.first[story]
    while place != NOWHERE:
        size += 1
        place = standing.following[place]
    return size


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
