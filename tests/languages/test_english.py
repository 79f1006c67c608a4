"""English tells who says what, in which sense, by the structure of the sentence."""

from __future__ import annotations

import pytest

from twosource.errors import MissingExtraError
from twosource.languages import Sentence, open_language
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
        ("Exports are expected to rise, a spokesman said.", "Exports are expected to rise",
         "a spokesman"),
        ("The plan, Berg said, will fail.", "The plan … will fail", "Berg"),
        ("The dam held, according to the ministry of water.", "The dam held",
         "the ministry of water"),
        ("Officials warned of more storms.", "of more storms", "Officials"),
        ("Berg accused the council of hiding the report.", "the council of hiding the report",
         "Berg"),
        ("The mayor, who said he was tired, went home.", "he was tired", "The mayor"),
        ("Lund wants the council to open the port.", "the council to open the port", "Lund"),
        ("Lund urged the council to open the port.", "the council to open the port", "Lund"),
        ("Lund told the council to open the port.", "to open the port", "Lund"),
        ("The council estimates the cost at between £90,000 and £240,000.",
         "the cost at between £90,000 and £240,000", "The council"),
        ("Neighbours reported a smell of gas to police.", "a smell of gas", "Neighbours"),
        ("The thefts went on for years, Berg said, and came to light in May.",
         "The thefts went on for years … came to light in May", "Berg"),
        ("One man has died after a tree fell near Hallow, police confirm.",
         "One man has died after a tree fell near Hallow", "police"),
        ("He did, however, promise a statement.", "a statement", "He"),
        ("The ferry sails on Saturday, as per Norway's energy ministry.",
         "The ferry sails on Saturday", "Norway's energy ministry"),
        ("The ministry puts the number of homes that went dark in May at 1.2 million.",
         "the number of homes that went dark in May at 1.2 million", "The ministry"),
        ("Oslo said in a note to the other capitals that it hoped they would follow.",
         "it hoped they would follow", "Oslo"),
        ("The embassy spoke of a hostile step.", "of a hostile step", "The embassy"),
        ("Dane, of Mill Row, Lanchester, who denies fraud, sat in the dock.", "fraud",
         "Dane, of Mill Row, Lanchester"),
        ("Berg attributed the delay to a strike in Oslo.", "the delay to a strike in Oslo", "Berg"),
    ],
)  # fmt: skip
def test_indirect_speech_has_its_content_and_speaker(text: str, content: str, speaker: str) -> None:
    assert (content, speaker) in [(each[0], each[1]) for each in said(text)]


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


def test_content_that_only_points_elsewhere_is_none() -> None:
    assert said("That is what Berg said.") == []


def test_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(MissingExtraError, match="no_such_model"):
        open_language(LanguageCode("en"), AnnotateSettings(model="no_such_model"))
