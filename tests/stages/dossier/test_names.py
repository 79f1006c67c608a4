"""How outlets call the same one is shown where they do not call it alike."""

from __future__ import annotations

from tests.stages.dossier.marked import Told, material
from twosource.exports.reading import by_form
from twosource.model.dossier import Naming
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.names import call_names


def names(of: StoryMaterial) -> tuple[Naming, ...]:
    return call_names(of, citer(of))


def test_titles_that_differ_are_shown_by_outlet() -> None:
    one = Told("herald", "President Luo Wen spoke.").name("Luo Wen", title="President")
    other = Told("post", "Communist leader Luo Wen spoke.").name(
        "Luo Wen", title="Communist leader"
    )
    (naming,) = names(material(one, other))
    assert [(each.outlet, each.words, each.count) for each in naming.forms] == [
        ("herald", "President Luo Wen", 1),
        ("post", "Communist leader Luo Wen", 1),
    ]
    assert naming.forms[0].example.words == "President Luo Wen"


def test_a_bare_surname_after_the_full_name_is_no_other_form() -> None:
    one = Told("herald", "Luo Wen spoke. Luo left.").name("Luo Wen").name("Luo", nth=1)
    other = Told("post", "Luo Wen came.").name("Luo Wen")
    assert names(material(one, other)) == ()


def test_one_outlet_alone_shows_nothing() -> None:
    told = Told("herald", "President Luo Wen met Mr. Luo.").name("Luo Wen", title="President")
    assert names(material(told)) == ()


def test_an_adjective_is_no_name_of_the_country() -> None:
    one = Told("herald", "Norwegian ships came.").name("Norwegian", "country", country="NO")
    other = Told("post", "Norway sent ships.").name("Norway", "country", country="NO")
    assert names(material(one, other)) == ()


def test_a_misspelt_name_is_a_form() -> None:
    told = [
        Told("herald", "Annelie Verbruggen spoke.").name("Annelie Verbruggen"),
        Told("news", "Annelie Verbruggen spoke.").name("Annelie Verbruggen"),
        Told("post", "Annelie Verbrugen spoke.").name("Annelie Verbrugen"),
    ]
    (naming,) = names(material(*told))
    assert naming.name == "Annelie Verbruggen"
    assert {each.words for each in naming.forms} == {"Annelie Verbruggen", "Annelie Verbrugen"}


def test_an_apposition_is_a_form_and_told_alike_whatever_its_order() -> None:
    one = Told("herald", "The energy minister Anna Berg spoke.").name(
        "Anna Berg", title="energy minister"
    )
    other = Told("post", "They asked Anna Berg, the energy minister.").name("Anna Berg")
    third = Told("news", "Anna Berg spoke. Berg left.").name("Anna Berg").name("Berg", nth=1)
    (naming,) = names(material(one, other, third))
    assert [(each.outlet, each.words, each.count) for each in naming.forms] == [
        ("herald", "energy minister Anna Berg", 1),
        ("news", "Anna Berg", 2),
        ("post", "Anna Berg, the energy minister", 1),
    ]
    assert [len(group) for group in by_form(naming)] == [2, 1]


def test_a_form_counts_as_often_as_it_stands_and_not_with_the_bare_name() -> None:
    one = Told("herald", "Mayor Anna Berg spoke. Berg left. Berg came back.").name(
        "Anna Berg", title="Mayor"
    )
    one.name("Berg", nth=1).name("Berg", nth=2)
    other = Told("post", "Anna Berg came.").name("Anna Berg")
    (naming,) = names(material(one, other))
    assert [(each.words, each.count) for each in naming.forms] == [
        ("Mayor Anna Berg", 1),
        ("Anna Berg", 1),
    ]


def test_a_courtesy_a_surname_or_an_acronym_is_no_difference() -> None:
    one = Told("herald", "Ms. Berg of the World Trade Organization spoke.")
    one.name("Berg", title="Ms.").name("World Trade Organization", "organization")
    other = Told("post", "Anna Berg of the WTO, the World Trade Organization, came.")
    other.name("Anna Berg").name("WTO", "organization")
    other.name("World Trade Organization", "organization")
    assert names(material(one, other)) == ()


def test_a_capital_that_acts_is_no_name_of_its_country() -> None:
    one = Told("herald", "Moscow said no.").name("Moscow", "place", country="RU", acts=True)
    other = Told("post", "Russia said no.").name("Russia", "country", country="RU")
    assert names(material(one, other)) == ()


def test_an_office_alone_is_a_form_of_who_holds_it() -> None:
    one = Told("herald", "Chinese President Luo Wen spoke.").name(
        "Luo Wen", title="Chinese President"
    )
    other = Told("post", "The Chinese leader came. Luo Wen left.").name("Luo Wen")
    (naming,) = names(material(one, other))
    assert [(each.outlet, each.words) for each in naming.forms] == [
        ("herald", "Chinese President Luo Wen"),
        ("post", "The Chinese leader"),
    ]


def test_bare_names_stand_together_however_short() -> None:
    one = Told("herald", "Mayor Anna Berg spoke.").name("Anna Berg", title="Mayor")
    other = Told("post", "Anna Berg came.").name("Anna Berg")
    third = Told("news", "Ms. Berg came.").name("Berg", title="Ms.")
    (naming,) = names(material(one, other, third))
    assert [[form.outlet for form in group] for group in by_form(naming)] == [
        ["post", "news"],
        ["herald"],
    ]
