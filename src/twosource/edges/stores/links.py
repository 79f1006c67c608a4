"""Keep under which keys articles are found, and what was found between them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from twosource.canonical import from_bytes, to_bytes
from twosource.edges.stores.at_hand import LinksAtHand
from twosource.edges.stores.glance import packed_marks
from twosource.edges.stores.rows import Connection, SqlPart
from twosource.edges.stores.window import Row, Window, packed
from twosource.model.identity import ArticleId
from twosource.model.linked import Keyed, Link, LinkKind


class Links(SqlPart):
    """Block keys and links."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._windows: dict[LinkKind, Window] = {}
        self._links: dict[LinkKind, LinksAtHand] = {}

    def forget(self) -> None:
        """Let go of the keys and links in memory."""
        super().forget()
        self._windows.clear()
        self._links.clear()

    def add_keys(self, kind: LinkKind, keyed: Sequence[Keyed]) -> None:
        """Keep the keys and marks of articles that are held."""
        wanted = [each.article for each in keyed]
        published = dict(self.rows.of("SELECT id, published FROM articles WHERE id IN", wanted))
        held = [each for each in keyed if each.article in published]
        marks = packed_marks([each.marks for each in held])
        rows = [
            (each.article, published[each.article], packed(each.keys), own)
            for each, own in zip(held, marks, strict=True)
        ]
        self._db.run_many(
            "INSERT INTO blocked VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, article)"
            " DO UPDATE SET keys = excluded.keys, marks = excluded.marks",
            ((kind, *row) for row in rows),
        )
        self._window(kind).add(rows)

    def neighbours(
        self, kind: LinkKind, keyed: Sequence[Keyed], least: int, most: int
    ) -> tuple[tuple[tuple[ArticleId, int], ...], ...]:
        """Return for each article those before it that share keys enough, most shared first."""
        return tuple(self._window(kind).neighbours(keyed, least, most))

    def _window(self, kind: LinkKind) -> Window:
        if kind not in self._windows:
            self._windows[kind] = Window(partial(self._blocked, kind))
        return self._windows[kind]

    def _blocked(self, kind: LinkKind, first: str, last: str) -> list[Row]:
        return [
            (article, published, keys, marks)
            for article, published, keys, marks in self._db.run(
                "SELECT article, published, keys, marks FROM blocked"
                " WHERE kind = ? AND published BETWEEN ? AND ? ORDER BY published, article",
                (kind, first, last),
            )
        ]

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
