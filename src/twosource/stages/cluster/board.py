"""Lay out as numbers the articles and links that stories are decided by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from twosource.alike import Numbers, Places, Points, Says
from twosource.columns import picked
from twosource.model.alike import MADE, Alike
from twosource.stages.cluster.joining import nearness
from twosource.stages.cluster.told import Figures, figures_given

NOWHERE = -1
MILLION = 1_000_000  # a score has six decimals


class Links(NamedTuple):
    """Links between articles that are known by their places, the highest score first."""

    ones: Places
    others: Places
    scores: Numbers
    near: Numbers  # what stands for them where an article is left alone
    says: Says
    figures: Figures  # that both ends of each link give
    points: Points  # how far the one points to the other, and that one back, in tenths
    starts: Places  # of each article, where its links begin in the next column
    by_end: Places


class Board(NamedTuple):
    """All that stories are decided by; an article is its place in a list sorted by id."""

    links: Links
    seconds: Numbers  # when each was published, since 1970; nan where its page does not say
    rank: Places  # of each by (published, id)
    least: Numbers  # the mean from which on two stories are one, where it is the newest of both


class Standing(NamedTuple):
    """Which articles stand in which story; changed by whoever decides.

    A new story's number is the place of the article that founded it, if no other story has that;
    those of before have numbers beyond all places.
    """

    stories: Places  # of each article; -1 for none
    first: Places  # of each story one of its articles; -1 where it has none
    following: Places  # of each article the next one of its story; -1 behind the last


class Touches(NamedTuple):
    """What is to be decided, one after the other: articles with all stories they may join."""

    starts: Places  # of each touch, where its articles begin in the next column
    articles: Places
    joining: Numbers  # of each touch, the score from which on a link leads to a story
    moments: Numbers  # seconds since 1970: what lies far from it stays; nan where all is near
    least: Numbers  # the mean from which on two stories are one, where no article has a date


class Bounds(NamedTuple):
    """How far deciding looks."""

    horizon: float  # seconds; pairs further apart do not count, what lies further stays
    most_at_once: int  # where more articles are near, all stay where they are
    most_compared: int  # how many earlier articles each was set beside


def linked(alike: Alike) -> Links:
    """Return the links of articles that are sorted by id, the highest score first.

    By their scores, to six decimals, and of one score by their ends, so that sums do not depend on
    the order in which links were found.
    """
    ones, others = np.minimum(alike.ones, alike.others), np.maximum(alike.ones, alike.others)
    unlike = np.rint(MILLION * (1 - np.where(alike.says >= MADE, 1.0, alike.scores)))
    order = _in_order(unlike.astype(np.int64), _in_order(ones, others).argsort())
    at, figures = picked(alike.starts, order)
    ends = np.concatenate([ones[order], others[order]])
    by_end = _in_order(ends, np.arange(len(ends)))
    return Links(
        ones=ones[order],
        others=others[order],
        scores=alike.scores[order],
        near=nearness(alike.scores[order], alike.bodies[order]),
        says=np.minimum(alike.says, np.int8(MADE))[order],
        figures=figures_given(alike.figures, figures, alike.given[at]),
        points=alike.points[order],
        starts=np.searchsorted(ends[by_end], np.arange(len(alike.articles) + 1)),
        by_end=by_end % max(len(alike), 1),
    )


def _in_order(first: Places, second: Places) -> Places:
    """Return the order of rows by two whole numbers, as one: a fifth of the time of two."""
    order: Places = np.argsort(first * (1 + second.max(initial=0)) + second)
    return order


def standing(stories: Places, beyond: int = 0) -> Standing:
    """Return how articles stand, by their stories' numbers; so many may lie beyond all places."""
    first = np.full(len(stories) + beyond, NOWHERE)
    following = np.full(len(stories), NOWHERE)
    for place in range(len(stories) - 1, -1, -1):
        story = stories[place]
        if story != NOWHERE:
            first[story], following[place] = place, first[story]
    return Standing(stories=stories, first=first, following=following)


def ranked(seconds: Numbers) -> Places:
    """Return the rank of each article by (published, id), undated first."""
    rank = np.empty(len(seconds), dtype=np.int64)
    rank[np.argsort(np.nan_to_num(seconds, nan=-np.inf), kind="stable")] = np.arange(len(seconds))
    return rank


def touches(
    articles: Sequence[Sequence[int]], *, joining: Numbers, moments: Numbers, least: Numbers
) -> Touches:
    """Return what is to be decided one after the other."""
    return Touches(
        starts=np.cumsum([0, *map(len, articles)]),
        articles=np.array([place for each in articles for place in each], dtype=np.int64),
        joining=joining,
        moments=moments,
        least=least,
    )


def members(rank: Places, stories: Places) -> dict[int, list[int]]:
    """Return the articles of each story by (published, id)."""
    places = np.flatnonzero(stories != NOWHERE)
    places = places[np.lexsort((rank[places], stories[places]))]
    own = stories[places]
    begins = np.flatnonzero(np.diff(own, prepend=NOWHERE))
    ends, held = [*begins[1:].tolist(), len(places)], places.tolist()
    return {
        story: held[begin:end]
        for story, begin, end in zip(own[begins].tolist(), begins.tolist(), ends, strict=True)
    }
