"""An address that names no kind is taken for what it looks like."""

from __future__ import annotations

import gzip

import pytest

from tests.edges.server import Site
from tests.edges.sources.memory import Memory
from twosource.edges.sources import split_address
from twosource.errors import (
    GoneError,
)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://post.example/2026/ferry.html", "page"),
        ("https://post.example/ferry-feed-story", "page"),
        ("https://post.example", "feed"),
        ("https://post.example/", "feed"),
        ("https://post.example/world/rss.xml", "feed"),
        ("https://post.example/feed/", "feed"),
        ("https://post.example/feed.json", "feed"),
        ("https://post.example/news-sitemap.xml.gz", "sitemap"),
        ("https://post.example/feeds.opml", "opml"),
        ("https://data.example/CC-NEWS-1.warc.gz", "warc"),
        ("https://data.example/news.jsonl.gz", "jsonl"),
        ("feeds.opml", "opml"),
        ("a.warc.gz", "warc"),
        ("-", "stdin"),
    ],
)
def test_a_bare_address_is_taken_for_what_its_name_tells(address: str, kind: str) -> None:
    assert split_address(address)[0] == kind


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz"])
def test_records_on_a_server_are_read_as_those_in_a_file(name: str, site: Site) -> None:
    lines = b"".join(b'{"id": "%d", "text": "word %d"}\n' % (n, n) for n in range(300))
    data = gzip.compress(lines) if name.endswith(".gz") else lines
    url = site.put(f"/{name}", data, "application/octet-stream")
    assert len(Memory().bodies(url)) == 300
    with pytest.raises(GoneError):
        Memory().bring(f"jsonl:{site.url('/none.jsonl')}")
