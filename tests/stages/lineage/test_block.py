"""Copies are found under what they keep: runs of words, and who is named after whom."""

from __future__ import annotations

from tests.factories import annotated, article
from twosource.stages import lineage

SAYS = "The ferry of {} met {} in the harbour, where {} and {} waited for the pilot of {}."
NAMED = ("Tova Brandel", "Ilse Karnow", "Piet Vandoren", "Mats Orlund", "Gro Hestad")


def name_keys(text: str) -> set[int]:
    """Return the keys of names of an article, which are odd."""
    found = lineage.read(annotated(article(text)))
    return {key for key in lineage.block(found) if key % 2}


def test_the_two_words_of_a_name_are_no_key_where_many_are_named() -> None:
    others = ("Ada Lindqvist", "Tova Brandel", "Bo Sterner", "Ulf Maren", "Siri Dahlen")
    assert not name_keys(SAYS.format(*NAMED)) & name_keys(SAYS.format(*others))


def test_the_two_words_of_a_name_are_a_key_where_few_are_named() -> None:
    first = name_keys("The harbour master thanked Tova Brandel for her long service at sea.")
    second = name_keys("At sea for years, says a friend, the sailor Tova Brandel never slept.")
    assert len(first & second) == 1


def test_who_is_named_after_whom_is_a_key_however_it_is_worded() -> None:
    copy = "With {} came {}, while {} stood by; later {} called, and so did {}."
    assert len(name_keys(SAYS.format(*NAMED)) & name_keys(copy.format(*NAMED))) >= 8
