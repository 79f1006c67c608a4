"""Within a story each person, body and country is one, however named, and two stay two."""

from __future__ import annotations

import random

import pytest

from tests.factories import NOON, annotated, article, hours, span_of
from twosource.model.annotated import Annotated, Mention, MentionKind
from twosource.model.identity import CountryCode
from twosource.model.linked import Entity
from twosource.stages.resolve import resolve

Marks = dict[str, tuple[MentionKind, str, str]]


def story(*told: tuple[str, list[tuple[str, MentionKind]]], **marks: object) -> list[Annotated]:
    """Return articles with the given words marked as names, in the order in which they stand."""
    made = []
    for number, (text, names) in enumerate(told):
        of = article(text, outlet=f"outlet-{number}", published=NOON + hours(number))
        seen: dict[str, int] = {}
        mentions = []
        for words, kind in names:
            mentions.append(Mention(span=span_of(of, words, seen.get(words, 0)), kind=kind))
            seen[words] = seen.get(words, 0) + 1
        made.append(annotated(of, mentions=tuple(mentions)))
    return made


def named(articles: list[Annotated]) -> list[tuple[str, str]]:
    """Return the words of every mention with the name of who is meant."""
    entities, mentions = resolve(articles)
    names = {entity.id: entity.name for entity in entities}
    text = {each.article.id: each.article for each in articles}
    return [(text[m.article].words(m.span), names[m.entity]) for m in mentions]


def kinds(articles: list[Annotated]) -> dict[str, Entity]:
    return {entity.name: entity for entity in resolve(articles)[0]}


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


def test_an_acronym_goes_to_its_long_form_which_names_the_body() -> None:
    articles = story(
        ("The NHB met.", [("NHB", "organization")]),
        ("The Northern Harbour Board met.", [("Northern Harbour Board", "organization")]),
    )
    (entity,) = resolve(articles)[0]
    assert entity.name == "Northern Harbour Board"
    assert entity.aliases == ("NHB",)


def test_a_common_word_stands_only_for_a_body_its_own_article_names() -> None:
    articles = story(
        (
            "The Harbour Commission met. The Commission voted.",
            [("Harbour Commission", "organization"), ("Commission", "organization")],
        ),
        ("A Commission of cooks met.", [("Commission", "organization")]),
    )
    # the second "Commission" of the first text is found by its own place
    answers = named(articles)
    assert answers[-1] == ("Commission", "Commission")


def test_a_capital_that_acts_is_its_country_and_the_place_is_apart() -> None:
    text = "Oslo said it would pay. Snow fell in Oslo. Norway is rich."
    of = article(text)
    mentions = (
        Mention(span=span_of(of, "Oslo"), kind="place", country=CountryCode("NO"), acts=True),
        Mention(span=span_of(of, "Oslo", 1), kind="place"),
        Mention(span=span_of(of, "Norway"), kind="country", country=CountryCode("NO")),
    )
    assert named([annotated(of, mentions=mentions)]) == [
        ("Oslo", "Norway"),
        ("Oslo", "Oslo"),
        ("Norway", "Norway"),
    ]


def test_a_country_has_its_iso_name() -> None:
    of = article("Russian ships passed. Iran protested.")
    mentions = (
        Mention(span=span_of(of, "Russian"), kind="country", country=CountryCode("RU")),
        Mention(span=span_of(of, "Iran"), kind="country", country=CountryCode("IR")),
    )
    names = {name for _, name in named([annotated(of, mentions=mentions)])}
    assert names == {"Russian Federation", "Iran, Islamic Republic of"}


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


def test_a_town_taken_for_a_person_is_a_place() -> None:
    articles = story(
        ("Police in Molde wrote. Molde slept.", [("Molde", "person"), ("Molde", "person")]),
    )
    assert kinds(articles)["Molde"].kind == "place"


def test_a_ship_is_no_body_and_its_owner_is_none_of_its_ships() -> None:
    articles = story(
        (
            "The ferry Carra Queen sank. Carra Queen was old. Hebridean sold the Hebridean ship.",
            [
                ("Carra Queen", "organization"),
                ("Carra Queen", "organization"),
                ("Hebridean", "organization"),
                ("Hebridean", "organization"),
            ],
        )
    )
    found = kinds(articles)
    assert (found["Carra Queen"].kind, found["Hebridean"].kind) == ("other", "organization")


def test_a_village_of_two_words_is_a_place() -> None:
    text = "In Nebi Halas it rained. The village of Nebi Halas was flooded."
    marks: list[tuple[str, MentionKind]] = [("Nebi Halas", "person"), ("Nebi Halas", "person")]
    assert kinds(story((text, marks)))["Nebi Halas"].kind == "place"


def test_a_name_with_a_company_ending_is_a_body() -> None:
    articles = story(
        ("Lindwerk AG wrote. Lindwerk paid.", [("Lindwerk AG", "person"), ("Lindwerk", "person")]),
    )
    assert [(e.name, e.kind) for e in resolve(articles)[0]] == [("Lindwerk", "organization")]


def test_the_north_is_the_country_whose_name_the_story_begins_so() -> None:
    of = article("North Korea fired. The North gave no reason.")
    mentions = (
        Mention(span=span_of(of, "North Korea"), kind="country", country=CountryCode("KP")),
        Mention(span=span_of(of, "North", 1), kind="place"),
    )
    (entity,) = resolve([annotated(of, mentions=mentions)])[0]
    assert entity.country == "KP"


def test_a_rare_surname_does_not_take_over_a_name_that_fills_the_story() -> None:
    full: tuple[str, list[tuple[str, MentionKind]]] = (
        "Kan Jong Ul spoke. Kan left.",
        [("Kan Jong Ul", "person"), ("Kan", "person")],
    )
    articles = story(full, full, full, ("Kan rules.", [("Kan", "person")]),
                     ("Jack Kan wrote.", [("Jack Kan", "person")]))  # fmt: skip
    assert named(articles)[6] == ("Kan", "Kan Jong Ul")


def test_an_acronym_written_out_at_the_head_of_a_name_is_the_same_body() -> None:
    articles = story(
        ("The NHB Safety Council met.", [("NHB Safety Council", "organization")]),
        (
            "The Northern Harbour Board Safety Council met.",
            [("Northern Harbour Board Safety Council", "organization")],
        ),
    )
    assert len(resolve(articles)[0]) == 1


def test_a_body_is_not_the_larger_body_it_belongs_to() -> None:
    council = "Coastal League Safety Council"
    articles = story(
        ("The Coastal League met.", [("Coastal League", "organization")]),
        (f"The {council} met.", [(council, "organization")]),
    )
    assert len(resolve(articles)[0]) == 2


def test_an_acronym_of_two_bodies_goes_to_the_one_that_stands_beside_it() -> None:
    articles = story(
        (
            "The Northern Press (NP) wrote. The NP is old.",
            [("Northern Press", "organization"), ("NP", "organization")],
        ),
        ("New Prospect wrote.", [("New Prospect", "organization")]),
    )
    assert dict(named(articles))["NP"] == "Northern Press"


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


def test_letters_in_brackets_behind_a_body_are_its_name_whatever_they_are() -> None:
    articles = story(
        (
            "The National Bank of Ostra (MNO) said no.",
            [("National Bank of Ostra", "organization"), ("MNO", "organization")],
        ),
        ("The MNO said yes.", [("MNO", "organization")]),
    )
    assert {name for _, name in named(articles)} == {"National Bank of Ostra"}


def test_a_compass_point_gives_an_acronym_two_letters() -> None:
    articles = story(
        ("The Union of Southeast Ports met.", [("Union of Southeast Ports", "organization")]),
        ("USEP met again.", [("USEP", "organization")]),
    )
    assert {name for _, name in named(articles)} == {"Union of Southeast Ports"}


def test_a_region_is_not_the_office_that_bears_its_name() -> None:
    office = "Katastrophenamt der Provinz Sarwat Halden"
    articles = story(
        (f"{office} met.", [(office, "organization")]),
        ("Sarwat Halden is flooded.", [("Sarwat Halden", "organization")]),
    )
    assert named(articles) == [(office, office), ("Sarwat Halden", "Sarwat Halden")]


def test_a_maker_is_not_the_thing_that_bears_its_name() -> None:
    text = "Lumo fell. Its first phone, the Lumo Leaf, is late."
    articles = story((text, [("Lumo", "organization"), ("Lumo Leaf", "organization")]))
    assert named(articles) == [("Lumo", "Lumo"), ("Lumo Leaf", "Lumo Leaf")]


def test_a_body_taken_for_a_person_goes_to_its_full_name() -> None:
    articles = story(
        ("Corvin Bank fell.", [("Corvin Bank", "organization")]),
        ("Corvin fell.", [("Corvin", "person")]),
    )
    assert {name for _, name in named(articles)} == {"Corvin Bank"}


def test_a_team_is_told_by_its_coach_and_by_whom_it_beat() -> None:
    text = "Granvin beat Lysefjord. Granvin coach Una Holt left."
    marks: list[tuple[str, MentionKind]] = [("Granvin", "person"), ("Granvin", "person")]
    assert kinds(story((text, marks)))["Granvin"].kind == "organization"


def test_a_place_is_one_with_its_letters_and_with_what_it_is() -> None:
    words = ("New York City", "NYC", "Hebei", "Hebei Province")
    text = ". ".join(f"They met in {each}" for each in words)
    articles = story((text, [("New York City", "place"), ("NYC", "place"), ("Hebei", "place"),
                             ("Hebei Province", "place")]))  # fmt: skip
    assert len({name for _, name in named(articles)}) == 2
