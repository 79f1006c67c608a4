"""Hold in memory the links of the articles that a store was lately asked for, in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat

import numpy as np

from twosource.alike import Places, Says
from twosource.columns import Column, Lists, occurring, picked
from twosource.compiled import compiled
from twosource.model.alike import DIFFERENT, MADE, UNSAID, Alike
from twosource.model.identity import ArticleId

MOST_ARTICLES = 30_000  # whose links are held: some 30 MB; three days of three thousand feeds' news

NOWHERE = -1  # the place of an article that is not known
LAST, NOT_HELD = -1, -2  # of what follows in a chain: nothing, or the chain is not here

Fetch = Callable[[Sequence[ArticleId]], Iterable[Alike]]
"""Returns the links that some articles are an end of; of a pair told twice the last counts."""


class AlikeAtHand:
    """All story links of the articles that were asked for lately.

    Each article has a chain of the links that it is an end of, if its links are held. Nothing but a
    copy of what the store holds: when there is too much of it, it is dropped, and what is asked for
    is fetched anew.
    """

    def __init__(self, fetch: Fetch, most: int = MOST_ARTICLES) -> None:
        """Hold the links of some so many articles, or of as many as are asked for at once."""
        self._fetch, self._most = fetch, most
        self._begin()

    def _begin(self) -> None:
        self._place: dict[ArticleId, int] = {}
        self._articles: list[ArticleId] = []
        self._figure: dict[str, int] = {}
        self._figures: list[str] = []
        self._first = Column(np.int64)  # of each article the end of a link with which it begins
        self._following = Column(np.int64)  # of each end of a link the next of its article
        self._ones, self._others = Column(np.int64), Column(np.int64)
        self._scores, self._bodies = Column(np.float64), Column(np.float64)
        self._points = Column(np.uint8, (2,))
        self._says = Column(np.int8)
        self._given = Lists(np.int64)

    def of(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the links that have one of these articles at an end, each once.

        The articles stand in front of those at the other ends.
        """
        return self._found(articles, False)

    def among(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the links between these articles, each once; nobody else is named."""
        return self._found(articles, True)

    def _found(self, articles: Sequence[ArticleId], only_among: bool) -> Alike:
        wanted = self._looked_up(articles)
        first, following = self._first.all(), self._following.all()
        ones, others = self._ones.all(), self._others.all()
        find = chained.over(len(wanted) * (1 + len(following) // max(len(first), 1)))
        rows = find(first, following, ones, others, wanted, only_among)
        ends, _ = occurring(np.concatenate([ones[rows], others[rows]]), len(first))
        beyond = ends[np.isin(ends, wanted, invert=True)]
        local = np.full(len(first), NOT_HELD)
        local[np.concatenate([wanted, beyond])] = np.arange(len(wanted) + len(beyond))
        given, starts = self._given.all()
        at, starts = picked(starts, rows)
        figures, given = occurring(given[at], len(self._figures))
        return Alike(
            articles=(*articles, *map(self._articles.__getitem__, beyond.tolist())),
            ones=local[ones[rows]],
            others=local[others[rows]],
            scores=self._scores.all()[rows],
            bodies=self._bodies.all()[rows],
            points=self._points.all()[rows],
            says=self._says.all()[rows],
            figures=tuple(map(self._figures.__getitem__, figures.tolist())),
            starts=starts,
            given=given,
        )

    def _looked_up(self, wanted: Sequence[ArticleId]) -> Places:
        """Return where articles stand, with their links; those that are not held are fetched."""
        places = self._places(wanted)
        missing = self._first.all()[places] == NOT_HELD
        if not missing.any():
            return places
        if len(self._place) > self._most:
            self._begin()
            places, missing = self._places(wanted), np.ones(len(wanted), dtype=np.bool_)
        fresh = [wanted[at] for at in np.flatnonzero(missing).tolist()]
        found = list(self._fetch(fresh))
        self.begin(fresh)
        for each in found:
            self.take(each)
        return places

    def begin(self, fresh: Sequence[ArticleId]) -> None:
        """Hold articles of which no link is known yet."""
        places = self._places(fresh)
        self._first.all()[places] = LAST

    def _places(self, articles: Sequence[ArticleId]) -> Places:
        """Return where articles stand; who does not is put at the end, his links not held."""
        places = self._known(articles)
        if NOWHERE not in places:
            return places
        new = list(dict.fromkeys(articles[at] for at in np.flatnonzero(places == NOWHERE).tolist()))
        begin = len(self._articles)
        self._place |= dict(zip(new, range(begin, begin + len(new)), strict=True))
        self._articles += new
        self._first.extend(np.full(len(new), NOT_HELD))
        return self._known(articles)

    def _known(self, articles: Sequence[ArticleId]) -> Places:
        places = map(self._place.get, articles, repeat(NOWHERE))
        return np.fromiter(places, dtype=np.int64, count=len(articles))

    def take(self, alike: Alike) -> None:
        """Hold links at those of their ends that are held; a verdict gives way to one only."""
        places, begin = self._places(alike.articles), len(self._ones)
        for figure in alike.figures:
            if self._figure.setdefault(figure, len(self._figures)) == len(self._figures):
                self._figures.append(figure)
        figures = np.array([self._figure[each] for each in alike.figures], dtype=np.int64)
        self._ones.extend(places[alike.ones])
        self._others.extend(places[alike.others])
        self._scores.extend(alike.scores)
        self._bodies.extend(alike.bodies)
        self._points.extend(alike.points)
        self._says.extend(alike.says)
        self._given.extend(figures[alike.given], np.diff(alike.starts))
        self._following.extend(np.full(2 * len(alike), LAST))
        chain.over(4 * len(alike))(
            self._first.all(),
            self._following.all(),
            self._ones.all(),
            self._others.all(),
            self._says.all(),
            begin,
        )


@compiled
def chain(
    first: Places, following: Places, ones: Places, others: Places, says: Says, begin: int
) -> None:
    """Put the ends of new links into the chains of their articles, in place of the pair's earlier.

    The ends of link n are 2n and 2n + 1.
    """
    for link in range(begin, len(ones)):
        for side in range(2):
            own = others[link] if side else ones[link]
            other = ones[link] + others[link] - own
            before, end = LAST, first[own]
            while end >= 0 and ones[end // 2] + others[end // 2] - own != other:
                before, end = end, following[end]
            if first[own] == NOT_HELD:
                continue
            if end >= 0:
                judged = says[end // 2] == DIFFERENT or UNSAID < says[end // 2] < MADE
                if judged and not (says[link] == DIFFERENT or UNSAID < says[link] < MADE):
                    continue
                if before == LAST:
                    first[own] = following[end]
                else:
                    following[before] = following[end]
            following[2 * link + side] = first[own]
            first[own] = 2 * link + side


@compiled
def chained(
    first: Places,
    following: Places,
    ones: Places,
    others: Places,
    wanted: Places,
    only_among: bool,
) -> Places:
    """Return the links of the wanted articles, or only those between them, each once."""
    marked = np.zeros(len(first), np.bool_)
    most = 0
    for article in wanted:
        marked[article] = True
        end = first[article]
        while end >= 0:
            most += 1
            end = following[end]
    found, count = np.empty(most, np.int64), 0
    for article in wanted:
        end = first[article]
        while end >= 0:
            other = ones[end // 2] + others[end // 2] - article
            if article < other if marked[other] else not only_among:
                found[count] = end // 2
                count += 1
            end = following[end]
    return found[:count]
