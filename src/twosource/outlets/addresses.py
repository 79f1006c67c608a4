"""Read from an address whose house it is: the host, and the name that somebody registered."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Labels under which a country's registry sells names, so that example.co.uk is a house and co.uk
# none. The whole Public Suffix List would need a package and its yearly update.
_REGISTRIES = "ac co com edu go gob gouv gov govt gub mil ne net or org sch"
_SOLD_UNDER_A_COUNTRY = frozenset(_REGISTRIES.split())

# Under these, each name belongs to somebody else: blog hosts, and portals whose sections are
# made apart from each other (news, sport, money).
_SHARED = """
    beehiiv.com blog.com blogger.com ghost.io github.io gitlab.io go.com hatenablog.com hubpages.com
    indiatimes.com livejournal.com medium.com msn.com neocities.org netlify.app over-blog.com
    pages.dev sapo.pt sites.google.com squarespace.com substack.com tistory.com tumblr.com
    de.com eu.com uk.com us.com typepad.com uol.com.br vercel.app webflow.io web.app weebly.com
    wixsite.com wordpress.com yahoo.co.jp yahoo.com
"""
_SHARED_HOSTS = frozenset(_SHARED.split())

_DOORS = frozenset({"www", "www1", "www2", "www3", "m", "mobile", "amp"})

_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@\s]*@)?(\[[^\]]*\]|[^/?#:\s]*)", re.I)
_NO_NET = re.compile(r"^(?!https?:)[a-z][a-z0-9+.-]*:(?!//)", re.I)  # "file:a.html"
_SAVED_COPY = re.compile(
    r"^https?://(?:web\.archive\.org/web/\d+[a-z_]*/"
    r"|(?:www\.)?google\.[a-z.]+/amp/(?:s/)?"
    r"|[^/]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?)(?P<original>.+)$",
    re.I,
)


def host_of(url: str) -> str:
    """Return the host of an address in lower case, "" where it has none, as a saved file has.

    An address may come without a scheme ("www.example.org/a"), as feeds and tables write it.
    A web archive's or AMP cache's copy answers the host of the page it is a copy of: a page does
    not change hands by being saved.
    """
    if _NO_NET.match(url.strip()):
        return ""
    saved = _SAVED_COPY.match(url.strip())
    match = _HOST.match(saved["original"] if saved else url.strip())
    host = match[1].lower().rstrip(".") if match else ""
    return host if "." in host or host.startswith("[") else ""


def is_shared(domain: str) -> bool:
    """Return whether the names under `domain` belong to different people.

    True for blog hosts, portals, and what a registry sells under ("co.uk", "gov.cn").
    """
    labels = domain.split(".")
    if len(labels) == 2 and labels[0] == "blogspot":
        return True  # one blog host under every country: blogspot.nl, blogspot.com
    if len(labels) == 3 and labels[0] == "blogspot":
        return is_shared(".".join(labels[1:]))  # blogspot.co.uk
    sold = len(labels) == 2 and len(labels[1]) == 2 and labels[0] in _SOLD_UNDER_A_COUNTRY
    return sold or domain in _SHARED_HOSTS


def without_door(host: str) -> str:
    """Return the host less a leading www, m, mobile or amp, which name a door, not a house."""
    first, _, rest = host.partition(".")
    return without_door(rest) if first in _DOORS and "." in rest else host


def houses(host: str) -> Iterator[str]:
    """Yield the names a host may be known by, narrowest first, none that is wider than its house.

    For africa.news.example.co.uk: itself, news.example.co.uk, example.co.uk. A name under which
    others live too is yielded only if it is the whole host.
    """
    name = without_door(host)
    yield name
    while "." in name:
        name = name.partition(".")[2]
        if "." not in name or is_shared(name):
            return
        yield name


def registrable(host: str) -> str:
    """Return the widest name that still belongs to one house; an IP address stays as it is."""
    if host.startswith("[") or host.replace(".", "").isdigit():
        return host
    return list(houses(host))[-1]
