"""What an outlet has brought out is a report of the press, and no paper that vouches for itself."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.informants.phrases import is_of_the_press


@pytest.mark.parametrize(
    "words",
    [
        "media reports",
        "one report posted by the Lindale Post",
        "a story aired Monday by Radio Nord",
    ],
)
def test_what_an_outlet_has_brought_out_is_of_the_press(words: str) -> None:
    assert is_of_the_press(words)


@pytest.mark.parametrize("words", ["the audit office report", "a report by the audit office"])
def test_a_paper_of_an_office_is_not_of_the_press(words: str) -> None:
    assert not is_of_the_press(words)
