"""Feeds, sitemaps and pages of the web: what is new comes once, and nothing is lost."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.edges.server import Site, in_turn, moved, page, status
from tests.edges.sources.feeds import WHOLE, item, rss, whole
from twosource.edges.sources import lasting_sources, open_source, split_address
from twosource.edges.sources.wire import Wire
from twosource.errors import (
    EmptySourceError,
    FetchError,
    GoneError,
    LaterError,
    NotAFeedError,
    SourceError,
)
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.model.visited import Visit
from twosource.settings import FetchSettings

QUICK = FetchSettings(
    private_addresses=True,
    seconds_between=0.0,
    first_wait_seconds=0.001,
    most_wait_seconds=0.1,
    whole_seconds=2.0,
)
PAGE = "<html><body><p>The ferry is afloat.</p></body></html>"
Items = list[Capture | Failed | Visit]


class Memory:
    """Remembers visits as a store would."""

    def __init__(self, settings: FetchSettings = QUICK) -> None:
        self.settings = settings
        self.visits: dict[str, Visit] = {}

    def bring(self, address: str) -> Items:
        """Read a source to its end and remember every visit."""
        with Wire(self.settings, recall=lambda _: dict(self.visits), due=self._due) as wire:
            items = list(open_source(address, wire).captures())
        self.visits |= {item.url: item for item in items if isinstance(item, Visit)}
        return items

    def bodies(self, address: str) -> list[bytes]:
        """Read a source and return the bytes of its captures."""
        return [item.body for item in self.bring(address) if isinstance(item, Capture)]

    def hours_pass(self, hours: float) -> None:
        """Let everything that was remembered be so much older."""
        for url, visit in self.visits.items():
            due_at = visit.due_at - timedelta(hours=hours) if visit.due_at else None
            self.visits[url] = replace(visit, at=visit.at - timedelta(hours=hours), due_at=due_at)

    def _due(self, source: str, now: datetime) -> list[Visit]:
        return [
            visit
            for visit in self.visits.values()
            if visit.source == source and visit.due_at and visit.due_at <= now
        ]


def failures(items: Items) -> list[Failed]:
    return [each for each in items if isinstance(each, Failed)]


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
        "source": "Norda", "headline": "Aground", "published": "2026-03-03T10:00:00+00:00",
    }  # fmt: skip


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


BRIEF = f"<p>{' '.join(f'The ferry lay on rock number {n}.' for n in range(10))}</p>"


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


def test_a_page_is_known_by_the_address_that_redirects_lead_to(site: Site) -> None:
    memory = Memory()
    page_url, short = site.put("/1", PAGE), site.on("/s/1", moved("/1", 302))
    feed = f"feed:{site.put('/feed', rss(item(short), item(page_url + '#comments')))}"
    captures = [each for each in memory.bring(feed) if isinstance(each, Capture)]
    assert [each.url for each in captures] == [page_url, page_url]
    assert len({each.id for each in captures}) == 1
    assert memory.visits[short].led_to == page_url
    assert memory.bodies(feed) == []


def test_a_page_is_looked_at_again_for_edits_and_then_left(site: Site) -> None:
    memory = Memory()
    feed = f"feed:{site.put('/feed', rss(item(site.put('/1', 'one', etag='1'))))}"
    assert memory.bodies(feed) == [b"one"]
    memory.hours_pass(3)
    assert memory.bodies(feed) == []  # not modified
    site.put("/1", "two", etag="2")
    assert memory.bodies(feed) == []  # not yet due
    memory.hours_pass(13)
    assert memory.bodies(feed) == [b"two"]
    memory.hours_pass(49)
    assert memory.bodies(feed) == []
    memory.hours_pass(1000)
    assert memory.bodies(feed) == []
    assert site.times_asked("/1") == 4


def test_what_a_feed_said_of_a_page_holds_for_its_later_looks_too(site: Site) -> None:
    memory = Memory()
    entry = item(site.put("/1", "one"), source="Norda")
    feed = f"feed:{site.put('/feed', rss(entry))}"
    memory.bring(feed)
    site.put("/feed", rss())
    site.put("/1", "two")
    memory.hours_pass(3)
    [capture] = [each for each in memory.bring(feed) if isinstance(each, Capture)]
    assert (capture.body, dict(capture.told)["source"]) == (b"two", "Norda")


def test_an_entry_that_says_it_was_updated_is_fetched_again(site: Site) -> None:
    memory = Memory()
    link = site.put("/1", "one")
    entry = f'<entry><link href="{link}"/><updated>%s</updated></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    address = f"feed:{site.put('/feed', feed % '2026-03-03T10:00:00Z')}"
    assert memory.bodies(address) == [b"one"]
    site.put("/1", "two")
    site.put("/feed", feed % "2099-03-03T10:00:00Z")
    assert memory.bodies(address) == [b"two"]


def test_a_page_that_stumbles_is_tried_again_when_its_time_has_come(site: Site) -> None:
    memory = Memory()
    site.on("/1", status(500))
    feed = f"feed:{site.put('/feed', rss(item(site.url('/1'))), etag='1')}"
    assert [each.error for each in failures(memory.bring(feed))] == ["AnswerError"]
    asked = site.times_asked("/1")
    assert memory.bring(feed)  # not yet: the feed alone was asked
    assert site.times_asked("/1") == asked
    site.put("/1", PAGE)
    memory.hours_pass(1)
    assert memory.bodies(feed) == [PAGE.encode()]


def test_a_page_that_never_comes_is_given_up(site: Site) -> None:
    memory = Memory(replace(QUICK, most_tries=1))
    site.on("/1", status(500))
    feed = f"feed:{site.put('/feed', rss(item(site.url('/1'))))}"
    for _ in range(10):
        memory.bring(feed)
        memory.hours_pass(24)
    assert site.times_asked("/1") == 6


def test_a_page_that_is_gone_is_asked_once(site: Site) -> None:
    memory = Memory()
    feed = f"feed:{site.put('/feed', rss(item(site.url('/1'))))}"
    assert [each.error for each in failures(memory.bring(feed))] == ["GoneError"]
    memory.hours_pass(1000)
    assert failures(memory.bring(feed)) == []
    assert site.times_asked("/1") == 1


def test_pages_of_a_host_that_wants_a_pause_are_not_lost(site: Site) -> None:
    memory = Memory()
    links = [site.put(f"/{n}", f"page {n}") for n in range(3)]
    site.on("/1", in_turn(status(429, retry_after="1800"), page("page 1")))
    feed = f"feed:{site.put('/feed', rss(*map(item, links)), etag='1')}"
    assert memory.bodies(feed) == [b"page 0"]
    memory.hours_pass(1)
    assert sorted(memory.bodies(feed)) == [b"page 1", b"page 2"]


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


# Sitemaps


def sitemap(*entries: str, kind: str = "urlset") -> str:
    return (
        f'<?xml version="1.0"?><{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        f' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{"".join(entries)}</{kind}>'
    )


def test_a_news_sitemap_tells_headline_time_and_language(site: Site) -> None:
    url = site.put("/1", PAGE)
    news = (
        f"<url><loc>{url}</loc><image:image><image:loc>{url}.jpg</image:loc></image:image>"
        "<news:news><news:publication><news:name>Post</news:name><news:language>en"
        "</news:language></news:publication><news:publication_date>2026-03-03T10:00:00Z"
        "</news:publication_date><news:title>Ferry aground</news:title></news:news></url>"
    )
    address = f"sitemap:{site.put('/sitemap.xml', sitemap(news))}"
    [capture] = [each for each in Memory().bring(address) if isinstance(each, Capture)]
    assert capture.url == url
    assert dict(capture.told) == {
        "headline": "Ferry aground", "published": "2026-03-03T10:00:00+00:00", "language": "en",
    }  # fmt: skip


def test_an_index_leads_to_its_maps_and_pages_come_newest_first(site: Site) -> None:
    def entry(path: str, day: str, kind: str = "url") -> str:
        return f"<{kind}><loc>{site.url(path)}</loc><lastmod>{day}</lastmod></{kind}>"

    for number in range(1, 5):
        site.put(f"/{number}", f"page {number}")
    new = sitemap(entry("/3", "2026-03-03"), entry("/4", "2026-03-04"))
    site.put("/new.xml.gz", gzip.compress(new.encode()), "application/x-gzip", etag="n")
    site.put("/old.xml", sitemap(entry("/1", "2026-03-01"), entry("/2", "2026-03-02")), etag="o")
    maps = entry("/old.xml", "2026-03-02", "sitemap"), entry("/new.xml.gz", "2026-03-04", "sitemap")
    index = f"sitemap:{site.put('/sitemap.xml', sitemap(*maps, kind='sitemapindex'), etag='i')}"
    memory = Memory()
    assert memory.bodies(index) == [b"page 4", b"page 3", b"page 2", b"page 1"]
    assert memory.bodies(index) == []
    # A map that has not changed since it was read is not even asked for.
    site.put("/sitemap.xml", sitemap(*maps, kind="sitemapindex"), etag="i2")
    assert memory.bodies(index) == []
    assert site.times_asked("/old.xml") == 1


def test_a_site_leads_to_the_sitemaps_that_its_robots_txt_names(site: Site) -> None:
    site.put("/robots.txt", f"Sitemap: {site.url('/maps/news.xml')}\n")
    site.put("/maps/news.xml", sitemap(f"<url><loc>{site.put('/1', PAGE)}</loc></url>"))
    assert Memory().bodies(f"sitemap:{site.url('/')}") == [PAGE.encode()]


def test_a_list_of_addresses_is_a_sitemap_too(site: Site) -> None:
    urls = "\n".join(site.put(f"/{n}", f"page {n}") for n in range(2))
    assert len(Memory().bodies(f"sitemap:{site.put('/sitemap.txt', urls)}")) == 2


def test_a_sitemap_cannot_send_readers_to_other_sites(site: Site) -> None:
    entry = "<url><loc>http://victim.example/{n}</loc></url>"
    address = f"sitemap:{site.put('/sitemap.xml', sitemap(*[entry] * 5))}"
    with pytest.raises(EmptySourceError, match="own site"):
        Memory().bring(address)


def test_sitemaps_in_a_circle_end(site: Site) -> None:
    one, two = (f"<sitemap><loc>{site.url(path)}</loc></sitemap>" for path in ("/a.xml", "/b.xml"))
    site.put("/a.xml", sitemap(two, kind="sitemapindex"))
    site.put("/b.xml", sitemap(one, kind="sitemapindex"))
    Memory().bring(f"sitemap:{site.url('/a.xml')}")
    assert len(site.asked) < 10


def test_pages_surely_older_than_wanted_are_not_fetched(site: Site) -> None:
    old = f"<url><loc>{site.put('/1', PAGE)}</loc><lastmod>2020-01-01</lastmod></url>"
    new = f"<url><loc>{site.put('/2', PAGE)}</loc><lastmod>2026-03-03</lastmod></url>"
    url = site.put("/sitemap.xml", sitemap(old, new))
    from datetime import date

    with Wire(QUICK, since=date(2026, 1, 1)) as wire:
        list(open_source(f"sitemap:{url}", wire).captures())
    assert (site.times_asked("/1"), site.times_asked("/2")) == (0, 1)


@pytest.mark.parametrize(
    "body", ["", "hello", "<html><body>x</body></html>", "<urlset>", "<rss/>", "\x00" * 99]
)
def test_what_is_no_sitemap_is_told_as_such(body: str, site: Site) -> None:
    with pytest.raises((NotAFeedError, EmptySourceError, FetchError)):
        Memory().bring(f"sitemap:{site.put('/sitemap.xml', body)}")


def test_a_sitemap_that_unpacks_to_a_bomb_is_refused(site: Site) -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * 60_000_000)
    with pytest.raises(NotAFeedError, match="more than"):
        Memory().bring(f"sitemap:{site.put('/sitemap.xml.gz', bomb, 'application/x-gzip')}")


# Lists of feeds


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


# Pages and addresses


def test_a_page_of_the_web_is_asked_politely_a_second_time(site: Site) -> None:
    memory = Memory()
    url = site.put("/1", PAGE, etag="1")
    assert memory.bodies(url) == [PAGE.encode()]
    assert memory.bodies(url) == []
    assert site.times_asked("/1") == 2


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


def test_a_server_that_wants_to_be_left_alone_ends_the_feed_and_says_for_how_long(
    site: Site,
) -> None:
    site.on("/feed", status(503, retry_after="7200"))
    with pytest.raises(LaterError) as caught:
        Memory().bring(f"feed:{site.url('/feed')}")
    assert caught.value.wait_seconds == 7200


# Records


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz"])
def test_records_on_a_server_are_read_as_those_in_a_file(name: str, site: Site) -> None:
    lines = b"".join(b'{"id": "%d", "text": "word %d"}\n' % (n, n) for n in range(300))
    data = gzip.compress(lines) if name.endswith(".gz") else lines
    url = site.put(f"/{name}", data, "application/octet-stream")
    assert len(Memory().bodies(url)) == 300
    with pytest.raises(GoneError):
        Memory().bring(f"jsonl:{site.url('/none.jsonl')}")
