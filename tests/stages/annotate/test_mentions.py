"""Names are marked with kind, title and country, and capitals that act are told from towns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.factories import article
from twosource.languages import Named, open_language
from twosource.model.annotated import Mention
from twosource.model.identity import LanguageCode
from twosource.settings import AnnotateSettings
from twosource.stages.annotate import annotate
from twosource.stages.annotate.kinds import settle_kinds
from twosource.stages.annotate.names import is_acronym_of

ENGLISH = open_language(LanguageCode("en"), AnnotateSettings())


def mentions(text: str, headline: str = "") -> dict[str, Mention]:
    """Return the names of a text by their words, the last one of equal words."""
    of = article(text, headline=headline)
    return {of.words(each.span): each for each in annotate(of, ENGLISH).mentions}


def title(text: str, name: str) -> str | None:
    of = article(text, headline="")
    found = next(m for m in annotate(of, ENGLISH).mentions if of.words(m.span) == name)
    return of.words(found.title) if found.title else None


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Foreign Minister Anna Berg arrived.", "Anna Berg", "Foreign Minister"),
        ("On Monday Mr. Berg met Paul Lund.", "Berg", "Mr."),
        ("Paul Lund, the mayor of Bergen, wept.", "Paul Lund", "mayor of Bergen"),
        ("A letter came from Paul Lund on Monday.", "Paul Lund", None),
    ],
)
def test_title_stands_beside_the_name(text: str, name: str, wanted: str | None) -> None:
    assert title(text, name) == wanted


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Moscow rejected the offer on Monday.", True),
        ("Ties with Moscow are poor.", True),
        ("Moscow's ambassador left.", True),
        ("The fair in Moscow opened on Monday.", False),
        ("He flew from Moscow to Bergen.", False),
    ],
)
def test_capital_acts_where_it_does_what_governments_do(text: str, acting: bool) -> None:
    found = mentions(text)["Moscow"]
    assert (found.acts, found.country) == (acting, "RU")


def test_demonym_is_a_mention_of_its_country() -> None:
    found = mentions("A Norwegian ship sank off Iceland.")
    assert (found["Norwegian"].kind, found["Norwegian"].country) == ("country", "NO")
    assert found["Iceland"].country == "IS"


def test_name_has_one_kind_in_the_whole_article() -> None:
    of = article("Brightwater Ferries Inc. sued. Brightwater Ferries Inc. lost. Lund left.")
    kinds = {m.kind for m in annotate(of, ENGLISH).mentions if "Brightwater" in of.words(m.span)}
    assert kinds == {"organization"}


def test_last_name_alone_is_the_person_named_in_full_elsewhere() -> None:
    assert mentions("Ingrid Tveit spoke. Later Tveit left for Oslo.")["Tveit"].kind == "person"


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
    ],
)
def test_title_may_name_its_office_or_its_party(text: str, name: str, wanted: str) -> None:
    assert title(text, name) == wanted


def test_person_named_with_particles_is_one_name() -> None:
    found = mentions("President Ursula von der Aar spoke. Later Ursula von der Aar left.")
    assert found["Ursula von der Aar"].kind == "person"


def test_name_with_an_age_behind_it_is_a_person() -> None:
    of = article("Irmgard Pauls, 84, left the harbour with her bird.")
    (mention,) = annotate(of, ENGLISH).mentions
    assert (of.words(mention.span), mention.kind) == ("Irmgard Pauls", "person")


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


def test_a_person_is_found_behind_a_role_that_the_name_seems_to_hold() -> None:
    found = mentions("Harbour Bank COO Desi Paress and the King George Hospital had no comment.")
    assert found["Desi Paress"].kind == "person"
    assert found["King George Hospital"].kind == "organization"


def test_who_holds_an_office_is_a_person_and_a_maker_is_none() -> None:
    found = mentions(
        "Prices rise, chief executive Ursina Caduff said. The chocolate maker Velmora Foods agreed."
    )
    assert found["Ursina Caduff"].kind == "person"
    assert found["Velmora Foods"].kind == "organization"


def test_a_firm_is_known_by_what_it_makes_and_a_town_by_what_is_in_it() -> None:
    found = mentions(
        "HARNBURG — The baby food maker Lillebarn recalled jars. One child in Malmund was hurt.\n\n"
        "Ursina Caduff told the Harnburg Herald that it came late."
    )
    kinds = {name: found[name].kind for name in ("HARNBURG", "Lillebarn", "Malmund")}
    assert kinds == {"HARNBURG": "place", "Lillebarn": "organization", "Malmund": "place"}


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


@pytest.mark.parametrize("name", ["Facebook", "Snapchat", "Tesla", "Hamas"])
def test_a_body_that_the_world_knows_is_no_person(name: str) -> None:
    assert mentions(f"She told {name} of it in May, and {name} left.")[name].kind == "organization"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Barges waited on the Rhine on Monday.", "Rhine", "place"),
        ("She was born beside Lake Vestby in May.", "Lake Vestby", "place"),
        ("They honoured the Duchess of Vestby in May.", "Duchess of Vestby", "person"),
        ("They met at Lake Vestby Hospital in May.", "Lake Vestby Hospital", "organization"),
        ("Havne Nord, the federation of quay owners, met in May.", "Havne Nord", "organization"),
        ("The crane drivers' union Havne Nord met in May.", "Havne Nord", "organization"),
        ("Ada Lund, the federation leader, left in May.", "Ada Lund", "person"),
    ],
)
def test_what_a_name_is_called_tells_what_it_is(text: str, name: str, kind: str) -> None:
    assert mentions(text)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Fire broke out in Lebanon, Pennsylvania, in May. Later Lebanon was dry.",
            "Lebanon",
            "place",
        ),
        ("She was born in Peru, Ind.", "Peru", "place"),
        ("The Poland Spring plant closed.", "Poland", "place"),
        ("Israel Vikdal won the race in May.", "Israel", "person"),
        ("Talks between Lebanon, Israel, Ohio and Texas began.", "Lebanon", "country"),
        ("Talks between Lebanon, Washington and Iran began.", "Lebanon", "country"),
        ("Israel Police officers left Israel.", "Israel", "country"),
    ],
)
def test_a_town_or_a_person_with_a_countrys_name_is_no_country(
    text: str, name: str, kind: str
) -> None:
    assert mentions(text)[name].kind == kind


def test_words_that_all_mean_something_name_no_person() -> None:
    found = mentions("Replay More Videos. The crew of Arne Holm left.")
    assert found["Arne Holm"].kind == "person"
    assert all(each.kind != "person" for name, each in found.items() if "Videos" in name)


def test_a_country_with_a_first_name_stays_a_country_beside_its_people() -> None:
    found = mentions("Jordan told the envoy that Jordanian troops would stay.")
    assert found["Jordan"].country == "JO"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They won the Nordic Cup on Sunday.", "Nordic Cup", "other"),
        ("Police called it Operation Larch on Friday.", "Operation Larch", "other"),
        ("The fire was seen in County Tyrell on Friday.", "County Tyrell", "place"),
        ("Jiri Horak left. Tomáš Horák of the Union stayed.", "Tomáš Horák", "person"),
    ],
)
def test_a_name_tells_by_its_form_what_it_is(text: str, name: str, kind: str) -> None:
    assert mentions(text)[name].kind == kind


def test_a_name_that_opens_its_sentence_is_found_where_it_does_something() -> None:
    found = mentions("The police came. Belov fled to the hills. Thoughtfully he said no.")
    assert "Belov" in found
    assert "Thoughtfully" not in found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("MALMO: Three ships left the port on Friday, the coast guard said.", "MALMO", "place"),
        ("The Tor Holt bridge was washed away on Friday.", "Tor Holt", "place"),
        ("“It is rare,” its director, Fionn Gilhooly, said.", "Fionn Gilhooly", "person"),
        ("The case was heard. Senan Quill SC, for the firm, said so.", "Senan Quill", "person"),
        (
            "The operator Ceske Regionalni Drahy (CRD) said so.",
            "Ceske Regionalni Drahy",
            "organization",
        ),
        ("Amnesty International Kenya said so.", "Amnesty International Kenya", "organization"),
    ],
)
def test_what_stands_beside_a_name_tells_what_it_is(text: str, name: str, kind: str) -> None:
    assert mentions(text)[name].kind == kind


def test_an_amount_and_the_letters_of_an_honour_are_no_names() -> None:
    text = "Senan Quill SC would pay CHF92 a share and Rs1 million, he said on Friday."
    assert set(mentions(text)) == {"Senan Quill"}


def test_what_somebody_announced_for_a_family_is_no_title_of_his() -> None:
    assert title("Minister Omar Dar, announced aid for the family of each victim.", "Omar Dar") == (
        "Minister"
    )
    assert title("Omar Dar, announced aid for the family of each victim.", "Omar Dar") is None


def test_the_topic_of_an_office_is_no_body() -> None:
    assert "Interior" not in mentions("Interior Minister Petra Nova was in Prague on Monday.")


def test_a_title_case_headline_has_the_names_own_capitals() -> None:
    text = "A fire in St. Brigid's School did harm."
    assert "St. Brigid's School" in mentions(text, "Fire Guts St. Brigid's School In Carrow")


def test_a_team_called_by_a_people_is_no_country() -> None:
    found = mentions(
        "The Cleveland Indians lost. Fans of the Indians wept. Indians voted in Delhi."
    )
    assert found["Indians"].kind == "organization"
    assert mentions("Indians voted in Delhi on Monday.")["Indians"].kind == "country"


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


@pytest.mark.parametrize(
    "text",
    [
        "Nine people have died in the port town of Tamaro, officials said.",
        "The storm reached Tamaro, a town of about 86,000, at noon.",
    ],
)
def test_what_is_called_a_town_is_a_place(text: str) -> None:
    assert mentions(text)["Tamaro"].kind == "place"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rennholm have signed the winger Santi Moreno.", "Rennholm", "organization"),
        ("He came from the Spanish side Real Arvela in May.", "Real Arvela", "organization"),
        ("Anna Berg and Paul Lund have signed it.", "Paul Lund", "person"),
    ],
)
def test_who_is_spoken_of_as_many_is_a_body(text: str, name: str, kind: str) -> None:
    assert mentions(text)[name].kind == kind


def test_a_plural_behind_the_is_a_party_and_nobody() -> None:
    text = "She will talk with the Greens, and he to the Greens of Oslo."
    start = text.index("Greens")
    found = [Named(start=start, end=start + 6, kind="person")]
    assert settle_kinds([text], [found], ENGLISH.name_words) == {"Greens": "organization"}
