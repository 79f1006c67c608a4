"""Every kind of feed is read, however it is written, and none does harm."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edges.sources.feeds import BY_KIND, TIME, WHOLE, item, rss, whole
from twosource.edges.sources.entry import FeedEntry, read_feed_time
from twosource.edges.sources.feed import is_whole, links_to_feeds, told_by
from twosource.edges.sources.feed_entries import read_feed
from twosource.errors import NotAFeedError

HOME = "https://post.example/feed"
TEN = datetime(2026, 3, 3, 10, tzinfo=UTC)


def first(text: str | bytes, media_type: str = "") -> FeedEntry:
    body = text.encode() if isinstance(text, str) else text
    return read_feed(body, media_type, HOME).entries[0]


@pytest.mark.parametrize("kind", sorted(BY_KIND))
def test_title_and_address_are_read_from_every_kind_of_feed(kind: str) -> None:
    feed = read_feed(BY_KIND[kind].encode(), "", HOME)
    assert feed.title == "Harbour Post"
    assert [entry.url for entry in feed.entries] == [
        "https://post.example/1",
        "https://post.example/2",
    ]
    assert [entry.title for entry in feed.entries] == ["One & all", "Two"]
    if not kind.startswith("RSS 0.9"):
        assert feed.entries[0].published == TEN


def test_the_outlet_that_source_names_is_told_of_the_page() -> None:
    named = '<source url="https://norda.example/rss">Norda Agency</source>'
    entry = first(rss(f"<item><link>/1</link>{named}<pubDate>{TIME}</pubDate></item>"))
    assert told_by(entry) == (
        ("source", "Norda Agency"),
        ("source address", "https://norda.example/rss"),
        ("published", TEN.isoformat()),
    )
    atom = BY_KIND["Atom 1.0"].replace(
        "<published>", "<source><title>Norda</title><id>urn:x</id></source><published>"
    )
    assert (first(atom).source, first(atom).source_address) == ("Norda", "")
    linked = atom.replace("<id>urn:x</id>", '<link href="https://norda.example/"/>')
    assert first(linked).source_address == "https://norda.example/"


@pytest.mark.parametrize(
    "feed",
    [
        rss("<item><author>Ann Lee</author></item>"),
        rss("<item><dc:creator>Ann Lee</dc:creator><dc:creator>Ann Lee</dc:creator></item>"),
        BY_KIND["Atom 1.0"].replace(
            "<published>",
            "<author><name>Ann Lee</name><email>a@post.example</email></author><published>",
        ),
        '{"items": [{"id": "1", "authors": [{"name": "Ann Lee"}]}]}',
        '{"items": [{"id": "1", "author": {"name": "Ann Lee", "url": "https://post.example/a"}}]}',
    ],
)
def test_who_wrote_an_entry_is_told_by_every_kind_of_feed(feed: str) -> None:
    assert dict(told_by(first(feed)))["byline"] == "Ann Lee"


def test_a_text_of_its_own_element_is_whole_if_nothing_says_that_it_goes_on() -> None:
    assert is_whole(first(rss(item("/1", content_encoded=whole()))))
    appeared = "<p>The post <a>Ferry</a> appeared first on <a>Harbour Post</a>.</p>"
    assert is_whole(first(rss(item("/1", content_encoded=whole(WHOLE + appeared)))))
    assert not is_whole(first(rss(item("/1", description=whole()))))
    for end in (
        "…",
        "[...]",
        "... <a href='/1'>Read more</a>",
        "<a>Continue reading »</a>",
        "[&hellip;]" + appeared,
        "<a>View the full article</a>",
    ):
        assert not is_whole(first(rss(item("/1", content_encoded=whole(WHOLE + end))))), end


def test_a_short_text_or_one_no_longer_than_its_summary_is_not_whole() -> None:
    assert not is_whole(first(rss(item("/1", content_encoded="The ferry lies on a rock."))))
    short = WHOLE[: len(WHOLE) // 2]
    twice = item("/1", content_encoded=whole(short), description=whole(short))
    assert not is_whole(first(rss(twice)))


def test_what_belongs_to_a_picture_is_none_of_the_entry() -> None:
    picture = (
        '<m:content xmlns:m="http://search.yahoo.com/mrss/" url="x"><m:title>Photo</m:title>'
        '</m:content><m:title xmlns:m="http://search.yahoo.com/mrss/">Photo</m:title>'
    )
    content = '<content type="html">&lt;p&gt;a&lt;/p&gt;</content>'
    feed = BY_KIND["Atom 1.0"].replace("<entry>", f"<entry>{picture}{content}", 1)
    entry = first(feed)
    assert (entry.title, entry.content) == ("One & all", "<p>a</p>")


def test_xhtml_content_is_read_as_html() -> None:
    xhtml = (
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>a &lt; b</p></div></content><published>"
    )
    entry = first(BY_KIND["Atom 1.0"].replace("<published>", xhtml))
    assert "<p>a &lt; b</p>" in entry.content
    prefixed = xhtml.replace("<p>", "<h:p>").replace("</p>", "</h:p>")
    prefixed = prefixed.replace("<div xmlns", '<div xmlns:h="http://www.w3.org/1999/xhtml" xmlns')
    assert "<p>a &lt; b</p>" in first(BY_KIND["Atom 1.0"].replace("<published>", prefixed)).content


def test_plain_text_of_atom_is_no_markup() -> None:
    plain = '<content type="text">5 &lt;b&gt; 6</content><published>'
    assert first(BY_KIND["Atom 1.0"].replace("<published>", plain)).content == "5 &lt;b&gt; 6"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "windows-1251"])
def test_a_feed_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    title = "Паром" if encoding == "windows-1251" else "Fährunglück"
    text = rss(item("/1", title)).replace('encoding="utf-8"', f'encoding="{encoding}"')
    assert first(text.encode(encoding)).title == title


def test_an_encoding_in_the_header_counts_where_the_feed_declares_none() -> None:
    text = rss(item("/1", "Fährunglück")).replace(' encoding="utf-8"', "")
    text = text.replace('<?xml version="1.0"?>', "")
    assert first(text.encode("latin-1"), "text/xml; charset=iso-8859-1").title == "Fährunglück"
    assert first(text, "text/xml; charset=no-such-one").title == "Fährunglück"


def test_names_of_html_that_xml_does_not_know_are_read() -> None:
    assert first(rss(item("/1", "F&auml;hre&nbsp;&amp; Meer"))).title == "Fähre & Meer"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: text.index("</channel>")],
        lambda text: text.replace("</title>", "", 1),
        lambda text: text.replace("&amp;", "&"),
        lambda text: "\n\n<!-- junk -->" + text,
        lambda text: "\ufeff" + text,
        lambda text: text.replace("aground", "agro\x00\x0bund"),
        lambda text: text.replace("<channel>", "<channel><x:y>z</x:y>"),
    ],
    ids=["cut off", "unclosed", "bare ampersand", "junk", "mark", "controls", "unbound prefix"],
)
def test_a_broken_feed_gives_what_can_be_read(spoil: object) -> None:
    text = rss(item("/1", "Ferry &amp; aground"), item("/2"))
    assert callable(spoil)
    feed = read_feed(spoil(text).encode(), "", HOME)
    assert "https://post.example/1" in {entry.url for entry in feed.entries}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"<html><body>x</body></html>",
        b"<!DOCTYPE html><p>x",
        b"hello",
        b"{",
        b"[]",
        b'{"items": 5}',
        b"<opml></opml>",
        b"<urlset></urlset>",
        b"\x00\xff" * 50,
        b"<",
        b"\x89PNG\r\n",
        b"{" + b'"a":{' * 100_000,
    ],
)
def test_what_is_no_feed_is_told_as_such(body: bytes) -> None:
    with pytest.raises(NotAFeedError):
        read_feed(body, "", HOME)


def test_no_entity_is_resolved_and_no_file_is_read() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for inside in (
        f'<!ENTITY a0 "ha">{laughs}',
        '<!ENTITY a11 SYSTEM "file:///etc/passwd">',
        '<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;',
    ):
        text = rss(item("/1", "&a11;")).replace("<rss", f"<!DOCTYPE rss [{inside}]><rss", 1)
        began = time.process_time()
        with suppress(NotAFeedError):
            for entry in read_feed(text.encode(), "", HOME).entries:
                assert "root" not in entry.title
                assert len(entry.title) < 100
        assert time.process_time() - began < 1


def test_a_feed_of_any_depth_or_length_is_read_in_time() -> None:
    deep = b"<rss><channel>" + b"<item>" * 100_000
    long = rss(*[item(f"/{n}") for n in range(20_000)]).encode()
    tags = rss(item("/1", "&lt;" * 50_000, content_encoded="<" * 10)).encode()
    began = time.process_time()
    for body in (deep, long, tags, b"&" * 1_000_000, b"<a " * 300_000):
        with suppress(NotAFeedError):
            assert len(read_feed(body, "", HOME).entries) <= 5000
    assert time.process_time() - began < 5


@given(st.binary(max_size=300), st.sampled_from(sorted(BY_KIND)), st.integers(0, 900))
def test_no_bytes_make_the_reader_fail_otherwise(noise: bytes, kind: str, at: int) -> None:
    text = BY_KIND[kind].encode()
    for body in (noise, text[:at] + noise + text[at:], text[:at] + noise):
        with suppress(NotAFeedError):
            for entry in read_feed(body, "", HOME).entries:
                assert entry.url == "" or entry.url.startswith("http")


NAMES = st.sampled_from(["items", "url", "id", "title", "content_html", "date_published"])
SCALARS = st.none() | st.integers() | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner))


@given(VALUES)
def test_no_json_makes_the_reader_fail_otherwise(value: object) -> None:
    with suppress(NotAFeedError):
        read_feed(json.dumps({"items": value}).encode(), "", HOME)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Tue, 03 Mar 2026 11:00:00 +0100", 10),
        ("03 Mar 2026 10:00 GMT", 10),
        ("Tue, 3 Mar 26 05:00:00 EST", 10),
        ("2026-03-03T10:00:00Z", 10),
        ("2026-03-03", 0),
        ("2026-03-03T10:00:00.123456789+00:00", 10),
        ("2026-03-03 10:00:00", 10),
    ],
)
def test_times_are_read_as_feeds_write_them(text: str, hour: int) -> None:
    found = read_feed_time(text)
    assert found is not None
    assert (found.year, found.month, found.day, found.hour) == (2026, 3, 3, hour)


@pytest.mark.parametrize("text", ["", "soon", "0000-00-00", "Tue", "9999-12-31T23:59:59-23:00"])
def test_what_is_no_time_gives_none(text: str) -> None:
    assert read_feed_time(text) is None


@given(st.text(max_size=60))
def test_no_text_makes_reading_a_time_fail(text: str) -> None:
    found = read_feed_time(text)
    assert found is None or found.tzinfo is not None


def test_the_feeds_that_a_page_names_are_found() -> None:
    page = (
        b'<html><head><link rel="stylesheet" href="/a.css"><LINK REL="alternate"'
        b' TYPE="application/rss+xml" title="All of it" HREF="/rss?a=1&amp;b=2">'
        b"<link href='https://post.example/atom' rel=alternate type=application/atom+xml>"
        b'<link rel="alternate" hreflang="de" href="/de"></head>'
    )
    assert list(links_to_feeds(page, HOME)) == [
        "https://post.example/rss?a=1&b=2",
        "https://post.example/atom",
    ]
