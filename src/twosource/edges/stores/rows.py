"""What all parts of a store in SQL share: the connection, and how values become rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol, TypeVar

import zstandard

from twosource.canonical import from_bytes

T = TypeVar("T")

KeyRow = tuple[str, str, bytes, bytes]
"""An article, when it was published as the store writes it, its keys and marks as they are kept."""

PACK_LEVEL = 3  # zstd; higher levels cost thrice the time for a tenth of the space


class Connection(Protocol):
    """What a database must do for a store to stand on it."""

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement with `?` places and return all its rows."""

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""

    def transaction(self) -> AbstractContextManager[None]:
        """Open one unit of work that stands whole or not at all."""

    def changed_elsewhere(self) -> bool:
        """Return whether another connection has written since this was last asked."""

    def close(self) -> None:
        """Let go of the database; calling it twice is fine."""


class SqlPart:
    """One subject of a store, on a connection that all subjects share."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self.rows = Rows(connection)

    def forget(self) -> None:
        """Let go of what a part holds in memory: the database may hold other things by now."""

    def _see_others(self) -> None:
        if self._db.changed_elsewhere():
            self.forget()


class Rows:
    """Reads and drops rows by what stands in them."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def values(self, sql: str, kind: type[T], values: Sequence[Any] = ()) -> tuple[T, ...]:
        """Return the values whose canonical JSON is a statement's only column."""
        return tuple(from_bytes(row[0], kind) for row in self._db.run(sql, values))

    def of(
        self, sql: str, wanted: Iterable[str] | Iterable[int], tail: str = ""
    ) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a statement that ends in "IN", for any number of wanted values."""
        return iter(
            self._db.run(
                f"{sql} (SELECT value FROM json_each(?)) {tail}", (json.dumps(sorted(set(wanted))),)
            )
        )

    def without(self, table: str, column: str, gone: Iterable[str] | Iterable[int]) -> None:
        """Drop the rows of a table that have one of these values in a column."""
        self._db.run(
            f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(gone)),),
        )


def iso(moment: datetime | None) -> str:
    """Return a time as the text it is sorted by; "" for an undated article."""
    return moment.isoformat() if moment else ""


def moment(written: str) -> datetime | None:
    """Return the time that `iso` wrote."""
    return datetime.fromisoformat(written) if written else None


def pack(data: bytes) -> bytes:
    """Return the bytes compressed."""
    return zstandard.ZstdCompressor(level=PACK_LEVEL).compress(data)


def unpack(data: bytes) -> bytes:
    """Return what was packed."""
    return zstandard.ZstdDecompressor().decompress(data)
