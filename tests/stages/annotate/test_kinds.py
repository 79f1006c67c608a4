"""A name is taken for what it is: a person, a body, a town, a country, or nothing of the kind."""

from __future__ import annotations

import pytest

from tests.factories import article
from tests.stages.annotate.found import ENGLISH, mentions
from twosource.languages import Named
from twosource.stages.annotate import annotate
from twosource.stages.annotate.kinds import settle_kinds


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


def test_name_with_an_age_behind_it_is_a_person() -> None:
    of = article("Irmgard Pauls, 84, left the harbour with her bird.")
    (mention,) = annotate(of, ENGLISH).mentions
    assert (of.words(mention.span), mention.kind) == ("Irmgard Pauls", "person")


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
        ("Xhevahir Mrlja, a lawyer for the union, left in May.", "Xhevahir Mrlja", "person"),
        ("Tuyet Quang, a researcher at the institute, left.", "Tuyet Quang", "person"),
        ("Ngozi Okwuosa, a member of the federation, left.", "Ngozi Okwuosa", "person"),
        ("Ngozi Okwuosa, a diver who left the company, met us.", "Ngozi Okwuosa", "person"),
        ("Ngozi Okwuosa, a diver representing the union, left.", "Ngozi Okwuosa", "person"),
        ("Ngozi Okwuosa, a union and party man, left in May.", "Ngozi Okwuosa", "person"),
        ("Havne Nord, the quay owners' federation, met in May.", "Havne Nord", "organization"),
        ("Havne Nord, a large student union, met.", "Havne Nord", "organization"),
        ("Ngozi Okwuosa, a lawyer representing dockers' union, left.", "Ngozi Okwuosa", "person"),
        ("Havnekraft's managing director, Moor Innes, left in May.", "Moor Innes", "person"),
        ("The state fund Havnestol Kapital pays in May.", "Havnestol Kapital", "organization"),
        ("The nine wards, all in Bijelo Selo, voted in May.", "Bijelo Selo", "place"),
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


def test_the_topic_of_an_office_is_no_body() -> None:
    assert "Interior" not in mentions("Interior Minister Petra Nova was in Prague on Monday.")


def test_a_team_called_by_a_people_is_no_country() -> None:
    found = mentions(
        "The Cleveland Indians lost. Fans of the Indians wept. Indians voted in Delhi."
    )
    assert found["Indians"].kind == "organization"
    assert mentions("Indians voted in Delhi on Monday.")["Indians"].kind == "country"


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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The mayor of Penbrook, Filomena Sardinha, said the road was shut.",
            "Filomena Sardinha",
            "person",
        ),
        (
            "The speaker of parliament, Eeva-Liisa Holm, opened the sitting.",
            "Eeva-Liisa Holm",
            "person",
        ),
        ("Sandell, who had hoped to stay, said she was four votes short.", "Sandell", "person"),
        ("Ravik said she was four votes short.", "Ravik", "person"),
        ("The Coast Shareholders' Forum met in Oslo.", "Coast Shareholders' Forum", "organization"),
    ],
)
def test_kind_is_told_by_the_words_round_a_name(text: str, name: str, kind: str) -> None:
    assert mentions(text)[name].kind == kind


def test_article_behind_a_dateline_is_no_name() -> None:
    assert "A" not in mentions("OSLO - A judge in Oslo sentenced Ada Lund on Monday.")


def test_place_that_somebody_comes_from_is_no_person() -> None:
    text = "Una Holt, a rice trader from Bogo, left."
    start = text.index("Bogo")
    found = [Named(start=start, end=start + 4, kind="person")]
    assert settle_kinds([text], [found], ENGLISH.name_words) == {"Bogo": "place"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Nobody had warned them, said Ernesto Balagtas, the mayor of the village.",
            "Ernesto Balagtas",
            "person",
        ),
        ("It fell at dawn, mine operator Slask Coal said.", "Slask Coal", "organization"),
    ],
)
def test_neither_a_mayor_is_a_village_nor_an_operator_a_person(
    text: str, name: str, kind: str
) -> None:
    assert mentions(text)[name].kind == kind


def test_letters_and_a_number_are_no_body() -> None:
    assert mentions("The VLX-2 rose over the bay. The VLX-2 fell.")["VLX-2"].kind == "other"


def test_two_halves_of_a_name_are_one_persons() -> None:
    found = mentions("His deputy, Luiza Amado, will lead it. Amado said that it was too early.")
    assert found["Luiza Amado"].kind == "person"
