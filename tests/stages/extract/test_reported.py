"""Whom running text names as having reported it is a credit; who reports anything else is none."""

from __future__ import annotations

import pytest

from tests.stages.extract.webpages import FIRST, SECOND, THIRD, page, paragraphs, read

NAMED = [
    ("The mate had slept, Norda reported on Tuesday.", "Norda"),
    ("The Evening Lantern reported that the mate had slept.", "The Evening Lantern"),
    ("As first reported by the Evening Lantern, the mate had slept.", "the Evening Lantern"),
    ("The mate had slept, according to Norda.", "Norda"),
    ("The mate had slept, as the news agency Kestrel reported.", "Kestrel"),
    ("The Rauland Gazette was the first to report that the mate had slept.", "The Rauland Gazette"),
    ("The mate had slept, Norda reports, citing two of the crew.", "Norda"),
    ("In a report by the Evening Lantern the mate is said to have slept.", "the Evening Lantern"),
    ("The sleep of the mate was first reported by Kestrel.", "Kestrel"),
    ("Norda, which first reported the grounding, said the mate had slept.", "Norda"),
    ("A court clerk confirmed it, Reuters has reported.", "Reuters"),
    ("The mate had slept, the broadcaster Kestrel TV reported, quoting the owner.", "Kestrel TV"),
]
HELD_OUT = [
    ("Norda first reported that the mate had slept.", "Norda"),
    ("The mate had slept, wrote the Evening Lantern on its website.", "the Evening Lantern"),
    ("The grounding was reported earlier by Norda.", "Norda"),
    ("Citing a report in the Evening Lantern, the owner denied it.", "the Evening Lantern"),
    ("According to the Rauland Gazette, the mate had slept.", "the Rauland Gazette"),
    ("The mate, the Rauland Gazette wrote, had slept.", "the Rauland Gazette"),
    ("News of his sleep was first published by the Evening Lantern.", "the Evening Lantern"),
    ("The newspaper Kestrel revealed that the mate had slept.", "Kestrel"),
    ("The owner denied that the mate had slept, Norda reported.", "Norda"),
    ("The mate rejected the offer, the Evening Lantern reported.", "the Evening Lantern"),
    ("The owner denied all charges according to Norda.", "Norda"),
]
NOBODY = [
    "People reported a bang at four in the morning.",
    "The mate reported the grounding to the coast guard.",
    "According to Ola Brekke, the mate had slept.",
    "Reuters reported a quarterly loss of 4 million pounds.",
    "The owner told the police that the mate reported for duty at eight.",
    "According to the Coast Guard, the mate had slept.",
    "Brekke wrote that the mate had slept.",
    "The Post reported that the mate had slept.",
    "Hustad Rescue reported two injured.",
    "The owner denied on Tuesday a report by Norda that the mate had slept.",
    "Contrary to what Norda reported, the mate was awake.",
    "The owner rejected a Norda report on the mate.",
]
NOBODY_HELD_OUT = [
    "Time reported to the crew does not count as rest.",
    "As reported by the pilots, the beacon was dark.",
    "According to the US Geological Survey, the sea bed had sunk.",
    "The union wrote to the owner that the crew was tired.",
    "The case was reported by Brekke to the harbour master.",
    "The Associated Press reported revenue of 570 million dollars.",
    "The coast guard dismissed as false a report in the Evening Lantern that the mate had slept.",
    "Brekke is disputing the report by Norda.",
    "The owner has denied what the Evening Lantern reported about the mate.",
]


def credits_of(sentence: str) -> list[tuple[str, str]]:
    text = page(f"{paragraphs(FIRST)}<p>{sentence}</p>{paragraphs(SECOND, THIRD)}")
    return [(each.kind, each.words) for each in read(text).credits]


@pytest.mark.parametrize(("sentence", "words"), [*NAMED, *HELD_OUT])
def test_outlet_that_running_text_says_reported_it_is_a_credit(sentence: str, words: str) -> None:
    assert credits_of(sentence) == [("reported", words)]


@pytest.mark.parametrize("sentence", [*NOBODY, *NOBODY_HELD_OUT])
def test_who_reports_anything_else_is_no_credit(sentence: str) -> None:
    assert credits_of(sentence) == []


def test_who_is_named_in_the_lead_and_again_below_is_credited_in_the_lead() -> None:
    lead, below = "Norda reported that the mate had slept.", "He was alone, according to Norda."
    text = page(paragraphs(lead, FIRST, SECOND, THIRD, below))
    (credit,) = read(text).credits
    assert credit.span is not None
    assert credit.span.start == 0
