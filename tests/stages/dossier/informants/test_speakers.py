"""The words that name a speaker tell whom a passage knows from."""

from __future__ import annotations

import pytest

from twosource.model.annotated import MentionKind
from twosource.model.identity import EntityId
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.speaker import Speaker, role_in
from twosource.stages.dossier.informants.speakers import informant_of


def entity(name: str, *, kind: MentionKind) -> Entity:
    return Entity(id=EntityId(name), kind=kind, name=name)


def organization(name: str) -> Entity:
    return entity(name, kind="organization")


@pytest.mark.parametrize(
    ("words", "kind", "key"),
    [
        ("a rider who had watched from the fence", "witness", "witness"),
        ("people waiting at the lower station", "witness", "witness"),
        ("a concert-goer", "witness", "witness"),
        ("a doctor at Oban", "unnamed", "unnamed"),
        ("the owner of a 300-worker foundry", "unnamed", "body:owner of 300-worker foundry"),
        ("a shepherd in the valley", "witness", "witness"),
        ("Farmers", "unnamed", "unnamed"),
        ("councillors", "body", "body:council"),
        ("the county health department", "body", "body:county health department"),
        ("a ministry manager", "unnamed", "body:ministry"),
        ("a senior district official", "unnamed", "body:district"),
        ("Rescue 1122", "person", "unsure:rescue"),
        ("a preprint posted this week", "document", "document:a preprint posted this week"),
        ("one of Mr Hale's neighbours on the pier", "witness", "witness"),
        ("one of Mr Hale's ex-wives", "unnamed", "unnamed"),
        ("an employee", "unnamed", "unnamed"),
        ("Geologists", "unnamed", "unnamed"),
        ("the two Brazilians", "unnamed", "unnamed"),
        ("The Welsh government", "body", "body:welsh government of gb"),
        ("a Western diplomat in Peru", "unnamed", "unnamed"),
        ("a Danish diplomat in Peru", "unnamed", "state:DK"),
        ("an official in Peru", "unnamed", "state:PE"),
        ("The groups", "unnamed", "unnamed"),
        ("the Brazilian driver", "unnamed", "unnamed"),
        ("Two British engineers", "unnamed", "unnamed"),
        ("on the orders of the provincial governor", "body", "body:regional government"),
        ("the Brazilians", "body", "state:BR"),
        ("Nuclear-armed North Korea", "body", "state:KP"),
        ("an audit office report", "document", "body:audit office"),
        ("an internal memo", "document", "document:an internal memo"),
        ("a statement from the port authority", "body", "body:statement from port authority"),
        (
            "Inspector Una Holt from the New South Wales Police",
            "body",
            "body:new south wales police",
        ),
        ("Una Holt of the Mountain Rescue Service", "body", "body:mountain rescue service"),
        ("the shooting", "unstated", "unstated"),
        ("a quick look at the map", "unstated", "unstated"),
        ("two people with knowledge of the talks", "unnamed", "unnamed"),
        ("an aid worker", "unnamed", "unnamed"),
        ("local officials", "unnamed", "state:"),
        ("the Holt administration", "body", "state:"),
        ("the harbour company's blog post", "body", "body:harbour company"),
        (
            "a paper in the Journal of Tides",
            "document",
            "document:a paper in the journal of tides",
        ),
    ],
)
def test_who_is_not_named_as_a_person(words: str, kind: str, key: str) -> None:
    found = informant_of(Speaker(words=words))
    assert (found.kind, found.key) == (kind, key)


def test_a_body_whose_name_ends_like_a_papers_is_a_body() -> None:
    survey = organization("Tidal Survey")
    found = informant_of(Speaker(words="the Tidal Survey", bodies=(survey,)))
    assert (found.kind, found.key) == ("body", "body:tidal survey")


def test_a_body_named_by_one_bare_word_is_the_one_its_phrase_tells() -> None:
    ministry = organization("Ministry")
    found = informant_of(Speaker(words="the Foreign Ministry", bodies=(ministry,)))
    assert found.key == "body:ministry of foreign affairs"


def test_what_follows_the_words_tells_a_witness() -> None:
    found = informant_of(Speaker(words="a boda boda rider", saw=True))
    assert found.kind == "witness"


def test_an_employee_of_a_firm_is_unnamed_and_of_that_firm() -> None:
    fjellbor = organization("Fjellbor")
    found = informant_of(Speaker(words="an employee of Fjellbor", bodies=(fjellbor,)))
    assert (found.kind, found.key) == ("unnamed", "body:fjellbor")


@pytest.mark.parametrize("described", ["former president of Costa Rica", "retired police chief"])
def test_who_held_an_office_once_speaks_for_himself(described: str) -> None:
    ida = entity("Ida Brenner", kind="person")
    found = informant_of(Speaker(words="Ida Brenner", person=ida, role=role_in((described,))))
    assert found.key == "person:ida brenner"


def test_a_doctor_at_a_hospital_speaks_for_it() -> None:
    ida, hospital = entity("Ida Brenner", kind="person"), organization("Poprad Hospital")
    speaker = Speaker(
        words="Ida Brenner",
        person=ida,
        bodies=(hospital,),
        role=role_in(("a doctor at the hospital",)),
    )
    assert informant_of(speaker).key == "body:poprad hospital"


def test_a_journalist_is_his_outlets_eyes_and_no_informant() -> None:
    ida = entity("Ida Brenner", kind="person")
    speaker = Speaker(
        words="Ida Brenner", person=ida, role=role_in(("a reporter for the Harbour Post",))
    )
    assert informant_of(speaker).kind == "unstated"


def test_a_resident_whose_name_a_model_takes_for_a_body_is_a_witness() -> None:
    speaker = Speaker(words="A resident, Una Holt", bodies=(organization("Una Holt"),), rare=True)
    assert informant_of(speaker).kind == "witness"


def test_a_clause_that_was_taken_for_a_name_tells_nobody_for_sure() -> None:
    league = organization("Having Never Lost More Than Six Matches In Its League")
    found = informant_of(Speaker(words="the league", bodies=(league,)))
    assert found.key.startswith("unsure:")


@pytest.mark.parametrize(
    ("words", "kind", "key"),
    [
        ("the presiding judge, Una Holt", "body", "body:court"),
        ("figures from Statistics Norway", "body", "body:statistics of no"),
        ("exchange data", "document", "body:exchange"),
        ("Oban Hospital's medical director Dr", "body", "body:oban hospital"),
        ("The prosecution", "body", "body:prosecutors"),
        ("fire chief Una Holt", "body", "body:fire service"),
        ("Oban Mayor Una Holt", "body", "body:oban municipality"),
        ("the head of the observer mission", "body", "body:observer mission"),
        ("a spokesman for the striking dockers", "body", "body:striking dockers"),
        ("the director of the film", "unnamed", "unnamed"),
        ("the Ministry of Internal Affairs", "body", "body:ministry of interior"),
        ("the Department of Veterans Affairs", "body", "body:department of veterans affairs"),
        ("Unions", "unnamed", "unnamed"),
        ("papers obtained by Una Holt", "document", "document:papers obtained by una holt"),
        ("hundreds of women in the city of Oban", "unnamed", "unnamed"),
    ],
)
def test_an_office_or_a_count_stands_for_its_body(words: str, kind: str, key: str) -> None:
    found = informant_of(Speaker(words=words))
    assert (found.kind, found.key) == (kind, key)


def test_a_body_is_never_shown_as_the_one_who_holds_its_office() -> None:
    assert informant_of(Speaker(words="the mayor of Oban")).name == "Oban Municipality"
