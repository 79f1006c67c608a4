"""Sitemaps: what they tell, where they may lead, and what is none."""

from __future__ import annotations

import gzip

import pytest

from tests.edges.server import Site
from tests.edges.sources.memory import PAGE, QUICK, Memory
from twosource.edges.sources import open_source
from twosource.edges.sources.wire import Wire
from twosource.errors import (
    EmptySourceError,
    FetchError,
    NotAFeedError,
)
from twosource.model.acquired import Capture


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
        "headline": "Ferry aground",
        "published": "2026-03-03T10:00:00+00:00",
        "language": "en",
    }


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
