"""Hold which name a page may give to an outlet that no table knows."""

from __future__ import annotations

import pytest

from tests.factories import article
from twosource.model.identity import OutletId
from twosource.outlets import load_outlets, outlet_by_id, outlet_of, own_name, with_own_names

BUNDLED = load_outlets()


def called(host: str, *names: str) -> str:
    return own_name(outlet_of(f"https://www.{host}/a", BUNDLED), names, BUNDLED)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("saltcoastgazette.example", "Salt Coast Gazette"),
        ("salt-coast-gazette.co.uk", "The Salt Coast Gazette"),
        ("thesaltcoast.example", "Salt Coast Gazette"),
        ("scgazette.example", "Salt Coast Gazette"),
        ("scg.example", "Salt Coast Gazette"),
        ("sc.example", "Salt Coast"),
        ("saltgaz.example", "Salt Gazette"),
        ("reviewofhalden.example", "Review of Halden"),
        ("reviewhalden.example", "Review of Halden"),
        ("kuestenbote.example", "Küstenbote"),
        ("haldennews24.example", "Halden News"),
    ],
)
def test_name_that_an_address_was_made_of_is_the_outlets(host: str, name: str) -> None:
    assert called(host, name) == name


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("saltcoast.example", "Breaking News"),
        ("salt.example", "Salt and Pepper Recipes of the World"),
        ("saltcoast.example", "saltcoast.example"),
        ("saltcoast.example", ""),
        ("sa.example", "Saga"),
        ("harbour.blogspot.com", "Blogspot"),
    ],
)
def test_name_that_does_not_fit_the_address_is_not_taken(host: str, name: str) -> None:
    assert called(host, name) == ""


def test_page_cannot_call_itself_by_the_name_of_an_outlet_in_the_table() -> None:
    assert called("apnews-today.example", "AP") == ""
    assert called("reutersworld.example", "Reuters") == ""


def test_outlet_in_the_table_keeps_its_name() -> None:
    assert called("reuters.com", "Reuters Business") == ""


def test_motto_behind_a_name_is_left_out() -> None:
    assert called("saltcoast.example", "Home", "Salt Coast | News from the quay") == "Salt Coast"


def test_name_that_most_pages_give_counts() -> None:
    pages = [
        article(text, outlet="saltcoast.example", outlet_name=name)
        for text, name in (("One.", "Salt Coast"), ("Two.", "Salt Coast"), ("Three.", "SALT Coast"))
    ]
    known = with_own_names(BUNDLED, [*pages, article("Four.", outlet="other.example")])
    assert outlet_by_id(OutletId("saltcoast.example"), known).name == "Salt Coast"
    assert outlet_by_id(OutletId("other.example"), known).name == "other.example"
    assert outlet_by_id(OutletId("reuters"), known).name == "Reuters"
