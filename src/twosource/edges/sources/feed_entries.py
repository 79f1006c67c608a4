"""Read a feed of any kind (RSS 0.9 to 2.0, Atom, JSON Feed) as a list of entries."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import msgspec
from lxml import etree

from twosource.edges.sources.markup import local_name, namespace, own_text, read_xml
from twosource.errors import NotAFeedError

WANTED = "a feed: RSS, Atom or JSON Feed"
ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
XML = "{http://www.w3.org/XML/1998/namespace}"
MOST_ENTRIES = 5000  # of one feed; honest ones have a few dozen
TAGS = re.compile(r"<[^>]{0,2000}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry as the feed gives it."""

    url: str  # absolute; "" where it names none
    id: str
    title: str = ""  # plain text
    published: datetime | None = None  # UTC; None where it does not say
    updated: datetime | None = None  # UTC; None where it does not say
    content: str = ""  # HTML of the element that is made for whole texts
    summary: str = ""  # HTML or text of the one that is made for summaries
    source: str = ""  # whom <source> names
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with its entries, in its own order."""

    title: str
    entries: tuple[FeedEntry, ...]


def read_feed(body: bytes, media_type: str, url: str) -> Feed:
    """Return what a feed says. Addresses are resolved against xml:base and the feed's own.

    A feed that breaks off or has unclosed parts gives what can be read. Raises NotAFeedError for
    a web page and for whatever else is no feed.
    """
    start = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return _json_feed(body, url)
    lowered = start.lower()
    if lowered.startswith((b"<!doctype html", b"<html")) or (
        b"<html" in lowered and b"<rss" not in lowered and b"<feed" not in lowered
    ):
        raise NotAFeedError(url, "is a web page", WANTED)
    root = read_xml(body, media_type, url, WANTED)
    name = local_name(root)
    if name not in ("feed", "rss", "rdf", "channel"):
        raise NotAFeedError(url, f"is an XML document <{name}>", WANTED)
    channel = _child(root, "channel")
    head = root if channel is None else channel
    # Wherever they stand: beside the channel in RSS 1.0, and inside each other where an element
    # was left unclosed.
    entries = [each for each in root.iter() if local_name(each) in ("item", "entry")]
    title = own_text(_child(head, "title"))
    language = _language(root) or own_text(_child(head, "language"))
    base = urljoin(url, root.get(f"{XML}base") or "")
    return Feed(
        title=title,
        entries=tuple(_entry(each, base, language) for each in entries[:MOST_ENTRIES]),
    )


def _entry(element: etree._Element, base: str, language: str) -> FeedEntry:
    base = _joined(base, element.get(f"{XML}base") or "")
    name = own_text(_child(element, "guid")) or own_text(_child(element, "id"))
    url = _joined(base, _link(element)) if _link(element) else ""
    content, summary = _texts(element)
    return FeedEntry(
        url=url if urlsplit(url).scheme in ("http", "https") else "",
        id=name or url or own_text(_child(element, "title")),
        title=plain(_inner(_child(element, "title"))),
        published=_first_time(element, "published", "pubdate", "issued", "date", "created"),
        updated=_first_time(element, "updated", "modified"),
        content=content,
        summary=summary,
        source=_source(element),
        language=_language(element) or own_text(_child(element, "language")) or language,
    )


def _link(element: etree._Element) -> str:
    """Return the address of an entry's page: the alternate link, else an id that is an address."""
    links = [each for each in element if local_name(each) == "link"]
    for link in links:
        rel = (link.get("rel") or "alternate").lower()
        kind = (link.get("type") or "text/html").lower()
        if link.get("href") and rel == "alternate" and "html" in kind:
            return str(link.get("href"))
    for link in links:
        if own_text(link):
            return own_text(link)
    for link in links:
        if link.get("href") and (link.get("rel") or "alternate").lower() == "alternate":
            return str(link.get("href"))
    guid = _child(element, "guid")
    if guid is not None and (guid.get("isPermaLink") or "true").lower() != "false":
        return own_text(guid) if own_text(guid).startswith(("http://", "https://")) else ""
    named = own_text(_child(element, "id"))
    return named if named.startswith(("http://", "https://")) else ""


def _texts(element: etree._Element) -> tuple[str, str]:
    content = summary = ""
    for child in element:
        name = local_name(child)
        if name == "encoded" or (name == "content" and namespace(child) in ATOM):
            content = content or _inner(child)
        elif name in ("description", "summary"):
            summary = summary or _inner(child)
    return content, summary


def _inner(element: etree._Element | None) -> str:
    """Return the HTML an element holds: as escaped text, as CDATA, or as XHTML children."""
    if element is None:
        return ""
    if len(element) == 0:
        text = element.text or ""
        # Plain text is said to be so by Atom alone; what it shows as tags is no markup.
        is_plain = namespace(element) in ATOM and element.get("type", "text") == "text"
        return html.escape(text, quote=False) if is_plain else text
    parts = [html.escape(element.text or "", quote=False)]
    for child in element:
        written = etree.tostring(child, encoding="unicode", method="xml", with_tail=True)
        parts.append(re.sub(r"(</?)\w+:", r"\1", written))
    return "".join(parts)


def _source(element: etree._Element) -> str:
    source = _child(element, "source")
    if source is None:
        return ""
    return own_text(_child(source, "title")) if len(source) else own_text(source)


def _first_time(element: etree._Element, *names: str) -> datetime | None:
    for name in names:
        found = read_feed_time(own_text(_child(element, name)))
        if found is not None:
            return found
    return None


def _language(element: etree._Element) -> str:
    return (element.get(f"{XML}lang") or "").strip()


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((each for each in element if local_name(each) == name), None)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def read_feed_time(text: str) -> datetime | None:
    """Return the time of an RFC 822 or ISO 8601 text in UTC; one without a zone is taken for UTC.

    None for what is neither, and for years that no feed can mean.
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
            found = found.astimezone(UTC)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
        return found if 1990 <= found.year <= 2100 else None
    return None


def plain(markup: str) -> str:
    """Return the text of a short piece of HTML on one line."""
    return " ".join(html.unescape(TAGS.sub(" ", markup)).split())


# JSON Feed 1.0 and 1.1


def _json_feed(body: bytes, url: str) -> Feed:
    try:
        feed = msgspec.json.decode(body.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotAFeedError(url, f"is broken JSON ({error})", WANTED) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise NotAFeedError(url, "is JSON without a list of items", WANTED)
    language = _said(feed, "language")
    entries = (_json_entry(item, url, language) for item in items[:MOST_ENTRIES])
    return Feed(title=_said(feed, "title"), entries=tuple(filter(None, entries)))


def _json_entry(item: object, feed_url: str, language: str) -> FeedEntry | None:
    if not isinstance(item, dict):
        return None
    address = _said(item, "url") or _said(item, "external_url") or _said(item, "id")
    url = _joined(feed_url, address) if _said(item, "url") else address
    escaped = html.escape(_said(item, "content_text"), quote=False)
    text = "".join(f"<p>{part}</p>" for part in escaped.split("\n\n") if part.strip())
    return FeedEntry(
        url=url if url.startswith(("http://", "https://")) else "",
        id=_said(item, "id") or url,
        title=" ".join(_said(item, "title").split()),
        published=read_feed_time(_said(item, "date_published")),
        updated=read_feed_time(_said(item, "date_modified")),
        content=_said(item, "content_html") or text,
        summary=_said(item, "summary"),
        language=_said(item, "language") or language,
    )


def _said(item: dict[object, object], name: str) -> str:
    value = item.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # ids are numbers in many feeds
    return value if isinstance(value, str) else ""


def links_to_feeds(page: bytes, url: str) -> Iterator[str]:
    """Yield the addresses of the feeds that a web page names in its head, in its order."""
    for tag in re.finditer(rb"<link\b[^>]{0,2000}>", page[:500_000], re.IGNORECASE):
        said = dict(re.findall(r"([a-z]+)\s*=\s*[\"']?([^\"'>\s]+)", _text(tag.group(0))))
        kind = said.get("type", "")
        if "alternate" in said.get("rel", "") and (
            "rss" in kind or "atom" in kind or "feed" in kind
        ):
            address = _joined(url, html.unescape(said.get("href", "")))
            if address.startswith(("http://", "https://")) and said.get("href"):
                yield address


def _text(tag: bytes) -> str:
    text = tag.decode("utf-8", "replace")
    # Names of attributes in lower case; their values as they are.
    return re.sub(r"([A-Za-z]+)(\s*=)", lambda match: match.group(1).lower() + match.group(2), text)
