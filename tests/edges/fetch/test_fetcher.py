"""The fetcher says who it is, and brings a page with what its server tells of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.edges.server import QUICK, Site
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import (
    UnreachableError,
)
from twosource.model.visited import Visit


def known(url: str, **fields: str) -> Visit:
    return Visit(
        url=url,
        source=f"page:{url}",
        at=datetime(2026, 3, 3, tzinfo=UTC),
        status=200,
        etag=fields.get("etag", ""),
        last_modified=fields.get("last_modified", ""),
    )


def test_a_page_comes_with_its_bytes_and_what_the_server_says_of_it(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.put("/a", "Grüße", "text/html; charset=utf-8", etag='"1"', last_modified="Mon")
    found = fetcher.fetch(url + "#part")
    assert found.body == "Grüße".encode()
    assert (found.final_url, found.moved_to, found.status) == (url, "", 200)
    assert (found.etag, found.last_modified) == ('"1"', "Mon")
    assert found.media_type == "text/html; charset=utf-8"


def test_the_fetcher_says_who_it_is_and_where_to_complain(site: Site) -> None:
    url = site.put("/a", "x")
    with Fetcher(replace(QUICK, contact="mailto:desk@harbour-post.example")) as fetcher:
        fetcher.fetch(url)
    agents = {head["user-agent"] for head in site.heads}
    assert agents == {"Twosource/0.1.0 (+mailto:desk@harbour-post.example)"}
    assert not any("cookie" in head for head in site.heads)


@pytest.mark.parametrize(("field", "header"), [("etag", '"7"'), ("last_modified", "Tue, 3 Mar")])
def test_a_page_that_has_not_changed_is_not_sent_again(
    field: str, header: str, site: Site, fetcher: Fetcher
) -> None:
    url = site.put("/a", "words", **{field: header})
    found = fetcher.fetch(url, known(url, **{field: header}))
    assert (found.status, found.body) == (304, b"")
    assert fetcher.fetch(url, known(url, **{field: "other"})).body == b"words"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache_control": "public, max-age=900"}, 900),
        ({"cache_control": "max-age=900", "age": "100"}, 800),
        ({"cache_control": "max-age=86400"}, 3600),
        ({}, 0),
        ({"cache_control": "no-cache, max-age=900"}, 0),
        ({"cache_control": "max-age=soon"}, 0),
        ({"cache_control": "max-age=5", "age": "99"}, 0),
    ],
)
def test_how_long_an_answer_stays_fresh_is_what_its_server_says_up_to_an_hour(
    headers: dict[str, str], seconds: float, site: Site, fetcher: Fetcher
) -> None:
    assert fetcher.fetch(site.put("/a", "x", **headers)).fresh_seconds == seconds


def test_a_host_that_is_not_there_is_told_as_such(fetcher: Fetcher) -> None:
    for url in ("http://no-such-host.invalid/", "http://127.0.0.1:1/"):
        with pytest.raises(UnreachableError):
            fetcher.fetch(url)
