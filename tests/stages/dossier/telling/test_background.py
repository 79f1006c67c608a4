"""What a sentence only recalls is told apart from what it tells."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.telling.contents import before_background


@pytest.mark.parametrize(
    ("told", "recalled", "figure"),
    [
        (
            "The minister resigned on Monday",
            ", ten hours after the crash that killed five.",
            "five",
        ),
        ("The mayor opened a new hall", " after the fire in which 14 people died.", "14"),
    ],
)
def test_what_stands_before_a_recalled_event_is_told(told: str, recalled: str, figure: str) -> None:
    sentence = told + recalled
    assert before_background(sentence, [sentence.index(figure)]) == len(told)


def test_a_figure_of_what_is_told_leaves_nothing_to_tell_besides() -> None:
    sentence = "Five people were killed after the train that left Oban ran into a wall."
    assert before_background(sentence, [0]) == 0


def test_without_figures_all_is_told() -> None:
    assert before_background("The minister resigned.", []) == len("The minister resigned.")
