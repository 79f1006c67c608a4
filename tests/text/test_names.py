from __future__ import annotations

from twosource.text.cut import cut_up
from twosource.text.named import names_in
from twosource.text.names import headline_names
from twosource.text.normalize import read_words

TEXT = "The ferry Maren Lind left Tirsk on Tuesday. Divers came. Joren Alvik watched."
NAMES = names_in(cut_up(TEXT, "en"))


def test_capitals_inside_a_sentence_are_names() -> None:
    assert {"maren", "lind", "tirsk"} <= NAMES


def test_a_word_that_opens_a_sentence_is_no_name_by_that() -> None:
    assert "divers" not in NAMES


def test_a_full_name_that_opens_a_sentence_is_one() -> None:
    assert {"joren", "alvik"} <= NAMES


def test_days_name_nobody() -> None:
    assert "tuesday" not in NAMES


def test_a_headline_in_title_case_gives_only_names_the_body_knows() -> None:
    headline = "Maren Lind Captain Loses Steering"
    assert headline_names(headline, read_words(headline), NAMES) == {"maren", "lind"}


def test_a_headline_in_sentence_case_gives_its_capitals() -> None:
    headline = "Ferry near Orsund loses steering again"
    assert headline_names(headline, read_words(headline), NAMES) == {"orsund"}
