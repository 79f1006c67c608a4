"""Let one article after the other find its story: who is decided anew, and who keeps his place."""

from __future__ import annotations

import numpy as np

from twosource.alike import Places
from twosource.compiled import compiled, part
from twosource.model.alike import UNSAID
from twosource.stages.cluster.asides import attaches, points_from, take_in_asides
from twosource.stages.cluster.board import NOWHERE, Board, Bounds, Links, Standing, Touches
from twosource.stages.cluster.keeping import keep_places, size_of
from twosource.stages.cluster.linkage import merged_units, tables_of
from twosource.stages.cluster.pointing import LEADING
from twosource.stages.cluster.strays import take_in_strays
from twosource.stages.cluster.units import case_of, put_in_order, units_of


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

    So are those to which one points who is alone, and of who points to it those who are alone and
    like nobody but the reports of these stories.
    """
    stories, most = standing.stories, 0
    for place in asked:
        most += 1 + links.starts[place + 1] - links.starts[place]
    near = np.full(most, NOWHERE)
    for place in asked:
        _note(stories[place], near)
        lone = _may_be_aside(links, standing, place, near[:0])
        for at in range(links.starts[place], links.starts[place + 1]):
            link = links.by_end[at]
            says, other = links.says[link], links.ones[link] + links.others[link] - place
            near_enough = max(links.scores[link], links.near[link]) >= least
            near_enough |= lone and points_from(links, place, link) >= LEADING
            # A person's word outranks every score.
            if says > 0 or (says == UNSAID and near_enough):
                _note(stories[other], near)
    joined = near[near != NOWHERE]
    for place in asked:
        for at in range(links.starts[place], links.starts[place + 1]):
            link = links.by_end[at]
            other = links.ones[link] + links.others[link] - place
            pointed = links.says[link] == UNSAID and points_from(links, other, link) >= LEADING
            if pointed and _may_be_aside(links, standing, other, joined):
                _note(stories[other], near)
    found: Places = near[near != NOWHERE]
    return found


@part
def _may_be_aside(links: Links, standing: Standing, place: int, near: Places) -> bool:
    """Return whether an article is alone, or nowhere yet, and like nobody beyond some stories."""
    stories = standing.stories
    if stories[place] != NOWHERE and size_of(standing, stories[place]) != 1:
        return False
    for at in range(links.starts[place], links.starts[place + 1]):
        link = links.by_end[at]
        if attaches(links, link):
            story = stories[links.ones[link] + links.others[link] - place]
            if story != NOWHERE and not (near == story).any():
                return False
    return True


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
