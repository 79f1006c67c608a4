"""Gather what a page's markup says of itself: JSON-LD, microdata, meta tags and links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from twosource.stages.extract.markup.jsonld import Node, plain, read_json_ld
from twosource.stages.extract.markup.microdata import read_microdata


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own word on itself, unweighed."""

    nodes: tuple[Node, ...]
    article: Node | None  # the JSON-LD object of this page's article; None where it has none
    marked: Node | None  # the same in microdata, which follows the visible page more closely
    tags: Mapping[str, tuple[str, ...]]  # meta name or property, lower case -> contents in order
    title: str
    language: str
    canonical: str

    @property
    def types(self) -> tuple[str, ...]:
        """Return of what types the page says that it is, in its order."""
        return tuple(name for node in self.nodes if not node.elsewhere for name in node.types)

    def tag(self, *names: str) -> str:
        """Return the first content of the first of these meta tags that has one."""
        return next((self.tags[name][0] for name in names if name in self.tags), "")

    def said(self, field: str) -> str:
        """Return a field of the article in JSON-LD, else in microdata, "" where none has it."""
        words = self.article.text(field) if self.article else ""
        return words or (self.marked.text(field) if self.marked else "")

    def told(self, field: str) -> Any:
        """Return a field of the article in JSON-LD as it stands there, None where it has none."""
        return self.article.fields.get(field) if self.article else None


def read_metadata(root: etree._Element, url: str) -> Metadata:
    """Return what the markup of a page says of itself."""
    tags: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if content:
            for attribute in ("property", "name", "itemprop"):
                name = element.get(attribute)
                if name:
                    tags.setdefault(name.lower(), []).append(content)
    nodes, items = read_json_ld(root), read_microdata(root)
    canonical = _canonical(root, tags, url)
    return Metadata(
        (*nodes, *items),
        _own_article(nodes, (url, canonical)),
        _own_article(items, (url, canonical)),
        {name: tuple(contents) for name, contents in tags.items()},
        " ".join((root.findtext(".//title") or "").split()),
        (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower(),
        canonical,
    )


def _canonical(root: etree._Element, tags: Mapping[str, list[str]], url: str) -> str:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return _absolute(link.get("href") or "", url)
    named = tags.get("og:url")
    return _absolute(named[0], url) if named else url


def _absolute(address: str, url: str) -> str:
    try:
        joined = urljoin(url, address.strip())
        parts = urlsplit(joined)
    except ValueError:
        return url
    return joined if parts.scheme in ("http", "https") and parts.netloc else url


def _own_article(nodes: Iterable[Node], addresses: Iterable[str]) -> Node | None:
    """Return the article object that is this page's: the one with its address, else the first."""
    articles = [node for node in nodes if node.is_article and not node.elsewhere]
    paths = _paths(addresses)
    for node in articles:
        named = (plain(node.fields.get("url")), _page_address(node))
        if paths & _paths(filter(None, named)) and node.text("headline"):
            return node
    return next(
        (node for node in articles if node.text("headline")), articles[0] if articles else None
    )


def _page_address(node: Node) -> str:
    page = node.fields.get("mainEntityOfPage")
    return str(page.get("@id") or page.get("url") or "") if isinstance(page, dict) else plain(page)


def _paths(addresses: Iterable[str]) -> set[str]:
    return {path_of(each, broken=each).rstrip("/") for each in addresses}


def path_of(address: str, *, broken: str = "") -> str:
    """Return the path of a web address, or what stands for one that is broken."""
    try:
        return urlsplit(address).path
    except ValueError:
        return broken
