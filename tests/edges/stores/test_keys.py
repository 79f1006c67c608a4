"""The contract of every store: whoever shares keys is a neighbour."""

from __future__ import annotations

from tests.edges.stores.held import EARLY, LATE, UNDATED
from tests.factories import NOON, hours, keyed
from twosource.protocols import Store


def test_neighbours_share_enough_keys_most_shared_first(filled: Store) -> None:
    with filled.transaction():
        late = keyed(LATE.article.id, 2, 3, 2**63 - 1)
        filled.add_keys("story", [late, keyed(UNDATED.article.id, 3)])
        filled.add_keys("lineage", [keyed(UNDATED.article.id, 1, 2)])
    early = keyed(EARLY.article.id, 1, 2, 3, -(2**63))
    [near] = filled.neighbours("story", [early], least=1, most=5).lists()
    assert near == (LATE.article.id, UNDATED.article.id)
    assert filled.neighbours("story", [early], least=2, most=5).lists() == (near[:1],)
    assert filled.neighbours("story", [early], least=1, most=1).lists() == (near[:1],)


def test_of_articles_asked_for_together_each_has_those_before_it_as_neighbours(
    filled: Store,
) -> None:
    asked = [keyed(each.article.id, 1, 2) for each in (LATE, EARLY, UNDATED)]
    with filled.transaction():
        filled.add_keys("story", asked)
    near = filled.neighbours("story", asked, least=1, most=5).lists()
    assert [{*each} for each in near] == [
        set(),
        {LATE.article.id},
        {LATE.article.id, EARLY.article.id},
    ]


def test_of_an_article_that_is_not_held_no_keys_are_kept(filled: Store) -> None:
    with filled.transaction():
        filled.add_keys("story", [keyed("x", 1)])
    assert dict(filled.counts())["keys"] == 0
    assert filled.neighbours("story", [keyed("y", 1)], least=1, most=5).lists() == ((),)


def test_neighbours_of_a_span_of_time_are_the_dated_in_it_and_the_undated(filled: Store) -> None:
    with filled.transaction():
        held = [keyed(each.article.id, 1) for each in (EARLY, LATE, UNDATED)]
        filled.add_keys("story", held)
    asked = keyed("x", 1, between=(NOON - hours(1), NOON))
    [found] = filled.neighbours("story", [asked], least=1, most=5).lists()
    assert found == (UNDATED.article.id, EARLY.article.id)
