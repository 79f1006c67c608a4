"""What only a store in a file can do or suffer: other writers, other formats, a full disk."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest

from tests.edges.stores.held import EARLY, LATE
from twosource.canonical import to_bytes
from twosource.edges.stores import open_store
from twosource.edges.stores.sql import SqlStore
from twosource.edges.stores.sqlite import APPLICATION_ID, Connection, migrate, migrations
from twosource.errors import (
    NewerSchemaError,
    NotAStoreError,
    StoreFullError,
    StoreLockedError,
    StoreReadOnlyError,
)
from twosource.model.identity import LineageId, StoryId
from twosource.model.linked import Lineage, StoryChange
from twosource.model.outcome import Failed
from twosource.protocols import Store


def test_what_one_connection_wrote_another_reads(tmp_path: Path) -> None:
    first = open_store(str(tmp_path / "news.db"))
    with first.transaction():
        first.add_article(EARLY)
    second = open_store(str(tmp_path / "news.db"))
    assert second.article_ids() == (EARLY.article.id,)


def test_lineages_that_another_connection_decided_are_seen(tmp_path: Path) -> None:
    first, second = (open_store(str(tmp_path / "news.db")) for _ in range(2))
    early, late = EARLY.article.id, LATE.article.id
    for one, other, origin in (
        (first, second, early),
        (second, first, late),
        (first, second, late),
    ):
        decided = Lineage(id=LineageId(origin), origin=origin, members=tuple(sorted((early, late))))
        with one.transaction():
            one.put_lineages([decided])
        assert one.lineages_of([early]) == other.lineages_of([late]) == (decided,)


def test_a_store_opened_again_does_not_wait_for_the_disk_at_each_commit(tmp_path: Path) -> None:
    place = str(tmp_path / "news.db")
    open_store(place).close()
    synchronous_normal = 1
    assert Connection(place).run("PRAGMA synchronous") == [(synchronous_normal,)]


def test_a_store_of_a_newer_schema_is_refused_with_both_numbers(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerSchemaError, match="99"):
        open_store(str(path))


def test_a_store_of_the_first_schema_is_brought_to_the_newest(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    connection = Connection(str(place))
    with connection.transaction():
        connection.run_script(migrations()[0])
        connection.run("PRAGMA user_version = 1")
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    store = open_store(f"sqlite:{place}")
    assert store.sources() == ()
    store.close()


def test_what_an_older_store_announced_without_a_time_or_of_days_to_come_is_told_as_of_now(
    tmp_path: Path,
) -> None:
    place, now = tmp_path / "old.db", datetime.now(UTC).isoformat()
    change = StoryChange(kind="opened", story=StoryId("one"))
    connection = Connection(str(place))
    with connection.transaction():
        for script in migrations()[:12]:
            connection.run_script(script)
        connection.run("PRAGMA user_version = 12")
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
        for mark in ("", "2999-01-01T00:00:00+00:00", "2020-01-01T00:00:00+00:00"):
            row = (mark, to_bytes(change))
            connection.run("INSERT INTO changes (mark, change) VALUES (?, ?)", row)
    connection.close()
    store = open_store(f"sqlite:{place}")
    times = [at for at, _ in store.changes("")]
    assert times[2] == "2020-01-01T00:00:00+00:00"
    assert all(now[:19] <= at < "2999" for at in times[:2])
    store.close()


def test_a_store_that_many_open_first_at_once_is_made_once(tmp_path: Path) -> None:
    place, together = str(tmp_path / "news.db"), Barrier(6)

    def opened(_: int) -> int:
        together.wait()
        open_store(place).close()
        return 1

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(opened, range(6))) == 6


def test_another_kind_of_file_and_a_folder_are_no_stores(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("remember the milk " * 100)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as raw:
        raw.execute("CREATE TABLE cats (name TEXT)")
    for path in (text, foreign, tmp_path):
        with pytest.raises(NotAStoreError, match="--store"):
            open_store(str(path))


def test_a_store_without_write_permission_is_read_but_not_written(tmp_path: Path) -> None:
    path = tmp_path / "50% of the news?.db"
    first = open_store(str(path))
    with first.transaction():
        first.add_article(EARLY)
    first.close()
    path.chmod(0o444)
    reading = open_store(str(path))
    assert reading.article_ids() == (EARLY.article.id,)
    with pytest.raises(StoreReadOnlyError), reading.transaction():
        pass


def test_a_store_held_by_another_writer_says_so(tmp_path: Path) -> None:
    place = str(tmp_path / "news.db")
    holder, waiting = open_store(place), Connection(place, busy_milliseconds=20)
    with holder.transaction(), pytest.raises(StoreLockedError, match="another process"):
        waiting.run("BEGIN IMMEDIATE")


def fill_disk(store: Store) -> None:
    with store.transaction():
        for number in range(200):
            message = f"{number}" * 5000
            store.add_failure(Failed(item=message, stage="extract", error="E", message=message))


def test_a_full_disk_loses_nothing_that_was_finished(tmp_path: Path) -> None:
    connection = Connection(str(tmp_path / "news.db"))
    migrate(connection, "news.db")
    store = SqlStore(connection)
    with store.transaction():
        store.add_article(EARLY)
    [(pages,)] = connection.run("PRAGMA page_count")
    # SQLite answers "database or disk is full" when it may not grow any further.
    connection.run(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreFullError, match="kept"):
        fill_disk(store)
    assert store.article_ids() == (EARLY.article.id,)
    assert store.failures() == ()
