"""Keep at hand what was read of the last articles, so that none is read twice in a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId

F = TypeVar("F")


class Prints(Generic[F]):
    """What one linker reads of articles; holds the last ones, the latest at the end."""

    def __init__(self, read: Callable[[Annotated], F], most: int) -> None:
        self._read, self._most = read, most
        self._held: dict[ArticleId, F] = {}

    def of(self, annotated: Annotated) -> F:
        """Return what is read of an article, and hold it."""
        article = annotated.article.id
        if article not in self._held:
            self._held[article] = self._read(annotated)
        return self._held[article]

    def __contains__(self, article: ArticleId) -> bool:
        return article in self._held

    def __getitem__(self, article: ArticleId) -> F:
        """Return what was read of an article that is held, as one of the latest again."""
        found = self._held.pop(article)
        self._held[article] = found
        return found

    def let_go(self) -> None:
        """Let go of the oldest, as many as are too many."""
        for article in list(self._held)[: max(0, len(self._held) - self._most)]:
            del self._held[article]

    def forget(self) -> None:
        """Let go of all: the articles may read otherwise by now."""
        self._held.clear()
