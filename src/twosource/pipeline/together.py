"""Find what hangs together with some articles, so that only that much is decided anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from twosource.model.identity import ArticleId
from twosource.model.linked import Link, LinkKind
from twosource.protocols import Store

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
