"""Who shares what with whom in a store, and is worth being compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from twosource.model.identity import ArticleId

Column = Any  # an array of numpy, which who only reads of stories does without


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Near:
    """Of some articles those that share most keys with each; an article is its place in a list."""

    articles: tuple[ArticleId, ...]  # those that ask, in the order of asking, then all others
    starts: Column  # int64: of each that asks, where those near it begin, with the end of all
    others: Column  # int64: places; those near one come one after the other, most shared first

    def lists(self) -> tuple[tuple[ArticleId, ...], ...]:
        """Return for each article that asks those near it."""
        others = [self.articles[place] for place in self.others.tolist()]
        return tuple(tuple(others[start:end]) for start, end in pairwise(self.starts.tolist()))
