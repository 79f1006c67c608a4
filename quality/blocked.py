"""Propose the pairs of a whole batch that are worth comparing, as a store does for one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from twosource.model.identity import ArticleId

MOST_HOLDERS = 200  # a key held by more articles is boilerplate or a name of the year


def candidate_pairs(
    keys: Mapping[ArticleId, Sequence[int]], least: int, most_holders: int = MOST_HOLDERS
) -> tuple[tuple[ArticleId, ArticleId], ...]:
    """Return the pairs that share at least `least` keys, each in sorted order, sorted.

    A key that more than `most_holders` articles hold proposes nobody.
    """
    holders = defaultdict[int, list[ArticleId]](list)
    for article in sorted(keys):
        for key in set(keys[article]):
            holders[key].append(article)
    shared = Counter[tuple[ArticleId, ArticleId]]()
    for held_by in holders.values():
        if len(held_by) <= most_holders:
            for pair in combinations(held_by, 2):
                shared[pair] += 1
    return tuple(sorted(pair for pair, count in shared.items() if count >= least))
