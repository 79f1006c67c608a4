"""Put articles into stories by the links between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from math import log2, nan

import numpy as np

from twosource.alike import Numbers, Places, alike_of
from twosource.errors import ContradictionError
from twosource.model.alike import Alike
from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.board import (
    NOWHERE,
    Board,
    Bounds,
    Standing,
    Touches,
    linked,
    members,
    ranked,
    standing,
    touches,
)
from twosource.stages.cluster.joining import LOWEST, joining, leading
from twosource.stages.cluster.seating import seated
from twosource.stages.linking import components

Times = Mapping[ArticleId, datetime | None]
"""When each article was published, UTC; None where its page does not say."""

SECONDS_PER_HOUR = 3600.0
STEPS_A_LINK = 50  # that deciding goes through: as it stands, a tenth of a millisecond

# The mean probability at which two stories are one: best on some tens of articles (quality/twins)
# at .22 and less, on 404 (events-giveme5w1h) at .27, on 982 (events-ecbplus) at .12 to .27, in
# streams of 45, 140 and 600 and in a mix of 1,679 at .27 (docs/decisions/027).
REFERENCE_ARTICLES = 400  # in the 72 hours before; so many and more
PER_DOUBLING = 0.06
HIGHEST = 0.27  # and LOWEST at least


def threshold(window: DensityWindow) -> float:
    """Return the mean probability from which on two stories are taken for one.

    It is lower among few articles, where less is alike by chance; from 400 on in 72 hours it rises
    no more. A window without articles says nothing of the density.
    """
    if not window.articles:
        return HIGHEST
    doublings = log2(window.articles / REFERENCE_ARTICLES)
    return min(max(HIGHEST + PER_DOUBLING * doublings, LOWEST), HIGHEST)


def thresholds(articles: Places) -> Numbers:
    """Return the thresholds where the 72 hours before brought so many articles."""
    counts, at = np.unique(articles, return_inverse=True)
    found = [threshold(DensityWindow(articles=count)) for count in counts.tolist()]
    each: Numbers = np.array(found)[at]
    return each


def decide(
    times: Times, links: Sequence[Link], window: DensityWindow, settings: ClusterSettings
) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the articles as stories: a partition, each story sorted by (published, id).

    Average linkage: the two stories whose articles are most alike on average become one, until no
    mean reaches the threshold; a lone report may join by the mean over those it is linked to, two
    in three of the story at least, and one left alone at last by half of it, the bodies weighing
    more, where no other story comes near. Only pairs within the horizon of each other count, a pair
    without link as 0. Of articles that are held to be the same (by a verdict, or one is made from
    the other) eight count, with the best links that any of them has: a story does not come apart
    because its reports are reprinted. Verdicts "same" are followed first, "different" never broken;
    ContradictionError when they cannot all hold. The order of articles and links does not matter.
    """
    names, least = sorted(times), threshold(window)
    place = {article: number for number, article in enumerate(names)}
    held = [link for link in links if link.left in place and link.right in place]
    alike = alike_of(held, names)
    seconds = np.array([at.timestamp() if (at := times[each]) else nan for each in names])
    board = Board(
        links=linked(alike),
        seconds=seconds,
        rank=ranked(seconds),
        least=np.full(len(names), least),
    )
    together = components(times, _ends(alike, least))
    stands = standing(np.full(len(names), NOWHERE))
    seat(
        names,
        board,
        stands,
        touches(
            [[place[article] for article in part] for part in together],
            joining=np.full(len(together), least),
            moments=np.full(len(together), nan),
            least=np.full(len(together), least),
        ),
        replace(settings, most_at_once=len(names)),
    )
    found = members(board.rank, stands.stories).values()
    ordered = sorted(found, key=lambda story: int(board.rank[story[0]]))
    return tuple(tuple(names[place] for place in story) for story in ordered)


def seat(
    names: Sequence[ArticleId], board: Board, stands: Standing, asked: Touches,
    settings: ClusterSettings,
) -> Places:  # fmt: skip
    """Decide one touch after the other, by `seating.seated`; return what changed.

    Raises ContradictionError where verdicts cannot all hold.
    """
    bounds = Bounds(
        settings.horizon_hours * SECONDS_PER_HOUR, settings.most_at_once, settings.most_compared
    )
    steps = STEPS_A_LINK * len(board.links.ones)
    changed, clash = seated.over(steps)(board, stands, asked, bounds)
    if clash != NOWHERE:
        one, other = (names[ends[clash]] for ends in (board.links.ones, board.links.others))
        raise ContradictionError(f"different {one} {other}", "same, by way of other articles")
    return changed


def _ends(alike: Alike, least: float) -> Iterator[tuple[ArticleId, ArticleId]]:
    names, ends = alike.articles, np.concatenate([joining(alike, least), leading(alike)])
    return ((names[one], names[other]) for one, other in ends.tolist())
