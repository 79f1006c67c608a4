"""Whatever a feed, map, list or file of records holds, it is read soon or is an error of ours."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import capture
from twosource.edges.sources.entry import FeedEntry, plain, without_trackers
from twosource.edges.sources.feed import is_whole, links_to_feeds, record_of, stands_alone, told_by
from twosource.edges.sources.feed_entries import MOST_ENTRIES, read_feed
from twosource.edges.sources.folder import FolderSource
from twosource.edges.sources.jsonl import read_records
from twosource.edges.sources.opml import OpmlSource
from twosource.edges.sources.sitemap import MOST_PAGES, read_sitemap, same_site
from twosource.edges.sources.wire import Wire
from twosource.errors import EmptySourceError, ExtractError, NotAFeedError, SourceError
from twosource.model.acquired import Capture, Told
from twosource.model.outcome import Failed
from twosource.outlets import load_outlets
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract
from twosource.text.record import RECORD_TYPE

HOME = "https://post.example/a"
NOW = datetime(2026, 3, 3, tzinfo=UTC)
OUTLETS = load_outlets()
WORDS = st.text(max_size=40) | st.sampled_from(
    [
        HOME,
        "/1",
        "http://[::1",
        "https://user:x@post.example/",
        "javascript:1",
        "&amp;",
        "&bogus;",
        "<![CDATA[<p>x</p>]]>",
        "Tue, 03 Mar 2026 11:00:00 +0100",
        "2026-03-03",
        "]]>",
        "<!--",
        "\x00",
    ]
)
NAMES = st.sampled_from(
    """
    rss channel item feed entry link guid id title author name description content:encoded content
    pubDate updated source urlset url loc lastmod sitemapindex sitemap news:news news:title opml
    body outline rdf:RDF dc:creator media:content
    """.split()
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["href", "url", "xmlUrl", "rel", "type", "xml:base", "xml:lang", "xmlns"]),
    WORDS,
    max_size=3,
)


def element(name: str, attributes: dict[str, str], inside: list[str], closed: bool) -> str:
    """Return an element as a server might write it, closed or not."""
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inside)}" + f"</{name}>" * closed


TREES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        element,
        NAMES,
        ATTRIBUTES,
        st.lists(inner, max_size=5),
        st.sampled_from([True, True, False]),
    ),
    max_leaves=30,
)
DOCUMENTS = st.builds(
    lambda tree, codec, cut: tree.encode(codec, "replace")[: cut or None],
    TREES,
    st.sampled_from(["utf-8", "cp1252", "utf-16", "koi8-r"]),
    st.sampled_from([0, 0, 50, 300]),
)
HEADERS = st.sampled_from(["", "text/xml", "text/xml; charset=utf-8", "x; charset=bogus"])


@given(DOCUMENTS, HEADERS)
def test_no_document_makes_a_feed_fail_otherwise(body: bytes, media_type: str) -> None:
    with suppress(NotAFeedError):
        for entry in read_feed(body, media_type, HOME).entries:
            assert entry.url == "" or entry.url.startswith(("http://", "https://"))
            assert entry.source_address == "" or entry.source_address.startswith("http")
            assert json.loads(record_of(entry.url or "x", entry))["headline"] == entry.title
            assert all(words for _, words in told_by(entry))
            assert stands_alone(entry) or not is_whole(entry)


@given(DOCUMENTS, HEADERS)
def test_no_document_makes_a_sitemap_fail_or_speak_for_others(body: bytes, media_type: str) -> None:
    with suppress(NotAFeedError):
        found = read_sitemap(body, media_type, HOME)
        assert all(same_site(lead.url, HOME) for lead in (*found.pages, *found.maps))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=DOCUMENTS)
def test_no_document_makes_a_list_of_feeds_fail_otherwise(body: bytes, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_bytes(body)
    with suppress(NotAFeedError, EmptySourceError):
        for feed in OpmlSource(str(path), Wire()).feeds():
            assert feed.startswith(("feed:http://", "feed:https://"))


@given(DOCUMENTS)
def test_no_page_makes_the_search_for_feeds_fail(body: bytes) -> None:
    for address in links_to_feeds(body, HOME):
        assert urlsplit(address).scheme in ("http", "https")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["id", "url", "text", "html", "headline", "published", "outlet", "byline"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
LINES = st.lists(JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60))


@given(LINES)
def test_no_lines_make_records_fail_otherwise_nor_the_articles_they_give(
    lines: list[bytes],
) -> None:
    found: list[Capture | Failed] = []
    with suppress(EmptySourceError):
        found += read_records(io.BytesIO(b"\n".join(lines)), "a.jsonl", NOW)
    for item in found:
        if isinstance(item, Capture):
            with suppress(ExtractError):
                extract(item, OUTLETS, ExtractSettings())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES)
def test_no_list_of_captures_leads_out_of_its_folder(lines: list[bytes], tmp_path: Path) -> None:
    inside = tmp_path / "pages"
    inside.mkdir(exist_ok=True)
    (inside / "captures.jsonl").write_bytes(b"\n".join(lines))
    with suppress(SourceError):
        assert all(
            isinstance(each, Failed) for each in FolderSource(str(inside), Wire()).captures()
        )


TOLD = st.lists(
    st.tuples(
        st.sampled_from(
            ["source", "source address", "headline", "byline", "published", "language"]
        ),
        WORDS,
    ),
    max_size=6,
)
BODY = json.dumps({"text": "The ferry lies on a rock before the harbour and waits for the tide."})


@given(TOLD)
def test_nothing_that_a_feed_tells_makes_its_page_fail(told: list[tuple[Told, str]]) -> None:
    made = capture(BODY, HOME, RECORD_TYPE, told=tuple(told))
    article = extract(made, OUTLETS, ExtractSettings())
    assert set(article.told) <= {name for name, _ in told}


@given(st.text(max_size=80))
def test_leaving_out_counters_twice_is_leaving_them_out_once(text: str) -> None:
    address = f"{HOME}?{text}"
    once = without_trackers(address)
    assert without_trackers(once) == once
    assert address.startswith(once[: once.find("?")] if "?" in once else HOME)


MEGABYTE = 1_000_000
LONG: dict[str, Callable[[], object]] = {
    "open brackets": lambda: plain("<" * MEGABYTE),
    "tags that never end": lambda: plain("<a" * MEGABYTE),
    "ampersands": lambda: plain("&" * MEGABYTE),
    "ends of blog posts": lambda: is_whole(
        FeedEntry(url=HOME, id="1", content="The post " * 90_000 + " appeared first on " * 50_000)
    ),
    "links": lambda: list(links_to_feeds(b"<link " * MEGABYTE, HOME)),
    "texts inside each other": lambda: read_feed(
        ("<rss>" + ("<item><description>" + "x" * 4000) * 250).encode(), "", HOME
    ),
    "empty entries": lambda: read_feed(b"<rss>" + b"<item/>" * 200_000, "", HOME),
    "attributes": lambda: read_feed(
        ("<rss " + " ".join(f'a{n}=""' for n in range(90_000))).encode(), "", HOME
    ),
    "named entities": lambda: read_feed(b"<rss><item>" + b"&nbsp;" * 200_000, "", HOME),
    "bytes of no encoding": lambda: read_feed(bytes(range(128, 256)) * 8000, "", HOME),
    "addresses": lambda: read_sitemap(b"https://post.example/1\n" * 50_000, "", HOME),
    "counters": lambda: without_trackers(f"{HOME}?" + "utm_a&" * 150_000),
}


@pytest.mark.parametrize("name", sorted(LONG))
def test_a_megabyte_of_one_thing_is_read_in_a_moment(name: str) -> None:
    began = time.process_time()
    with suppress(NotAFeedError):
        LONG[name]()
    # A hundredth of it is usual; a search that is quadratic takes minutes.
    assert time.process_time() - began < 3


def test_the_most_that_is_taken_of_a_feed_and_a_map_is_bounded() -> None:
    feed = read_feed(b"<rss>" + b"<item/>" * (MOST_ENTRIES + 9), "", HOME)
    assert len(feed.entries) == MOST_ENTRIES
    urls = "".join(f"<url><loc>/{n}</loc></url>" for n in range(9))
    assert len(read_sitemap(f"<urlset>{urls}</urlset>".encode(), "", HOME).pages) <= MOST_PAGES
