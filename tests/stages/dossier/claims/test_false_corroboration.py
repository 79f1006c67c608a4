"""What looks borne out by two and is not: the gravest fault, one smallest input per kind seen."""

from __future__ import annotations

from typing import Any

from tests.stages.dossier.stories import Counted, Named, Report, Said, claim_with, claims_in
from twosource.model.claimed import Informant
from twosource.model.identity import CountryCode, EntityId
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.one_informant import may_be_one
from twosource.stages.dossier.informants.speaker import Speaker, role_in
from twosource.stages.dossier.informants.speakers import informant_of


def report(
    outlet: str, sentence: str, words: str, by: str, *, cue: str = "", **marks: Any
) -> Report:
    said = Said(words=words, by=by, cue=cue)
    return Report(outlet=outlet, text=sentence, said=(said,), **marks)


def test_a_statement_of_nobody_named_may_be_anybodys() -> None:
    person = Informant(kind="person", key="person:una holt", name="Una Holt")
    statement = Informant(kind="document", key="document:a statement", name="statement")
    assert may_be_one(person, statement)


def test_a_body_called_by_a_common_noun_may_be_any_body() -> None:
    facility = Informant(kind="body", key="body:facility", name="facility")
    bureau = Informant(kind="body", key="body:bureau of prisons", name="Bureau of Prisons")
    assert may_be_one(facility, bureau)


def test_two_sentences_that_share_the_storys_own_words_bear_out_neither() -> None:
    claims = claims_in(
        report(
            "herald",
            "The bear held the boy for a while before it was shot, the zoo said.",
            "The bear held the boy for a while before it was shot",
            "the zoo",
        ),
        report(
            "post",
            "The boy lay between the legs of the bear when it was shot, the fire service said.",
            "The boy lay between the legs of the bear when it was shot",
            "the fire service",
        ),
        Report(
            outlet="mail",
            text="The bear held the boy between its legs for a while before it was shot.",
        ),
    )
    assert all(claim.label.kind != "corroborated" for claim in claims)


def test_a_surname_that_stands_in_an_officials_full_name_is_no_second_informant() -> None:
    office = Informant(
        kind="body",
        key="body:oban city attorney",
        name="Oban City Attorney",
        words="Oban Chief Deputy City Attorney Una Holt",
    )
    surname = Informant(kind="body", key="body:holt", name="Holt", words="Holt")
    other = Informant(kind="body", key="body:hale", name="Hale", words="Hale")
    assert may_be_one(office, surname)
    assert not may_be_one(office, other)


def test_who_agrees_to_buy_is_a_party_and_no_informant() -> None:
    deal = Counted(words="$40 million", value=4e7, unit="USD", of="Halden Marine")
    claims = claims_in(
        report(
            "herald",
            "Corvane agreed to buy Halden Marine for $40 million.",
            "to buy Halden Marine for $40 million",
            "Corvane",
            cue="agreed",
            counted=(deal,),
            named=(Named(words="Corvane", kind="organization"),),
        ),
    )
    (carriage,) = claim_with(claims, "$40 million").positions[0].carriages
    assert carriage.informant.kind == "unstated"


def test_a_reporter_of_another_outlet_is_no_informant() -> None:
    claims = claims_in(
        report(
            "herald",
            "Coast Sports' Una Holt said the club has offered the striker a contract.",
            "the club has offered the striker a contract",
            "Coast Sports' Una Holt",
            named=(
                Named(words="Coast Sports", kind="organization"),
                Named(words="Una Holt", kind="person"),
            ),
        ),
    )
    (carriage,) = claim_with(claims, "striker a contract").positions[0].carriages
    assert carriage.informant.kind == "unstated"


def test_an_estimated_number_is_nobodys_estimate() -> None:
    pirates = Counted(words="1,500 pirates", value=1500, of="pirates", unit="person")
    claims = claims_in(
        Report(
            outlet="herald",
            text="An estimated 1,500 pirates are based on the northern coast.",
            counted=(pirates,),
        ),
    )
    (carriage,) = claim_with(claims, "1,500").positions[0].carriages
    assert carriage.informant.kind == "unstated"


def test_early_figures_of_a_state_are_that_states() -> None:
    early = informant_of(
        Speaker(
            words="Initial Norwegian assessments",
            bodies=(Entity(id=EntityId("x"), kind="organization", name="Initial Norwegian"),),
        )
    )
    ministry = Informant(
        kind="body",
        key="body:ministry of defence of no",
        name="Ministry of Defence",
        country=CountryCode("NO"),
    )
    assert early.key == "state:NO"
    assert may_be_one(early, ministry)


def test_an_officer_of_no_known_company_may_speak_for_any() -> None:
    officer = informant_of(
        Speaker(
            words="marketing VP Una Holt",
            person=Entity(id=EntityId("p"), kind="person", name="Una Holt"),
            role=role_in(("marketing VP",)),
        )
    )
    assert may_be_one(officer, Informant(kind="body", key="body:oban lines", name="Oban Lines"))


def test_two_strengths_of_one_quake_bear_out_neither() -> None:
    claims = claims_in(
        report(
            "herald",
            "The Tidal Survey put the quake's strength off the coast at magnitude-5.4.",
            "the quake's strength off the coast at magnitude-5.4",
            "The Tidal Survey",
        ),
        report(
            "post",
            "The Oban Institute put the quake's strength off the coast at magnitude-5.7.",
            "the quake's strength off the coast at magnitude-5.7",
            "The Oban Institute",
        ),
    )
    assert all(claim.label.kind != "corroborated" for claim in claims)


def test_a_price_that_only_says_which_deal_is_meant_bears_nothing_out() -> None:
    claims = claims_in(
        report(
            "herald",
            "Norrfors announced its 7.1 billion franc bid on Monday, Norrfors said.",
            "Norrfors announced its 7.1 billion franc bid on Monday",
            "Norrfors",
            counted=(Counted(words="7.1 billion franc", value=7.1e9, unit="CHF"),),
        ),
        report(
            "post",
            "It would review Norrfors' 7.1 billion franc bid in depth, the regulator said.",
            "It would review Norrfors' 7.1 billion franc bid in depth",
            "the regulator",
            counted=(Counted(words="7.1 billion franc", value=7.1e9, unit="CHF"),),
        ),
    )
    assert all(claim.label.kind != "corroborated" for claim in claims)


def test_a_figure_that_is_set_against_as_anothers_bears_nothing_out() -> None:
    claims = claims_in(
        report(
            "herald",
            "The closure costs the town 31 million crowns a week, the chamber of trade said.",
            "The closure costs the town 31 million crowns a week",
            "the chamber of trade",
            counted=(Counted(words="31 million crowns", value=31e6, of="closure", unit="NOK"),),
        ),
        report(
            "post",
            "Researchers at Stord College put the cost to the town at 12 million crowns a week, "
            "far below the chamber's estimate of 31 million crowns for the closure.",
            "the cost to the town at 12 million crowns a week",
            "Researchers at Stord College",
            counted=(
                Counted(words="12 million crowns", value=12e6, of="closure", unit="NOK"),
                Counted(words="31 million crowns", value=31e6, of="closure", unit="NOK"),
            ),
        ),
    )
    assert all(claim.label.kind != "corroborated" for claim in claims)
