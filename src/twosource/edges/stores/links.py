"""Keep under which keys articles are found, and what was found between them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from twosource.canonical import to_bytes
from twosource.edges.stores.rows import SqlPart, iso
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, LinkKind


class Links(SqlPart):
    """Block keys and links."""

    def add_keys(self, kind: LinkKind, article: ArticleId, keys: Sequence[int]) -> None:
        """Keep the block keys of an article; keys are signed 64-bit."""
        self._db.run_many(
            "INSERT INTO keys VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            ((kind, key, article) for key in sorted(set(keys))),
        )

    def neighbours(
        self,
        kind: LinkKind,
        article: ArticleId,
        keys: Sequence[int],
        least: int,
        most: int,
        between: tuple[datetime, datetime] | None = None,
    ) -> tuple[tuple[ArticleId, int], ...]:
        """Return the articles that share at least `least` keys, most shared first."""
        first, last = (iso(between[0]), iso(between[1])) if between else ("", "9999")
        rows = self._db.run(
            # Counted before it is joined: SQLite else walks the articles first, ten times slower.
            "SELECT found.article, found.shared FROM (SELECT article, count(*) AS shared"
            " FROM keys WHERE kind = ? AND key IN (SELECT value FROM json_each(?))"
            " AND article <> ? GROUP BY article HAVING count(*) >= ?) AS found"
            " CROSS JOIN articles ON articles.id = found.article"
            " WHERE articles.published = '' OR articles.published BETWEEN ? AND ?"
            " ORDER BY found.shared DESC, articles.published, found.article LIMIT ?",
            (kind, json.dumps(sorted(set(keys))), article, least, first, last, most),
        )
        return tuple((ArticleId(row[0]), row[1]) for row in rows)

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links; one of the same kind and pair is replaced, a verdict only by a verdict."""
        self._db.run_many(
            "INSERT INTO links VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, one, other) DO UPDATE"
            " SET verdict = excluded.verdict, link = excluded.link"
            " WHERE links.verdict = '' OR excluded.verdict <> ''",
            (
                (link.kind, link.left, link.right, link.verdict or "", to_bytes(link))
                for link in links
            ),
        )

    def links_of(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of a kind that have one of these articles at an end, sorted by ends."""
        wanted = json.dumps(sorted(set(articles)))
        return self.rows.values(
            "SELECT DISTINCT link FROM (SELECT one, other, link FROM links WHERE kind = ?"
            " AND one IN (SELECT value FROM json_each(?))"
            " UNION ALL SELECT one, other, link FROM links WHERE kind = ?"
            " AND other IN (SELECT value FROM json_each(?))) AS found ORDER BY one, other",
            Link,
            (kind, wanted, kind, wanted),
        )

    def verdicts(self, kind: LinkKind) -> tuple[Link, ...]:
        """Return the links of a kind that a person has judged, sorted by ends."""
        return self.rows.values(
            "SELECT link FROM links WHERE kind = ? AND verdict <> '' ORDER BY one, other",
            Link,
            (kind,),
        )
