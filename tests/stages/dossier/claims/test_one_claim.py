"""Which sentences of several reports are one claim, and which are two."""

from __future__ import annotations

from tests.stages.dossier.claims.tolls import POLICE, toll
from tests.stages.dossier.stories import (
    Counted,
    Report,
    Said,
    claim_with,
    claims_in,
)


def test_the_dead_and_the_injured_are_two_claims() -> None:
    claims = claims_in(
        POLICE,
        toll(
            "post",
            "14 people were killed, the police said.",
            words="14 people",
            of="dead",
            by="the police",
        ),
    )
    assert claim_with(claims, "injured").id != claim_with(claims, "killed").id


def test_a_supposition_is_no_claim() -> None:
    assert not claims_in(Report(outlet="herald", text="The captain may have been asleep on watch."))


def test_the_order_of_articles_does_not_change_the_claims() -> None:
    reports = [
        toll("herald", "14 people were hurt, the police said.", words="14 people", by="the police"),
        toll("post", "14 people were hurt, the crew said.", words="14 people", by="the crew"),
        toll("times", "14 people were hurt.", words="14 people"),
    ]

    def told(some: list[Report]) -> list[tuple[str, str]]:
        return [(claim.text.text, claim.label.text) for claim in claims_in(*some)]

    assert told(reports) == told(reports[::-1])


def test_the_thirteenth_and_the_nineteenth_are_not_one_claim() -> None:
    claims = claims_in(
        Report(outlet="herald", text="It was the 13th grounding off Stord harbour this winter."),
        Report(outlet="post", text="It was the 19th grounding off Stord harbour this winter."),
    )
    assert claim_with(claims, "13th").id != claim_with(claims, "19th").id


def test_a_failure_told_in_other_words_by_another_informant_is_one_claim() -> None:
    agency = Report(
        outlet="norda",
        text="The Marit struck a reef after losing power in both engines, the coastguard said.",
        said=(
            Said(
                words="The Marit struck a reef after losing power in both engines",
                by="the coastguard",
            ),
        ),
    )
    owners = Report(
        outlet="post",
        text="Her owners, Bridge Link, say the engines stopped a quarter of an hour before.",
        said=(
            Said(
                words="the engines stopped a quarter of an hour before",
                by="Her owners, Bridge Link",
            ),
        ),
    )
    label = claim_with(claims_in(agency, owners), "losing power").label
    assert label.text == "corroborated: 2 reports, 2 informants"


def test_no_sentence_stands_for_two_claims() -> None:
    text = "The firm employs 2,900 people at 41 sites, the ministry of labour said."
    claims = claims_in(
        Report(
            outlet="post",
            text=text,
            counted=(
                Counted(words="2,900 people", value=2900, of="people", unit="person"),
                Counted(words="41 sites", value=41, of="sites", unit="site"),
            ),
        )
    )
    assert [claim.positions[0].value for claim in claims] == ["2,900"]


def test_two_figures_that_the_same_sentences_tell_are_one_claim() -> None:
    counted = (
        Counted(words="2,900 people", value=2900, of="people", unit="person"),
        Counted(words="41 sites", value=41, of="sites", unit="site"),
    )
    claims = claims_in(
        Report(outlet="post", text="The firm employs 2,900 people at 41 sites.", counted=counted),
        Report(outlet="mail", text="At 41 sites the firm employs 2,900 people.", counted=counted),
    )
    assert [len(each.positions[0].carriages) for each in claims] == [2]


def test_two_numbers_of_one_sentence_are_never_two_values_of_one_claim() -> None:
    text = "Some 22 helicopters and 41 lifeboats were sent to the ferry."
    claims = claims_in(
        Report(
            outlet="post",
            text=text,
            counted=(
                Counted(words="22 helicopters", value=22, of="helicopters", unit="helicopter"),
                Counted(words="41 lifeboats", value=41, of="lifeboats", unit="lifeboat"),
            ),
        )
    )
    assert all(len(claim.positions) == 1 for claim in claims)


def test_the_toll_of_another_attack_in_the_same_article_is_another_claim() -> None:
    report = Report(
        outlet="post",
        text="The shooting in Sandvik left 58 people dead.\n\n"
        "The shooting in Bergvik left 49 people dead.",
        counted=(
            Counted(words="58 people", value=58, of="dead", unit="person"),
            Counted(words="49 people", value=49, of="dead", unit="person"),
        ),
    )
    claims = claims_in(report)
    assert {len(claim.positions) for claim in claims} == {1}
    assert len(claims) == 2


def test_one_figure_worded_otherwise_is_one_claim() -> None:
    def fined(outlet: str, text: str, words: str, unit: str) -> Report:
        counted = Counted(words=words, value=12e6, of="fine", unit=unit)
        return Report(outlet=outlet, text=text, counted=(counted,))

    ordered = fined(
        "norda",
        "The judges ordered Vestgrav to pay a fine of 12 million kroner.",
        "12 million kroner",
        "krone",
    )
    accepted = fined(
        "post", "The dredgers said they would not fight their fine of DKK 12m.", "DKK 12m", "DKK"
    )
    claim = claim_with(claims_in(ordered, accepted), "12 million kroner")
    (position,) = claim.positions
    assert {carriage.outlet for carriage in position.carriages} == {"norda", "post"}
