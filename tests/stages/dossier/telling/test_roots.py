"""Words of one family, and words that reports use for one thing, have one root."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.sameness import content_words
from twosource.stages.dossier.telling.roots import roots


def root(word: str) -> frozenset[str]:
    return roots(content_words(word))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("evacuees", "evacuation"),
        ("collided", "collision"),
        ("explosion", "blast"),
        ("invested", "investment"),
        ("cars", "vehicles"),
        ("sold", "sale"),
        ("voters", "election"),
        ("growth", "grew"),
    ],
)
def test_two_words_for_one_thing_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("profit", "revenue"), ("killed", "injured"), ("exports", "imports"), ("native", "nation")],
)
def test_two_things_have_two_roots(one: str, other: str) -> None:
    assert root(one) != root(other)
