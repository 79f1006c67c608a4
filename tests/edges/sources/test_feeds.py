"""Feeds: what they name comes once, and leads nowhere it should not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.edges.server import Site, moved, status
from tests.edges.sources.feeds import WHOLE, item, rss, whole
from tests.edges.sources.memory import PAGE, QUICK, Memory, failures
from twosource.edges.sources import lasting_sources, open_source
from twosource.edges.sources.wire import Wire
from twosource.errors import (
    EmptySourceError,
    GoneError,
    LaterError,
    NotAFeedError,
    SourceError,
)
from twosource.model.acquired import Capture

BRIEF = f"<p>{' '.join(f'The ferry lay on rock number {n}.' for n in range(10))}</p>"


def test_the_pages_of_a_feed_come_once_and_new_ones_with_the_next_look(site: Site) -> None:
    memory = Memory()
    feed = f"feed:{site.put('/feed', rss(item(site.put('/1', PAGE))), etag='1')}"
    assert memory.bodies(feed) == [PAGE.encode()]
    assert memory.bodies(feed) == []
    site.put("/feed", rss(item(site.put("/2", "new")), item(site.url("/1"))), etag="2")
    assert memory.bodies(feed) == [b"new"]
    assert (site.times_asked("/1"), site.times_asked("/feed")) == (1, 3)


def test_a_capture_knows_its_feed_and_what_the_feed_said_of_it(site: Site) -> None:
    entry = item(site.put("/1", PAGE), "Aground", source="Norda", dc_date="2026-03-03T10:00:00Z")
    address = f"feed:{site.put('/feed', rss(entry))}"
    [capture] = [each for each in Memory().bring(address) if isinstance(each, Capture)]
    assert capture.via == address
    assert dict(capture.told) == {
        "source": "Norda",
        "headline": "Aground",
        "published": "2026-03-03T10:00:00+00:00",
    }


def test_a_whole_text_in_the_feed_is_taken_and_its_page_left_alone(site: Site) -> None:
    link = site.put("/1", PAGE)
    feed = site.put("/feed", rss(item(link, content_encoded=whole())))
    memory = Memory()
    [body] = memory.bodies(f"feed:{feed}")
    assert json.loads(body) == {"url": link, "headline": "Ferry aground", "html": WHOLE}
    assert memory.bodies(f"feed:{feed}") == []
    site.put("/feed", rss(item(link, content_encoded=whole(WHOLE.replace("tide", "flood")))))
    assert b"flood" in memory.bodies(f"feed:{feed}")[0]
    assert site.times_asked("/1") == 0


def test_a_brief_in_the_feed_serves_only_where_its_page_cannot_be_had(site: Site) -> None:
    memory = Memory()
    links = site.put("/1", PAGE), site.on("/2", status(403)), site.on("/3", status(403))
    texts = whole(BRIEF), whole(BRIEF), whole(BRIEF + "<a>Read more</a>")
    entries = [item(link, content_encoded=text) for link, text in zip(links, texts, strict=True)]
    items = memory.bring(f"feed:{site.put('/feed', rss(*entries))}")
    captures = [each for each in items if isinstance(each, Capture)]
    assert [each.url for each in captures] == list(links[:2])
    assert captures[0].body == PAGE.encode()
    assert json.loads(captures[1].body)["html"] == BRIEF
    assert [each.item for each in failures(items)] == [links[2]]


def test_more_pages_than_one_run_takes_come_with_the_next(site: Site) -> None:
    memory = Memory(replace(QUICK, pages_per_run=2))
    links = [site.put(f"/{n}", f"page {n}") for n in range(5)]
    feed = f"feed:{site.put('/feed', rss(*map(item, links)), etag='1')}"
    assert [len(memory.bodies(feed)) for _ in range(4)] == [2, 2, 1, 0]


def test_an_entry_without_address_and_text_is_told_once(site: Site) -> None:
    memory = Memory()
    feed = f"feed:{site.put('/feed', rss('<item><title>Nowhere</title></item>'))}"
    assert "Nowhere" in failures(memory.bring(feed))[0].message
    assert failures(memory.bring(feed)) == []


@pytest.mark.parametrize("how", ["named", "usual place"])
def test_a_site_leads_to_its_feed_and_the_way_is_remembered(how: str, site: Site) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/news/rss">'
    site.put("/", f"<html><head>{head if how == 'named' else ''}</head></html>")
    site.put("/news/rss" if how == "named" else "/feed", rss(item(site.put("/1", PAGE))))
    memory = Memory()
    assert memory.bodies(f"feed:{site.url('/')}") == [PAGE.encode()]
    before = site.times_asked("/")
    memory.bring(f"feed:{site.url('/')}")
    assert site.times_asked("/") == before


def test_a_feed_that_has_moved_for_good_is_asked_at_its_new_place(site: Site) -> None:
    memory = Memory()
    site.put("/new", rss())
    old = site.on("/old", moved("/new"))
    memory.bring(f"feed:{old}")
    assert memory.visits[old].moved_to == site.url("/new")
    memory.bring(f"feed:{old}")
    assert site.times_asked("/old") == 1


def test_a_page_is_no_feed_and_a_gone_feed_is_gone(site: Site) -> None:
    with pytest.raises(NotAFeedError):
        Memory().bring(f"feed:{site.put('/a', PAGE)}")
    with pytest.raises(GoneError):
        Memory().bring(f"feed:{site.url('/none')}")


def test_one_address_in_two_feeds_of_a_run_is_fetched_once(site: Site) -> None:
    link = site.put("/1", PAGE)
    feeds = [site.put(path, rss(item(link))) for path in ("/a", "/b")]
    with Wire(QUICK) as wire:
        items = [each for feed in feeds for each in open_source(f"feed:{feed}", wire).captures()]
    assert sum(isinstance(each, Capture) for each in items) == 1


def test_no_address_of_a_feed_leads_out_of_the_web(site: Site, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text(PAGE)
    links = [f"file://{secret}", str(secret), "ftp://127.0.0.1/x", "javascript:alert(1)", "data:,x"]
    feed = site.put("/feed", rss(*map(item, links)))
    items = Memory().bring(f"feed:{feed}")
    assert not [each for each in items if isinstance(each, Capture)]


def test_a_server_that_wants_to_be_left_alone_ends_the_feed_and_says_for_how_long(
    site: Site,
) -> None:
    site.on("/feed", status(503, retry_after="7200"))
    with pytest.raises(LaterError) as caught:
        Memory().bring(f"feed:{site.url('/feed')}")
    assert caught.value.wait_seconds == 7200


def test_a_list_of_feeds_brings_what_each_has_and_tells_of_the_broken(
    site: Site, tmp_path: Path
) -> None:
    good = site.put("/feed", rss(item(site.put("/1", PAGE))))
    outlines = (
        f'<outline text="All"><outline xmlUrl="{url}"/></outline>'
        for url in (good, site.url("/none"), good, "file:///etc/passwd")
    )
    path = tmp_path / "feeds.opml"
    path.write_text(f"<opml><body>{''.join(outlines)}</body></opml>")
    items = Memory().bring(f"opml:{path}")
    assert [each.body for each in items if isinstance(each, Capture)] == [PAGE.encode()]
    assert [each.item for each in failures(items)] == [f"feed:{site.url('/none')}"]
    with Wire(QUICK) as wire:
        assert lasting_sources(str(path), wire) == (f"feed:{good}", f"feed:{site.url('/none')}")


def test_a_list_without_feeds_says_so(tmp_path: Path, site: Site) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text("<opml><body/></opml>")
    with pytest.raises(EmptySourceError, match="OPML"):
        Memory().bring(str(path))
    with pytest.raises(SourceError):
        Memory().bring(f"opml:{site.put('/x.opml', 'no xml')}")
