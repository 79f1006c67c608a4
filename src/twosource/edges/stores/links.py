"""Keep what was found between articles, and what persons have judged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache, partial
from operator import attrgetter
from typing import Protocol

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.numbers import Numbers
from twosource.edges.stores.rows import Connection, SqlPart
from twosource.model.alike import Alike
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, LinkKind

MOST_READ = 4000  # links of copies in memory, some 30 MB; a story of 200 articles has 1,300


class AlikeKept(Protocol):
    """Links between reports of one event, in columns (`alike.AlikeRows`)."""

    def add(self, alike: Alike) -> None:
        """Keep links; one of the same pair is replaced."""

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links of values; of those that are judged nothing but a copy in memory."""

    def drop(self, pairs: Sequence[tuple[ArticleId, ArticleId]]) -> None:
        """Drop the links of some pairs, sorted ends; those that are judged stay."""

    def of(self, articles: Sequence[ArticleId]) -> Alike:
        """Return what `Store.alike` wants."""

    def among(self, articles: Sequence[ArticleId]) -> Alike:
        """Return what `Store.alike_among` wants."""


class Links(SqlPart):
    """Links of two articles: those of one event in columns, all others and verdicts as values."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._numbers = Numbers(connection)

    @cached_property
    def _alike(self) -> AlikeKept:
        # Imported here: it brings numpy, and who only reads in a store needs none of it.
        from twosource.edges.stores.alike import AlikeRows

        return AlikeRows(self._db, self._numbers, partial(self._values, "story"))

    def forget(self) -> None:
        """Let go of the links in memory."""
        super().forget()
        self._numbers.forget()
        self.__dict__.pop("_alike", None)

    def add_alike(self, alike: Alike) -> None:
        """Keep links between reports of one event; one of the same pair is replaced."""
        self._see_others()
        self._alike.add(alike)

    def drop_alike(self, pairs: Sequence[tuple[ArticleId, ArticleId]]) -> None:
        """Drop the links between reports of one event of some pairs, sorted ends; verdicts stay."""
        self._see_others()
        self._alike.drop(pairs)

    def alike(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the story links that have one of these articles at an end; these stand first."""
        self._see_others()
        return self._alike.of(articles)

    def alike_among(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the story links between these articles, which keep their places."""
        self._see_others()
        return self._alike.among(articles)

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links; one of the same kind and pair is replaced, a verdict only by a verdict."""
        self._alike.add_links([link for link in links if link.kind == "story"])
        kept = [link for link in links if link.kind != "story" or link.verdict]
        self._numbers.give([end for link in kept for end in (link.left, link.right)])
        self._db.run_many(
            "INSERT INTO links VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, one, other) DO UPDATE"
            " SET verdict = excluded.verdict, link = excluded.link"
            " WHERE links.verdict = '' OR excluded.verdict <> ''",
            sorted(self._row(link) for link in kept),
        )

    def _row(self, link: Link) -> tuple[str, int, int, str, bytes]:
        """Return the row of a link, under the numbers of both ends, the higher first."""
        low, high = sorted(self._numbers.of((link.left, link.right)))
        return (link.kind, high, low, link.verdict or "", to_bytes(link))

    def links_of(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of a kind that have one of these articles at an end, sorted by ends."""
        self._see_others()
        found = self._values(kind, articles)
        if kind != "story":
            return found
        judged = {(link.left, link.right): link for link in found}
        every = self.alike(articles).links()
        return tuple(judged.get((link.left, link.right), link) for link in every)

    def _values(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of articles that are kept as values."""
        found = {
            (one, other): link
            for end, index in (("one", ""), ("other", "INDEXED BY links_by_other"))
            for one, other, link in self._db.run(
                # Joined from the wanted ends: SQLite else reads all links of the kind.
                "SELECT one, other, link FROM json_each(?) AS wanted"
                f" CROSS JOIN links {index} ON links.kind = ? AND links.{end} = wanted.value",
                (json.dumps(self._numbers.known(articles)), kind),
            )
        }
        return _sorted(map(_link, found.values()))

    def drop_verdicts(self, verdicts: Sequence[Link]) -> None:
        """Forget what a person has judged; what was found of the same articles is not kept."""
        self._db.run_many(
            "DELETE FROM links WHERE kind = ? AND one = ? AND other = ?",
            [self._row(each)[:3] for each in verdicts],
        )
        self.__dict__.pop("_alike", None)  # which holds verdicts in memory

    def verdicts(self, kind: LinkKind) -> tuple[Link, ...]:
        """Return the links of a kind that a person has judged, sorted by ends."""
        return _sorted(
            self.rows.values(
                "SELECT link FROM links WHERE kind = ? AND verdict <> ''", Link, (kind,)
            )
        )


@lru_cache(maxsize=MOST_READ)
def _link(data: bytes) -> Link:
    """Return the link that these bytes are; those of a story that grows are read again and again.

    It is the same value as before, so that what was read of it can be kept.
    """
    return from_bytes(data, Link)


def _sorted(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=attrgetter("left", "right")))
