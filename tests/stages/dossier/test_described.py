"""What an article tells of somebody beside the name is found, and only that."""

from __future__ import annotations

import pytest

from tests.stages.dossier.marked import Told
from twosource.model.annotated import MentionKind
from twosource.stages.dossier.described import described


def told(text: str, name: str, kind: MentionKind = "person", title: str = "") -> str:
    annotated = Told("herald", text).name(name, kind, title=title).done()
    (mention,) = annotated.mentions
    return annotated.article.words(described(annotated, mention, kind))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The housing minister, Jan Novak, said so.", "housing minister, Jan Novak"),
        ("“No,” Norway’s deputy minister, Jan Novak, said.", "Norway’s deputy minister, Jan Novak"),
        ("He was late, said their lawyer, Jan Novak.", "lawyer, Jan Novak"),
        ("In the second week, Jan Novak, aged and tired, left.", "Jan Novak"),
        ("On the board sat the mayor, Jan Novak and a nurse.", "Jan Novak"),
        ("When the crane fell, Jan Novak, too, was hurt.", "Jan Novak"),
    ],
)
def test_a_role_that_commas_part_from_the_name_behind_it_is_told(text: str, whole: str) -> None:
    assert told(text, "Jan Novak") == whole


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        (
            "The board heard Jan Novak, a researcher at the Ostrava institute, on Monday.",
            "Jan Novak",
            "Jan Novak, a researcher at the Ostrava institute",
        ),
        (
            "Jan Novak, 54, chief engineer of the yard, left.",
            "Jan Novak",
            "Jan Novak, 54, chief engineer of the yard",
        ),
        (
            "It was first seen by Jan Novak, Norway’s deputy minister.",
            "Jan Novak",
            "Jan Novak, Norway’s deputy minister",
        ),
        (
            "Jan Novak, who leads the council, left.",
            "Jan Novak",
            "Jan Novak, who leads the council",
        ),
        (
            "They asked Jan Novak, a fisherman who saw the fire from his boat.",
            "Jan Novak",
            "Jan Novak, a fisherman",
        ),
        (
            "They asked Jan Novak, author of “The Long Night”, at home.",
            "Jan Novak",
            "Jan Novak, author of “The Long Night”",
        ),
    ],
)
def test_an_apposition_behind_a_person_is_told_with_the_name(
    text: str, name: str, whole: str
) -> None:
    assert told(text, name) == whole


@pytest.mark.parametrize(
    "text",
    [
        "With Jan Novak, the mayor opened the hall.",
        "Jan Novak, the mayor and the bishop came.",
        "They met Jan Novak, who saw the fire.",
        "They met Jan Novak, the mayor and the bishop.",
        "They met Jan Novak, then drove on.",
        "They met Jan Novak, which the mayor denied.",
        "They met Jan Novak, he's a terrific actor, at noon.",
        "They met Jan Novak, Anna Berg, Una Holt and others.",
    ],
)
def test_a_clause_or_a_list_behind_a_name_is_no_apposition(text: str) -> None:
    assert told(text, "Jan Novak") == "Jan Novak"


@pytest.mark.parametrize(
    ("text", "name", "kind", "whole"),
    [
        (
            "Ostra Corp., the maker of valves, fell.",
            "Ostra Corp.",
            "organization",
            "Ostra Corp., the maker of valves",
        ),
        (
            "A fire hit the Solvær, a coastal ferry with 22 crew, at noon.",
            "Solvær",
            "other",
            "Solvær, a coastal ferry with 22 crew",
        ),
        (
            "Ships left Narvik, the largest port in the north.",
            "Narvik",
            "place",
            "Narvik, the largest port in the north",
        ),
        ("Ships left Norway, the United States and Poland.", "Norway", "country", "Norway"),
        ("Ships left for Ostra, the minister said.", "Ostra", "organization", "Ostra"),
        (
            "Moe made a bid for its rival Ostra, the companies said on Monday.",
            "Ostra",
            "organization",
            "Ostra",
        ),
    ],
)
def test_of_bodies_places_and_things_other_nouns_are_told(
    text: str, name: str, kind: MentionKind, whole: str
) -> None:
    assert told(text, name, kind) == whole


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        (
            "They sued the disgraced film producer Jan Novak.",
            "producer",
            "disgraced film producer Jan Novak",
        ),
        (
            "Among them was Roc Yard chief operating officer Jan Novak.",
            "officer",
            "Roc Yard chief operating officer Jan Novak",
        ),
        ("The court convicted president Jan Novak.", "president", "president Jan Novak"),
        ("The jury told producer Jan Novak to wait.", "producer", "producer Jan Novak"),
        ("It has a strong link to Mr. Jan Novak.", "Mr.", "Mr. Jan Novak"),
    ],
)
def test_an_epithet_goes_back_to_its_article_and_never_over_a_verb(
    text: str, title: str, whole: str
) -> None:
    assert told(text, "Jan Novak", title=title) == whole
