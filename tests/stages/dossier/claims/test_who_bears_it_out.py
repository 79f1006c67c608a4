"""How many different informants bear a claim out, and who is none."""

from __future__ import annotations

from tests.stages.dossier.claims.tolls import POLICE, hospital, toll
from tests.stages.dossier.stories import (
    Counted,
    Named,
    Report,
    Said,
    claim_with,
    claims_in,
    material_of,
)
from twosource.stages.dossier.claims.find import find_claims


def test_one_ministrys_figure_in_four_papers_has_one_informant() -> None:
    claims = claims_in(
        toll(
            "herald",
            "14 people were injured, the transport ministry said.",
            words="14 people",
            by="the transport ministry",
        ),
        toll(
            "post",
            "Fourteen passengers were hurt, the Ministry of Transport said.",
            words="Fourteen passengers",
            by="the Ministry of Transport",
        ),
        toll(
            "times",
            "The grounding left 14 people wounded, the transport minister said.",
            words="14 people",
            by="the transport minister",
        ),
        toll(
            "courier",
            "Some 14 travellers suffered injuries, the Norwegian transport ministry said.",
            words="14 travellers",
            by="the Norwegian transport ministry",
        ),
    )
    label = claim_with(claims, "14 people were injured").label
    assert label.text == "4 reports, one known informant: Ministry of Transport (Norway)"


def test_the_same_unnamed_official_in_two_papers_is_one_informant() -> None:
    claims = claims_in(
        toll(
            "herald",
            "14 people were injured, a US official said.",
            words="14 people",
            by="a US official",
        ),
        toll(
            "post",
            "Fourteen people were hurt, an American official said.",
            words="Fourteen people",
            by="an American official",
        ),
    )
    label = claim_with(claims, "14 people").label
    assert (label.kind, label.reports, label.informants) == ("one informant", 2, 1)
    assert label.informant == "unnamed officials of the United States"


def test_who_may_be_the_informant_of_another_report_is_not_said_to_be_it() -> None:
    claims = claims_in(
        POLICE,
        toll("post", "14 people were hurt, officials said.", words="14 people", by="officials"),
    )
    reasons = claim_with(claims, "14 people").reasons
    assert "Post knows it from officials, and that may be the police." in reasons
    assert not any("both know it" in each for each in reasons)


def test_a_sentence_that_gives_a_value_in_two_units_bears_it_out_by_one_of_them() -> None:
    height = Counted(words="770 km", value=770_000, of="altitude", unit="m")
    claims = claims_in(
        Report(
            outlet="herald",
            text="The missile reached an altitude of 770 km, about 500 miles, Japan said.",
            counted=(height, Counted(words="500 miles", value=770_000, unit="m")),
            said=(Said(words="The missile reached an altitude of 770 km", by="Japan"),),
            named=(Named(words="Japan", kind="country", country="JP", acts=True),),
        ),
        Report(
            outlet="post",
            text="At its highest the missile was at an altitude of 770 km, South Korea said.",
            counted=(height,),
            said=(
                Said(
                    words="At its highest the missile was at an altitude of 770 km",
                    by="South Korea",
                ),
            ),
            named=(Named(words="South Korea", kind="country", country="KR", acts=True),),
        ),
    )
    assert claim_with(claims, "770 km").label.text == "corroborated: 2 reports, 2 informants"


def test_police_and_a_hospital_corroborate_a_toll() -> None:
    claims = claims_in(
        POLICE,
        hospital("Fourteen people"),
        toll("times", "14 people were hurt.", words="14 people"),
    )
    claim = claim_with(claims, "14 people were injured")
    assert claim.label.text == "corroborated: 2 reports, 2 informants"
    assert claim.independent == (("strict", 2), ("normal", 2), ("loose", 3))
    assert "Times does not say from whom it knows it." in claim.reasons


def test_an_agency_and_an_own_named_confirmation_corroborate_and_a_bare_one_adds_nothing() -> None:
    agency = Report(
        outlet="norda",
        text="The harbour of Stord will close on Friday for repairs, the port authority said.",
        said=(
            Said(
                words="The harbour of Stord will close on Friday for repairs",
                by="the port authority",
            ),
        ),
    )
    confirmed = Report(
        outlet="westland-herald",
        text="Repairs will close the harbour of Stord from Friday, Kjell Moe, who runs a crane "
        "there, told The Westland Herald.",
        said=(Said(words="Repairs will close the harbour of Stord from Friday", by="Kjell Moe"),),
        named=(Named(words="Kjell Moe"),),
    )
    bare = Report(
        outlet="post",
        text="The harbour of Stord will close on Friday for repairs, it is now clear.",
    )
    claim = claim_with(claims_in(agency, confirmed, bare), "harbour of Stord")
    assert claim.label.text == "corroborated: 2 reports, 2 informants"


def test_who_deplores_an_event_is_not_the_source_of_its_toll() -> None:
    claims = claims_in(
        toll("herald", "14 people were hurt, the police said.", words="14 people", by="the police"),
        Report(
            outlet="post",
            text="The foreign minister was horrified by the grounding that left 14 people hurt.",
            said=(
                Said(words="by the grounding that left 14 people hurt", by="The foreign minister"),
            ),
            counted=(Counted(words="14 people", value=14, of="injured", unit="person"),),
        ),
    )
    claim = claim_with(claims, "horrified")
    assert claim.label.text == "2 reports, one known informant: police"


def test_an_outlet_is_a_report_and_no_informant() -> None:
    told = "The harbour of Stord will close on Friday for repairs"
    material = material_of(
        Report(
            outlet="post",
            text=f"{told}, the Stord Gazette said.",
            said=(Said(words=told, by="the Stord Gazette"),),
        )
    )
    claim = claim_with(find_claims(material), "harbour of Stord")
    assert claim.positions[0].carriages[0].informant.kind == "unstated"


def test_an_article_that_repeats_the_agencys_initial_reports_names_no_informant() -> None:
    report = Report(
        outlet="post",
        text="The bridge over the Lind fell at dawn, according to initial reports.",
    )
    (claim,) = claims_in(report)
    assert claim.positions[0].carriages[0].informant.kind == "unstated"


def test_the_fire_service_has_the_full_name_that_the_story_tells() -> None:
    def fire(outlet: str, by: str) -> Report:
        words = "The fire at the Lindal works has burned for 31 hours"
        return Report(outlet=outlet, text=f"{words}, {by} said.", said=(Said(words=words, by=by),))

    claims = claims_in(fire("herald", "the fire service"), fire("post", "Hafenau fire service"))
    (informant,) = {
        each.informant.name for c in claims for p in c.positions for each in p.carriages
    }
    assert informant == "Hafenau fire service"


def test_why_two_named_informants_are_no_two_is_told() -> None:
    fact = "The lock gate at Vik gave way before dawn on Tuesday after days of rain"
    claims = claims_in(
        Report(
            outlet="herald",
            text=f"{fact}, the mayor of Vik said.",
            said=(Said(words=fact, by="the mayor of Vik"),),
        ),
        Report(
            outlet="post",
            text=f"{fact}, the coast guard said.",
            said=(Said(words=fact, by="the coast guard"),),
        ),
    )
    claim = claim_with(claims, "lock gate")
    assert claim.label.text == "2 reports, 2 informants, not independent"
    assert claim.reasons == (
        "Herald and Post have 7 words in a row in common: one text may stand behind both.",
    )
