"""Put words of a page's data into elements, whatever characters an enemy wrote into them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NO_NAME = re.compile(r"[^\w-]+")
INNERMOST = 3  # names of a box that are kept


def put(box: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    """Return a new last element of a box; characters that no page may hold are left out."""
    element = etree.SubElement(box, tag)
    if text:
        element.text = UNWRITABLE.sub("", text)
    for name, value in attributes.items():
        element.set(name, UNWRITABLE.sub("", value))
    return element


def put_html(box: etree._Element, html: str, names: str = "") -> None:
    """Put the elements of a stretch of HTML into a box, under these names where there are any."""
    written = f"<html><body>{UNWRITABLE.sub('', html)}</body></html>".encode()
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(written, parser=parser)
    body = root.find("body") if root is not None else None
    for element in _elements(body):
        if names:
            element.set("class", names)
        box.append(element)


def box_names(*names: str) -> str:
    """Return keys and kinds as a box's names, the innermost, in the plural and the singular."""
    words = NO_NAME.sub(" ", " ".join(names)).split()[-INNERMOST:]
    return " ".join(dict.fromkeys([*words, *(word.removesuffix("s") for word in words)]))


def _elements(body: etree._Element | None) -> Iterator[etree._Element]:
    yield from list(body) if body is not None else []
