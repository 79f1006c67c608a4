"""Places in a tidied text and in the text it was made of."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from twosource.stages.extract.reading.words import one_line
from twosource.text.handed_in import in_hand


def _words(given_text: str, tidied: str, word: str) -> str:
    held = in_hand(given_text, tidied)
    assert held is not None
    start = tidied.index(word)
    begin, end = held.place(start, start + len(word))
    return given_text[begin:end]


def test_a_name_after_squeezed_blanks_and_lines_is_found_where_it_was() -> None:
    handed_in = "The  ferry \r\n\r\n\r\nof  Ana   Lund."
    assert _words(handed_in, "The ferry\n\nof Ana Lund.", "Ana Lund") == "Ana   Lund"


def test_composed_letters_and_unseen_marks_keep_their_place() -> None:
    assert _words("Cafe\u0301 in Ha\u00adfenau burns", "Café in Hafenau burns", "Hafenau") == (
        "Ha\u00adfenau"
    )
    assert _words("Cafe\u0301 burns", "Café burns", "Café") == "Cafe\u0301"


def test_a_text_whose_words_were_changed_has_no_places() -> None:
    assert in_hand("The ferry sank.", "The tanker sank.") is None
    assert in_hand("The ferry", "The ferry sank.") is None


@given(st.lists(st.text(alphabet="aé\u0301\u00ad\u200b \n\tZ.", max_size=12), max_size=4))
def test_every_word_of_a_tidied_text_stands_where_it_is_said_to(lines: list[str]) -> None:
    handed_in = "\n".join(lines)
    tidied = "\n\n".join(line for line in map(one_line, lines) if line)
    held = in_hand(handed_in, tidied)
    assume(held is not None)  # an accent over an unseen mark composes with the letter before it
    assert held is not None
    for start in range(len(tidied)):
        begin, end = held.place(start, start + 1)
        assert tidied[start].strip() in one_line(handed_in[begin:end])
