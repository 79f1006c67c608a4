"""Find what hangs together with some articles, so that only that much is decided anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log2

from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link, LinkKind
from twosource.protocols import Store
from twosource.stages import cluster

DENSITY_HOURS = 72  # the window that says how dense the stream is
ONE_EVENT = 0.5  # story score: more likely than not

Pair = tuple[ArticleId, ArticleId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Articles that what is known of some of them concerns, and the links that were followed."""

    articles: tuple[ArticleId, ...]  # sorted
    links: tuple[Link, ...]  # sorted by ends, each with both ends among the articles


def around_stories(touched: Iterable[ArticleId], store: Store) -> Together:
    """Return all articles whose stories the touched ones may change, with their story links.

    Followed are links that can make one story of two, copies, and the stories as they stand.
    """

    def ends(frontier: tuple[ArticleId, ...], links: tuple[Link, ...]) -> set[ArticleId]:
        found = {end for link in links if cluster.may_join(link) for end in (link.left, link.right)}
        found |= {end for pair in copies(frontier, store) for end in pair}
        return found | {end for story in store.stories_of(frontier) for end in story.articles}

    return _walk(touched, ("story",), store, ends)


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


def copies(articles: Iterable[ArticleId], store: Store) -> tuple[Pair, ...]:
    """Return the pairs of copy and original among the lineages of these articles, sorted."""
    return tuple(
        sorted(
            (min(d.copy, d.original), max(d.copy, d.original))
            for family in store.lineages_of(tuple(articles))
            for d in family.derivations
            if d.original is not None
        )
    )


def density(times: Mapping[ArticleId, datetime | None], store: Store) -> DensityWindow:
    """Return how many articles the 72 hours before the newest of these brought.

    Where none has a date, every undated article stands beside every other: their number counts,
    rounded, so that it seldom changes.
    """
    newest = max((moment for moment in times.values() if moment), default=None)
    if newest is None:
        return DensityWindow(articles=rounded(store.count_undated()))
    return DensityWindow(
        until=newest,
        articles=store.count_published(newest - timedelta(hours=DENSITY_HOURS), newest),
    )


def rounded(count: int) -> int:
    """Return the power of two that is nearest to a count, 0 for none."""
    return 2 ** round(log2(count)) if count else 0


def undated_to_decide_again(new: Sequence[ArticleId], store: Store) -> tuple[ArticleId, ...]:
    """Return the undated articles that stood already, if these new ones change their density.

    Without it an undated log would give other stories when it is cut into batches.
    """
    count = store.count_undated()
    if rounded(count) == rounded(max(count - len(new), 0)):
        return ()
    fresh = frozenset(new)
    # The undated come first.
    stood = tuple(each for each in store.article_ids()[:count] if each not in fresh)
    return stood if rounded(count) != rounded(len(stood)) else ()
