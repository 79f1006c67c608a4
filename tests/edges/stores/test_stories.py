"""The contract of every store: stories, their ids, and which of them are stale."""

from __future__ import annotations

from pathlib import Path

from tests.edges.stores.held import EARLY, LATE, UNDATED, link_of, profile, tie
from twosource.edges.stores import open_store
from twosource.model.identity import StoryId
from twosource.model.linked import Story, StoryChange
from twosource.protocols import Store


def test_a_story_is_reached_by_an_id_that_was_merged_into_it(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    one = Story(id=StoryId("one"), articles=(early,))
    other = Story(id=StoryId("other"), articles=(late,))
    both = Story(id=one.id, articles=(early, late), merged_from=(other.id,))
    merged = StoryChange(kind="merged", story=one.id, other=other.id, articles=(late,))
    with filled.transaction():
        filled.put_stories([one, other], [StoryChange(kind="opened", story=one.id)])
        [(opened, _)] = filled.changes("")
        filled.put_stories([both], [merged])
    assert filled.stories() == (both,)
    assert filled.story(other.id) == both
    assert [change for _, change in filled.changes(opened)] == [merged]


def test_a_story_that_was_merged_and_stands_again_is_not_lost(filled: Store) -> None:
    first = Story(id=StoryId("first"), articles=(EARLY.article.id,))
    second = Story(
        id=StoryId("second"), articles=(LATE.article.id,), merged_from=(StoryId("first"),)
    )
    with filled.transaction():
        filled.put_stories([first, second])
    assert filled.story(StoryId("first")) == first
    assert set(filled.stories()) == {first, second}


def test_stories_that_are_stated_again_stand_in_place_of_all_others(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    one, other = StoryId("one"), StoryId("other")
    opened = [(f"2026-03-0{day}", StoryChange(kind="opened", story=one)) for day in (3, 4)]
    with filled.transaction():
        filled.put_stories([Story(id=one, articles=(early, late))], [opened[1][1]])
        again = Story(id=other, articles=(early, late), merged_from=(one,))
        filled.restate([again], opened)
    assert filled.stories() == filled.stories_of([late]) == (again,)
    assert filled.story(one) == again
    assert filled.changes("") == tuple(opened)
    assert filled.stale_stories() == (other,)


def test_what_a_rebuild_took_down_is_kept_until_stories_are_stated_again(filled: Store) -> None:
    one = Story(id=StoryId("one"), articles=(EARLY.article.id,))
    other = Story(id=StoryId("other"), articles=(LATE.article.id,))
    assert filled.taken_down() is None
    with filled.transaction():
        filled.put_stories([one, other])
        filled.put_taken_down([one], 7)
        filled.put_taken_down([one, other], 3)
        filled.drop_computed()
    assert filled.taken_down() == ((one, other), 3)
    with filled.transaction():
        filled.restate([one], [])
    assert filled.taken_down() is None


def test_what_is_known_of_a_story_outlives_a_rebuild_that_gives_its_id_back(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    both = [Story(id=StoryId("a"), articles=(early,)), Story(id=StoryId("b"), articles=(late,))]
    with filled.transaction():
        filled.put_stories(both)
        for name in ("a", "b", "gone"):
            filled.put_profile(profile(name, "2026-03-03"), {1: 1.0})
        filled.put_ties([StoryId("a")], [tie("a", "b")])
        filled.put_taken_down(both, 0)
        filled.drop_computed()
        merged = Story(id=StoryId("b"), articles=(early, late), merged_from=(StoryId("a"),))
        filled.put_stories([both[0]])
        filled.put_stories([merged])  # for the time being
        filled.restate(both, [])
    assert filled.ties_of([StoryId("a")]) == (tie("a", "b"),)
    names = [StoryId(name) for name in ("a", "b", "gone")]
    assert [each.story for each in filled.profiles(names)] == ["a", "b"]


def test_what_another_connection_decided_is_seen(tmp_path: Path) -> None:
    place = f"sqlite:{tmp_path / 'news.db'}"
    one, other = open_store(place), open_store(place)
    with one.transaction():
        for each in (EARLY, LATE):
            one.add_article(each)
        one.put_stories([Story(id=StoryId("one"), articles=(EARLY.article.id,))])
    assert len(other.stories_of([EARLY.article.id])[0].articles) == 1
    assert other.links_of("story", [LATE.article.id]) == ()
    both = Story(id=StoryId("one"), articles=(EARLY.article.id, LATE.article.id))
    with one.transaction():
        one.put_stories([both])
        one.add_links([link_of(EARLY, LATE)])
    assert other.stories_of([LATE.article.id]) == (both,)
    assert other.links_of("story", [LATE.article.id]) == (link_of(EARLY, LATE),)


def test_an_article_that_moves_stands_in_one_story(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    with filled.transaction():
        filled.put_stories([Story(id=StoryId("one"), articles=(early, late))])
        moved = [
            Story(id=StoryId("one"), articles=(early,)),
            Story(id=StoryId("two"), articles=(late,)),
        ]
        filled.put_stories(moved)
    assert filled.stories_of([late]) == (moved[1],)
    assert filled.unlinked() == (UNDATED.article.id,)


def test_a_story_is_stale_until_it_is_said_to_be_fresh(store: Store) -> None:
    with store.transaction():
        store.mark_stale([StoryId("b"), StoryId("a"), StoryId("a")])
    assert store.stale_stories() == (StoryId("a"), StoryId("b"))
    with store.transaction():
        store.mark_fresh(StoryId("a"))
    assert store.stale_stories() == (StoryId("b"),)
