"""The contract of every store: what is published, and what persons have said of informants."""

from __future__ import annotations

from dataclasses import replace

from tests.exports.sample import sample
from twosource.model.claimed import InformantVerdict
from twosource.model.dossier import Revision
from twosource.model.identity import ClaimId, Digest, StoryId
from twosource.protocols import Store


def test_the_last_word_on_two_informants_of_a_claim_is_kept(store: Store) -> None:
    same = InformantVerdict(claim=ClaimId("c"), left="body:a", right="body:b", verdict="same")
    different, elsewhere = replace(same, verdict="different"), replace(same, claim=ClaimId("d"))
    for verdict in (same, elsewhere, different):
        with store.transaction():
            store.add_informant_verdict(verdict)
    assert store.informant_verdicts() == (different, elsewhere)
    with store.transaction():
        store.add_informant_verdict(same)
        store.add_informant_verdict(same)
    assert store.informant_verdicts() == (same, elsewhere)


def test_the_last_word_stands_though_the_claim_has_another_id_or_other_words(
    store: Store,
) -> None:
    first = InformantVerdict(
        claim=ClaimId("c"),
        left="body:a",
        right="body:b",
        verdict="same",
        told="Two were hurt.",
        story=StoryId("s"),
    )
    reworded = replace(first, told="Two people were hurt.", verdict="different")
    anew = replace(reworded, claim=ClaimId("d"), verdict="same")
    elsewhere = replace(anew, claim=ClaimId("e"), story=StoryId("t"))
    for verdict in (first, reworded, elsewhere, anew):
        with store.transaction():
            store.add_informant_verdict(verdict)
    assert store.informant_verdicts() == (anew, elsewhere)


def test_a_run_publishes_one_revision_of_a_story_and_knows_which_was_before(store: Store) -> None:
    first = Revision(
        story=StoryId("s"), number=1, digest=Digest("a"), because=("first",), dossier=sample()
    )
    second = replace(first, number=2, digest=Digest("b"))
    with store.transaction():
        assert store.issued(first.story) is None
        store.add_revision(first)
        store.add_revision(replace(first, digest=Digest("c")))
        assert store.issued(first.story) == 0
        assert store.end_issue() == 1
        store.add_revision(second)
        assert (store.issued(first.story), store.end_issue()) == (1, 1)
        assert store.issued(first.story) is None
    assert [store.revision(first.story, number) for number in (0, 1, 2)] == [
        None,
        replace(first, digest=Digest("c")),
        second,
    ]
