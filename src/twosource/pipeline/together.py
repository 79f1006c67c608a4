"""Find what hangs together with some articles, so that only that much is decided anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import isnan, nan

from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link, LinkKind
from twosource.protocols import Store

DENSITY_HOURS = 72  # the window that says how dense the stream is
ONE_EVENT = 0.5  # story score: more likely than not


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Articles that what is known of some of them concerns, and the links that were followed."""

    articles: tuple[ArticleId, ...]  # sorted
    links: tuple[Link, ...]  # sorted by ends, each with both ends among the articles


def around_lineages(touched: Iterable[ArticleId], store: Store) -> Together:
    """Return all articles whose lineages the touched ones may change, with all their links.

    Followed are lineage links, lineages as they stand, and sure story links: reports of one event
    may have one origin that nobody holds.
    """

    def ends(frontier: tuple[ArticleId, ...], links: tuple[Link, ...]) -> set[ArticleId]:
        found = {end for link in links if one_origin(link) for end in (link.left, link.right)}
        return found | {end for each in store.lineages_of(frontier) for end in each.members}

    return _walk(touched, ("lineage", "story"), store, ends)


def one_origin(link: Link) -> bool:
    """Return whether two articles so linked go back to one report if both name the same origin."""
    if link.kind == "lineage":
        return link.verdict != "independent"
    return link.verdict == "same" or (link.verdict is None and link.score >= ONE_EVENT)


def _walk(
    touched: Iterable[ArticleId],
    kinds: tuple[LinkKind, ...],
    store: Store,
    ends: Callable[[tuple[ArticleId, ...], tuple[Link, ...]], set[ArticleId]],
) -> Together:
    members: set[ArticleId] = set()
    links: dict[tuple[LinkKind, ArticleId, ArticleId], Link] = {}
    frontier = set(touched)
    while frontier:
        members |= frontier
        here = tuple(sorted(frontier))
        found = tuple(link for kind in kinds for link in store.links_of(kind, here))
        links |= {(link.kind, link.left, link.right): link for link in found}
        frontier = ends(here, found) - members
    inside = (links[each] for each in sorted(links))
    return Together(
        articles=tuple(sorted(members)),
        links=tuple(link for link in inside if link.left in members and link.right in members),
    )


class Density:
    """Says how dense the stream is at one time after the other."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._first = self._last = nan  # the stretch that was looked at
        self._count = 0  # of the 72 hours before it

    def look_at(self, moments: Sequence[datetime]) -> None:
        """Ask the store at once for what the density between some times, if any, is read from."""
        if not moments:
            return
        first, last = min(moments), max(moments)
        length = timedelta(hours=DENSITY_HOURS)
        self._first, self._last = first.timestamp(), last.timestamp()
        self._count = self._store.count_published(first - length, first)
        self._came = [at.timestamp() for at in self._store.published(first, last)]
        gone = self._store.published(first - length, last - length)
        self._gone = [(at + length).timestamp() for at in gone]

    def around(self, newest: float, undated: int) -> DensityWindow:
        """Return how many articles the 72 hours up to a time, in seconds since 1970, brought.

        Where it is nan, no article that is asked for has a date and every undated one stands beside
        every other: so many count.
        """
        if isnan(newest):
            return DensityWindow(articles=undated)
        until = datetime.fromtimestamp(newest, UTC)
        if not self._first <= newest <= self._last:
            self.look_at([until])
        came, gone = bisect_right(self._came, newest), bisect_right(self._gone, newest)
        return DensityWindow(until=until, articles=self._count + came - gone)
