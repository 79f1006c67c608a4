"""An utterance is told once, with every wording that differs and who carries it."""

from __future__ import annotations

import pytest

from tests.factories import outlet
from tests.stages.dossier.marked import Told, material
from tests.stages.dossier.statements.said import FULL, says, statements


def test_what_a_thing_is_described_as_is_shown_with_its_verb() -> None:
    told = Told("herald", "Eirik Moen described this voyage as the longest.").name("Eirik Moen")
    told = told.quote(
        "this voyage as the longest", by="Eirik Moen", kind="indirect", cue="described"
    )
    (statement,) = statements(material(told))
    assert statement.wordings[0].text.text == "described this voyage as the longest"


def test_another_toll_is_another_statement() -> None:
    found = []
    for outlet_name, toll in (("herald", "Three"), ("post", "Nine")):
        words = f"{toll} people have died in the fire at the Vestby paint works"
        told = Told(outlet_name, f"{words}, Eirik Moen said.").name("Eirik Moen")
        value = 3.0 if toll == "Three" else 9.0
        found.append(
            told.quote(words, by="Eirik Moen", kind="indirect").figure(f"{toll} people", value)
        )
    assert len(statements(material(*found))) == 2


@pytest.mark.parametrize(
    ("one", "other", "sayings"),
    [
        ("the interior ministry", "the health ministry", 2),
        ("the Ministry of Internal Affairs", "the Ministry of Foreign Affairs", 2),
        ("the council", "the city council", 1),
    ],
)
def test_what_two_ministries_say_in_like_words_is_said_by_two(
    one: str, other: str, sayings: int
) -> None:
    told = [
        Told(name, f"Forty-one people were hurt in the fire, {who} said.").quote(
            "Forty-one people were hurt in the fire", by=who, kind="indirect"
        )
        for name, who in (("herald", one), ("post", other))
    ]
    assert len(statements(material(*told))) == sayings


def test_who_agrees_to_something_has_said_nothing() -> None:
    told = Told("herald", "Utopia and Erewhon agree to share the water of both rivers.")
    told.quote("to share the water of both rivers", by="Utopia", cue="agree", kind="indirect")
    assert statements(material(told)) == ()


def test_a_date_is_no_part_of_the_speaker() -> None:
    told = Told("herald", "The bridge is closed to lorries (harbour police, 4 March 2026).")
    told.day("4 March 2026", "2026-03-04")
    told.quote(
        "The bridge is closed to lorries",
        by="harbour police, 4 March 2026",
        cue="",
        kind="indirect",
    )
    assert [each.speaker for each in statements(material(told))] == ["harbour police"]


def test_a_person_is_introduced_with_the_role_that_some_source_gives() -> None:
    told = Told("post", "Harbour master Eirik Moen came late. “We all came late,” Moen said.")
    told.name("Eirik Moen", title="Harbour master").name("Moen", nth=1)
    told.quote("“We all came late,”", by="Moen")
    (statement,) = statements(material(says("herald", "“We all came late,”"), told))
    assert statement.speaker == "Eirik Moen"
    assert statement.speaker_words == "Harbour master Eirik Moen"


def test_a_role_before_a_comma_stands_behind_the_name() -> None:
    told = Told("post", "“We all came late,” said their lawyer, Eirik Moen.")
    told.name("Eirik Moen", title="lawyer")
    told.quote("“We all came late,”", by="their lawyer, Eirik Moen")
    (statement,) = statements(material(told))
    assert statement.speaker_words == "Eirik Moen, lawyer"


def test_the_embassy_is_the_one_named_before() -> None:
    told = Told(
        "herald",
        "“We regret the gift of these machines,” Utopia's embassy said. "
        "“Our ships never came near that coast,” the embassy said.",
    )
    told.quote("“We regret the gift of these machines,”", by="Utopia's embassy")
    told.quote("“Our ships never came near that coast,”", by="the embassy")
    assert {each.speaker for each in statements(material(told))} == {"Utopia's embassy"}


def test_reported_speech_of_one_speaker_joins_the_direct_quote_as_paraphrase() -> None:
    reported = Told(
        "post", "Eirik Moen said nobody was missing from the ship, counted three times."
    )
    reported.name("Eirik Moen").quote(
        "nobody was missing from the ship, counted three times", by="Eirik Moen", kind="indirect"
    )
    (statement,) = statements(material(says("herald", FULL), reported))
    assert [wording.relation for wording in statement.wordings] == ["verbatim", "paraphrase"]


def test_two_things_said_by_one_speaker_stay_two() -> None:
    found = statements(
        material(says("herald", FULL), says("post", "“The engines stopped before the bend,”"))
    )
    assert len(found) == 2


def test_a_denial_is_never_joined_with_the_assertion() -> None:
    def reported(name: str, verb: str, sense: str) -> Told:
        told = Told(name, f"Eirik Moen {verb} the crew waited too long before calling for help.")
        return told.name("Eirik Moen").quote(
            "the crew waited too long before calling for help",
            by="Eirik Moen",
            cue=verb,
            kind="indirect",
            sense=sense,  # type: ignore[arg-type]  # one of the senses
        )

    found = statements(
        material(reported("herald", "said", "asserted"), reported("post", "denied", "denied"))
    )
    assert sorted(each.sense for each in found) == ["asserted", "denied"]


def test_sources_that_disagree_who_spoke_are_shown() -> None:
    (statement,) = statements(
        material(says("herald", FULL), says("post", FULL), says("news", FULL, "Grete Solli"))
    )
    assert statement.speaker == "Eirik Moen"
    assert statement.other_speakers == ("Grete Solli",)


def test_a_statement_that_nobody_is_named_for_is_left_out() -> None:
    told = Told("herald", f"{FULL} said he.").quote(FULL, by="he")
    assert statements(material(told)) == ()


def test_a_surname_is_shown_by_the_full_name_and_as_first_told() -> None:
    told = Told("herald", f"Eirik Moen leads. {FULL} Moen said. Quiet fell.")
    told.name("Eirik Moen").name("Moen", nth=1).quote(FULL, by="Moen")
    spoken = told.done()
    assert spoken.quotes[0].speaker is not None
    (statement,) = statements(material(told))
    assert statement.speaker == "Eirik Moen"


def test_a_spokesman_is_not_the_person_he_speaks_for() -> None:
    told = Told("herald", f"{FULL} a spokesman for Eirik Moen said.")
    told.name("Eirik Moen").quote(FULL, by="a spokesman for Eirik Moen")
    (statement,) = statements(material(told))
    assert statement.entity is None
    assert statement.speaker == "a spokesman for Eirik Moen"


def test_satire_puts_nothing_on_record() -> None:
    of = material(says("mallard", FULL), outlets=(outlet("mallard", kind="satire"),))
    assert statements(of) == ()


def test_it_said_is_told_of_the_body_that_has_just_spoken() -> None:
    told = Told(
        "herald",
        "The ferry is safe, the Harbour Office said. Nobody on board was hurt, it said.",
    ).name("Harbour Office", "organization")
    told = told.quote("The ferry is safe", by="the Harbour Office", kind="indirect")
    told = told.quote("Nobody on board was hurt", by="it", kind="indirect")
    assert {each.speaker for each in statements(material(told))} == {"Harbour Office"}


def test_a_bare_spokesperson_speaks_for_the_body_that_the_paragraph_is_about() -> None:
    words = "It found no solvent in the river by noon"
    lead = "The water board has closed two inlets as a precaution."
    told = Told("herald", f"{lead} {words}, a spokesperson said.")
    (statement,) = statements(material(told.quote(words, by="a spokesperson", kind="indirect")))
    assert (statement.speaker, statement.speaker_words) == ("The water board", "The water board")


def test_a_mayor_whose_town_is_not_told_is_shown_by_his_own_words() -> None:
    words = "Two inlets have been closed as a precaution"
    told = Told("herald", f"{words}, the mayor said.")
    (statement,) = statements(material(told.quote(words, by="the mayor", kind="indirect")))
    assert statement.speaker_words == "the mayor"


def test_a_thing_is_shown_with_the_verb_that_tells_what_was_said_of_it() -> None:
    told = Told("herald", "Eirik Moen blamed a shortage of spare parts.").name("Eirik Moen")
    told = told.quote("a shortage of spare parts", by="Eirik Moen", cue="blamed", kind="indirect")
    (statement,) = statements(material(told))
    assert statement.wordings[0].text.text == "blamed a shortage of spare parts"


def test_what_somebody_calls_a_thing_is_shown_with_the_calling() -> None:
    told = Told("herald", "Eirik Moen called it a “slap in the face”.").name("Eirik Moen")
    told = told.quote("it a “slap in the face”", by="Eirik Moen", cue="called", kind="mixed")
    (statement,) = statements(material(told))
    assert statement.wordings[0].text.text == "called it a “slap in the face”"


def test_what_somebody_saw_is_not_said() -> None:
    told = Told("herald", "Eirik Moen saw two red flags on the quay.").name("Eirik Moen")
    told = told.quote("two red flags on the quay", by="Eirik Moen", cue="saw", kind="indirect")
    assert statements(material(told)) == ()


def test_an_event_says_nothing() -> None:
    words = "The standoff underscores that the port is in danger"
    told = Told("herald", f"{words}.")
    told = told.quote("the port is in danger", by="The standoff", cue="", kind="indirect")
    assert statements(material(told)) == ()


def test_she_is_whom_the_sentence_before_describes() -> None:
    words = "“We signed in pencil,”"
    told = Told("herald", f"The pencil is the word of a senior negotiator. {words} she said.")
    (statement,) = statements(material(told.quote(words, by="she")))
    assert statement.speaker == "a senior negotiator"


def test_the_minister_is_the_one_minister_whom_the_article_names() -> None:
    text = "Energy Minister Eirik Moen spoke. The minister said nobody on the ship was missing."
    told = Told("herald", text).name("Eirik Moen", title="Energy Minister")
    told = told.quote("nobody on the ship was missing", by="The minister", kind="indirect")
    (statement,) = statements(material(told))
    assert statement.speaker == "Eirik Moen"


def test_what_a_columnist_thinks_is_nobody_elses_wording() -> None:
    words = "Nordberg Anlegg signed for the missing bolts of the tunnel"
    report = Told("herald", f"The labour inspectorate said {words}.")
    report.quote(words, by="The labour inspectorate", kind="indirect")
    column = Told("post", f"I think {words}.").quote(words, by="I", cue="think", kind="indirect")
    (statement,) = statements(material(report, column))
    assert [each.outlets for each in statement.wordings] == [("herald",)]


def test_whom_no_language_tells_the_kind_of_can_be_quoted_but_not_head_a_line() -> None:
    words = "der Kai ist seit gestern abend gesperrt"
    quoted = Told("herald", f"„{words}“, sagte Ada Holt.").name("Ada Holt", "other")
    (statement,) = statements(material(quoted.quote(f"„{words}“", by="Ada Holt", cue="")))
    assert statement.speaker == "Ada Holt"
    headed = Told("herald", "Harbour Days: forty boats lie at the quay tonight")
    headed.name("Harbour Days", "other")
    headed.quote("forty boats lie at the quay tonight", by="Harbour Days", cue=":", kind="indirect")
    assert statements(material(headed)) == ()
