"""Keep at hand what was read of the last articles, so that none is read twice in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId

F = TypeVar("F")

READ_TOGETHER = 64  # articles: what is read of them stands in the nearest memory at once


class Prints(Generic[F]):
    """What one linker reads of articles; holds the last ones, the latest at the end."""

    def __init__(self, read: Callable[[Sequence[Annotated]], Sequence[F]], most: int) -> None:
        self._read, self._most = read, most
        self._held: dict[ArticleId, F] = {}

    def take(self, articles: Sequence[Annotated]) -> None:
        """Read those of the articles that are not held, and hold them."""
        fresh = [each for each in articles if each.article.id not in self._held]
        for start in range(0, len(fresh), READ_TOGETHER):
            some = fresh[start : start + READ_TOGETHER]
            ids = [each.article.id for each in some]
            self._held |= zip(ids, self._read(some), strict=True)

    def of(self, annotated: Annotated) -> F:
        """Return what is read of an article, and hold it."""
        self.take([annotated])
        return self._held[annotated.article.id]

    def __contains__(self, article: ArticleId) -> bool:
        return article in self._held

    def held(self, articles: Iterable[ArticleId]) -> dict[ArticleId, F]:
        """Return what was read of articles that are held, each once; they count as the latest."""
        found = {article: self._held.pop(article) for article in dict.fromkeys(articles)}
        self._held |= found
        return found

    def let_go(self) -> None:
        """Let go of the oldest, as many as are too many."""
        for article in list(self._held)[: max(0, len(self._held) - self._most)]:
            del self._held[article]

    def forget(self) -> None:
        """Let go of all: the articles may read otherwise by now."""
        self._held.clear()
