"""Keep everything in one SQLite file: the default store, made on first use."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import apsw

from twosource.edges.stores.sql import SqlStore
from twosource.errors import (
    NewerSchemaError,
    NotAStoreError,
    StoreError,
    StoreFullError,
    StoreLockedError,
    StoreReadOnlyError,
)

APPLICATION_ID = 0x54775372  # "TwSr": tells a store of ours from any other SQLite file
BUSY_MILLISECONDS = 5000  # another run's transaction is over by then, or it is stuck
CACHE_KIBIBYTES = 65_536  # in the usual 2 MB the indexes of a large store are read again and again
WRITABLE = 0o222


def open_sqlite(place: str) -> SqlStore:
    """Open or make the store in the file at `place`; ":memory:" keeps it nowhere.

    A file that may not be written is opened for reading alone; one whose write permissions are all
    off, for root too.
    Raises NotAStoreError, NewerSchemaError, StoreLockedError or StoreReadOnlyError.
    """
    connection = Connection(place)
    try:
        migrate(connection, place)
    except BaseException:
        connection.close()
        raise
    return SqlStore(connection)


class Connection:
    """One SQLite connection whose errors are ours; threads may share it."""

    def __init__(self, place: str, busy_milliseconds: int = BUSY_MILLISECONDS) -> None:
        self._place = place
        self._version: int | None = None  # None before it was first asked for
        # Held by whoever writes: threads that fetch ask what is remembered in the meantime.
        self._lock = threading.RLock()
        path = Path(place)
        if path.is_dir():
            raise NotAStoreError(place, "it is a folder")
        self.reads_only = path.exists() and not (
            path.stat().st_mode & WRITABLE and os.access(path, os.W_OK)
        )
        with self._our_errors():
            if self.reads_only:
                # Where nobody is writing, no lock and no file beside it is asked for.
                alone = "" if Path(f"{place}-wal").exists() else "&immutable=1"
                self._connection = apsw.Connection(
                    f"{path.resolve().as_uri()}?mode=ro{alone}",
                    flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI,
                )
            else:
                self._connection = apsw.Connection(place)
            self._connection.set_busy_timeout(busy_milliseconds)
            self._connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
            # Not kept in the file: each connection that does not say so waits for the disk at every
            # commit, where a power cut would cost it the last commits at most.
            self._connection.execute("PRAGMA synchronous = NORMAL")

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows."""
        with self._lock, self._our_errors():
            return self._connection.execute(sql, values).fetchall()

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        with self._lock, self._our_errors():
            self._connection.executemany(sql, rows)

    def run_script(self, sql: str) -> None:
        """Run several statements parted by semicolons."""
        with self._lock, self._our_errors():
            for _ in self._connection.execute(sql):
                pass

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Open one unit of work that stands whole or not at all."""
        if self.reads_only:
            raise StoreReadOnlyError(self._place)
        with self._lock:
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                # A full disk ends the transaction by itself; then there is nothing to take back.
                if self._connection.in_transaction:
                    self.run("ROLLBACK")
                raise

    def changed_elsewhere(self) -> bool:
        """Return whether another connection has written since this was last asked."""
        [(version,)] = self.run("PRAGMA data_version")
        before, self._version = self._version, int(version)
        return before != self._version

    def close(self) -> None:
        """Let go of the file; calling it twice is fine."""
        self._connection.close()

    @contextmanager
    def _our_errors(self) -> Iterator[None]:
        try:
            yield
        except (apsw.BusyError, apsw.LockedError) as error:
            raise StoreLockedError(self._place) from error
        except (apsw.ReadOnlyError, apsw.PermissionsError, apsw.CantOpenError) as error:
            raise StoreReadOnlyError(self._place) from error
        except apsw.FullError as error:
            raise StoreFullError(self._place) from error
        except apsw.NotADBError as error:
            raise NotAStoreError(self._place, "it is another kind of file") from error
        except apsw.CorruptError as error:
            raise NotAStoreError(self._place, f"it is damaged: {error}") from error
        except apsw.Error as error:
            raise StoreError(f"{self._place}: {error}") from error


def migrate(connection: Connection, place: str) -> None:
    """Bring a store to the newest schema; a fresh file gets all of it."""
    steps = migrations()
    if _schema_of(connection, place, len(steps)) == len(steps):
        return
    connection.run("PRAGMA journal_mode = WAL")
    with connection.transaction():
        version = _schema_of(connection, place, len(steps))  # another run may have come before
        for number, script in enumerate(steps[version:], start=version + 1):
            connection.run_script(script)
            connection.run(f"PRAGMA user_version = {number}")
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")


def _schema_of(connection: Connection, place: str, newest: int) -> int:
    """Return the number of a store's schema, 0 of a fresh file; refuse what is no store of ours."""
    # The tables first: what is seen of them came with the id that is asked for next.
    [(tables,)] = connection.run("SELECT count(*) FROM sqlite_master")
    [(application,)] = connection.run("PRAGMA application_id")
    [(version,)] = connection.run("PRAGMA user_version")
    if tables and application != APPLICATION_ID:
        raise NotAStoreError(place, "it is some other program's database")
    if version > newest:
        raise NewerSchemaError(place, version, newest)
    return int(version)


def migrations() -> tuple[str, ...]:
    """Return the scripts that make the schema, in order."""
    folder = files("twosource.edges.stores") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)
