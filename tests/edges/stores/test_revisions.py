"""The contract of every store: what persons have said of informants."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.claimed import InformantVerdict
from twosource.model.identity import ClaimId
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
