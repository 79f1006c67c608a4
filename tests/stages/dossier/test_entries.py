"""Countries, bodies and persons stand in the dossier once each, in an order one can rely on."""

from __future__ import annotations

from tests.stages.dossier.marked import Told, material
from tests.stages.dossier.stories import Named, Report, Said, material_of
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.entries import list_entities


def test_countries_have_iso_names_in_the_order_of_their_codes() -> None:
    told = Told("herald", "Russian and Iranian ships met near Canada and Switzerland.")
    told.name("Russian", "country", country="RU").name("Iranian", "country", country="IR")
    told.name("Canada", "country", country="CA").name("Switzerland", "country", country="CH")
    countries, _, _ = list_entities(of := material(told), citer(of))
    assert [each.name for each in countries] == [
        "Canada",
        "Switzerland",
        "Iran, Islamic Republic of",
        "Russian Federation",
    ]


def test_an_entry_counts_all_spellings_and_cites_the_first_mention_of_each_outlet() -> None:
    one = Told("herald", "Ilse Verhagen spoke. Verhagen left.")
    one.name("Ilse Verhagen").name("Verhagen", nth=1)
    other = Told("post", "Mrs Verhagen came.").name("Verhagen", title="Mrs")
    _, _, persons = list_entities(of := material(one, other), citer(of))
    (entry,) = persons
    assert (entry.name, entry.count, entry.outlets) == ("Ilse Verhagen", 3, 2)
    assert entry.aliases == ("Verhagen",)
    assert [each.words for each in entry.mentions] == ["Ilse Verhagen", "Verhagen"]


def test_bodies_and_persons_come_by_prominence() -> None:
    told = [
        Told("herald", "Dirk Roos met Ilse Verhagen.").name("Dirk Roos").name("Ilse Verhagen"),
        Told("post", "Ilse Verhagen spoke.").name("Ilse Verhagen"),
    ]
    _, _, persons = list_entities(of := material(*told), citer(of))
    assert [each.name for each in persons] == ["Ilse Verhagen", "Dirk Roos"]


def test_the_union_that_brussels_acts_for_is_a_body() -> None:
    told = Told("herald", "Brussels said the European Union would wait.")
    told.name("Brussels", "place", country="EU", acts=True)
    told.name("European Union", "organization")
    countries, bodies, _ = list_entities(of := material(told), citer(of))
    assert countries == ()
    assert [(each.name, each.count) for each in bodies] == [("European Union", 2)]


def test_a_word_that_one_outlet_has_once_is_nobody() -> None:
    told = Told("herald", "The ship sailed for Farsund.").name("Farsund", "organization")
    story = material(told)
    assert list_entities(story, citer(story))[1] == ()


def test_who_made_the_page_is_not_of_the_story() -> None:
    text = "Ada Lund left. (Reporting by Nils Vik in Oslo; Editing by Per Moe) Photo: Ada Lund, AP"
    told = Told("herald", text)
    for name in ("Ada Lund", "Nils Vik", "Per Moe"):
        told.name(name)
    story = material(told)
    assert [(each.name, each.count) for each in list_entities(story, citer(story))[2]] == [
        ("Ada Lund", 1)
    ]


def test_the_agency_of_a_dateline_is_not_of_the_story() -> None:
    told = Told("herald", "OSLO, March 4 (Norda Press) - Ada Lund left Moe Line on Friday.")
    for name in ("Norda Press", "Moe Line"):
        told.name(name, "organization")
    story = material(told)
    assert [each.name for each in list_entities(story, citer(story))[1]] == ["Moe Line"]


def test_a_body_without_a_name_is_listed_where_its_country_is_known_and_two_tell_of_it() -> None:
    closed = "The harbour of Stord will close on Friday for repairs"

    def report(outlet: str, body: str) -> Report:
        said = Said(words=closed, by=body)
        return Report(outlet=outlet, text=f"{closed}, {body} said.", said=[said])

    def bodies(*reports: Report) -> list[tuple[str, str | None, int]]:
        _, found, _ = list_entities(of := material_of(*reports), citer(of))
        return [(each.name, each.country, each.outlets) for each in found]

    named = report("herald", "Norway’s energy ministry")
    again = report("post", "the Norwegian energy ministry")
    assert bodies(named, again) == [("Ministry of Energy", "NO", 2)]
    assert bodies(named) == []
    assert bodies(report("herald", "the police"), report("post", "the police")) == []
    his = "his country’s Norwegian office"
    assert bodies(report("herald", his), report("post", his)) == []


def test_who_speaks_for_a_body_is_no_mention_of_it() -> None:
    closed = "The harbour of Stord will close on Friday for repairs"

    def report(outlet: str, by: str) -> Report:
        said = Said(words=closed, by=by)
        named = Named(words="Anna Berg", title=by.removesuffix(" Anna Berg"))
        return Report(outlet=outlet, text=f"{closed}, {by} said.", said=[said], named=[named])

    minister = "Norwegian Energy Minister Anna Berg"
    story = material_of(report("herald", minister), report("post", minister))
    assert list_entities(story, citer(story))[1] == ()


def test_a_body_called_by_its_office_is_the_one_that_is_named() -> None:
    closed = "The harbour of Stord will close on Friday for repairs"

    def report(outlet: str, body: str) -> Report:
        said = Said(words=closed, by=body)
        text = f"{closed}, {body} said. The Treasury Department was right."
        named = Named(words="Treasury Department", kind="organization")
        return Report(outlet=outlet, text=text, said=[said], named=[named])

    story = material_of(
        report("herald", "the U.S. finance secretary"), report("post", "the U.S. finance secretary")
    )
    assert [each.name for each in list_entities(story, citer(story))[1]] == ["Treasury Department"]


def test_an_outlet_that_only_names_itself_is_no_body_of_the_story() -> None:
    own = Told("herald", "Ilse Verhagen told the Herald so.").name("Ilse Verhagen")
    own.name("Herald", "organization")
    _, bodies, _ = list_entities(of := material(own), citer(of))
    assert bodies == ()
    other = Told("post", "Verhagen wrote to the Herald.").name("Herald", "organization")
    _, bodies, _ = list_entities(of := material(own, other), citer(of))
    assert [each.name for each in bodies] == ["Herald"]
