"""Whom a passage knows from is read again only where something that tells so has changed."""

from __future__ import annotations

from dataclasses import replace

from tests.stages.dossier.marked import Told, material
from twosource.model.identity import Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import reading_of

SAID = Told("herald", "Igor Sokol said the harbour would open.").name("Igor Sokol")
OTHER = Told("post", "The harbour opens in May, Una Holt said.", after=1).name("Una Holt")
TITLED = Told("gazette", "Harbour board spokesman Igor Sokol came to Stord.", after=2).name(
    "Igor Sokol", title="Harbour board spokesman"
)


def informants(of: StoryMaterial, before: Informants | None = None) -> Informants:
    return Informants(of, reading_of(of), before.read if before is not None else None)


def asked(of: Informants, told: Told, words: str) -> str:
    article = told.done().article
    start = article.text.index(words)
    return of.at(article.id, Span(start=start, end=start + len(words))).key


def test_an_article_that_nothing_new_touches_is_not_read_again() -> None:
    first = informants(material(SAID))
    key = asked(first, SAID, "Igor Sokol")
    then = informants(material(SAID, OTHER), first)
    article = SAID.done().article.id
    assert then.passages(article) is first.passages(article)
    assert asked(then, SAID, "Igor Sokol") == key == "person:igor sokol"


def test_an_office_told_in_a_later_report_is_known_in_the_earlier_one() -> None:
    first = informants(material(SAID, OTHER))
    asked(first, SAID, "Igor Sokol")
    asked(first, OTHER, "Una Holt")
    of = material(SAID, OTHER, TITLED)
    then, anew = informants(of, first), informants(of)
    assert (
        asked(then, SAID, "Igor Sokol") == asked(anew, SAID, "Igor Sokol") == "body:harbour board"
    )
    other = OTHER.done().article.id
    assert then.passages(other) is first.passages(other)


def test_an_article_keeps_its_passages_while_all_asked_about_stand_for_the_same() -> None:
    told = Told("post", "Una Holt met Igor Sokol. The harbour would open, Una Holt said.")
    told = told.name("Una Holt").name("Igor Sokol").name("Una Holt", nth=1)
    first = informants(material(told))
    asked(first, told, "Una Holt")
    then, article = informants(material(told, TITLED), first), told.done().article.id
    assert then.leaning(article) != first.leaning(article)
    assert then.passages(article) is first.passages(article)
    assert asked(then, told, "Igor Sokol") == "body:harbour board"


def test_an_outlet_that_joins_is_an_informant_no_more() -> None:
    told = Told("herald", "Stordnytt said the harbour would open.")
    of = material(told)
    first = informants(of)
    assert asked(first, told, "Stordnytt") != "unstated"
    joined = replace(of, outlets=(*of.outlets, replace(of.outlets[0], name="Stordnytt")))
    assert asked(informants(joined, first), told, "Stordnytt") == "unstated"
