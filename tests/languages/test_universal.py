"""A language without a module of its own is read by marks, capitals and stops."""

from __future__ import annotations

import pytest

from twosource.languages import Reading, Sentence, open_language
from twosource.model.identity import LanguageCode
from twosource.settings import AnnotateSettings

FRENCH = open_language(LanguageCode("fr"), AnnotateSettings())


def names(text: str) -> list[str]:
    reading = Reading(text=text, sentences=FRENCH.split_sentences(text))
    return [text[name.start : name.end] for name in FRENCH.find_names([reading])[0]]


def test_capitalised_runs_inside_a_sentence_are_names() -> None:
    assert names("Le maire Paul de Lund est venu à Bergen.") == ["Paul de Lund", "Bergen"]


def test_word_that_only_starts_a_sentence_is_no_name() -> None:
    assert names("Hier le port dormait.") == []


def test_script_without_capitals_gives_no_names() -> None:
    assert names("港口今天关闭了。") == []


def test_quotation_is_given_to_the_nearest_name_outside_it() -> None:
    text = "« Le port est fermé depuis hier », a dit Paul Lund à la presse."
    said = FRENCH.find_said([Sentence(text=text, quoted=((0, 34),))])[0]
    speaker = said[0].speaker
    assert speaker is not None
    assert text[slice(*speaker)] == "Paul Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Kajen stengte i går kveld», sa Ada Holt til avisen Havneposten.", "Ada Holt"),
        ("«El muelle cerró ayer por la noche», dijo Ortiz a Radio Vela.", "Ortiz"),
        ("«El muelle cerró ayer por la noche», dijo el martes en Vela.", None),
        ("«Le quai est fermé depuis hier», dit le maire de Lund, Paul Ortiz.", "Paul Ortiz"),
        ("«Der Kai ist seit gestern zu», klagte die Leiterin der Werft, Ada Holt.", "Ada Holt"),
        ("Ada Holt sagte am Montag nach dem Unglück: «Der Kai ist seit gestern zu.»", "Ada Holt"),
        ("Ada Holt bestritt, dass dort Personal fehlte: «Der Kai war voll besetzt.»", "Ada Holt"),
    ],
)
def test_neither_a_place_nor_who_was_told_nor_a_mere_noun_speaks(
    text: str, speaker: str | None
) -> None:
    quoted = (text.index("«"), text.index("»") + 1)
    (said,) = FRENCH.find_said([Sentence(text=text, quoted=(quoted,))])[0]
    assert (text[slice(*said.speaker)] if said.speaker else None) == speaker
