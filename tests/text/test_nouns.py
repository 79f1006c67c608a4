"""Hold which nouns are plural and which stand for people."""

from __future__ import annotations

import pytest

from twosource.text.nouns import is_person, is_plural, plural, singular


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("bodies", "body"),
        ("fishermen", "fisherman"),
        ("people", "person"),
        ("boxes", "box"),
        ("crew-members", "crew-member"),
        ("viruses", "virus"),
        ("houses", "house"),
    ],
)
def test_singular_and_plural_belong_together(many: str, one: str) -> None:
    assert is_plural(many)
    assert singular(many) == one
    assert plural(one) == many


@pytest.mark.parametrize("word", ["has", "news", "crisis", "glass", "harbour's", "says"])
def test_word_that_only_ends_in_s_is_no_plural(word: str) -> None:
    assert not is_plural(word)


def test_people_are_told_from_things() -> None:
    assert is_person("passengers")
    assert is_person("Americans")
    assert is_person("crew")
    assert not is_person("containers")
    assert not is_person("oceans")
