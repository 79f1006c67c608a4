"""Keep what was found between articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.at_hand import LinksAtHand
from twosource.edges.stores.rows import Connection, SqlPart
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, LinkKind

MOST_NUMBERS = 100_000  # of articles in memory, some 15 MB


class Links(SqlPart):
    """Links of two articles."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._links: dict[LinkKind, LinksAtHand] = {}
        self._numbers: dict[ArticleId, int] = {}

    def forget(self) -> None:
        """Let go of the links in memory."""
        super().forget()
        self._links.clear()
        self._numbers.clear()

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links; one of the same kind and pair is replaced, a verdict only by a verdict."""
        fresh = self._number([end for link in links for end in (link.left, link.right)])
        for kind in sorted({link.kind for link in links}):
            held = self._at_hand(kind)
            held.begin(fresh)
            held.take(link for link in links if link.kind == kind)
        rows = (
            (link.kind, *self._ends(link), link.verdict or "", to_bytes(link)) for link in links
        )
        self._db.run_many(
            "INSERT INTO links VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, one, other) DO UPDATE"
            " SET verdict = excluded.verdict, link = excluded.link"
            " WHERE links.verdict = '' OR excluded.verdict <> ''",
            sorted(rows),
        )

    def _ends(self, link: Link) -> tuple[int, int]:
        """Return the numbers of both ends, the higher first."""
        left, right = self._numbers[link.left], self._numbers[link.right]
        return (left, right) if left > right else (right, left)

    def _number(self, articles: Sequence[ArticleId]) -> list[ArticleId]:
        """Give a number to those of the articles that have none, and return them."""
        self._look_up_numbers(articles)
        fresh = [article for article in dict.fromkeys(articles) if article not in self._numbers]
        [(last,)] = self._db.run("SELECT coalesce(max(number), 0) FROM numbers")
        numbers = dict(zip(fresh, range(last + 1, last + 1 + len(fresh)), strict=True))
        self._db.run_many("INSERT INTO numbers (article, number) VALUES (?, ?)", numbers.items())
        self._numbers |= numbers
        return fresh

    def _look_up_numbers(self, articles: Sequence[ArticleId]) -> None:
        missing = [article for article in articles if article not in self._numbers]
        if missing:
            rows = self.rows.of("SELECT article, number FROM numbers WHERE article IN", missing)
            self._numbers |= {ArticleId(article): number for article, number in rows}

    def links_of(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of a kind that have one of these articles at an end, sorted by ends."""
        self._see_others()
        return tuple(self._at_hand(kind).of(articles))

    def links_among(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of a kind between these articles."""
        self._see_others()
        return tuple(self._at_hand(kind).among(articles))

    def _at_hand(self, kind: LinkKind) -> LinksAtHand:
        if kind not in self._links:
            self._links[kind] = LinksAtHand(partial(self._fetched, kind))
        return self._links[kind]

    def _fetched(self, kind: LinkKind, articles: Sequence[ArticleId]) -> list[Link]:
        if len(self._numbers) > MOST_NUMBERS:
            self._numbers.clear()
        self._look_up_numbers(articles)
        known = sorted(self._numbers[each] for each in articles if each in self._numbers)
        found = {
            (one, other): link
            for end, index in (("one", ""), ("other", "INDEXED BY links_by_other"))
            for one, other, link in self._db.run(
                # Joined from the wanted ends: SQLite else reads all links of the kind.
                "SELECT one, other, link FROM json_each(?) AS wanted"
                f" CROSS JOIN links {index} ON links.kind = ? AND links.{end} = wanted.value",
                (json.dumps(known), kind),
            )
        }
        return [from_bytes(link, Link) for link in found.values()]

    def verdicts(self, kind: LinkKind) -> tuple[Link, ...]:
        """Return the links of a kind that a person has judged, sorted by ends."""
        judged = self.rows.values(
            "SELECT link FROM links WHERE kind = ? AND verdict <> ''", Link, (kind,)
        )
        return tuple(sorted(judged, key=lambda link: (link.left, link.right)))
