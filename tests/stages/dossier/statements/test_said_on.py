"""A saying is dated by the day that stands beside who said it, and by no other."""

from __future__ import annotations

import pytest

from tests.factories import article
from tests.stages.annotate.found import ENGLISH
from twosource.stages.annotate import annotate
from twosource.stages.dossier.statements.sayings import sayings_of


def said_on(text: str) -> list[str]:
    """Return the day of each saying; Tuesday is the 3rd of March."""
    return [each.said_on for each in sayings_of(annotate(article(text), ENGLISH)) if each]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, Berg said the port was shut.",
        "Late on Monday the ministry announced that the port was shut.",
        "Berg told reporters in Oslo on Monday that the port was shut.",
        "Lund on Monday denied that the port was shut.",
        "The crew was tired, the safety board said in an interim report on Monday.",
        "Anna Berg, who had ruled it out on Sunday, said on Monday she would go.",
    ],
)
def test_a_day_beside_the_speaker_or_the_cue_is_when_it_was_said(text: str) -> None:
    assert "2026-03-02" in said_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, who had ruled it out on Sunday, said she would go.",
        "The clerk died on Sunday, but the council was told of it too late, the firm said.",
        "The port was shut on Monday, and the union said its members would go home.",
        "A man arrested on Monday said the port was shut.",
        "Survivors of the crash on Sunday said the crew was tired.",
        "Asked about the crash on Sunday, Berg said the port was shut.",
        "Workers striking since Monday said the port was shut.",
    ],
)
def test_a_day_of_something_else_does_not_date_a_saying(text: str) -> None:
    assert set(said_on(text)) == {""}
