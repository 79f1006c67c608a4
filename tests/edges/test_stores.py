"""The contract of every store: one suite, run against each that the catalogue opens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.factories import NOON, annotated, article, capture, hours, keyed
from twosource.edges.stores import STORES, open_store
from twosource.edges.stores.sql import SqlStore
from twosource.edges.stores.sqlite import APPLICATION_ID, Connection, migrate, migrations
from twosource.errors import (
    NewerSchemaError,
    NotAStoreError,
    NotHeldError,
    StoreFullError,
    StoreLockedError,
    StoreReadOnlyError,
    UnknownPartError,
)
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, LineageId, StoryId
from twosource.model.linked import Lineage, Link, Story, StoryChange, Verdict
from twosource.model.outcome import Failed
from twosource.model.storyline import StoryProfile, StoryTie
from twosource.model.visited import SourceState, Visit
from twosource.protocols import Store

EARLY = annotated(article("The ferry sailed at dawn.", published=NOON))
LATE = annotated(article("The ferry ran aground.", published=NOON + hours(5)))
UNDATED = annotated(article("A ferry, some day.", published=None))


@pytest.fixture(params=STORES.names())
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"{request.param}:{tmp_path / 'news.db'}")
    yield opened
    opened.close()


@pytest.fixture
def filled(store: Store) -> Store:
    with store.transaction():
        for each in (LATE, EARLY, UNDATED):
            store.add_article(each)
    return store


def link_of(one: Annotated, other: Annotated, verdict: Verdict | None = None) -> Link:
    left, right = sorted((one.article.id, other.article.id))
    return Link(kind="story", left=left, right=right, score=0.5, why=("alike",), verdict=verdict)


def test_an_article_comes_back_equal_and_is_kept_once(store: Store) -> None:
    with store.transaction():
        assert store.add_article(EARLY)
        assert not store.add_article(EARLY)
    assert store.annotated([EARLY.article.id]) == (EARLY,)


def test_articles_are_listed_by_time_with_the_undated_first(filled: Store) -> None:
    assert filled.article_ids() == (UNDATED.article.id, EARLY.article.id, LATE.article.id)


def test_articles_come_in_the_order_asked_for(filled: Store) -> None:
    wanted = [LATE.article.id, EARLY.article.id]
    assert filled.annotated(wanted) == (LATE, EARLY)


def test_an_article_that_is_not_held_is_named(filled: Store) -> None:
    with pytest.raises(NotHeldError, match="deadbeef"):
        filled.annotated([ArticleId("deadbeef")])


def test_an_article_is_found_by_id_start_of_id_and_address(filled: Store) -> None:
    held = EARLY.article
    for words in (held.id, held.id[:8], held.url):
        assert filled.find_articles(words) == (held.id,)
    assert filled.find_articles(held.id[:7]) == ()


def test_an_article_put_again_is_replaced(filled: Store) -> None:
    marked = annotated(EARLY.article, sentences=(EARLY.sentences[0],))
    with filled.transaction():
        filled.put_article(marked)
    assert filled.annotated([EARLY.article.id]) == (marked,)
    assert len(filled.article_ids()) == 3


def test_full_text_search_finds_the_article_that_holds_most_words(filled: Store) -> None:
    assert filled.search('ran aground; (ferry) "OR" \'', 1) == (LATE.article.id,)
    assert filled.search("zeppelin", 5) == ()


def interrupted(store: Store) -> None:
    with store.transaction():
        store.add_article(EARLY)
        raise KeyboardInterrupt


def test_a_transaction_left_by_an_exception_leaves_no_trace(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(store)
    assert store.article_ids() == ()


def test_a_capture_comes_back_with_its_bytes_and_the_first_one_stays(store: Store) -> None:
    page = capture("<p>wet</p>")
    with store.transaction():
        store.add_capture(page)
        store.add_capture(page)
    assert store.capture(page.id) == page
    assert store.holds_captures([page.id, capture("other").id]) == {page.id}


def test_a_failure_is_replaced_by_a_later_one_and_cleared_by_success(store: Store) -> None:
    def failure(message: str) -> Failed:
        return Failed(item="page", stage="extract", error="NoBodyError", message=message)

    with store.transaction():
        store.add_failure(failure("first"))
        store.add_failure(failure("second"))
    assert [each.message for each in store.failures()] == ["second"]
    with store.transaction():
        store.clear_failure("page")
    assert store.failures() == ()


def test_neighbours_share_enough_keys_most_shared_first(filled: Store) -> None:
    with filled.transaction():
        late = keyed(LATE.article.id, 2, 3, 2**63 - 1)
        filled.add_keys("story", [late, keyed(UNDATED.article.id, 3)])
        filled.add_keys("lineage", [keyed(UNDATED.article.id, 1, 2)])
    early = keyed(EARLY.article.id, 1, 2, 3, -(2**63))
    [near] = filled.neighbours("story", [early], least=1, most=5)
    assert near == ((LATE.article.id, 2), (UNDATED.article.id, 1))
    assert filled.neighbours("story", [early], least=2, most=5) == (near[:1],)
    assert filled.neighbours("story", [early], least=1, most=1) == (near[:1],)


def test_of_articles_asked_for_together_each_has_those_before_it_as_neighbours(
    filled: Store,
) -> None:
    asked = [keyed(each.article.id, 1, 2) for each in (LATE, EARLY, UNDATED)]
    with filled.transaction():
        filled.add_keys("story", asked)
    near = filled.neighbours("story", asked, least=1, most=5)
    found = [{article for article, _ in each} for each in near]
    assert found == [set(), {LATE.article.id}, {LATE.article.id, EARLY.article.id}]


def test_of_an_article_that_is_not_held_no_keys_are_kept(filled: Store) -> None:
    with filled.transaction():
        filled.add_keys("story", [keyed("x", 1)])
    assert dict(filled.counts())["keys"] == 0
    assert filled.neighbours("story", [keyed("y", 1)], least=1, most=5) == ((),)


def test_neighbours_of_a_span_of_time_are_the_dated_in_it_and_the_undated(filled: Store) -> None:
    with filled.transaction():
        held = [keyed(each.article.id, 1) for each in (EARLY, LATE, UNDATED)]
        filled.add_keys("story", held)
    asked = keyed("x", 1, between=(NOON - hours(1), NOON))
    [found] = filled.neighbours("story", [asked], least=1, most=5)
    assert [article for article, _ in found] == [UNDATED.article.id, EARLY.article.id]


def test_a_verdict_is_not_overwritten_by_a_score(filled: Store) -> None:
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE, "different")])
        filled.add_links([link_of(EARLY, LATE)])
    assert filled.verdicts("story") == (link_of(EARLY, LATE, "different"),)
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE, "same")])
    assert filled.links_of("story", [LATE.article.id]) == (link_of(EARLY, LATE, "same"),)


def test_dropping_what_is_computed_keeps_articles_and_verdicts(filled: Store) -> None:
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE, "same"), link_of(EARLY, UNDATED)])
        filled.add_keys("story", [keyed(EARLY.article.id, 1)])
        filled.drop_computed()
    assert filled.links_of("story", [EARLY.article.id]) == (link_of(EARLY, LATE, "same"),)
    assert dict(filled.counts())["keys"] == 0
    assert len(filled.article_ids()) == 3


def test_a_member_leaves_its_earlier_lineage(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    together = Lineage(id=LineageId(early), origin=early, members=(early, late))
    apart = [Lineage(id=LineageId(each), origin=each, members=(each,)) for each in (early, late)]
    with filled.transaction():
        filled.put_lineages([together])
        filled.put_lineages(apart)
    assert set(filled.lineages_of([early, late])) == set(apart)


def test_a_story_is_reached_by_an_id_that_was_merged_into_it(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    one = Story(id=StoryId("one"), articles=(early,))
    other = Story(id=StoryId("other"), articles=(late,))
    both = Story(id=one.id, articles=(early, late), merged_from=(other.id,))
    merged = StoryChange(kind="merged", story=one.id, other=other.id, articles=(late,))
    with filled.transaction():
        filled.put_stories([one, other], [StoryChange(kind="opened", story=one.id)], "2026-03-03")
        filled.put_stories([both], [merged], "2026-03-04")
    assert filled.stories() == (both,)
    assert filled.story(other.id) == both
    assert filled.changes("2026-03-03") == (("2026-03-04", merged),)


def test_a_story_that_was_merged_and_stands_again_is_not_lost(filled: Store) -> None:
    first = Story(id=StoryId("first"), articles=(EARLY.article.id,))
    second = Story(
        id=StoryId("second"), articles=(LATE.article.id,), merged_from=(StoryId("first"),)
    )
    with filled.transaction():
        filled.put_stories([first, second], [], "")
    assert filled.story(StoryId("first")) == first
    assert set(filled.stories()) == {first, second}


def test_links_asked_for_before_are_found_with_those_added_since(filled: Store) -> None:
    early = EARLY.article.id
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE)])
        assert filled.links_of("story", [early]) == (link_of(EARLY, LATE),)
        filled.add_links([link_of(EARLY, UNDATED), link_of(EARLY, LATE, "different")])
        filled.add_links([link_of(EARLY, LATE)])
    found = {link_of(EARLY, UNDATED), link_of(EARLY, LATE, "different")}
    assert set(filled.links_of("story", [early])) == found


def test_links_among_articles_are_those_with_both_ends_there(filled: Store) -> None:
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE), link_of(EARLY, UNDATED)])
    ends = [EARLY.article.id, LATE.article.id]
    assert filled.links_among("story", ends) == (link_of(EARLY, LATE),)


def test_what_another_connection_decided_is_seen(tmp_path: Path) -> None:
    place = f"sqlite:{tmp_path / 'news.db'}"
    one, other = open_store(place), open_store(place)
    with one.transaction():
        for each in (EARLY, LATE):
            one.add_article(each)
        one.put_stories([Story(id=StoryId("one"), articles=(EARLY.article.id,))], [], "")
    assert len(other.stories_of([EARLY.article.id])[0].articles) == 1
    assert other.links_of("story", [LATE.article.id]) == ()
    both = Story(id=StoryId("one"), articles=(EARLY.article.id, LATE.article.id))
    with one.transaction():
        one.put_stories([both], [], "")
        one.add_links([link_of(EARLY, LATE)])
    assert other.stories_of([LATE.article.id]) == (both,)
    assert other.links_of("story", [LATE.article.id]) == (link_of(EARLY, LATE),)


def test_an_article_that_moves_stands_in_one_story(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    with filled.transaction():
        filled.put_stories([Story(id=StoryId("one"), articles=(early, late))], [], "")
        moved = [
            Story(id=StoryId("one"), articles=(early,)),
            Story(id=StoryId("two"), articles=(late,)),
        ]
        filled.put_stories(moved, [], "")
    assert filled.stories_of([late]) == (moved[1],)
    assert filled.unlinked() == (UNDATED.article.id,)


def test_a_story_is_stale_until_it_is_said_to_be_fresh(store: Store) -> None:
    with store.transaction():
        store.mark_stale([StoryId("b"), StoryId("a"), StoryId("a")])
    assert store.stale_stories() == (StoryId("a"), StoryId("b"))
    with store.transaction():
        store.mark_fresh(StoryId("a"))
    assert store.stale_stories() == (StoryId("b"),)


def test_published_articles_are_counted_after_one_time_until_another(filled: Store) -> None:
    assert filled.count_published(NOON, NOON + hours(5)) == 1
    assert filled.count_published(NOON - hours(1), NOON) == 1
    assert filled.published(NOON - hours(1), NOON + hours(5)) == (NOON, NOON + hours(5))
    assert filled.published(NOON, NOON + hours(5)) == (NOON + hours(5),)


def test_undated_articles_count_once_they_are_linked(filled: Store) -> None:
    assert filled.count_undated() == 0
    with filled.transaction():
        filled.add_keys("story", [keyed(each.article.id, 1) for each in (EARLY, UNDATED)])
    assert filled.count_undated() == 1
    assert filled.newest_linked() == NOON


def test_an_article_waits_in_the_queue_until_it_stands_in_a_story(filled: Store) -> None:
    assert filled.unlinked() == filled.article_ids()
    with filled.transaction():
        story = Story(id=StoryId("one"), articles=(EARLY.article.id,))
        filled.put_stories([story], [], "")
    assert filled.unlinked() == (UNDATED.article.id, LATE.article.id)
    with filled.transaction():
        filled.drop_computed()
    assert filled.unlinked() == filled.article_ids()


def test_an_unknown_kind_of_store_lists_the_known_ones() -> None:
    with pytest.raises(UnknownPartError, match="sqlite"):
        open_store("clay:tablet")


# What only a file can do.


def test_what_one_connection_wrote_another_reads(tmp_path: Path) -> None:
    first = open_store(str(tmp_path / "news.db"))
    with first.transaction():
        first.add_article(EARLY)
    second = open_store(str(tmp_path / "news.db"))
    assert second.article_ids() == (EARLY.article.id,)


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


# sources and visits


def visit(url: str, source: str = "feed:a", due_at: datetime | None = None) -> Visit:
    return Visit(url=url, source=source, at=NOON, status=200, due_at=due_at)


def test_a_visit_is_remembered_until_the_next_one(store: Store) -> None:
    with store.transaction():
        store.put_visit(visit("https://a/1"))
        store.put_visit(visit("https://a/2"))
        store.put_visit(replace(visit("https://a/1"), etag="new"))
    found = store.visits(["https://a/1", "https://a/3"])
    assert {url: each.etag for url, each in found.items()} == {"https://a/1": "new"}


def test_due_visits_are_those_of_their_source_the_longest_due_first(store: Store) -> None:
    with store.transaction():
        for url, source, hour in (("late", "feed:a", 2), ("early", "feed:a", 1),
                                  ("future", "feed:a", 9), ("other", "feed:b", 1)):  # fmt: skip
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


def profile(name: str, first: str, last: str = "") -> StoryProfile:
    return StoryProfile(
        story=StoryId(name), headline=name, first=first, last=last or first, names=(), words=()
    )


def tie(earlier: str, later: str) -> StoryTie:
    return StoryTie(
        earlier=StoryId(earlier), later=StoryId(later), kind="before", score=0.8, names=(), words=()
    )


def test_stories_are_found_by_what_their_shared_keys_weigh_within_a_stretch_of_days(
    store: Store,
) -> None:
    long, short, gone = (
        profile("long", "2026-01-02", "2026-02-20"),
        profile("short", "2026-02-10"),
        profile("gone", "2025-12-01"),
    )
    with store.transaction():
        store.put_profile(long, {1: 0.8, 2: 0.6})
        store.put_profile(short, {2: 0.6, 3: 0.8})
        store.put_profile(gone, {1: 0.8, 2: 0.6})
    year = ("2026-01-01", "2026-12-31")
    assert store.profiles_near({2: 1.0}, 0.5, 9, *year) == (long, short)
    assert store.profiles_near({1: 0.5, 2: 0.5}, 0.5, 9, *year) == (long,)
    assert store.profiles_near({2: 1.0}, 0.5, 9, "2026-02-15", "2026-03-01") == (long,)
    assert store.profiles_near({2: 1.0}, 0.5, 9, "2026-01-01", "2026-02-01") == (long,)
    assert store.profiles_near({2: 1.0}, 0.7, 9, *year) == ()
    assert store.profiles_near({2: 0.6, 3: 0.8}, 0.3, 1, *year) == (short,)
    assert store.profiles([StoryId("short"), StoryId("nobody")]) == (short,)


def test_a_story_that_changed_is_found_by_its_new_keys_alone(store: Store) -> None:
    with store.transaction():
        store.put_profile(profile("a", "2026-01-02"), {1: 1.0})
        store.put_profile(profile("a", "2026-01-02"), {2: 1.0})
    assert store.profiles_near({1: 1.0}, 0.5, 9, "2026-01-01", "2026-02-01") == ()
    assert len(store.profiles_near({2: 1.0}, 0.5, 9, "2026-01-01", "2026-02-01")) == 1


def test_the_ties_of_a_story_replace_those_it_had(store: Store) -> None:
    a, b, c = StoryId("a"), StoryId("b"), StoryId("c")
    with store.transaction():
        store.put_ties([a, b, c], [tie("a", "b"), tie("b", "c")])
        store.put_ties([a], [tie("a", "c")])
    assert store.ties_of([a]) == (tie("a", "c"),)
    assert store.ties_of([c]) == (tie("a", "c"), tie("b", "c"))
    assert store.ties_of([]) == ()
