"""What two outlets report as one saying is one claim, however differently they word it."""

from __future__ import annotations

from tests.stages.dossier.stories import Named, Report, Said, claims_in

FULL = "its shipments were not affected for now because it had stocks abroad"


def reported(outlet: str, words: str, by: str) -> Report:
    """Return a report in which a copper firm is said to have said something."""
    return Report(
        outlet=outlet,
        text=f"Shares of ports fell.\n\n{by} said {words}.",
        said=(Said(words=words, by=by),),
        named=(Named(words=by, kind="organization"),),
    )


def claims_told_by(*reports: Report) -> list[int]:
    """Return of each claim about shipments by how many passages it is carried."""
    return [
        sum(len(position.carriages) for position in claim.positions)
        for claim in claims_in(*reports)
        if "shipments" in claim.text.text
    ]


def test_one_saying_in_two_wordings_is_one_claim() -> None:
    short = reported("post", "its shipments are not affected", "Codara")
    assert claims_told_by(reported("herald", FULL, "Codara"), short) == [2]


def test_two_firms_that_say_alike_make_two_claims() -> None:
    other = reported("post", "its shipments are not affected", "Nordalu")
    assert claims_told_by(reported("herald", FULL, "Codara"), other) == [1, 1]
