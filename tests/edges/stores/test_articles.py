"""The contract of every store: articles, captures and what failed, kept and found again."""

from __future__ import annotations

import pytest

from tests.edges.stores.held import EARLY, LATE, UNDATED
from tests.factories import NOON, annotated, capture, hours, keyed
from twosource.edges.stores import open_store
from twosource.errors import (
    NotHeldError,
    UnknownPartError,
)
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.model.outcome import Failed
from twosource.protocols import Store


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
        filled.put_stories([story])
    assert filled.unlinked() == (UNDATED.article.id, LATE.article.id)
    with filled.transaction():
        filled.drop_computed()
    assert filled.unlinked() == filled.article_ids()


def test_an_unknown_kind_of_store_lists_the_known_ones() -> None:
    with pytest.raises(UnknownPartError, match="sqlite"):
        open_store("clay:tablet")
