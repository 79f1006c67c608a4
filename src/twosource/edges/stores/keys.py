"""Keep under which keys articles are found, and find those that share keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Protocol

from twosource.edges.stores.rows import Connection, KeyRow, SqlPart
from twosource.model.linked import Keyed, LinkKind
from twosource.model.near import Near


class KeysAtHand(Protocol):
    """The keys of a stretch of time, in memory (`window.Window`)."""

    def add(self, rows: Iterable[KeyRow]) -> None:
        """Take in articles that the store has just been given."""

    def neighbours(self, keyed: Sequence[Keyed], least: int, most: int) -> Near:
        """Return what `Store.neighbours` wants."""


class Keys(SqlPart):
    """Block keys."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._windows: dict[LinkKind, KeysAtHand] = {}

    def forget(self) -> None:
        """Let go of the keys in memory."""
        super().forget()
        self._windows.clear()

    def add_keys(self, kind: LinkKind, keyed: Sequence[Keyed]) -> None:
        """Keep the keys and marks of articles that are held."""
        wanted = [each.article for each in keyed]
        published = dict(self.rows.of("SELECT id, published FROM articles WHERE id IN", wanted))
        rows = [
            (each.article, published[each.article], each.keys, each.marks)
            for each in keyed
            if each.article in published
        ]
        self._db.run_many(
            "INSERT INTO blocked VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, article)"
            " DO UPDATE SET keys = excluded.keys, marks = excluded.marks",
            ((kind, *row) for row in rows),
        )
        self._window(kind).add(rows)

    def neighbours(self, kind: LinkKind, keyed: Sequence[Keyed], least: int, most: int) -> Near:
        """Return for each article those before it that share keys enough, most shared first."""
        return self._window(kind).neighbours(keyed, least, most)

    def _window(self, kind: LinkKind) -> KeysAtHand:
        if kind not in self._windows:
            # Imported here: it brings numpy, and who only reads in a store needs none of it.
            from twosource.edges.stores.window import Window

            self._windows[kind] = Window(partial(self._blocked, kind))
        return self._windows[kind]

    def _blocked(self, kind: LinkKind, first: str, last: str) -> list[KeyRow]:
        rows: list[Any] = self._db.run(
            "SELECT article, published, keys, marks FROM blocked"
            " WHERE kind = ? AND published BETWEEN ? AND ? ORDER BY published, article",
            (kind, first, last),
        )
        return rows
