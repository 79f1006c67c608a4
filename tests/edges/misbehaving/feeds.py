"""Feeds that misbehave: torn, lying, endless, in the wrong encoding, or out to do harm."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.edges.misbehaving.case import PAGE, Case
from tests.edges.server import Site, moved, status
from tests.edges.sources.feeds import WHOLE, item, rss, whole

BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {chr(n + 1)} "{f"&{chr(n)};" * 10}">' for n in range(ord("b"), ord("j")))
    + "]>"
)
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DTD = '<!DOCTYPE rss SYSTEM "{}">'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'


def fed(made: Callable[[str], str | bytes], ends: str = "", brings: int = 0) -> Case:
    """Return the case of a feed that is made of the address of a page."""

    def lay(site: Site) -> str:
        site.put("/1", PAGE)
        return f"feed:{site.put('/feed', made(site.url('/1')), 'application/rss+xml')}"

    return Case(lay=lay, ends=ends, brings=brings)


def without_head(feed: str) -> str:
    """Return a feed without its XML declaration."""
    return feed.partition("?>")[2]


def both_in_turn(site: Site) -> str:
    """Lay a feed of a page that is gone and of one that is there."""
    site.on("/gone", status(404))
    entries = item(site.url("/gone")), item(site.put("/1", PAGE))
    return f"feed:{site.put('/feed', rss(*entries))}"


def led_away(site: Site) -> str:
    """Lay a feed whose page leads to a file of the reader's own machine."""
    return f"feed:{site.put('/feed', rss(item(site.on('/1', moved('file:///etc/passwd')))))}"


def loads_dtd(site: Site) -> str:
    """Lay a feed that wants its rules loaded from a server."""
    head = DTD.format(site.put("/dtd", '<!ENTITY a "b">'))
    return f"feed:{site.put('/feed', head + without_head(rss(item(site.put('/1', PAGE)))))}"


FEEDS: dict[str, Case] = {
    "feed: a web page": fed(lambda _: PAGE, "NotAFeedError"),
    "feed: plain words": fed(lambda _: "We are moving house.", "NotAFeedError"),
    "feed: bytes": fed(lambda _: bytes(range(256)), "NotAFeedError"),
    "feed: another XML": fed(lambda _: "<svg/>", "NotAFeedError"),
    "feed: no entries": fed(lambda _: rss()),
    "feed: cut in an entry": fed(lambda url: rss(item(url))[:-15], "", 1),
    "feed: cut in a tag": fed(lambda url: rss(item(url)).partition("</item>")[0] + "</it", "", 1),
    "feed: unclosed entries": fed(lambda url: rss(item(url)).replace("</item>", ""), "", 1),
    "feed: unescaped ampersands": fed(lambda url: rss(item(url, "Salt & Pepper & Co")), "", 1),
    "feed: entities nobody declared": fed(lambda url: rss(item(url, "A&nbsp;&bogus;B")), "", 1),
    "feed: prefixes nobody declared": fed(lambda url: rss(item(url, foo_bar="x")), "", 1),
    "feed: a warning before it": fed(lambda url: "<b>Warning</b>: x\n" + rss(item(url)), "", 1),
    "feed: blank lines before it": fed(lambda url: "\n\n \n" + rss(item(url)), "", 1),
    "feed: a second one behind it": fed(lambda url: rss(item(url)) * 2, "", 1),
    "feed: gzip without saying so": fed(lambda url: gzip.compress(rss(item(url)).encode()), "", 1),
    "feed: another encoding": fed(
        lambda url: without_head(rss(item(url, "Grüße"))).encode("cp1252"), "", 1
    ),
    "feed: two bytes a character": fed(
        lambda url: without_head(rss(item(url))).encode("utf-16"), "", 1
    ),
    "feed: a lying encoding": fed(lambda url: rss(item(url)).replace("utf-8", "klingon"), "", 1),
    "feed: control characters": fed(lambda url: rss(item(url, "A\x00\x0b\x1bB")), "", 1),
    "feed: the same entry 500 times": fed(lambda url: rss(item(url) * 500), "", 1),
    "feed: more entries than one run takes": fed(
        lambda url: rss(*(item(f"{url}?{n}") for n in range(100))), "GoneError"
    ),
    "feed: counted links to one page": fed(
        lambda url: rss(*(item(f"{url}?utm_source=r{n}") for n in range(5))), "", 1
    ),
    "feed: an entry without a link": fed(lambda _: rss(item("")), "NotAFeedError"),
    "feed: links out of the web": fed(
        lambda _: rss(item("file:///etc/passwd"), item("javascript:x"), item("/../../etc/passwd")),
        "GoneError, NotAFeedError",
    ),
    "feed: a link with blanks": fed(lambda url: rss(item(f"  \n {url} \t")), "", 1),
    "feed: a link with a password": fed(
        lambda url: rss(item(url.replace("http://", "http://a:b@"))), "RefusedAddressError"
    ),
    "feed: an endless link": fed(lambda url: rss(item(url + "x" * 9000)), "RefusedAddressError"),
    "feed: dates of no calendar": fed(
        lambda url: rss(item(url, pubDate="Thu, 45 Foo 20226 99:99:99 +9999")), "", 1
    ),
    "feed: a date of the year 9999": fed(
        lambda url: ATOM.format(
            f'<entry><link href="{url}"/><updated>9999-12-31T23:59:59-14:00</updated></entry>'
        ),
        "",
        1,
    ),
    "feed: entity bomb": fed(
        lambda url: BOMB + without_head(rss(item(url, "&j;"))), "NotAFeedError"
    ),
    "feed: entity of a file": fed(lambda url: OUTSIDE + without_head(rss(item(url, "&a;"))), "", 1),
    "feed: rules to be loaded": Case(lay=loads_dtd, brings=1, never_asked="/dtd"),
    "feed: nested without end": fed(lambda _: "<rss>" * 100_000, ""),
    "feed: nested text": fed(lambda url: rss(item(url, description="<b>" * 50_000)), "", 1),
    "feed: one entry of megabytes": fed(lambda url: rss(item(url, "x" * 900_000)), "", 1),
    "feed: larger than is read": fed(lambda url: rss(item(url, "x" * 3_000_000)), "TooLargeError"),
    "feed: a script for a text": fed(
        lambda url: rss(item(url, content_encoded=whole(f"<script>{'x' * 999}</script>"))), "", 1
    ),
    "feed: a text that goes on": fed(
        lambda url: rss(item(url, content_encoded=whole(WHOLE + "<a>Read more</a>"))), "", 1
    ),
    "feed: a page that is gone": Case(lay=both_in_turn, ends="GoneError", brings=1),
    "feed: a page that leads inside": Case(lay=led_away, ends="RefusedAddressError"),
    "json: broken": fed(lambda _: '{"items": [', "NotAFeedError"),
    "json: no feed": fed(lambda _: '{"a": 1}', "NotAFeedError"),
    "json: nested without end": fed(lambda _: '{"items":' + "[" * 100_000, "NotAFeedError"),
    "json: wrong types": fed(
        lambda url: (
            f'{{"title": 7, "items": [null, 1, [], {{"id": {{}}, "url": 5, "authors": 3,'
            f' "content_html": [], "date_published": 9}}, {{"id": 4, "url": "{url}"}}]}}'
        ),
        "GoneError",
        1,
    ),
}
