"""Where an article plays is what it begins with; when, too, unless its page gives the day."""

from __future__ import annotations

from datetime import datetime

from tests.factories import NOON
from tests.stages.reading import read_article
from twosource.settings import ClusterSettings
from twosource.stages.cluster import compare, read
from twosource.stages.cluster.scene import Scene

FAR_DOWN = "The ferry to the islands did not sail. " * 15


def scene(text: str, headline: str = "", published: datetime | None = None) -> Scene:
    return read(read_article(text, headline, published=published)).scene


def test_a_country_and_its_people_are_one() -> None:
    assert scene("A storm hit France. The French minister came.").first == {"FR"}
    assert scene("He left New Zealand for the U.S. in a boat.").first == {"NZ", "US"}


def test_a_word_without_capital_is_no_country() -> None:
    assert scene("He told us of turkey and china.").told == frozenset()


def test_a_country_within_a_longer_name_is_none() -> None:
    assert scene("The trail in New Mexico was shut, New Mexico rangers said.").told.isdisjoint(
        {"MX"}
    )
    assert scene("The goal came late. Jordan Henderson had hit the post.").told.isdisjoint({"JO"})
    found = scene("It rained. In Jordan rain is rare, and French President Rey saw it.")
    assert found.first == {"FR", "JO"}


def test_a_place_is_what_something_is_in_or_near() -> None:
    found = scene("A pipe burst near San Betano in May. Mayor Rey was in Skarvik and in France.")
    assert found.first == {"btn", "skrv", "FR"}
    assert scene("He spoke of Betano.").first == frozenset()


def test_a_place_may_be_told_otherwise_by_the_other() -> None:
    one = scene("A pipe burst near Skarvik.")
    other = scene(f"The oil ran. {FAR_DOWN} The mayor of Skarvik counted her dead birds.")
    assert "skrv" in one.first & other.told - other.first


def test_what_stands_far_down_is_told_but_not_begun_with() -> None:
    found = scene(f"A storm hit France. {FAR_DOWN} It came from Portugal.")
    assert found.first == {"FR"}
    assert found.told >= {"FR", "PT"}


def test_the_headline_is_a_beginning() -> None:
    assert scene("The wind tore roofs off.", "Gale over Norway").first == {"NO"}


def test_weekdays_count_where_a_page_gives_no_date() -> None:
    text = "The bridge fell on Thursday."
    assert scene(text).first == {"Thursday"}
    assert scene(text, published=NOON).first == frozenset()


def test_a_link_gives_what_both_its_ends_do() -> None:
    told = "The storm Ingrid tore roofs off in Skarvik on Thursday, Norwegian officials said."
    outlets = ("harbour-post", "norda")
    one, other = (read(read_article(told, outlet=each, published=None)) for each in outlets)
    link = compare(one, other, ClusterSettings())
    assert link is not None
    assert link.figures == ("NO", "Thursday", "skrv")
