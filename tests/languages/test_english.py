"""English tells who says what, in which sense, by the structure of the sentence."""

from __future__ import annotations

import tracemalloc

import pytest

from twosource.errors import MissingExtraError
from twosource.languages import Sentence, open_language
from twosource.languages.language import Reading
from twosource.model.identity import LanguageCode
from twosource.settings import AnnotateSettings

ENGLISH = open_language(LanguageCode("en"), AnnotateSettings())


def said(text: str) -> list[tuple[str, str | None, str | None, str]]:
    """Return content, speaker, cue and sense of everything a sentence without marks tells."""
    found = ENGLISH.find_said([Sentence(text=text)])[0]
    return [
        (
            " … ".join(text[start:end] for start, end in each.content),
            text[slice(*each.speaker)] if each.speaker else None,
            text[slice(*each.cue)] if each.cue else None,
            each.sense,
        )
        for each in found
        if each.content
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Anna Berg, the harbour master, said the ferry would stay in port.",
            "the ferry would stay in port",
            "Anna Berg, the harbour master",
        ),
        (
            "Nine people were hurt, five of them badly, said Ada Lund, a doctor.",
            "Nine people were hurt",
            "Ada Lund, a doctor",
        ),
        (
            "Exports are expected to rise, a spokesman said.",
            "Exports are expected to rise",
            "a spokesman",
        ),
        ("The plan, Berg said, will fail.", "The plan … will fail", "Berg"),
        (
            "The dam held, according to the ministry of water.",
            "The dam held",
            "the ministry of water",
        ),
        ("Officials warned of more storms.", "of more storms", "Officials"),
        (
            "Berg accused the council of hiding the report.",
            "the council of hiding the report",
            "Berg",
        ),
        (
            "Berg accused the firm, Havn Vann, of hiding the report.",
            "the firm … of hiding the report",
            "Berg",
        ),
        (
            "Five people died at the hospital, its director, Ada Lund, told the Herald.",
            "Five people died at the hospital",
            "its director, Ada Lund",
        ),
        ("The mayor, who said he was tired, went home.", "he was tired", "The mayor"),
        ("Lund wants the council to open the port.", "the council to open the port", "Lund"),
        ("Lund urged the council to open the port.", "the council to open the port", "Lund"),
        ("Lund told the council to open the port.", "to open the port", "Lund"),
        (
            "The council estimates the cost at between £90,000 and £240,000.",
            "the cost at between £90,000 and £240,000",
            "The council",
        ),
        ("Neighbours reported a smell of gas to police.", "a smell of gas", "Neighbours"),
        (
            "The thefts went on for years, Berg said, and came to light in May.",
            "The thefts went on for years … came to light in May",
            "Berg",
        ),
        (
            "One man has died after a tree fell near Hallow, police confirm.",
            "One man has died after a tree fell near Hallow",
            "police",
        ),
        ("He did, however, promise a statement.", "a statement", "He"),
        (
            "The ferry sails on Saturday, as per Norway's energy ministry.",
            "The ferry sails on Saturday",
            "Norway's energy ministry",
        ),
        (
            "The ministry puts the number of homes that went dark in May at 1.2 million.",
            "the number of homes that went dark in May at 1.2 million",
            "The ministry",
        ),
        (
            "Oslo said in a note to the other capitals that it hoped they would follow.",
            "it hoped they would follow",
            "Oslo",
        ),
        ("The embassy spoke of a hostile step.", "of a hostile step", "The embassy"),
        (
            "Dane, of Mill Row, Lanchester, who denies fraud, sat in the dock.",
            "fraud",
            "Dane, of Mill Row, Lanchester",
        ),
        ("Berg was accused by Lund of hiding the report.", "of hiding the report", "Lund"),
        (
            "The envelopes were said by witnesses to have been yellow.",
            "to have been yellow",
            "witnesses",
        ),
        (
            "Berg quoted a saying of her home, according to which a fence needs two hands.",
            "a saying of her home, according to which a fence needs two hands",
            "Berg",
        ),
        ("Berg made it clear that she would go.", "she would go", "Berg"),
        ("Testa left no doubt that he would appeal.", "he would appeal", "Testa"),
        (
            "Figures released on Tuesday show a sharp rise in the number of nurses.",
            "a sharp rise in the number of nurses",
            "Figures released on Tuesday",
        ),
        (
            "Berg called her vote in favour of the war a mistake.",
            "her vote in favour of the war a mistake",
            "Berg",
        ),
        ("Berg attributed the delay to a strike in Oslo.", "the delay to a strike in Oslo", "Berg"),
    ],
)
def test_indirect_speech_has_its_content_and_speaker(text: str, content: str, speaker: str) -> None:
    assert (content, speaker) in [(each[0], each[1]) for each in said(text)]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "The gap, planner Ada Falk argued, is that nobody has measured it.",
            "The gap … is that nobody has measured it",
            "planner Ada Falk",
        ),
        (
            "The route would cost 40 million, she told the council in May, and the other more.",
            "The route would cost 40 million … the other more",
            "she",
        ),
        (
            "People should stay indoors, officials advise, and keep a torch at hand.",
            "People should stay indoors … keep a torch at hand",
            "officials",
        ),
        (
            "It is a town where, she recalls, the only book was a Bible.",
            "the only book was a Bible",
            "she",
        ),
        (
            "The rule is simple, she insists: never trust a quiet minute.",
            "The rule is simple … never trust a quiet minute",
            "she",
        ),
    ],
)
def test_clause_set_off_by_commas_has_the_sentence_around_it(
    text: str, content: str, speaker: str
) -> None:
    assert (content, speaker) in [(each[0], each[1]) for each in said(text)]


def test_an_attack_of_deeds_tells_nothing() -> None:
    assert said("A crowd attacked a health post.") == []
    assert [each[1] for each in said("The minister attacked the plan.")] == ["The minister"]


def test_what_the_speaker_does_next_is_not_said() -> None:
    told = said("The rain would stop at noon, said Berg, and went to bed.")
    assert [each[:2] for each in told] == [("The rain would stop at noon", "Berg")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Guests complained about the pitch, which had been laid on Monday.", "about the pitch"),
        (
            "The union said the mine was safe and the ministry warned that it would close it.",
            "the mine was safe",
        ),
        ("Berg said earlier that 212 had started.", "212 had started"),
        ("The yard said on Monday evening it would pay no dividend.", "it would pay no dividend"),
        ("Police said late on Friday they had found the boat.", "they had found the boat"),
        ("Berg said on Monday that on Friday it would open.", "on Friday it would open"),
        ("The firm has assured the Federation of its support.", "of its support"),
    ],
)
def test_what_the_writer_adds_is_not_said(text: str, content: str) -> None:
    assert said(text)[0][0] == content


def test_clause_about_a_person_who_is_spoken_of_is_said() -> None:
    told = said("Berg said he was proud of his players, who had run until they fell.")
    assert told[0][0] == "he was proud of his players, who had run until they fell"


def test_participle_of_speech_behind_a_statement_is_one_of_its_own() -> None:
    told = said("Berg said the port was shut, adding that it would stay so.")
    assert [each[:2] for each in told] == [
        ("the port was shut", "Berg"),
        ("it would stay so", "Berg"),
    ]


def test_aim_that_goes_on_behind_an_aside_is_promised_too() -> None:
    assert said("The league promised to block it and, if need be, to sue.")[0][0] == (
        "to block it and, if need be, to sue"
    )


def test_verb_of_the_speakers_tense_is_the_speakers_own() -> None:
    told = said("The minister said he would order a review and warned against hackers.")
    assert [each[:3] for each in told] == [
        ("he would order a review", "The minister", "said"),
        ("against hackers", "The minister", "warned"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rate fell by a tenth, compared with two tenths a year ago.",
        "It says a lot about the town's patience.",
        "Do you know where the boat is?",
        "Tell us that it was no accident.",
        "He saw the mast fall.",
        "Berg called the harbour office on Monday.",
        "Lund is free to disclose his returns.",
        "The sailor showed a steady hand.",
        "The ferry is expected to sail on Friday.",
        "Nobody has suggested that the boat was lost.",
        "Nine feared dead as the ferry sinks",
    ],
)
def test_word_of_speech_that_gives_nobodys_words_tells_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Berg said the boat was lost.", "asserted"),
        ("Berg denied that the boat was lost.", "denied"),
        ("Berg did not think that the boat was lost.", "denied"),
        ("Berg did not say that the boat was lost.", "unsaid"),
        ("Berg declined to say whether the boat was lost.", "unsaid"),
        ("Berg would neither confirm nor deny that the boat was lost.", "unsaid"),
        ("Berg did not rule out that the boat was lost.", "unsaid"),
        ("Berg ruled out that the boat was lost.", "denied"),
        ("Berg refused to let the boat sail.", "denied"),
        ("Berg asked whether the boat was lost.", "asked"),
        ("Berg predicted that the boat would be lost.", "supposed"),
        ("Berg might say that the boat was lost.", "supposed"),
        ("Berg asked that the hearing be closed.", "asserted"),
        ("Berg left no doubt that the boat was lost.", "asserted"),
        ("Berg did not deny that the boat was lost.", "asserted"),
    ],
)
def test_sense_of_what_is_told_is_kept(text: str, sense: str) -> None:
    assert [each[3] for each in said(text)][:1] == [sense]


@pytest.mark.parametrize(
    "text",
    ["The inquest heard that Berg had been ill.", "The trial was told that Berg had been ill."],
)
def test_court_that_hears_speaks_not(text: str) -> None:
    assert [each[1] for each in said(text)] == [None]


def test_name_that_looks_like_a_word_before_sources_is_a_name() -> None:
    assert said("Governor Per Lundkvist is speaking now.") == []


def test_sentence_without_a_word_of_speech_tells_nothing() -> None:
    assert said("The ferry ran aground on Tuesday.") == []


def test_that_is_kept_where_it_is_what_the_words_are_about() -> None:
    (found,) = said("Berg said that was untrue and that the pier had been shut.")
    assert found[0] == "that was untrue and that the pier had been shut"
    (found,) = said("Berg said that the pier had been shut.")
    assert found[0] == "the pier had been shut"


def test_content_that_only_points_elsewhere_is_none() -> None:
    assert said("That is what Berg said.") == []


def test_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(MissingExtraError, match="no_such_model"):
        open_language(LanguageCode("en"), AnnotateSettings(model="no_such_model"))


def test_memory_for_sentences_without_end_does_not_grow_with_their_number() -> None:
    long = "The “ferry” " * 200
    readings = [Reading(text=long, sentences=((0, len(long)),))] * 48
    tracemalloc.start()
    found = ENGLISH.find_names(readings)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 48
    assert most < 300_000_000
