"""Read a feed of any kind (RSS 0.9 to 2.0, Atom, JSON Feed) as a list of entries."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec
from lxml import etree

from twosource.edges.sources.entry import Feed, FeedEntry, joined, plain, read_feed_time
from twosource.edges.sources.markup import local_name, namespace, own_text, read_xml, unpacked
from twosource.errors import NotAFeedError
from twosource.text.encodings import decoded

ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
# Titles, texts and credits of pictures and sounds, which are none of the entry's.
OF_MEDIA = ("http://search.yahoo.com/mrss", "http://www.itunes.com/", "https://podcastindex.org/")
XML = "{http://www.w3.org/XML/1998/namespace}"

WANTED = "a feed: RSS, Atom or JSON Feed"
MOST_ENTRIES = 5000  # of one feed; honest ones have a few dozen


def read_feed(body: bytes, media_type: str, url: str) -> Feed:
    """Return what a feed says. Addresses are resolved against xml:base and the feed's own.

    A feed that breaks off or has unclosed parts gives what can be read. Raises NotAFeedError for
    a web page and for whatever else is no feed.
    """
    body = unpacked(body, url)
    start = decoded(body[:1000], media_type).lstrip().lower()
    if start.startswith("{"):
        return read_json_feed(decoded(body, media_type), url)
    if start.startswith(("<!doctype html", "<html")) or (
        "<html" in start and "<rss" not in start and "<feed" not in start
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
    base = joined(url, root.get(f"{XML}base") or "")
    return Feed(
        title=title,
        entries=tuple(_entry(each, base, language) for each in entries[:MOST_ENTRIES]),
    )


def _entry(element: etree._Element, base: str, language: str) -> FeedEntry:
    base = joined(base, element.get(f"{XML}base") or "")
    # The first of each name; what stands deeper belongs to a <source> or a picture.
    parts: dict[str, etree._Element] = {}
    for child in element:
        if not namespace(child).startswith(OF_MEDIA):
            parts.setdefault(local_name(child), child)
    link = _link(element, parts)
    url = joined(base, link) if link else ""
    name = own_text(parts.get("guid")) or own_text(parts.get("id"))
    title = plain(_inner(parts.get("title")))
    content = parts.get("encoded", parts.get("content"))
    return FeedEntry(
        url=url if url.startswith(("http://", "https://")) else "",
        id=name or url or title,
        title=title,
        published=_first_time(parts, "published", "pubdate", "issued", "date", "created"),
        updated=_first_time(parts, "updated", "modified"),
        content=_inner(content),
        summary=_inner(parts.get("description", parts.get("summary"))),
        author=", ".join(dict.fromkeys(_authors(element))),
        source=_source(parts.get("source")),
        source_address=_source_address(parts.get("source"), base),
        language=_language(element) or own_text(parts.get("language")) or language,
    )


def _link(element: etree._Element, parts: Mapping[str, etree._Element]) -> str:
    """Return the address of an entry's page: the alternate link, else an id that is an address."""
    links = [each for each in element if local_name(each) == "link"]
    alternate = [each for each in links if (each.get("rel") or "alternate").lower() == "alternate"]
    for link in alternate:
        if link.get("href") and "html" in (link.get("type") or "text/html").lower():
            return str(link.get("href"))
    written = next((text for link in links if (text := own_text(link))), "")
    written = written or next((str(link.get("href")) for link in alternate if link.get("href")), "")
    if written:
        return written
    guid = parts.get("guid")
    if guid is not None and (guid.get("isPermaLink") or "true").lower() == "false":
        return ""
    named = own_text(guid) or own_text(parts.get("id"))
    return named if named.startswith(("http://", "https://")) else ""


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


def _source(source: etree._Element | None) -> str:
    if source is None:
        return ""
    return own_text(_child(source, "title")) if len(source) else own_text(source)


def _source_address(source: etree._Element | None, base: str) -> str:
    """Return where <source> leads: RSS says it in `url`, Atom in a link or in the id."""
    if source is None:
        return ""
    link = _child(source, "link")
    said = source.get("url") or (link.get("href") if link is not None else "")
    said = said or own_text(_child(source, "id"))
    address = joined(base, said) if said else ""
    return address if address.startswith(("http://", "https://")) else ""


def _authors(entry: etree._Element) -> Iterator[str]:
    """Yield who wrote an entry, each as written: <author>, with its <name> in Atom, <creator>."""
    for child in entry:
        if local_name(child) in ("author", "creator") and not namespace(child).startswith(OF_MEDIA):
            name = _child(child, "name")
            if words := own_text(child if name is None else name):
                yield words


def _first_time(parts: Mapping[str, etree._Element], *names: str) -> datetime | None:
    for name in names:
        found = read_feed_time(own_text(parts.get(name)))
        if found is not None:
            return found
    return None


def _language(element: etree._Element) -> str:
    return (element.get(f"{XML}lang") or "").strip()


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((each for each in element if local_name(each) == name), None)


def read_json_feed(text: str, url: str) -> Feed:
    """Return what a JSON Feed says; raises NotAFeedError for other JSON."""
    try:
        feed = msgspec.json.decode(text.encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotAFeedError(url, f"is broken JSON ({error})", WANTED) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise NotAFeedError(url, "is JSON without a list of items", WANTED)
    language = _said(feed, "language")
    entries = (_item(item, url, language) for item in items[:MOST_ENTRIES])
    return Feed(title=_said(feed, "title"), entries=tuple(filter(None, entries)))


def _item(item: object, feed_url: str, language: str) -> FeedEntry | None:
    if not isinstance(item, dict):
        return None
    address = _said(item, "url") or _said(item, "external_url") or _said(item, "id")
    url = joined(feed_url, address) if _said(item, "url") else address
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
        author=", ".join(_item_authors(item)),
        language=_said(item, "language") or language,
    )


def _item_authors(item: dict[object, object]) -> Iterator[str]:
    """Yield the names of an item's authors: a list in version 1.1, one object in 1.0."""
    several = item.get("authors")
    for author in [*(several if isinstance(several, list) else ()), item.get("author")]:
        if isinstance(author, dict) and (name := _said(author, "name").strip()):
            yield name


def _said(item: dict[object, object], name: str) -> str:
    value = item.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # ids are numbers in many feeds
    return value if isinstance(value, str) else ""
