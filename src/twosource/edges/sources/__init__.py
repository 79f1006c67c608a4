"""Sources: where captures come from."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from twosource.catalogue import Door
from twosource.edges.sources.wire import Wire
from twosource.errors import MissingSourceError
from twosource.protocols import Source

SOURCES: Door[Callable[[str, Wire], Source]] = Door(
    "sources",
    {
        "feed": "twosource.edges.sources.feed:FeedSource",
        "folder": "twosource.edges.sources.folder:FolderSource",
        "jsonl": "twosource.edges.sources.jsonl:JsonLinesSource",
        "opml": "twosource.edges.sources.opml:OpmlSource",
        "page": "twosource.edges.sources.page:PageSource",
        "sitemap": "twosource.edges.sources.sitemap:SitemapSource",
        "stdin": "twosource.edges.sources.stdin:StdinSource",
        "warc": "twosource.edges.sources.warc:WarcSource",
    },
)
LASTING = frozenset({"feed", "sitemap", "folder"})
# How the last part of a path ends, and what lies there; the first that fits is taken.
ENDS = (
    (r"\.(jsonl|ndjson)(\.gz|\.zst)?$", "jsonl"),
    (r"\.warc(\.gz|\.zst)?$", "warc"),
    (r"\.opml$", "opml"),
    (r"sitemap[^/]*\.(xml|txt)(\.gz)?$", "sitemap"),
)
WEB_ENDS = (*ENDS, (r"(^|/)(feed|rss|atom)/?$|\.(rss|atom|rdf|xml)$|feed\.json$|^/?$", "feed"))


def open_source(address: str, wire: Wire) -> Source:
    """Open "kind:place", or a bare path or web address, which is taken for what its name tells.

    Raises UnknownPartError, which lists the kinds there are.
    """
    kind, place = split_address(address)
    return SOURCES.open(kind)(place, wire)


def split_address(address: str) -> tuple[str, str]:
    """Return the kind of source and the place that an address or a bare path names.

    "-" is standard input. A web address is a page unless its name tells otherwise; a site's
    front stands for the feed of the site. A feed in a file is read once, as a page is. Raises
    MissingSourceError where no place is named.
    """
    if address == "-":
        return "stdin", ""
    if address.lower().startswith(("http://", "https://")):
        return _named_by(urlsplit(address).path.lower(), WEB_ENDS), address
    kind, colon, place = address.partition(":")
    if not (place if colon else address).strip() and kind != "stdin":
        # A variable of the shell that is not set: the folder one stands in was not meant.
        raise MissingSourceError(repr(address), "a path or an address")
    # A path may hold a colon too; a kind is one plain word before it.
    if colon and re.fullmatch(r"[a-z][a-z0-9-]+", kind) and not Path(address).exists():
        return ("page" if kind == "feed" and Path(place).is_file() else kind), place
    if Path(address).is_dir():
        return "folder", address
    return _named_by(address, ENDS), address


def whole_address(address: str) -> str:
    """Return an address with its kind before it: how a source is called in the store."""
    kind, place = split_address(address)
    return f"{kind}:{place}"


def lasting_sources(address: str, wire: Wire) -> tuple[str, ...]:
    """Return the whole addresses of what is worth looking at again and again under an address.

    A feed, a sitemap and a folder are; a list of feeds stands for its feeds; a page, a file of
    records and an archive are read once. Raises SourceError for a list that cannot be read.
    """
    kind, place = split_address(address)
    if kind == "opml":
        from twosource.edges.sources.opml import OpmlSource

        return OpmlSource(place, wire).feeds()
    return (f"{kind}:{place}",) if kind in LASTING else ()


def _named_by(path: str, ends: tuple[tuple[str, str], ...]) -> str:
    return next((kind for end, kind in ends if re.search(end, path)), "page")
