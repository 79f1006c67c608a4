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


LONG = """\
A lock keeper on the Marne canal found a seal in his basin. The animal had swum upstream for days, \
past nine weirs, a sugar refinery and two abattoirs. Vets gave it herring, a thermometer and a \
microchip; it bit one of them. Anglers blame it for the missing zander. A taxidermist has offered \
his services, which nobody wants. Schoolchildren draw it with spectacles. The prefect forbade \
drones, trumpets and sardines within forty metres. A hydrologist thinks that it followed eels, and \
a sculptor is already kneading clay. The baker sells seals of marzipan. On Sundays a pensioner \
plays the harmonica for it from a dinghy. """


def word_keys(text: str) -> set[int]:
    return {key for key in lineage.block(lineage.read(annotated(article(text)))) if key % 4 == 0}


def test_a_long_text_is_found_by_its_rarest_words_wherever_they_stand() -> None:
    other = " ".join(f"{word} then" for word in reversed(LONG.split()))
    assert len(word_keys(LONG * 2) & word_keys(other * 2)) >= 10


def test_a_short_text_is_not_found_by_single_words() -> None:
    other = " ".join(f"{word} then" for word in reversed(LONG.split()))
    assert not word_keys(LONG) & word_keys(other)
