"""Hold how an address is read down to the house that it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.outlets.addresses import host_of, houses, registrable


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Harbour-Post.example/news?x=1", "www.harbour-post.example"),
        ("harbour-post.example/a", "harbour-post.example"),
        ("https://ann:secret@harbour-post.example./", "harbour-post.example"),
        (
            "https://web.archive.org/web/20190102030405id_/http://harbour-post.example/a",
            "harbour-post.example",
        ),
        (
            "https://harbour--post-example.cdn.ampproject.org/c/s/harbour-post.example/a",
            "harbour-post.example",
        ),
        ("https://www.google.com/amp/s/harbour-post.example/a", "harbour-post.example"),
        ("file:///srv/pages/a.html", ""),
        ("mailto:desk", ""),
        ("", ""),
        ("not an address", ""),
    ],
)
def test_the_host_is_read_from_any_way_of_writing_an_address(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "house"),
    [
        ("www.harbour-post.example", "harbour-post.example"),
        ("africa.news.harbour-post.example", "harbour-post.example"),
        ("m.harbour-post.co.uk", "harbour-post.co.uk"),
        ("news.harbour.com.au", "harbour.com.au"),
        ("harbour.wordpress.com", "harbour.wordpress.com"),
        ("en.harbour.blogspot.co.uk", "harbour.blogspot.co.uk"),
        ("harbour.blogspot.nl", "harbour.blogspot.nl"),
        ("sports.yahoo.com", "sports.yahoo.com"),
        ("borough.gov.uk", "borough.gov.uk"),
        ("www.harbour.uk.com", "harbour.uk.com"),
        ("192.0.2.7", "192.0.2.7"),
        ("com", "com"),
    ],
)
def test_a_house_is_no_wider_than_what_one_owner_registered(host: str, house: str) -> None:
    assert registrable(host) == house


@given(st.text())
def test_no_text_at_all_breaks_the_reading_of_addresses(url: str) -> None:
    host = host_of(url)
    assert not host or registrable(host) == list(houses(host))[-1] or host[0] in "[0123456789"


def test_a_saved_file_and_a_record_have_no_host() -> None:
    assert host_of("file:pages/ferry.html") == ""
    assert host_of("record:17_2.ecb") == ""
