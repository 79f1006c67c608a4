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
