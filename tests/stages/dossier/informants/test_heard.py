"""Who speaks is answered once: a statement has its speaker, and a claim its source, from there."""

from __future__ import annotations

from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.informants.passages import informants_of
from twosource.stages.dossier.reading import reading_of
from twosource.stages.dossier.statements.who_speaks import speakers_of

Spoken = tuple[str, str]
"""Who is heard as the speaker, and the key of whom a fact is known from by that."""


def heard(text: str, *by: str, persons: str = "", body: str = "", title: str = "") -> Spoken:
    """Return the last speaker of a text in which these words speak, each a sentence by itself."""
    told = Told("herald", text)
    for name in persons.split(", ") if persons else ():
        told.name(name, title=title)
    if body:
        told.name(body, "organization")
    for words, sentence in zip(by, text.split(". ")[-len(by) :], strict=True):
        told.quote(sentence.partition(", ")[0], by=words, kind="indirect")
    of = material(told)
    (annotated,), informants = of.articles, informants_of(of)
    quote, speaker = annotated.quotes[-1], speakers_of(annotated, reading_of(of), informants)[-1]
    assert quote.speaker is not None
    return speaker.name, informants.at(annotated.article.id, quote.speaker).key


def test_a_police_spokesman_is_not_the_firm_that_his_sentence_opens_with() -> None:
    text = "Norda Dredging has closed the quay, a police spokesman said."
    found = heard(text, "a police spokesman", body="Norda Dredging")
    assert found == ("a police spokesman", "body:police")


def test_the_embassy_of_a_fact_is_the_one_that_spoke_before() -> None:
    text = "Guests had left, Russia's embassy in Oslo said. Nobody was hurt, the embassy said."
    found = heard(text, "Russia's embassy in Oslo", "the embassy")
    assert found == ("Russia's embassy in Oslo", "body:embassy in oslo of ru")


def test_the_zoo_is_not_the_zoo_visitor_who_spoke_before() -> None:
    text = "Gates shut, said Una Holt, a zoo visitor. The ape is well, the zoo said."
    found = heard(text, "Una Holt, a zoo visitor", "the zoo", persons="Una Holt")
    assert found == ("the zoo", "body:zoo")


def test_he_is_whoever_has_just_spoken() -> None:
    text = "Ships waited, Una Holt said. The tide turned, she said."
    found = heard(text, "Una Holt", "she", persons="Una Holt")
    assert found == ("Una Holt", "person:una holt")


def test_who_is_named_as_somebodys_employer_does_not_speak() -> None:
    text = "Ships waited, said a spokesman for President Una Holt."
    by = "a spokesman for President Una Holt"
    name, key = heard(text, by, persons="Una Holt", title="President")
    assert (name, "una holt" in key) == (by, False)


def test_who_holds_an_office_of_something_speaks() -> None:
    for by in ("director of communications Una Holt", "chief of staff Una Holt"):
        name, key = heard(f"Ships waited, said {by}.", by, persons="Una Holt")
        assert (name, key.partition(":")[2]) == ("Una Holt", "una holt")


def test_of_two_who_speak_together_neither_is_the_speaker_alone() -> None:
    text = "Ships waited, said Una Holt and Ola Hale."
    both = "Una Holt and Ola Hale"
    assert heard(text, both, persons="Una Holt, Ola Hale")[0] == both


def test_a_spokeswoman_of_nobody_tells_what_her_paragraphs_body_knows() -> None:
    text = "The water board has closed two inlets. No oil was found, a spokeswoman said."
    assert heard(text, "a spokeswoman") == ("The water board", "body:water board")


def test_the_provider_is_not_the_only_person_named_before() -> None:
    text = "Una Holt opened her bill. The amount was wrong, the electricity provider said."
    found = heard(text, "the electricity provider", persons="Una Holt")
    assert found == ("the electricity provider", "unnamed")


def test_a_railway_inspector_is_none_of_the_police() -> None:
    found = heard("The brakes failed, a railway inspector said.", "a railway inspector")
    assert found == ("a railway inspector", "body:railway inspectorate")


def test_a_station_inspector_is_of_the_police() -> None:
    found = heard("The gates failed, a station inspector said.", "a station inspector")
    assert found[1] == "body:police"


def test_an_ambassador_is_no_informant_in_his_presidents_name() -> None:
    text = "Talks failed, said Ola Hale, President Una Holt's ambassador."
    _, key = heard(text, "Ola Hale, President Una Holt's ambassador", persons="Ola Hale, Una Holt")
    assert "una holt" not in key
