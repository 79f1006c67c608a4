"""Transcripts, live entries and datelines are read like the running text they frame."""

from __future__ import annotations

from tests.stages.annotate.found import ENGLISH, told
from twosource.stages.annotate.named_lines import transcript_lines
from twosource.stages.annotate.parts import after_opening

HEARING = (
    "From the record of the harbour board.\n\n"
    "THE CHAIR: Is the crane safe?\n\n"
    "MR BERG: My brother said it was.\n\n"
    "THE CHAIR: Thank you."
)


def test_every_line_of_a_transcript_is_said_by_its_label() -> None:
    assert told(HEARING) == [
        ("Is the crane safe?", "THE CHAIR", "direct"),
        ("My brother said it was.", "MR BERG", "direct"),
        ("Thank you.", "THE CHAIR", "direct"),
    ]


def test_quoted_transcript_is_said_by_its_labels_and_goes_on_without_them() -> None:
    quoted = "\n\n".join(
        [
            "The talk ran as follows:",
            "“BERG: Is the crane safe?",
            "“LUND: My brother said it was.",
            "“He has not been up there, though.",
            "“BERG: Thank you.”",
        ]
    )
    assert [(speaker, words) for words, speaker, _ in told(quoted)] == [
        ("BERG", "Is the crane safe?"),
        ("LUND", "My brother said it was."),
        ("LUND", "“He has not been up there, though."),
        ("BERG", "Thank you.”"),
    ]


def test_lines_with_colons_that_never_come_back_are_no_transcript() -> None:
    text = "Where: the port.\n\nWhen: at noon.\n\nPrice: nothing at all."
    assert transcript_lines(text, ENGLISH.labels) == ()


def test_a_chronology_is_no_transcript_of_its_days() -> None:
    text = "May 4, 2016: the port shuts.\n\nMay 9, 2016: it opens.\n\nJune 1, 2016: it shuts again."
    assert transcript_lines(text, ENGLISH.labels) == ()


def test_labels_of_the_trade_begin_no_lines_of_a_transcript() -> None:
    text = "Update: the port is shut.\n\nUpdate: it is open.\n\nUpdate: it is shut again."
    assert transcript_lines(text, ENGLISH.labels) == ()


def test_clock_of_a_live_entry_is_nobodys_name() -> None:
    assert told("18:19 Tansey: “Not one boat will sail. Not one.”") == [
        ("“Not one boat will sail. Not one.”", "Tansey", "direct")
    ]


def test_dateline_stands_outside_the_speaker() -> None:
    text = "BERGEN, June 11 - Harbour officials asked captains to wait."
    assert [speaker for _, speaker, _ in told(text)] == ["Harbour officials"]


def test_clock_inside_a_paragraph_is_part_of_its_sentence() -> None:
    text = "It was late. 18:04 came and went."
    assert after_opening(text, (13, len(text))) == (13, len(text))
