"""Names that run together are parted, and a surname gets back the first name it was cut from."""

from __future__ import annotations

import pytest

from twosource.languages import Named, open_language
from twosource.model.annotated import MentionKind
from twosource.model.identity import LanguageCode
from twosource.settings import AnnotateSettings
from twosource.stages.annotate.borders import free_forms, parted, widened

WORDS = open_language(LanguageCode("en"), AnnotateSettings()).name_words


def at(text: str, name: str, kind: MentionKind = "organization") -> Named:
    start = text.index(name)
    return Named(start=start, end=start + len(name), kind=kind)


def cut(text: str, *names: str) -> list[str]:
    found = [at(text, name) for name in names]
    return [text[n.start : n.end] for n in parted(text, found, free_forms([text], [found]))]


def test_an_owner_that_has_a_name_of_its_own_is_parted_from_what_it_owns() -> None:
    text = "Shares in Aviola fell. Aviola's Renata Souza left."
    assert cut(text, "Aviola", "Aviola's Renata Souza") == ["Aviola", "Aviola", "Renata Souza"]
    assert cut("It asked Moody's Investors Service.", "Moody's Investors Service") == [
        "Moody's Investors Service"
    ]


def test_two_names_round_an_article_are_two() -> None:
    assert cut("It gave Granvin FK the Nordic Cup.", "Granvin FK the Nordic Cup") == [
        "Granvin FK",
        "Nordic Cup",
    ]
    assert cut("He read of Alexander the Great.", "Alexander the Great") == ["Alexander the Great"]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Two goals by Emeka Okoro.", "Okoro", "Emeka Okoro"),
        ("Yesterday Okoro scored.", "Okoro", "Okoro"),
        ("The Norwegian Okoro scored.", "Okoro", "Okoro"),
        ("Striker Okoro scored.", "Okoro", "Okoro"),
        ("A fire in St. Brigid's School.", "St. Brigid", "St. Brigid's School"),
        ("A fire in St. Brigid's grounds.", "St. Brigid", "St. Brigid"),
    ],
)
def test_a_surname_has_its_first_name_and_a_saint_his_house(
    text: str, name: str, whole: str
) -> None:
    (found,) = widened(text, [at(text, name, "person")], WORDS)
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("text", "one", "other", "whole"),
    [
        ("The mayor met Carola van Ommen.", "Carola", "Ommen", "Carola van Ommen"),
        ("The mayor met Carola van Ommen.", "Carola", "van Ommen", "Carola van Ommen"),
        ("Only Fergus Lamont was there.", "Fergus", "Lamont", "Fergus Lamont"),
        ("A ferry of Fjordane Link sank.", "Fjordane", "Link", "Fjordane Link"),
    ],
)
def test_two_halves_of_a_name_are_put_together(text: str, one: str, other: str, whole: str) -> None:
    (found,) = widened(text, [at(text, one, "other"), at(text, other, "person")], WORDS)
    assert (text[found.start : found.end], found.kind) == (whole, "person")


@pytest.mark.parametrize(
    ("text", "one", "kind", "other"),
    [
        ("In Seoul Taylor waited.", "Seoul", "place", "Taylor"),
        ("In Ribeira Taylor waited.", "Ribeira", "place", "Taylor"),
        ("Before leaving Brussels Okoro spoke.", "Brussels", "place", "Okoro"),
        ("Asked by Solberg Tuesday, he left.", "Solberg", "person", "Tuesday"),
        ("The Norwegian Okoro scored.", "Norwegian", "other", "Okoro"),
        ("A photo by Reuters Lamont kept.", "Reuters", "organization", "Lamont"),
        ("It was Okoro Amado knew.", "Okoro", "country", "Amado"),
    ],
)
def test_two_names_side_by_side_that_are_two_stay_two(
    text: str, one: str, kind: MentionKind, other: str
) -> None:
    found = widened(text, [at(text, one, kind), at(text, other, "person")], WORDS)
    assert [text[each.start : each.end] for each in found] == [one, other]


def test_a_surname_has_its_first_name_and_the_particles_between() -> None:
    text = "The mayor, Jan de Vries, left."
    (found,) = widened(text, [at(text, "Vries", "other")], WORDS)
    assert (text[found.start : found.end], found.kind) == ("Jan de Vries", "person")


def test_a_month_before_a_surname_with_particles_is_no_first_name() -> None:
    text = "In August da Silva was arrested."
    (found,) = widened(text, [at(text, "Silva", "person")], WORDS)
    assert text[found.start : found.end] == "Silva"
