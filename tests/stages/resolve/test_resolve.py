"""Within a story each person, body and country is one, however named, and two stay two."""

from __future__ import annotations

import random

import pytest

from tests.factories import annotated, article, span_of
from tests.stages.resolve.told import kinds, named, story
from twosource.model.annotated import Mention, MentionKind
from twosource.stages.resolve import resolve


def test_a_surname_goes_to_the_full_name_of_its_article() -> None:
    articles = story(
        (
            "Ilse Verhagen spoke. Verhagen left.",
            [("Ilse Verhagen", "person"), ("Verhagen", "person")],
        ),
        ("Later Verhagen came back.", [("Verhagen", "person")]),
    )
    assert set(named(articles)) == {
        ("Ilse Verhagen", "Ilse Verhagen"),
        ("Verhagen", "Ilse Verhagen"),
    }


def test_two_people_of_one_surname_are_kept_apart() -> None:
    text = "Ilse Verhagen spoke. Verhagen was calm. Dirk Verhagen shouted. Verhagen was not."
    marks: list[tuple[str, MentionKind]] = [
        ("Ilse Verhagen", "person"),
        ("Dirk Verhagen", "person"),
    ]
    of = article(text)
    bare = [text.index("Verhagen was calm"), text.index("Verhagen was not")]
    spans = [span_of(of, words) for words, _ in marks]
    spans += [span_of(of, "Verhagen was calm"), span_of(of, "Verhagen was not")]
    spans[2:] = [type(spans[0])(start=at, end=at + len("Verhagen")) for at in bare]
    mentions = tuple(Mention(span=s, kind="person") for s in sorted(spans))
    answers = [name for _, name in named([annotated(of, mentions=mentions)])]
    assert answers == ["Ilse Verhagen", "Ilse Verhagen", "Dirk Verhagen", "Dirk Verhagen"]


def test_a_persons_name_inside_a_bodys_name_is_not_the_person() -> None:
    articles = story(
        (
            "Ilse Verhagen owns the Verhagen Organization. Verhagen denied it.",
            [("Ilse Verhagen", "person"), ("Verhagen Organization", "organization")],
        )
    )
    assert set(kinds(articles)) == {"Ilse Verhagen", "Verhagen Organization"}


def test_family_name_first() -> None:
    articles = story(
        ("Luo Wenhai spoke. Luo left.", [("Luo Wenhai", "person"), ("Luo", "person")]),
    )
    assert [entity.name for entity in resolve(articles)[0]] == ["Luo Wenhai"]


def test_a_misspelt_name_is_an_alias_of_the_well_supported_one() -> None:
    articles = story(
        ("Annelie Verbruggen spoke.", [("Annelie Verbruggen", "person")]),
        ("Annelie Verbruggen agreed.", [("Annelie Verbruggen", "person")]),
        ("Annelie Verbrugen smiled.", [("Annelie Verbrugen", "person")]),
    )
    (entity,) = resolve(articles)[0]
    assert entity.name == "Annelie Verbruggen"
    assert entity.aliases == ("Annelie Verbrugen",)


def test_a_misspelt_first_name_and_a_middle_initial_are_one_person() -> None:
    articles = story(
        (
            "Berglund spoke. Antony Berglund left.",
            [("Berglund", "person"), ("Antony Berglund", "person")],
        ),
        ("Antony J. Berglund spoke.", [("Antony J. Berglund", "person")]),
        ("Anthony Berglund spoke.", [("Anthony Berglund", "person")]),
    )
    assert {name for _, name in named(articles)} == {"Antony J. Berglund"}


def test_a_daughters_first_name_is_no_slip_for_her_fathers() -> None:
    articles = story(
        ("Daniel Berglund spoke.", [("Daniel Berglund", "person")]),
        ("Daniela Berglund spoke.", [("Daniela Berglund", "person")]),
    )
    assert len(kinds(articles)) == 2


def test_a_surname_in_a_headline_of_capitals_is_no_acronym() -> None:
    articles = story(
        (
            "BERG SAYS NO. Anna Berg left.",
            [("BERG", "person"), ("Anna Berg", "person")],
        ),
    )
    assert {name for _, name in named(articles)} == {"Anna Berg"}


def test_a_surname_taken_for_a_body_goes_to_the_person_named_beside_it() -> None:
    articles = story(
        (
            "Tordis Aasland spoke. Aasland said no.",
            [("Tordis Aasland", "person"), ("Aasland", "organization")],
        )
    )
    assert [entity.kind for entity in resolve(articles)[0]] == ["person"]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_articles_changes_nothing(seed: int) -> None:
    articles = story(
        (
            "Ilse Verhagen spoke. Verhagen left.",
            [("Ilse Verhagen", "person"), ("Verhagen", "person")],
        ),
        ("The NHB met Ilse Verhagen.", [("NHB", "organization"), ("Ilse Verhagen", "person")]),
        ("Northern Harbour Board rules.", [("Northern Harbour Board", "organization")]),
    )
    shuffled = list(articles)
    random.Random(seed).shuffle(shuffled)
    assert resolve(shuffled) == resolve(articles)


def test_names_that_more_reports_give_come_first() -> None:
    articles = story(
        ("Dirk Roos met Ilse Verhagen.", [("Dirk Roos", "person"), ("Ilse Verhagen", "person")]),
        ("Ilse Verhagen spoke.", [("Ilse Verhagen", "person")]),
    )
    assert [entity.name for entity in resolve(articles)[0]] == ["Ilse Verhagen", "Dirk Roos"]


def test_a_rare_surname_does_not_take_over_a_name_that_fills_the_story() -> None:
    full: tuple[str, list[tuple[str, MentionKind]]] = (
        "Kan Jong Ul spoke. Kan left.",
        [("Kan Jong Ul", "person"), ("Kan", "person")],
    )
    articles = story(
        full,
        full,
        full,
        ("Kan rules.", [("Kan", "person")]),
        ("Jack Kan wrote.", [("Jack Kan", "person")]),
    )
    assert named(articles)[6] == ("Kan", "Kan Jong Ul")


def test_a_first_name_alone_is_nobody_whom_another_report_names_in_full() -> None:
    told = story(
        ("Angela lost her house, and a neighbour took Angela in.", [("Angela", "person")] * 2),
        ("Angela Berg, the chancellor, came to the town.", [("Angela Berg", "person")]),
    )
    assert named(told) == [
        ("Angela", "Angela"),
        ("Angela", "Angela"),
        ("Angela Berg", "Angela Berg"),
    ]


def test_who_goes_by_the_beginning_of_a_name_in_one_report_does_so_in_all() -> None:
    told = story(
        ("Kim Jong Bak spoke. Kim then left.", [("Kim Jong Bak", "person"), ("Kim", "person")]),
        ("Kim was seen at the harbour.", [("Kim", "person")]),
    )
    assert {name for _, name in named(told)} == {"Kim Jong Bak"}
