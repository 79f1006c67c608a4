"""What a person has said of two informants of a claim counts, is told, and lasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from tests.stages.dossier.claims.tolls import POLICE, hospital, toll
from tests.stages.dossier.stories import claim_with, material_of
from twosource.model.claimed import Claim, InformantVerdict
from twosource.model.identity import ClaimId, StoryId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.find import find_claims

TOWN_POLICE = toll(
    "post",
    "14 people were hurt, the police of Stord said.",
    words="14 people",
    by="the police of Stord",
)
EARLY = toll("bote", "14 people were hurt.", words="14 people", after=-3)


def toll_in(material: StoryMaterial, verdicts: Sequence[InformantVerdict] = ()) -> Claim:
    judged = replace(material, informant_verdicts=tuple(verdicts))
    return claim_with(find_claims(judged), "14 people")


def word(claim: Claim, verdict: Literal["same", "different"]) -> InformantVerdict:
    keys = sorted({c.informant.key for c in claim.positions[0].carriages})
    left, right = keys[0], keys[-1]
    return InformantVerdict(
        claim=claim.id,
        left=left,
        right=right,
        verdict=verdict,
        told=claim.text.text,
        story=material_of(POLICE).story.id,
    )


def test_two_informants_that_are_judged_one_corroborate_nothing() -> None:
    material = material_of(POLICE, hospital())
    found = toll_in(material)
    judged = toll_in(material, [word(found, "same")])
    assert found.label.kind == "corroborated"
    assert judged.label.kind == "one informant"
    assert judged.label.informants == 1
    assert "A person judged" in judged.reasons[0]
    assert judged.reasons[0].endswith(" to be one informant.")


def test_what_is_judged_of_informants_with_two_values_is_told() -> None:
    other = toll(
        "post",
        "15 people were hurt, the hospital in Bergen said.",
        words="15 people",
        by="the hospital in Bergen",
        value=15,
    )
    material = material_of(POLICE, other)
    found = toll_in(material)
    keys = {c.informant.key for position in found.positions for c in position.carriages}
    assert (len(found.positions), len(keys)) == (2, 2)
    left, right = sorted(keys)
    judged = toll_in(material, [replace(word(found, "same"), left=left, right=right)])
    assert [each for each in judged.reasons if each.startswith("A person judged")]


def test_two_informants_that_may_be_one_and_are_judged_two_corroborate() -> None:
    material = material_of(POLICE, TOWN_POLICE)
    found = toll_in(material)
    judged = toll_in(material, [word(found, "different")])
    assert found.label.informants == 1
    assert judged.label.text == "corroborated: 2 reports, 2 informants"
    assert judged.reasons[-1].endswith(" to be two informants.")
    assert not [each for each in judged.reasons if "may be" in each]


def test_two_informants_that_are_each_judged_one_with_a_third_are_one() -> None:
    guard = toll(
        "radio",
        "14 people were hurt, the coast guard said.",
        words="14 people",
        by="the coast guard",
    )
    material = material_of(POLICE, hospital(), guard)
    found = toll_in(material)
    first, second, third = sorted({c.informant.key for c in found.positions[0].carriages})
    words = [
        replace(word(toll_in(material_of(POLICE, hospital())), "same"), left=first, right=each)
        for each in (second, third)
    ]
    apart = replace(words[0], left=second, right=third, verdict="different")
    assert found.label.informants == 3
    assert toll_in(material, words).label.informants == 1
    assert toll_in(material, [*words, apart]).label.informants == 2


def test_the_word_lasts_when_an_earlier_report_comes_and_when_the_story_goes_into_another() -> None:
    verdict = word(toll_in(material_of(POLICE, hospital())), "same")
    later = material_of(EARLY, POLICE, hospital())
    assert toll_in(later).id != verdict.claim
    assert toll_in(later, [verdict]).label.kind != "corroborated"
    merged = replace(later.story, id=StoryId("other"), merged_from=(later.story.id,))
    assert toll_in(replace(later, story=merged), [verdict]).label.kind != "corroborated"


def test_what_was_said_of_a_claim_as_it_stands_now_outranks_what_was_said_before() -> None:
    later = material_of(EARLY, POLICE, hospital())
    before = word(toll_in(material_of(POLICE, hospital())), "same")
    now = replace(before, claim=toll_in(later).id, verdict="different")
    for verdicts in ([before, now], [now, before]):
        assert toll_in(later, verdicts).label.kind == "corroborated"


def test_the_word_lasts_when_the_page_of_the_claim_reads_otherwise() -> None:
    verdict = word(toll_in(material_of(POLICE, hospital())), "same")
    read = [replace(each, text=f"Stord\n\n{each.text}") for each in (POLICE, hospital())]
    now = material_of(*read)
    assert toll_in(now).id != verdict.claim
    assert toll_in(now, [verdict]).label.kind != "corroborated"


def test_a_word_on_what_another_story_tells_in_the_same_words_says_nothing_of_this_one() -> None:
    material = material_of(POLICE, hospital())
    verdict = word(toll_in(material), "same")
    elsewhere = replace(verdict, claim=ClaimId("other"), story=StoryId("other"))
    assert toll_in(material, [elsewhere]).label.kind == "corroborated"
