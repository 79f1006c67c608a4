"""Give articles the short numbers that links know them by."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.edges.stores.rows import Connection, Rows
from twosource.model.identity import ArticleId

MOST_NUMBERS = 100_000  # of articles in memory, some 15 MB


class Numbers:
    """Numbers of articles, given in the order in which they are linked.

    So what is new stands together at the end of the tables, whatever the ids.
    """

    def __init__(self, connection: Connection) -> None:
        self._db, self._rows = connection, Rows(connection)
        self._held: dict[ArticleId, int] = {}

    def forget(self) -> None:
        """Let go of the numbers in memory."""
        self._held.clear()

    def give(self, articles: Sequence[ArticleId]) -> list[ArticleId]:
        """Give a number to those of the articles that have none, and return them."""
        self._look_up(articles)
        fresh = [article for article in dict.fromkeys(articles) if article not in self._held]
        [(last,)] = self._db.run("SELECT coalesce(max(number), 0) FROM numbers")
        numbers = dict(zip(fresh, range(last + 1, last + 1 + len(fresh)), strict=True))
        self._db.run_many("INSERT INTO numbers (article, number) VALUES (?, ?)", numbers.items())
        self._held |= numbers
        return fresh

    def of(self, articles: Sequence[ArticleId]) -> list[int]:
        """Return the numbers of articles that were given theirs."""
        self._look_up(articles)
        return [self._held[article] for article in articles]

    def known(self, articles: Sequence[ArticleId]) -> list[int]:
        """Return the numbers of those of the articles that have one."""
        self._look_up(articles)
        return [number for each in articles if (number := self._held.get(each))]

    def _look_up(self, articles: Sequence[ArticleId]) -> None:
        if len(self._held) > MOST_NUMBERS:
            self._held.clear()
        missing = [article for article in articles if article not in self._held]
        if missing:
            rows = self._rows.of("SELECT article, number FROM numbers WHERE article IN", missing)
            self._held |= {ArticleId(article): number for article, number in rows}

    def articles(self, numbers: Sequence[int]) -> list[ArticleId]:
        """Return the articles of numbers that were given, in their order."""
        rows = self._rows.of("SELECT number, article FROM numbers WHERE number IN", numbers)
        named = {number: ArticleId(article) for number, article in rows}
        return [named[number] for number in numbers]
