"""Names are marked whole and nothing else, each with the title that stands beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.factories import article
from tests.stages.annotate.found import ENGLISH, mentions
from twosource.stages.annotate import annotate
from twosource.stages.annotate.names import is_acronym_of


def title(text: str, name: str) -> str | None:
    of = article(text, headline="")
    found = next(m for m in annotate(of, ENGLISH).mentions if of.words(m.span) == name)
    return of.words(found.title) if found.title else None


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Foreign Minister Anna Berg arrived.", "Anna Berg", "Foreign Minister"),
        ("On Monday Mr. Berg met Paul Lund.", "Berg", "Mr."),
        (
            "Former intelligence officer Paul Lund spoke.",
            "Paul Lund",
            "Former intelligence officer",
        ),
        ("Paul Lund, the mayor of Bergen, wept.", "Paul Lund", "mayor of Bergen"),
        ("A letter came from Paul Lund on Monday.", "Paul Lund", None),
    ],
)
def test_title_stands_beside_the_name(text: str, name: str, wanted: str | None) -> None:
    assert title(text, name) == wanted


def test_name_is_found_without_article_and_possessive() -> None:
    assert "Harbour Ministry" in mentions("The Harbour Ministry's report came on Monday.")


def test_acronym_in_brackets_is_found_wherever_it_comes_again() -> None:
    found = mentions("The Norland Port Authority (NPA) met. On Monday NPA staff left.")
    assert found["NPA"].kind == "organization"


def test_initials_make_an_acronym_with_and_without_small_words() -> None:
    assert is_acronym_of("DOJ", "Department of Justice")
    assert is_acronym_of("D.J.", "Department of Justice")
    assert not is_acronym_of("FBI", "Department of Justice")


def test_days_and_sentence_starts_are_no_names() -> None:
    assert mentions("Ferries were late on Tuesday. Nobody knew why.") == {}


def test_names_of_a_title_case_headline_are_found() -> None:
    found = mentions("The ferry sank.", headline="Ferry Crew Leaves Norway After Storm Hits Port")
    assert list(found) == ["Norway"]


def test_mentions_never_overlap_and_stand_in_reading_order() -> None:
    of = article(
        "Norland's Foreign Minister Anna Berg told the Harbour Post that U.S. Steel Corp. of "
        "Pittsburgh would sue the Kingdom of Norway, Reuters reported."
    )
    spans = [m.span for m in annotate(of, ENGLISH).mentions if m.span.part == "body"]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Secretary of State Anna Berg left.", "Anna Berg", "Secretary of State"),
        ("He met communist leader Paul Lund.", "Paul Lund", "communist leader"),
        ("It was signed by chief medical officer Ada Lund.", "Ada Lund", "chief medical officer"),
    ],
)
def test_title_may_name_its_office_or_its_party(text: str, name: str, wanted: str) -> None:
    assert title(text, name) == wanted


def test_person_named_with_particles_is_one_name() -> None:
    found = mentions("President Ursula von der Aar spoke. Later Ursula von der Aar left.")
    assert found["Ursula von der Aar"].kind == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The MS Aurora Borealis left Bergen on Monday.", "MS Aurora Borealis"),
        ("Critics of the anti-American march in Bergen wept.", "American"),
        ("The FTSE 100 closed up on Monday in London.", "FTSE 100"),
        ("Eleven Dutch fire engines crossed the river.", "Dutch"),
        ("On Monday the ferry Carra Queen ran aground off the coast of Mull.", "Carra Queen"),
        ("A fire broke out in tank farm C of the Norda AG site in Emden.", "Norda AG"),
        ("The deal was signed by Norda Shipping Inc. NSI on the same day.", "Norda Shipping Inc."),
        ("Rents rose, figures from the office Frontero show.", "Frontero"),
        ("The fall was reported by Tromso Police Capt. Rolf Lunde yesterday.", "Tromso Police"),
        ("He bought the Bergen Pilots after a lost season. The Pilots wept.", "Bergen Pilots"),
        (
            "The papers lie in the Bergen Maritime Library and Museum for all to see.",
            "Bergen Maritime Library and Museum",
        ),
        (
            "They asked U.S. Immigration and Customs Enforcement for the papers.",
            "U.S. Immigration and Customs Enforcement",
        ),
        ("NWRT provides the boats that the harbour asked for in spring.", "NWRT"),
    ],
)
def test_a_name_is_whole_and_nothing_else(text: str, name: str) -> None:
    assert name in mentions(text)


def test_two_bodies_round_and_stay_two() -> None:
    found = mentions("A quarrel of the White House and Supreme Court ended.")
    assert {"White House", "Supreme Court"} <= found.keys()


def test_what_stands_behind_a_senator_is_no_name() -> None:
    found = mentions("The law is wrong, said Sen. Carl Lunde, D-N.Y. The others said nothing.")
    assert "Carl Lunde" in found
    assert not any(name.startswith("D-") for name in found)


def test_somebody_addressed_is_a_person_without_the_address() -> None:
    found = mentions("“We wept,” Ms Verbrugen said on Monday. Ms Verbrugen left.")
    assert found["Verbrugen"].kind == "person"
    assert "Ms Verbrugen" not in found


def test_a_body_is_whole_in_each_place_where_its_name_has_two_fields() -> None:
    name = "Danish Veterinary and Food Administration"
    found = mentions(f"The {name} was told. Inspectors from the {name} came on Thursday.")
    assert found.keys() == {name}


def test_a_body_called_by_its_first_word_is_the_body() -> None:
    found = mentions(
        "Velmora Foods made a profit, the chocolate maker said.\n\n"
        "A person familiar with the matter said Velmora is in talks to buy a cocoa trader."
    )
    assert found["Velmora"].kind == "organization"


def test_an_arab_article_stays_with_the_name_that_comes_again() -> None:
    found = mentions("Prime Minister Nouri al-Maliki spoke on Monday. Al-Maliki then left Basra.")
    assert "Maliki" not in found


def test_numbered_rooms_and_believers_are_no_names() -> None:
    found = mentions("He met Muslims and Hindus at Terminal 4 in London on Monday.")
    assert set(found) == {"London"}


def test_a_name_that_opens_its_sentence_is_found_where_it_does_something() -> None:
    found = mentions("The police came. Belov fled to the hills. Thoughtfully he said no.")
    assert "Belov" in found
    assert "Thoughtfully" not in found


def test_an_amount_and_the_letters_of_an_honour_are_no_names() -> None:
    text = "Senan Quill SC would pay CHF92 a share and Rs1 million, he said on Friday."
    assert set(mentions(text)) == {"Senan Quill"}


def test_what_somebody_announced_for_a_family_is_no_title_of_his() -> None:
    assert title("Minister Omar Dar, announced aid for the family of each victim.", "Omar Dar") == (
        "Minister"
    )
    assert title("Omar Dar, announced aid for the family of each victim.", "Omar Dar") is None


def test_a_title_case_headline_has_the_names_own_capitals() -> None:
    text = "A fire in St. Brigid's School did harm."
    assert "St. Brigid's School" in mentions(text, "Fire Guts St. Brigid's School In Carrow")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A mother in Stoke-on-Marsh found the tin.", "Stoke-on-Marsh"),
        ("Femke van der Laan won. Van der Laan, 19, had never played there.", "Van der Laan"),
        ("Lawyers of Pemberton & Low LLP act for them.", "Pemberton & Low LLP"),
    ],
)
def test_a_name_keeps_what_is_joined_to_it(text: str, name: str) -> None:
    assert name in mentions(text)


def test_what_somebody_did_is_no_title() -> None:
    assert title("Una Holt, 19, had never beaten a top-ten player.", "Una Holt") is None


def test_a_shouted_irish_name_is_the_one_of_the_text() -> None:
    found = mentions("Niamh O'Connell lost on Tuesday.", "O'CONNELL LOSES IN FINAL")
    assert "O'CONNELL" in found


def test_small_words_of_another_language_join_one_name() -> None:
    found = mentions("The firm Águas do Norte was fined. People blamed Águas do Norte for it.")
    assert "Águas do Norte" in found
    assert "Norte" not in found


def test_what_a_number_counts_is_no_part_of_a_name() -> None:
    assert "Northern Lark" in mentions("The pilots of Northern Lark Flight 216 were tired.")


def test_what_a_tabloid_calls_a_grandmother_is_no_part_of_her_name() -> None:
    assert "Fatima Ouhadi" in mentions("On Monday Gran Fatima Ouhadi, 63, left her bakery.")
