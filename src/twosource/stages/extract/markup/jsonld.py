"""Read what a page says about itself in JSON-LD, in all the shapes and states that occur."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

ARTICLE_TYPE = re.compile(
    r"Article$|^(Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|Review|ReviewNewsArticle|Recipe)$|NewsArticle"
)
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s{0,20};?\s{0,20}$"
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
MISSING_VALUE = re.compile(r'("\s*:)\s*(?=[,}])')
# Under these keys stand other articles than the page's own.
_ELSEWHERE = """
    hasPart itemListElement mentions relatedLink citation isPartOf liveBlogUpdate comment review
    about blogPost isBasedOn subjectOf significantLink
"""
ELSEWHERE = frozenset(_ELSEWHERE.split())
DEEPEST = 12  # nesting beyond which no page says anything of itself


@dataclass(frozen=True, slots=True)
class Node:
    """One typed object of the page's JSON-LD."""

    types: tuple[str, ...]
    fields: Mapping[str, Any]
    elsewhere: bool  # it stands under a key that lists other pages

    @property
    def is_article(self) -> bool:
        """Return whether one of its types is some kind of article."""
        return any(ARTICLE_TYPE.search(name) for name in self.types)

    def text(self, name: str) -> str:
        """Return a field as one line of text, "" where it has none or it is no text."""
        return plain(self.fields.get(name))


def read_json_ld(root: etree._Element) -> tuple[Node, ...]:
    """Return every typed object of the page's JSON-LD in page order, as far as it can be read."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for value in _values(script.text or ""):
                nodes.extend(_nodes(value, elsewhere=False, depth=0))
    return tuple(nodes)


def plain(value: object) -> str:
    """Return a JSON-LD value as one line of text: the first of a list, the name of an object."""
    if isinstance(value, list):
        value = next((each for each in value if each), "")
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id") or ""
    if not isinstance(value, str):
        return ""
    text = value
    for _ in range(2):  # some pages escape what is escaped already
        if "&" in text:
            text = entities.unescape(text)
    return " ".join(text.split())


def _values(source: str) -> Iterator[Any]:
    text = WRAPPING.sub("", source.strip()).strip()
    if not text:
        return
    for repaired in _repairs(text):
        found = list(_decoded(repaired))
        if found:
            yield from found
            return


def _repairs(text: str) -> Iterator[str]:
    yield text
    yield TRAILING_COMMA.sub(r"\1", MISSING_VALUE.sub(r"\1null", text))
    if "&quot;" in text:
        yield entities.unescape(text)
    yield text.replace("\\'", "'")


def _decoded(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)  # raw line breaks inside strings are common
    position = 0
    while position < len(text):
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield value
        while position < len(text) and text[position] in " \t\r\n;,":
            position += 1


def _nodes(value: Any, *, elsewhere: bool, depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, elsewhere=elsewhere, depth=depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        types = tuple(
            str(kind).rsplit("/", 1)[-1]
            for kind in (kinds if isinstance(kinds, list) else [kinds])
            if kind
        )
        if types:
            yield Node(types, value, elsewhere)
        for key, inner in value.items():
            if isinstance(inner, (dict, list)):
                yield from _nodes(inner, elsewhere=elsewhere or key in ELSEWHERE, depth=depth + 1)
