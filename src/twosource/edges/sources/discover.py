"""Find the feeds that a web page names in its head."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from twosource.edges.sources.entry import joined


def links_to_feeds(page: bytes, url: str) -> Iterator[str]:
    """Yield the addresses of the feeds that a web page names in its head, in its order."""
    for tag in re.finditer(rb"<link\b[^<>]{0,2000}>", page[:500_000], re.IGNORECASE):
        said = dict(re.findall(r"([a-z]+)\s*=\s*[\"']?([^\"'>\s]+)", _text(tag.group(0))))
        kind = said.get("type", "")
        if "alternate" in said.get("rel", "") and (
            "rss" in kind or "atom" in kind or "feed" in kind
        ):
            address = joined(url, html.unescape(said.get("href", "")))
            if address.startswith(("http://", "https://")) and said.get("href"):
                yield address


def _text(tag: bytes) -> str:
    text = tag.decode("utf-8", "replace")
    # Names of attributes in lower case; their values as they are.
    return re.sub(r"([A-Za-z]+)(\s*=)", lambda match: match.group(1).lower() + match.group(2), text)
