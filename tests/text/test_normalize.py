from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.normalize import fold, read_words, stem


def test_words_stand_where_they_say() -> None:
    text = "Zoë's 3,400-tonne ferry"
    words = read_words(text)
    found = [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
    assert found == ["Zoë", "s", "3", "400", "tonne", "ferry"]


def test_accents_and_capitals_make_no_other_word() -> None:
    assert fold("MÜLLER") == fold("Muller") == "muller"


def test_a_capital_that_becomes_two_letters_moves_no_word() -> None:
    words = read_words("İZMİR port SHUT")
    assert words.forms == ("izmir", "port", "shut")
    assert words.starts == (0, 6, 11)


def test_a_script_without_blanks_gives_one_word_per_character() -> None:
    assert read_words("渡船靠岸 2026").forms == ("渡", "船", "靠", "岸", "2026")


def test_endings_of_one_verb_meet_in_one_stem() -> None:
    assert {stem(form) for form in ("talk", "talks", "talked", "talking")} == {"talk"}
    assert stem("stopped") == stem("stop")
    assert stem("policies") == stem("policy")


def test_short_words_are_not_cut() -> None:
    assert [stem(form) for form in ("us", "gas", "red", "king")] == ["us", "gas", "red", "king"]


@given(st.text())
def test_any_text_is_cut_into_words_in_order(text: str) -> None:
    words = read_words(text)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
