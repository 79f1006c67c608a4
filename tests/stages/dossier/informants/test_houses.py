"""Companies of one house are one informant, as texts or the table tell."""

from __future__ import annotations

import pytest

from twosource.stages.dossier.informants.full_names import house_of, houses_in


@pytest.mark.parametrize(
    "text",
    [
        "Brightline parent Corvane said so.",
        "Brightline’s parent company Corvane said so.",
        "Corvane, the parent company of Brightline, said so.",
        "Brightline, a unit of Corvane, said so.",
        "Brightline, owned by Corvane, said so.",
    ],
)
def test_a_company_belongs_to_the_house_that_a_text_names(text: str) -> None:
    assert house_of("brightline", houses_in([text])) == "corvane"


def test_a_company_that_no_text_gives_to_another_stays_its_own() -> None:
    houses = houses_in(["Brightline sued Corvane over a unit of measure."])
    assert house_of("brightline", houses) == "brightline"


def test_alphabet_and_google_are_one_house_without_a_word_said() -> None:
    assert house_of("alphabet", houses_in([])) == house_of("google", houses_in([]))
