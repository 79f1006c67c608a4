"""The contract of every store: sources, and when their addresses were looked at."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

from tests.edges.stores.held import visit
from tests.factories import NOON, hours
from twosource.model.visited import SourceState
from twosource.protocols import Store


def test_a_visit_is_remembered_until_the_next_one(store: Store) -> None:
    with store.transaction():
        store.put_visit(visit("https://a/1"))
        store.put_visit(visit("https://a/2"))
        store.put_visit(replace(visit("https://a/1"), etag="new"))
    found = store.visits(["https://a/1", "https://a/3"])
    assert {url: each.etag for url, each in found.items()} == {"https://a/1": "new"}


def test_due_visits_are_those_of_their_source_the_longest_due_first(store: Store) -> None:
    with store.transaction():
        for url, source, hour in (
            ("late", "feed:a", 2),
            ("early", "feed:a", 1),
            ("future", "feed:a", 9),
            ("other", "feed:b", 1),
        ):
            store.put_visit(visit(url, source, NOON + hours(hour)))
        store.put_visit(visit("never"))
    assert [each.url for each in store.visits_due("feed:a", NOON + hours(3))] == ["early", "late"]


def test_sources_are_kept_replaced_and_dropped(store: Store) -> None:
    states = [SourceState(address=a, due_at=NOON, wait_seconds=60) for a in ("feed:b", "feed:a")]
    with store.transaction():
        for state in (*states, replace(states[0], looks=1)):
            store.put_source(state)
    assert [(each.address, each.looks) for each in store.sources()] == [
        ("feed:a", 0),
        ("feed:b", 1),
    ]
    with store.transaction():
        assert store.drop_source("feed:b")
        assert not store.drop_source("feed:b")
    assert [each.address for each in store.sources()] == ["feed:a"]


def test_a_visit_of_an_unfinished_run_is_not_remembered(store: Store) -> None:
    with suppress(KeyboardInterrupt), store.transaction():
        store.put_visit(visit("https://a/1"))
        raise KeyboardInterrupt
    assert store.visits(["https://a/1"]) == {}


def test_threads_may_ask_while_another_writes(store: Store) -> None:
    with store.transaction():
        store.put_visit(visit("https://a/1"))
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(store.visits, ["https://a/1"]) for _ in range(200)]
        for number in range(50):
            with store.transaction():
                store.put_visit(visit(f"https://b/{number}"))
        assert all(len(each.result()) == 1 for each in asked)
