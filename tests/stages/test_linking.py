from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Link, Story, StoryChange
from twosource.stages import cluster
from twosource.stages.cluster.keeping import keep_places
from twosource.stages.linking import (
    chain,
    changes_between,
    components,
    story_id,
)


def ids(letters: str) -> tuple[ArticleId, ...]:
    return tuple(ArticleId(letter) for letter in letters)


def story(letters: str, founder: str = "", merged: str = "") -> Story:
    founding = ArticleId(founder or letters[0])
    return Story(
        id=story_id(founding),
        articles=ids(letters),
        merged_from=tuple(story_id(each) for each in ids(merged)),
    )


def test_what_hangs_together_by_way_of_others_is_one_component() -> None:
    a, b, c, d = ids("abcd")
    assert components([d, c, b, a], [(a, b), (b, c)]) == ((a, b, c), (d,))


def test_what_joins_two_by_way_of_others_is_the_shortest_way() -> None:
    def same(one: str, other: str) -> Link:
        [left, right] = ids(one + other)
        return Link(kind="story", left=left, right=right, score=1.0, why=(), verdict="same")

    ab, bc, cd, ad = same("a", "b"), same("b", "c"), same("c", "d"), same("a", "d")
    assert chain([ab, bc, cd], *ids("ad")) == (ab, bc, cd)
    assert chain([ab, bc, cd, ad], *ids("ad")) == (ad,)
    assert chain([ab, cd], *ids("ad")) == ()


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_the_order_of_links_changes_no_component(pairs: list[tuple[str, str]]) -> None:
    links = [(ArticleId(one), ArticleId(other)) for one, other in pairs]
    assert components(ids("abcdef"), links) == components(ids("fedcba"), links[::-1])


def nowhere(_: StoryId) -> bool:
    return False


def keep_identities(
    before: Sequence[Story], after: Sequence[Sequence[ArticleId]]
) -> tuple[Story, ...]:
    """Let articles that stand in some stories stand in groups; return these as stories."""
    names = sorted(article for group in after for article in group)
    place = {article: number for number, article in enumerate(names)}
    numbered = {len(names) + number: each for number, each in enumerate(before)}
    stood = np.full(len(names), cluster.NOWHERE)
    for number, each in numbered.items():
        stood[[place[article] for article in each.articles]] = number
    stands, rank = cluster.standing(stood, len(before)), np.arange(len(names))
    group_of = np.empty(len(names), dtype=np.int64)
    for number, group in enumerate(after):
        group_of[[place[article] for article in group]] = number
    near, far = np.array([*numbered], dtype=np.int64), np.array([], dtype=np.int64)
    changed = np.insert(keep_places(rank, stands, near, rank, far, group_of), 0, 0, axis=1)
    held = cluster.members(rank, stands.stories)
    found = [*before, *cluster.stories_after(numbered, names, held, changed, nowhere)]
    stories = {each.articles: each for each in found}
    return tuple(stories[tuple(group)] for group in after)


def became(
    before: Sequence[Story], after: Sequence[Sequence[ArticleId]]
) -> tuple[tuple[Story, ...], tuple[StoryChange, ...]]:
    stories = keep_identities(before, after)
    return stories, changes_between(before, stories)


def test_a_new_group_is_founded_by_its_first_article() -> None:
    stories, changes = became((), [ids("ab")])
    assert stories == (story("ab"),)
    assert [(change.kind, change.articles) for change in changes] == [("opened", ids("ab"))]


def test_an_older_article_that_comes_later_founds_nothing() -> None:
    stories, changes = became([story("bc")], [ids("abc")])
    assert stories == (story("abc", founder="b"),)
    assert [(change.kind, change.articles) for change in changes] == [("joined", ids("a"))]


def test_of_two_that_merge_the_larger_gives_its_id() -> None:
    stories, changes = became([story("a"), story("bc")], [ids("abc")])
    assert stories == (story("abc", founder="b", merged="a"),)
    assert [(change.kind, change.other) for change in changes] == [("merged", story("a").id)]


def test_a_part_split_off_gets_an_id_of_its_own() -> None:
    stories, changes = became([story("abcd")], [ids("ab"), ids("cd")])
    assert stories == (story("ab"), story("cd"))
    assert [(c.kind, c.story, c.other) for c in changes] == [
        ("split", story("cd").id, story("ab").id)
    ]


def test_the_larger_part_keeps_the_id_also_without_the_article_that_founded_it() -> None:
    stories, changes = became([story("abcd")], [ids("a"), ids("bcd")])
    alone, rest = stories
    assert rest == story("bcd", founder="a")
    assert alone.id not in {story(each).id for each in "abcd"}
    assert [(c.kind, c.story, c.articles) for c in changes] == [("split", alone.id, ids("a"))]
    assert became(stories, [ids("a"), ids("bcde")])[0] == (alone, story("bcde", founder="a"))


def test_a_part_split_off_takes_no_id_that_stands_elsewhere() -> None:
    first = keep_identities([story("abcde")], [ids("ab"), ids("cde")])
    assert [each.id for each in first] != [story("a").id, story("c").id]
    again = keep_identities(first, [ids("a"), ids("b"), ids("cde")])
    assert len({each.id for each in again}) == 3
    assert again[2] == first[1]


def test_a_story_that_was_merged_and_splits_again_has_its_old_id_back() -> None:
    merged = keep_identities([story("a"), story("bc")], [ids("abc")])
    parted = keep_identities(merged, [ids("a"), ids("bc")])
    assert parted == (story("a"), story("bc"))


def test_an_article_that_moves_is_announced_on_both_sides() -> None:
    _, changes = became([story("ab"), story("cd")], [ids("a"), ids("bcd")])
    assert [(c.kind, c.story, c.articles) for c in changes] == [
        ("joined", story("cd").id, ids("b")),
        ("left", story("ab").id, ids("b")),
    ]


def test_stories_made_anew_keep_the_ids_of_those_they_hold_most_of() -> None:
    before = [story("abc", founder="b", merged="x"), story("de"), story("fg")]
    again = cluster.stories_again(before, [story("a"), story("bcde"), story("f"), story("g")])
    assert [each.id for each in again] == [story(own).id for own in "abfg"]
    assert set(again[1].merged_from) == {story("x").id, story("d").id}


def test_a_story_made_anew_takes_no_id_that_another_one_has() -> None:
    [large, small] = cluster.stories_again([story("abc")], [story("bc"), story("a")])
    assert large == story("bc", founder="a")
    assert small.articles == ids("a")
    assert small.id not in (story("a").id, story("b").id, story("c").id)


@given(st.lists(st.integers(0, 3), min_size=6, max_size=6), st.lists(st.integers(0, 3), min_size=6))
def test_ids_never_collide_and_nothing_is_lost(first: list[int], second: list[int]) -> None:
    def groups(labels: list[int]) -> list[tuple[ArticleId, ...]]:
        members = [
            tuple(a for a, n in zip(ids("abcdef"), labels, strict=False) if n == k)
            for k in range(4)
        ]
        return [group for group in members if group]

    before = keep_identities((), groups(first))
    after = keep_identities(before, groups(second[:6]))
    assert len({each.id for each in after}) == len(after)
    assert sorted(a for each in after for a in each.articles) == list("abcdef")
