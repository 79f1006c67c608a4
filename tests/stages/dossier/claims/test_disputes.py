"""Two values or a yes and a no: when sources dispute each other and when not."""

from __future__ import annotations

from tests.stages.dossier.claims.tolls import POLICE, hospital, tells, toll
from tests.stages.dossier.stories import (
    Counted,
    Named,
    Report,
    Said,
    claim_with,
    claims_in,
)


def test_two_bodies_with_two_numbers_at_one_time_dispute_each_other() -> None:
    claims = claims_in(
        POLICE,
        hospital("19 people", 19),
    )
    claim = claim_with(claims, "14 people")
    assert {position.value for position in claim.positions} == {"14", "19"}
    assert "disputed" in claim.flags
    assert claim.label.text == "one report"


def test_a_later_toll_overtakes_the_earlier_one() -> None:
    claims = claims_in(
        POLICE,
        hospital("19 people", 19, after=8),
    )
    claim = claim_with(claims, "19 people")
    assert [position.value for position in claim.positions] == ["19", "14"]
    assert "disputed" not in claim.flags


def test_a_denial_is_a_flag_and_no_support() -> None:
    told = "The alarm on the tank farm had been switched off for nine days"
    claims = claims_in(
        Report(
            outlet="herald",
            text=f"{told}, the works council said.\n\nLindwerk denied this.",
            said=(Said(words=told, by="the works council"),),
            named=(Named(words="Lindwerk", kind="organization"),),
        )
    )
    claim = claim_with(claims, "tank farm")
    assert claim.flags == ("disputed", "denied")
    assert claim.denied_by == ("Lindwerk",)
    assert claim.label.text == "one report"


def test_who_rejects_the_report_rejects_what_it_tells_and_not_the_sentence_before() -> None:
    claims = claims_in(
        Report(
            outlet="herald",
            text="A report of the harbour office says the tank farm leaked for nine days.\n\n"
            "The tanks were built in the town of Oban.\n\nLindwerk rejected the report.",
            named=(Named(words="Lindwerk", kind="organization"),),
        )
    )
    assert claim_with(claims, "leaked").denied_by == ("Lindwerk",)
    assert claim_with(claims, "were built").denied_by == ()


def test_who_disputes_a_denial_denies_nothing_that_stands_further_up() -> None:
    told, late = "The bridge to 14 villages was washed away at four", "a warning had come too late"
    claims = claims_in(
        Report(
            outlet="herald",
            text=f"{told}, the port office said.\n\n"
            f"Ada Lund denied that {late}.\n\nResidents disputed this.",
            said=(
                Said(words=told, by="the port office"),
                Said(words=late, by="Ada Lund", sense="denied"),
            ),
            named=(Named(words="Ada Lund"),),
        )
    )
    assert "denied" not in claim_with(claims, "14 villages").flags


def test_a_denial_told_as_such_stands_against_the_claim_of_another_report() -> None:
    told = "the alarm on the tank farm had been switched off for nine days"
    claims = claims_in(
        tells("herald", "The works council", "said", told),
        tells("post", "The company", "denied that", told, sense="denied"),
    )
    claim = claim_with(claims, "works council")
    assert "denied" in claim.flags
    assert claim.label.text == "one report"


def test_rounding_is_the_same_value_and_the_exact_one_is_shown() -> None:
    def exports(outlet_id: str, words: str, value: float, *, about: bool = False) -> Report:
        text = f"China exported {words} of machinery to the bloc in 2025, the trade ministry said."
        return Report(
            outlet=outlet_id,
            text=text,
            said=(Said(words=text.split(", the")[0], by="the trade ministry"),),
            counted=(
                Counted(words=words, value=value, of="machinery", unit="EUR", approximate=about),
            ),
        )

    claims = claims_in(
        exports("herald", "240.1 billion euros", 240.1e9),
        exports("post", "about 240 billion euros", 240e9, about=True),
    )
    claim = claim_with(claims, "240.1")
    assert [position.value for position in claim.positions] == ["240.1 billion euros"]
    assert claim.label.text == "2 reports, one known informant: Ministry of Trade"


def test_who_will_not_confirm_it_does_not_deny_it() -> None:
    told = "the alarm on the tank farm had been switched off for nine days"
    claims = claims_in(
        tells("herald", "The works council", "said", told),
        tells("post", "The fire service", "did not confirm that", told, sense="denied"),
    )
    claim = claim_with(claims, "works council")
    assert (claim.flags, claim.denied_by) == ((), ())


def test_two_values_that_nobody_is_named_for_are_not_called_disputed() -> None:
    claims = claims_in(
        toll("herald", "14 people were injured.", words="14 people"),
        toll("post", "19 people were injured.", words="19 people", value=19),
    )
    claim = claim_with(claims, "14 people")
    assert len(claim.positions) == 2
    assert claim.flags == ()


def test_who_does_not_know_why_it_failed_neither_asserts_nor_denies() -> None:
    report = Report(
        outlet="norda",
        text="The engines of the Marit failed on Tuesday, the coastguard said.\n\n"
        "Why the engines had failed was not known, the owner said.",
        said=(
            Said(words="The engines of the Marit failed on Tuesday", by="the coastguard"),
            Said(words="Why the engines had failed was not known", by="the owner", sense="denied"),
        ),
    )
    claim = claim_with(claims_in(report), "failed on Tuesday")
    assert "denied" not in claim.flags


def test_a_count_told_in_odd_words_joins_its_like_and_both_dispute_the_other() -> None:
    def count(outlet: str, text: str, words: str, value: float, by: str, told: str = "") -> Report:
        said = (Said(words=told, by=by),) if told else ()
        counted = (Counted(words=words, value=value, of="households", unit="household", by=by),)
        return Report(outlet=outlet, text=text, said=said, counted=counted)

    lost = "households lost power in February because of strikes"
    claims = claims_in(
        count(
            "norda",
            f"1.2 million {lost}, the energy ministry said.",
            "1.2 million households",
            1.2e6,
            "the energy ministry",
            f"1.2 million {lost}",
        ),
        count(
            "fjord",
            f"900,000 {lost}, the grid operator said.",
            "900,000 households",
            9e5,
            "the grid operator",
            f"900,000 {lost}",
        ),
        count(
            "herald",
            "By the count of the grid operator, 900,000 households lost their power that month.",
            "900,000 households",
            9e5,
            "the grid operator",
        ),
    )
    claim = claim_with(claims, "By the count")
    values = {each.value: each.label.reports for each in claim.positions}
    assert values == {"900,000": 2, "1,200,000": 1}
    assert "disputed" in claim.flags


def test_who_denies_it_disputes_nobody_who_says_that_it_is_not_so() -> None:
    claims = claims_in(
        tells(
            "herald",
            "Lindwerk",
            "denied that",
            "its traders at the tank farm had been warned",
            sense="denied",
        ),
        tells("post", "Lindwerk", "said", "its traders at the tank farm had not been warned"),
    )
    claim = claim_with(claims, "not been warned")
    assert (claim.flags, claim.denied_by) == ((), ())
    assert claim.label.text.startswith("2 reports")
