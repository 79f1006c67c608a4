"""Hold the bundled outlets, and what a table of one's own may say."""

from __future__ import annotations

import pickle
import re
from collections import Counter

import pytest

from twosource.errors import BadTableError
from twosource.model.identity import OutletId
from twosource.outlets import NOWHERE, load_outlets, outlet_by_id, outlet_of
from twosource.outlets.addresses import registrable

BUNDLED = load_outlets()

OWN = """
[[outlet]]
id = "harbour-post"
name = "The Harbour Post"
domains = ["harbour-post.example"]
country = "GB"
kind = "newspaper"
owner = "Quay Press"
aliases = ["Harbour Post"]

[[outlet]]
id = "harbour-post-africa"
name = "Harbour Post Africa"
domains = ["africa.harbour-post.example"]
kind = "online"
"""


def test_at_least_three_hundred_outlets_are_bundled_from_every_continent() -> None:
    countries = {outlet.country for outlet in BUNDLED.rows}
    assert len(BUNDLED.rows) >= 300
    assert {"US", "BR", "GB", "UA", "NG", "ZA", "IN", "CN", "JP", "QA", "AU", "FJ"} <= countries


def test_every_kind_that_the_dossier_tells_apart_occurs() -> None:
    kinds = Counter(outlet.kind for outlet in BUNDLED.rows)
    assert set(kinds) == {
        "agency",
        "newspaper",
        "broadcaster",
        "online",
        "magazine",
        "press_release",
        "government",
        "satire",
        "aggregator",
    }
    assert kinds["agency"] >= 80


def test_every_bundled_domain_finds_its_own_row() -> None:
    for outlet in BUNDLED.rows:
        for domain in outlet.domains:
            assert outlet_of(f"https://www.{domain}/a", BUNDLED) == outlet


def test_state_media_are_no_satire_and_have_a_country() -> None:
    assert not [o for o in BUNDLED.rows if o.state and (o.kind == "satire" or not o.country)]


def test_owners_are_not_spelt_in_two_ways() -> None:
    def plain(owner: str) -> str:
        return re.sub(r"\b(the|inc|plc|ltd|group|media|company)\b|\W", "", owner.casefold())

    spellings = {outlet.owner for outlet in BUNDLED.rows if outlet.owner}
    assert len({plain(owner) for owner in spellings}) == len(spellings)


def test_papers_of_one_house_share_its_name() -> None:
    owners = {outlet_of(url, BUNDLED).owner for url in ("wsj.com", "thetimes.com", "nypost.com")}
    assert owners == {"News Corp"}


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://africa.chinadaily.com.cn/a", "china-daily"),
        ("https://uk.reuters.com/a", "reuters"),
        ("https://amp.theguardian.com/a", "guardian"),
        ("https://asia.nikkei.com/a", "nikkei-asia"),
        ("https://www.nikkei.com/a", "nikkei"),
        ("https://abcnews.go.com/a", "abc-news"),
        ("https://abclocal.go.com/a", "abclocal.go.com"),
        ("https://news.yahoo.com/a", "yahoo-news"),
        ("https://music.yahoo.com/a", "music.yahoo.com"),
        ("https://www.gov.uk/a", "gov-uk"),
        ("https://borough.gov.uk/a", "borough.gov.uk"),
    ],
)
def test_an_edition_belongs_to_its_house_and_a_neighbour_does_not(url: str, outlet: str) -> None:
    assert outlet_of(url, BUNDLED).id == outlet


def test_an_unknown_domain_gives_an_outlet_of_which_nothing_else_is_said() -> None:
    outlet = outlet_of("https://www.harbour-post.example/a", BUNDLED)
    assert (outlet.id, outlet.name) == ("harbour-post.example", "harbour-post.example")
    assert (outlet.kind, outlet.country, outlet.owner, outlet.state) == ("unknown", None, "", False)
    assert outlet == outlet_of("http://m.harbour-post.example/b", BUNDLED)


def test_pages_without_an_address_share_one_unknown_outlet() -> None:
    assert outlet_of("file:///srv/a.html", BUNDLED) == outlet_of("", BUNDLED) == NOWHERE


def test_a_table_of_ones_own_is_laid_over_the_bundled_one() -> None:
    outlets = load_outlets(OWN)
    assert outlet_of("https://harbour-post.example/a", outlets).owner == "Quay Press"
    assert outlet_of("https://africa.harbour-post.example/a", outlets).id == "harbour-post-africa"
    assert outlet_of("https://apnews.com/a", outlets).id == "ap"


def test_a_later_table_corrects_a_row_and_takes_over_its_domains() -> None:
    correction = '[[outlet]]\nid = "ap"\nname = "AP"\ndomains = ["ap.example"]\n'
    outlets = load_outlets(OWN, correction)
    assert outlet_of("https://ap.example/a", outlets).name == "AP"
    assert outlet_of("https://apnews.com/a", outlets).id == "apnews.com"
    assert outlets.by_id(OutletId("ap")) == outlet_of("https://ap.example/a", outlets)
    assert outlets.by_id(OutletId("nobody")) is None


def test_outlets_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(BUNDLED)) == BUNDLED


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('name = "X"', "id is missing"),
        ('id = "x"', "name is missing"),
        ('id = "X Y"\nname = "X"', "id is 'X Y'"),
        ('id = "x"\nname = "X"\ncountry = "UK"', "the United Kingdom is GB"),
        ('id = "x"\nname = "X"\ncountry = "gb"', "country is 'gb'"),
        ('id = "x"\nname = "X"\nkind = "paper"', "kind is 'paper'"),
        ('id = "x"\nname = "X"\nstate = "yes"', "state is 'yes'; wanted true or false"),
        ('id = "x"\nname = "X"\ndomains = "x.example"', "wanted a list of strings"),
        (
            'id = "x"\nname = "X"\ndomains = ["y.example", "https://x.example/"]',
            "domains is 'https://x.example/'",
        ),
        ('id = "x"\nname = "X"\nowners = "Y"', "there is no field 'owners'"),
        (
            'id = "x"\nname = "X"\n[[outlet]]\nid = "x"\nname = "Y"',
            "which is also that of outlet 1",
        ),
        (
            'id = "x"\nname = "X"\ndomains = ["a.example"]\n'
            '[[outlet]]\nid = "y"\nname = "Y"\ndomains = ["a.example"]',
            "which is also that of outlet 1",
        ),
        ('id = "x', "is no TOML"),
    ],
)
def test_a_wrong_row_is_told_by_table_row_and_field(row: str, told: str) -> None:
    with pytest.raises(BadTableError, match="outlet table 1") as error:
        load_outlets(f"[[outlet]]\n{row}\n")
    assert told in str(error.value)


def test_anything_but_outlets_in_a_table_is_refused() -> None:
    with pytest.raises(BadTableError, match="only"):
        load_outlets('[[outlets]]\nid = "x"\n')
    with pytest.raises(BadTableError, match="no list of rows"):
        load_outlets('[outlet]\nid = "x"\n')


def test_no_bundled_domain_is_written_with_its_door() -> None:
    doors = ("www.", "m.", "amp.")
    assert not [d for d in BUNDLED.by_domain if d.startswith(doors) and registrable(d) != d]


def test_a_text_of_no_address_is_of_an_unknown_outlet() -> None:
    assert outlet_by_id(NOWHERE.id, BUNDLED).name == "unknown outlet"


def test_an_outlet_that_no_table_knows_is_called_by_its_id() -> None:
    found = outlet_by_id(OutletId("harbour.example"), BUNDLED)
    assert (found.name, found.country) == ("harbour.example", None)
