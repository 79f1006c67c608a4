"""Take shared press releases out of the reckoning: who quotes one at length has copied nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import prod, sqrt

from twosource.model.acquired import Article
from twosource.model.identity import ArticleId, Span
from twosource.model.linked import Link, Passage
from twosource.outlets import Outlets

LEAST_REPRINT = 0.6  # share of an article that is the release: above it the article is a reprint
LEAST_BESIDES = 0.25  # share of the smaller article that two have in common besides the release


def without_releases(
    held: Mapping[ArticleId, Article], links: Sequence[Link], outlets: Outlets
) -> tuple[Link, ...]:
    """Return the links that still hold when shared press releases are left out.

    An article that is mostly the release stays linked to it; one that uses it beside its own
    gathering does not. Two articles that share a release and little else are parted. Links that a
    person has judged stay as they are.
    """
    releases = {each.id for each in held.values() if is_release(each, outlets)}
    from_release: dict[ArticleId, list[Span]] = defaultdict(list)
    for link in links:
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if other in releases and one not in releases:
                from_release[one] += spans_in(link, one)
    kept = []
    for link in links:
        if link.verdict or not {link.left, link.right} & (releases | from_release.keys()):
            kept.append(link)
        elif {link.left, link.right} & releases:
            user = link.right if link.left in releases else link.left
            if share(held[user], from_release[user]) >= LEAST_REPRINT or user in releases:
                kept.append(link)
        else:
            besides = [
                passage
                for passage in link.passages
                if not _held_by(passage.left, from_release[link.left])
                and not _held_by(passage.right, from_release[link.right])
            ]
            bare = replace(link, passages=tuple(besides))
            if max(alike(held[end], bare) for end in (bare.left, bare.right)) >= LEAST_BESIDES:
                kept.append(bare)
    return tuple(kept)


def is_release(article: Article, outlets: Outlets) -> bool:
    """Return whether an article is a press release, by its page or by who publishes it."""
    row = outlets.by_id(article.outlet)
    return article.genre.name == "press release" or (
        row is not None and row.kind == "press_release"
    )


def alike(article: Article, link: Link) -> float:
    """Return the share of an article's text that stands in the other, each stretch counted once.

    What two sentences share is as long on either side: of a long one that holds a short one, no
    more is alike than the short one tells.
    """
    taken: dict[Span, float] = defaultdict(float)
    for passage in link.passages:
        here = passage.left if link.left == article.id else passage.right
        both = len(passage.left), len(passage.right)
        much = min(*both, passage.overlap * sqrt(prod(both)))
        taken[here] = max(taken[here], much)
    return min(1.0, sum(taken.values()) / (len(article.headline) + len(article.text)))


def share(article: Article, spans: Sequence[Span]) -> float:
    """Return the share of an article's text that these stretches cover, each counted once."""
    return min(1.0, sum(len(span) for span in set(spans)) / len(article.text))


def spans_in(link: Link, article: ArticleId) -> list[Span]:
    """Return the stretches of an article that a link's passages name."""
    return [p.left if link.left == article else p.right for p in link.passages]


def _held_by(span: Span, spans: Sequence[Span]) -> bool:
    return any(each.touches(span) for each in spans)


def seen_from(article: ArticleId, link: Link) -> tuple[Passage, ...]:
    """Return a link's passages with the stretches of one of its articles as the left ones."""
    if link.left == article:
        return link.passages
    return tuple(Passage(left=p.right, right=p.left, overlap=p.overlap) for p in link.passages)
