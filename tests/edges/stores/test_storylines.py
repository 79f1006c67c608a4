"""The contract of every store: profiles of stories, found by key, and the ties between stories."""

from __future__ import annotations

from tests.edges.stores.held import profile, tie
from twosource.model.identity import StoryId
from twosource.protocols import Store


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
