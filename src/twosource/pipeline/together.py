"""Find what hangs together with some articles, so that only that much is decided anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.model.alike import DIFFERENT, SAME, Alike
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.protocols import Store

ONE_EVENT = 0.5  # story score: more likely than not

Ends = set[tuple[ArticleId, ArticleId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Articles that what is known of some of them concerns, and the links that were followed."""

    articles: tuple[ArticleId, ...]  # sorted
    links: tuple[Link, ...]  # of copies, sorted by ends, each with both ends among the articles
    ends: Ends  # of whom both may go back to one report


def around_lineages(touched: Iterable[ArticleId], store: Store) -> Together:
    """Return all articles whose lineages the touched ones may change, with all their links.

    Followed are lineage links, lineages as they stand, and sure story links: reports of one event
    may have one origin that nobody holds. What was judged of an article that is gone is left aside.
    """
    members, frontier = set[ArticleId](), set(touched)
    links, ends = dict[tuple[ArticleId, ArticleId], Link](), Ends()
    while frontier:
        members |= frontier
        here = sorted(frontier)
        copies = store.links_of("lineage", here)
        links |= {(link.left, link.right): link for link in copies}
        found = _of_one_event(store.alike(here))
        found |= {(e.left, e.right) for e in copies if e.verdict != "independent"}
        ends |= found
        families = (each.members for each in store.lineages_of(here))
        beyond = {end for pair in found for end in pair}.union(*families) - members
        frontier = set(store.times(tuple(beyond)))
    return Together(
        articles=tuple(sorted(members)),
        links=tuple(links[each] for each in sorted(links) if members.issuperset(each)),
        ends={pair for pair in ends if members.issuperset(pair)},
    )


def _of_one_event(alike: Alike) -> Ends:
    """Return who goes back to one report with whom, if both name the same origin."""
    sure = (alike.says == SAME) | ((alike.says != DIFFERENT) & (alike.scores >= ONE_EVENT))
    rows = zip(alike.ones[sure].tolist(), alike.others[sure].tolist(), strict=True)
    return {(alike.articles[one], alike.articles[other]) for one, other in rows}
