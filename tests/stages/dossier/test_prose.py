"""A sentence of running text is told from furniture, and a dateline is no part of it."""

from __future__ import annotations

import pytest

from tests.stages.dossier.marked import Told
from twosource.model.acquired import Block
from twosource.model.identity import PartName, Span
from twosource.stages.dossier.prose import (
    after_dateline,
    dateline_end,
    ends_as_sentence,
    is_credited,
    is_prose,
)

SENTENCE = "A ferry ran aground in a gale off the coast on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "MOLDE, Norway, March 3 (Norda) — ",
        "BRUSSELS, March 4 -- ",
        "OSLO (Norda) - ",
        "LONDON — ",
        "Oslo (Norda): ",
        "MALMO: ",
        "MALMO, Sweden: ",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    told = Told("norda", dateline + SENTENCE).done()
    (whole,) = [each for each in told.sentences if each.part == "body"]
    assert told.article.words(after_dateline(told, whole)) == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "The mayor — a former fisherman — thanked the crews for their work.",
        "He counted (twice) - and found all of them.",
    ],
)
def test_a_dash_makes_no_dateline(text: str) -> None:
    told = Told("norda", text).done()
    (whole,) = [each for each in told.sentences if each.part == "body"]
    assert after_dateline(told, whole) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Read more: the night on the quay in pictures and sound.",
        "Published on 3 March 2026 by our newsroom in Molde.",
        "A ferry ran aground in a gale off the co",
        "Ferry aground.",
    ],
)
def test_furniture_and_broken_ends_are_no_prose(text: str) -> None:
    told = Told("herald", text).done()
    assert not any(is_prose(told, each) for each in told.sentences)


def test_a_heading_is_no_prose() -> None:
    heading = (Block(start=0, end=len(SENTENCE), kind="heading"),)
    told = Told("herald", SENTENCE, blocks=heading).done()
    assert not any(is_prose(told, each) for each in told.sentences)


@pytest.mark.parametrize("agency", ["(Norda) ", "(Norda) - "])
def test_an_agency_in_brackets_is_left_out_before_a_sentence(agency: str) -> None:
    told = Told("norda", agency + SENTENCE).done()
    (whole,) = [each for each in told.sentences if each.part == "body"]
    assert told.article.words(after_dateline(told, whole)) == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "Coach Una Holt is hugged after the final, Sunday, December 31, 2028, in Oban.",
        "The quay of Molde is seen in this picture taken on Monday evening.",
        "Get the best of the Harbour Post in your inbox every morning.",
        "Hide Caption 2 of 25 A crew lifts a mast out of the harbour of Molde.",
        "Please verify that you are not a robot by ticking the box.",
    ],
)
def test_what_a_page_says_of_its_pictures_and_to_its_readers_is_no_prose(text: str) -> None:
    told = Told("herald", text).done()
    assert not any(is_prose(told, each) for each in told.sentences)


def test_a_sentence_of_a_script_without_spaces_is_prose() -> None:
    told = Told("asahi", "昨日、港で船が岩にぶつかり十四人がけがをした。").done()
    assert is_prose(told, told.sentences[-1])


def test_who_speaks_in_a_transcript_is_no_dateline() -> None:
    assert dateline_end("HOLT: We will rebuild the pier.", first=False) == 0


def test_who_stands_behind_the_last_sentence_of_a_caption_made_the_picture() -> None:
    caption, part = "Ada Lund leaves on Friday. Nils Vik/Norda", PartName("caption 1")
    start = caption.index("Nils")
    assert is_credited(caption, Span(part=part, start=start, end=start + 8))
    assert not is_credited(caption, Span(part=part, start=0, end=8))
    assert not is_credited(caption, Span(start=start, end=start + 8))
    assert is_credited("The quay. Picture: Nils Vik", Span(part=part, start=19, end=27))


def test_a_city_in_capitals_before_a_hyphen_is_a_dateline() -> None:
    told = Told("asahi", f"LAS VEGAS - {SENTENCE}").done()
    (whole,) = [each for each in told.sentences if each.part == "body"]
    assert told.article.words(after_dateline(told, whole)) == SENTENCE


def test_a_day_that_prose_gives_with_its_year_is_no_caption() -> None:
    assert ends_as_sentence("The trial of the harbour pilot opens on Monday, January 5, 2026.")
