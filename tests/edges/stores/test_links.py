"""The contract of every store: links, verdicts and the lineages that follow from them."""

from __future__ import annotations

import pytest

from tests.edges.stores.held import EARLY, LATE, UNDATED, link_of
from tests.factories import keyed
from twosource.model.identity import LineageId
from twosource.model.linked import Lineage
from twosource.protocols import Store


def test_a_verdict_is_not_overwritten_by_a_score(filled: Store) -> None:
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE, "different")])
        filled.add_links([link_of(EARLY, LATE)])
    assert filled.verdicts("story") == (link_of(EARLY, LATE, "different"),)
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE, "same")])
    assert filled.links_of("story", [LATE.article.id]) == (link_of(EARLY, LATE, "same"),)


def test_a_verdict_that_is_dropped_leaves_the_others(filled: Store) -> None:
    one, other = link_of(EARLY, LATE, "different"), link_of(EARLY, UNDATED, "same")
    with filled.transaction():
        filled.add_links([one, other])
    assert filled.links_of("story", [LATE.article.id]) == (one,)
    with filled.transaction():
        filled.drop_verdicts([one])
    assert filled.verdicts("story") == (other,)
    assert filled.links_of("story", [LATE.article.id]) == ()


def test_dropping_what_is_computed_keeps_articles_and_verdicts(filled: Store) -> None:
    with filled.transaction():
        filled.add_links([link_of(EARLY, LATE, "same"), link_of(EARLY, UNDATED)])
        filled.add_keys("story", [keyed(EARLY.article.id, 1)])
        filled.drop_computed()
    assert filled.links_of("story", [EARLY.article.id]) == (link_of(EARLY, LATE, "same"),)
    assert dict(filled.counts())["keys"] == 0
    assert len(filled.article_ids()) == 3


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
    assert filled.alike_among(ends).links() == (link_of(EARLY, LATE),)


def test_a_member_leaves_its_earlier_lineage(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    together = Lineage(id=LineageId(early), origin=early, members=(early, late))
    apart = [Lineage(id=LineageId(each), origin=each, members=(each,)) for each in (early, late)]
    with filled.transaction():
        filled.put_lineages([together])
        filled.put_lineages(apart)
    assert set(filled.lineages_of([early, late])) == set(apart)


def interrupted(store: Store, lineage: Lineage) -> None:
    with store.transaction():
        store.put_lineages([lineage])
        raise KeyboardInterrupt


def test_a_lineage_whose_decision_was_interrupted_stays_as_it_was(filled: Store) -> None:
    early, late = EARLY.article.id, LATE.article.id
    alone, together = (
        Lineage(id=LineageId(early), origin=early, members=members)
        for members in ((early,), (early, late))
    )
    with filled.transaction():
        filled.put_lineages([alone])
    with pytest.raises(KeyboardInterrupt):
        interrupted(filled, together)
    assert filled.lineages_of([early, late]) == (alone,)
