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


class Links(SqlPart):
    """Links of two articles."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._links: dict[LinkKind, LinksAtHand] = {}

    def forget(self) -> None:
        """Let go of the links in memory."""
        super().forget()
        self._links.clear()

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links; one of the same kind and pair is replaced, a verdict only by a verdict."""
        for kind in sorted({link.kind for link in links}):
            fresh = [link for link in links if link.kind == kind]
            held = self._at_hand(kind)
            held.look_up({end: None for link in fresh for end in (link.left, link.right)})
            held.take(fresh)
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
        wanted = json.dumps(sorted(articles))
        found = {
            (one, other): link
            for end, index in (("one", ""), ("other", "INDEXED BY links_by_other"))
            for one, other, link in self._db.run(
                # Joined from the wanted ends: SQLite else reads all links of the kind.
                "SELECT one, other, link FROM json_each(?) AS wanted"
                f" CROSS JOIN links {index} ON links.kind = ? AND links.{end} = wanted.value",
                (wanted, kind),
            )
        }
        return [from_bytes(link, Link) for link in found.values()]

    def verdicts(self, kind: LinkKind) -> tuple[Link, ...]:
        """Return the links of a kind that a person has judged, sorted by ends."""
        return self.rows.values(
            "SELECT link FROM links WHERE kind = ? AND verdict <> '' ORDER BY one, other",
            Link,
            (kind,),
        )
