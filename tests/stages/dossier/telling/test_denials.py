"""A denial of what stood before is told apart from one that says itself what it denies."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.telling.stood_for import says_no


@pytest.mark.parametrize(
    "sentence",
    ["Lindwerk denied this.", "The mayor denied that, too.", "The union rejected that on Monday."],
)
def test_this_and_that_alone_point_back(sentence: str) -> None:
    assert says_no(sentence) is not None


def test_a_denial_that_says_what_it_denies_points_nowhere() -> None:
    assert says_no("The bishop denied that the door had been left open.") is None
    assert says_no("He rejected the accusation of negligence.") is None
    assert says_no("He rejected the accusation.") is not None
