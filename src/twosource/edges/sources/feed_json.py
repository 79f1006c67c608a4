"""Read a JSON Feed, version 1.0 or 1.1."""

from __future__ import annotations

import html
from collections.abc import Iterator

import msgspec

from twosource.edges.sources.entry import Feed, FeedEntry, joined, read_feed_time
from twosource.errors import NotAFeedError

WANTED = "a feed: RSS, Atom or JSON Feed"
MOST_ENTRIES = 5000  # of one feed; honest ones have a few dozen


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
    entries = (_entry(item, url, language) for item in items[:MOST_ENTRIES])
    return Feed(title=_said(feed, "title"), entries=tuple(filter(None, entries)))


def _entry(item: object, feed_url: str, language: str) -> FeedEntry | None:
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
        author=", ".join(_authors(item)),
        language=_said(item, "language") or language,
    )


def _authors(item: dict[object, object]) -> Iterator[str]:
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
