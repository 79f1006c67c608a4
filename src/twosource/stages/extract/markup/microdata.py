"""Read what a page says about itself in microdata: the attributes itemscope, itemtype, itemprop."""

from __future__ import annotations

from typing import Any

from twosource.stages.extract.markup.jsonld import ARTICLE_TYPE, ELSEWHERE, Node

MOST_PROPERTIES = 1_000  # a page of one article has some dozens
MOST_LETTERS = 1_000  # of one value; what is longer is text, not metadata
MOST_ABOVE = 60  # elements between a property and the item it belongs to
UNREAD = frozenset({"articleBody", "text", "reviewBody", "transcript"})  # the page itself has them


def read_microdata(root: Any) -> tuple[Node, ...]:
    """Return the items of a page that are typed, in page order, in the form of JSON-LD objects.

    Some sites mark up every teaser as an article. The page's own is the only one, or the one that
    marks its body; all others stand elsewhere.
    """
    fields: dict[Any, dict[str, Any]] = {}
    bodied: set[Any] = set()
    for element in root.xpath("//*[@itemprop]")[:MOST_PROPERTIES]:
        item = _item_above(element)
        if item is None:
            continue
        for name in element.get("itemprop", "").split():
            if name in UNREAD:
                bodied.add(item)
            else:
                fields.setdefault(item, {}).setdefault(name, []).append(_value(element, fields))
    items = [(item, _types(item)) for item in root.xpath("//*[@itemscope][@itemtype]")]
    articles = [item for item, types in items if any(map(ARTICLE_TYPE.search, types))]
    own = [item for item in articles if item in bodied] or articles
    return tuple(
        Node(
            types,
            fields.get(item, {}),
            elsewhere=bool(set(item.get("itemprop", "").split()) & ELSEWHERE)
            or (item in articles and (len(own) != 1 or item is not own[0])),
        )
        for item, types in items[:MOST_PROPERTIES]
    )


def _item_above(element: Any) -> Any:
    """Return the nearest item around a property, None where it stands in none."""
    above = element.getparent()
    for _ in range(MOST_ABOVE):
        if above is None or above.get("itemscope") is not None:
            return above
        above = above.getparent()
    return None


def _types(item: Any) -> tuple[str, ...]:
    return tuple(kind.rstrip("/").rsplit("/", 1)[-1] for kind in item.get("itemtype", "").split())


def _value(element: Any, fields: dict[Any, dict[str, Any]]) -> Any:
    """Return the value of a property: an item of its own, what an attribute says, or its text."""
    if element.get("itemscope") is not None:
        inner = fields.setdefault(element, {})
        types = _types(element)
        if types:
            inner.setdefault("@type", types[0])
        return inner
    for name in ("content", "datetime"):
        told = element.get(name)
        if told:
            return told
    if element.tag in ("a", "link") and not (element.text or "").strip() and not len(element):
        return element.get("href") or ""
    return _words(element)


def _words(element: Any) -> str:
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece)
        if length > MOST_LETTERS:
            return ""
    return " ".join("".join(pieces).split())
