"""Sitemaps and lists of feeds that misbehave."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.edges.misbehaving.case import PAGE, Case
from tests.edges.server import Site
from tests.edges.sources.feeds import item, rss


def mapped(made: Callable[[str], str | bytes], ends: str = "", brings: int = 0) -> Case:
    """Return the case of a sitemap that is made of the address of a page."""

    def lay(site: Site) -> str:
        site.put("/1", PAGE)
        return f"sitemap:{site.put('/map.xml', made(site.url('/1')), 'text/xml')}"

    return Case(lay=lay, ends=ends, brings=brings)


def listed(made: Callable[[str], str | bytes], ends: str = "", brings: int = 0) -> Case:
    """Return the case of a list of feeds that is made of the address of a feed."""

    def lay(site: Site) -> str:
        feed = site.put("/feed", rss(item(site.put("/1", PAGE))))
        return f"opml:{site.put('/feeds.opml', made(feed), 'text/xml')}"

    return Case(lay=lay, ends=ends, brings=brings)


def urls(*entries: str) -> str:
    """Return a sitemap of these addresses."""
    return f"<urlset>{''.join(f'<url><loc>{each}</loc></url>' for each in entries)}</urlset>"


def index(*entries: str) -> str:
    """Return an index of these sitemaps."""
    inside = "".join(f"<sitemap><loc>{each}</loc></sitemap>" for each in entries)
    return f"<sitemapindex>{inside}</sitemapindex>"


def opml(*feeds: str) -> str:
    """Return a list of these feeds."""
    inside = "".join(f'<outline xmlUrl="{each}"/>' for each in feeds)
    return f"<opml><body>{inside}</body></opml>"


def deep(site: Site) -> str:
    """Lay an index of an index of an index, ten deep, with a page at the bottom."""
    for number in range(10):
        site.put(f"/{number}.xml", index(site.url(f"/{number + 1}.xml")), "text/xml")
    site.put("/10.xml", urls(site.put("/1", PAGE)), "text/xml")
    return f"sitemap:{site.url('/0.xml')}"


def wide(site: Site) -> str:
    """Lay an index of two maps, one of which is gone."""
    site.put("/good.xml", urls(site.put("/1", PAGE)), "text/xml")
    both = index(site.url("/gone.xml"), site.url("/good.xml"))
    return f"sitemap:{site.put('/map.xml', both, 'text/xml')}"


MAPS: dict[str, Case] = {
    "map: a web page": mapped(lambda _: PAGE, "EmptySourceError"),
    "map: words": mapped(lambda _: "No map today.", "NotAFeedError"),
    "map: nothing in it": mapped(lambda _: "<urlset/>", "EmptySourceError"),
    "map: cut off": mapped(lambda url: urls(url, url)[:-20], "", 1),
    "map: of itself": mapped(lambda url: index(url[:-1] + "map.xml")),
    "map: ten deep": Case(lay=deep, never_asked="/10.xml"),
    "map: half of it gone": Case(lay=wide, ends="GoneError", brings=1),
    "map: of another site": mapped(lambda _: urls("http://victim.example/1"), "EmptySourceError"),
    "map: out of the web": mapped(
        lambda url: urls("file:///etc/passwd", "ftp://127.0.0.1/1", url), "RefusedAddressError", 1
    ),
    "map: an empty address": mapped(lambda url: urls("", "   ", url), "", 1),
    "map: the same page 900 times": mapped(lambda url: urls(*[url] * 900), "", 1),
    "map: packed without saying so": mapped(lambda url: gzip.compress(urls(url).encode()), "", 1),
    "map: torn packing": mapped(
        lambda url: gzip.compress(urls(url).encode())[:-9], "NotAFeedError"
    ),
    "map: bomb": mapped(lambda _: gzip.compress(b" " * 60_000_000), "NotAFeedError"),
    "map: entity of a file": mapped(
        lambda url: '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + urls("&e;", url),
        "",
        1,
    ),
    "map: entities nobody declared": mapped(
        lambda url: f"<urlset><url>&bogus;<loc>{url}</loc>&other;</url></urlset>", "", 1
    ),
    "map: a day that is none": mapped(
        lambda url: urls(url).replace("</loc>", "</loc><lastmod>2026-99-99</lastmod>"), "", 1
    ),
    "map: list with notes": mapped(lambda url: f"{url}\n# a note\n\nftp://a.example/x", "", 1),
    "list: a web page": listed(lambda _: PAGE, "EmptySourceError"),
    "list: no feeds": listed(lambda _: opml(), "EmptySourceError"),
    "list: files": listed(lambda _: opml("file:///etc/passwd", "/etc/passwd"), "EmptySourceError"),
    "list: of itself": listed(lambda feed: opml(feed.replace("/feed", "/feeds.opml"), feed), "", 1),
    "list: one feed twice": listed(lambda feed: opml(feed, feed), "", 1),
    "list: cut off": listed(lambda feed: opml(feed)[:-14], "", 1),
    "list: a dead feed": listed(lambda feed: opml(f"{feed}x", feed), "GoneError", 1),
}
