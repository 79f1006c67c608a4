"""The words beside a name tell a person from a company and a company from a town."""

from __future__ import annotations

import pytest

from tests.factories import article, span_of
from twosource.stages.resolve.surroundings import hint_round


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("Ada Lund, 84, left with her budgerigar.", "Ada Lund", "person"),
        ("“No,” said Nils Vik, a winchman from the base.", "Nils Vik", "person"),
        ("Shares in Vestby Motor fell by a tenth.", "Vestby Motor", "organization"),
        ("Vestby Motor shares fell by a tenth.", "Vestby Motor", "organization"),
        ("The operator, Vestby, had no answer.", "Vestby", "organization"),
        ("Vestby, a maker of pumps, had no answer.", "Vestby", "organization"),
        ("The police in Vestby had no answer.", "Vestby", "place"),
        ("The smoke drifted along the Vestby.", "Vestby", "place"),
        ("The smoke drifted over the Vestby river.", "Vestby", "place"),
        ("It was built at Vestby, Norway.", "Vestby", "place"),
        ("It was seen by the Vestby.", "Vestby", ""),
        ("Buses left from Vestby at nine.", "Vestby", "perhaps place"),
        ("Vestby had no answer.", "Vestby", ""),
        ("In the town of Vestby, its mayor Una Holt had no answer.", "Vestby", "place"),
        ("Vestby, 11 May 2026 - The pumps are withdrawn.", "Vestby", ""),
        ("The tanker Vestby had no answer.", "Vestby", "thing"),
        ("Frost misled the crew of the plane, Vestby says.", "Vestby", ""),
        ("The Vestby rocket had no answer.", "Vestby", "perhaps thing"),
        ("The Vestby Party had no answer.", "Vestby", "organization"),
    ],
)
def test_what_stands_beside_a_name_hints_at_its_kind(text: str, name: str, hint: str) -> None:
    told = article(text=text)
    assert hint_round(told, span_of(told, name)) == hint


def test_words_of_another_paragraph_hint_at_nothing() -> None:
    told = article(text="He lived in\n\nVestby had no answer.")
    assert hint_round(told, span_of(told, "Vestby")) == ""
