"""Two sentences are one claim only if they tell one thing; invented events throughout."""

from __future__ import annotations

from typing import Any

from tests.stages.dossier.marked import Told, material
from tests.stages.dossier.stories import Counted, Named, Report, Said, claims_in
from twosource.model.claimed import Claim
from twosource.stages.dossier.claims.find import find_claims

LEAD = "A storm closed the bridge at Tarvik on Sunday."


def report(outlet: str, text: str, **marks: Any) -> Report:
    """Return a report that opens with the storm; the marks are those of its second sentence."""
    return Report(outlet=outlet, text=f"{LEAD}\n\n{text}", **marks)


def together(claims: tuple[Claim, ...], one: str, other: str) -> bool:
    """Return whether one claim is told in both words."""
    told = [
        " ".join(each.citation.words for p in claim.positions for each in p.carriages)
        for claim in claims
    ]
    return any(one in words and other in words for words in told)


def test_two_sentences_that_share_only_a_name_and_its_role_are_two_claims() -> None:
    named = (Named(words="Jorunn Tveit"), Named(words="Aslak Berg"))
    claims = claims_in(
        report("herald", "Skipper Aslak Berg hired the lawyer Jorunn Tveit.", named=named),
        report("post", "The lawyer of Aslak Berg, Jorunn Tveit, left the court.", named=named),
    )
    assert not together(claims, "hired the lawyer", "left the court")


def test_a_small_number_of_a_common_thing_is_not_one_claim_without_more_in_common() -> None:
    claims = claims_in(
        report(
            "herald",
            "The council met, as two island boats were sold.",
            counted=(Counted(words="two island boats", value=2, of="boats", unit="boat"),),
        ),
        report(
            "post",
            "The baker Inga Lund sleeps badly, as two island boats drift by.",
            counted=(Counted(words="two island boats", value=2, of="boats", unit="boat"),),
        ),
    )
    assert not together(claims, "The council met", "The baker Inga Lund")


def test_a_version_number_counts_nothing() -> None:
    claims = claims_in(
        report(
            "herald",
            "Sailors wait for the calculator release 5.5.",
            counted=(Counted(words="5.5", value=5.5),),
        ),
        report(
            "post",
            "A harbour master found a fault in the calculator release 5.5.",
            counted=(Counted(words="5.5", value=5.5),),
        ),
    )
    assert not together(claims, "Sailors wait", "a fault")


def test_two_speakers_who_share_one_clause_of_their_sentences_do_not_bear_each_other_out() -> None:
    ours = "All staff are safe and troops prepare to evacuate the site"
    theirs = (
        "The blast damaged part of the embassy and troops at the site secure the building and "
        "prepare to evacuate its personnel"
    )
    claims = claims_in(
        report(
            "herald",
            f"{ours}, the foreign ministry said.",
            said=(Said(words=ours, by="the foreign ministry"),),
        ),
        report(
            "post",
            f"{theirs}, the fire service said.",
            said=(Said(words=theirs, by="the fire service"),),
        ),
    )
    assert not any(claim.label.kind == "corroborated" for claim in claims)


def test_ten_children_among_the_dead_are_not_ten_bodies_somebody_saw() -> None:
    claims = claims_in(
        report(
            "herald",
            "The regional president said 10 children were among the dead.",
            counted=(Counted(words="10 children", value=10, of="children", unit="person"),),
            said=(Said(words="10 children were among the dead", by="The regional president"),),
        ),
        report(
            "post",
            "A tourist saw 10 dead bodies on the street.",
            counted=(Counted(words="10 dead bodies", value=10, of="bodies", unit="person"),),
        ),
    )
    assert not together(claims, "10 children", "10 dead bodies")


def test_captions_and_labels_alone_make_no_claim() -> None:
    claims = claims_in(
        report("herald", "Broken railings of the Tarvik bridge under repair"),
        report("post", "Broken railings of the Tarvik bridge under repair"),
        report("times", "Broken railings of the Tarvik bridge are shown in this picture."),
    )
    assert not any("railings" in claim.text.text for claim in claims)


def test_what_people_say_of_themselves_is_no_claim() -> None:
    claims = claims_in(
        report("herald", "I was sad because my boat lay broken on the shore of Tarvik."),
        report("post", "I was sad because my boat lay broken on the shore of Tarvik."),
    )
    assert not any("my boat" in claim.text.text for claim in claims)


def test_a_claim_is_shown_by_a_sentence_that_leans_on_none_before_it() -> None:
    claims = claims_in(
        report("herald", "He was rescued from a rubber dinghy by the lifeboat of Tarvik."),
        report("post", "The pilot was rescued from a rubber dinghy by the lifeboat of Tarvik."),
    )
    assert any(claim.text.text.startswith("The pilot was rescued") for claim in claims)
    assert not any(claim.text.text.startswith("He was rescued") for claim in claims)


def dated(outlet: str, text: str, *, when: dict[str, str]) -> Told:
    """Return a report with times in its text, each with the value it resolves to."""
    told = Told(outlet, f"{LEAD} {text}")
    for words, value in when.items():
        told.day(words, value)
    return told


def test_one_rare_thing_of_one_month_is_one_claim_in_whatever_words() -> None:
    of = material(
        dated(
            "herald",
            "The span, raised at Ulvik in 1998, passed its last inspection in January.",
            when={"1998": "1998", "January": "2026-01"},
        ),
        dated("post", "It was inspected in January and came through.", when={"January": "2026-01"}),
    )
    assert together(find_claims(of), "passed its last", "came through")


def test_one_rare_thing_of_two_months_is_two_claims() -> None:
    of = material(
        dated("herald", "The span passed its inspection in January.", when={"January": "2026-01"}),
        dated("post", "The span passed its inspection in June.", when={"June": "2025-06"}),
    )
    assert not together(find_claims(of), "in January", "in June")


def test_seven_civilians_are_the_seven_people() -> None:
    claims = claims_in(
        report(
            "herald",
            "At least seven people died in the shelling of the harbour.",
            counted=(Counted(words="seven people", value=7, of="dead", unit="person"),),
        ),
        report(
            "post",
            "Medics said seven civilians were killed on the border.",
            counted=(Counted(words="seven civilians", value=7, of="dead", unit="person"),),
        ),
    )
    assert together(claims, "seven people", "seven civilians")


def test_two_sentences_that_both_give_both_parts_of_a_number_differ_in_none() -> None:
    one = "Four of the new cases were in Tarvik and seven in Solvik, the county said."
    other = (
        "Eleven further cases, four in Tarvik and seven in Solvik, were found, the coroner said."
    )
    counted = (
        Counted(words="Four of the new cases", value=4, of="cases", unit="case"),
        Counted(words="seven", value=7),
    )
    again = (
        Counted(words="Eleven further cases", value=11, of="cases", unit="case"),
        Counted(words="four", value=4),
        Counted(words="seven", value=7),
    )
    claims = claims_in(
        report("herald", one, said=(Said(words=one[:-17], by="the county"),), counted=counted),
        report("post", other, said=(Said(words=other[:-19], by="the coroner"),), counted=again),
    )
    pairs = [{each.value for each in claim.positions} for claim in claims]
    assert all(not {"4", "7"} <= values for values in pairs)
