"""Sentences end where a reader would end them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.languages.english.language import english_stops
from twosource.languages.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, english_stops())]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Anna Berg of the U.S. Army met Mr. Lund at 5 p.m. on Friday.",
        "The ferry of Berg & Co. ran aground, e.g. on rocks near St. Olav, said J. K. Lund.",
        "No. 5 on the list cost $1.5 million.",
        '"It is over. We have won," Lund said.',
        '"Why?" Berg asked.',
        "“Not us!” Berg, the head of the port, wrote on Friday.",
        "The crew (all were saved. None was hurt) went home.",
        "Prices rose ... and fell again.",
    ],
)
def test_stops_inside_a_sentence_do_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


def test_sentence_ends_after_the_closing_mark_and_not_before_it() -> None:
    assert sentences("He said: “We left.” Nobody came.") == ["He said: “We left.”", "Nobody came."]


def test_abbreviation_ends_a_sentence_before_a_word_that_starts_one() -> None:
    assert sentences("It left at 5 p.m. The crew slept.") == [
        "It left at 5 p.m.",
        "The crew slept.",
    ]


def test_line_break_ends_a_sentence_without_a_stop() -> None:
    assert sentences("A heading\n\nThe ferry sank.") == ["A heading", "The ferry sank."]


def test_long_quotation_is_parted_inside() -> None:
    speech = "“" + " ".join(["We went out that night and found the boat."] * 12) + "”"
    assert len(sentences(speech)) == 12


@pytest.mark.parametrize("word", ["ferry ", "ferry"])
def test_a_text_without_a_stop_is_parted_and_nothing_of_it_is_lost(word: str) -> None:
    parts = sentences(word * 2_000)
    assert "".join(parts).replace(" ", "") == "ferry" * 2_000
    assert all(len(part) <= 3_000 for part in parts)


def test_full_width_stops_end_sentences_without_a_space() -> None:
    assert sentences("船沉了。没有人受伤。") == ["船沉了。", "没有人受伤。"]


def test_a_line_of_ten_thousand_sentences_is_parted_soon() -> None:
    began = time.process_time()
    assert len(sentences("The ferry ran aground off the coast. " * 10_000)) == 10_000
    assert sentences("(a ferry.) " * 20_000)
    assert time.process_time() - began < 5  # looking back to the start of the line takes a minute


@given(st.text(alphabet='ab AB.!?"“”\n(),', max_size=80))
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    found = split_sentences(text, english_stops())
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    covered = "".join(text[start:end] for start, end in found)
    assert "".join(covered.split()) == "".join(text.split())
