"""The contract of every store: what persons have said of informants."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.claimed import InformantVerdict
from twosource.model.identity import ClaimId, StoryId
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
