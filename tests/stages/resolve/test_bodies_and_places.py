"""A body, a ship and a place are each told from what bears their name."""

from __future__ import annotations

from tests.factories import annotated, article, span_of
from tests.stages.resolve.told import kinds, named, story
from twosource.model.annotated import Mention, MentionKind
from twosource.model.identity import CountryCode
from twosource.stages.resolve import resolve


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
    articles = story(
        (
            text,
            [
                ("New York City", "place"),
                ("NYC", "place"),
                ("Hebei", "place"),
                ("Hebei Province", "place"),
            ],
        )
    )
    assert len({name for _, name in named(articles)}) == 2


def test_letters_go_to_the_body_with_its_country_which_its_bare_name_stands_for_too() -> None:
    articles = story(
        (
            "The Harbour Safety Board of Canada has a report. The HSB names a valve.",
            [("Harbour Safety Board of Canada", "organization"), ("HSB", "organization")],
        ),
        (
            "The Harbour Safety Board names a valve. The HSB said so.",
            [("Harbour Safety Board", "organization"), ("HSB", "organization")],
        ),
    )
    assert {name for _, name in named(articles)} == {"Harbour Safety Board of Canada"}


def test_letters_may_leave_out_a_word_of_a_long_name() -> None:
    articles = story(
        (
            "The European Union Harbour Pilots Agency checks the pumps. EHPA checks the doors.",
            [("European Union Harbour Pilots Agency", "organization"), ("EHPA", "organization")],
        ),
    )
    assert len(resolve(articles)[0]) == 1
