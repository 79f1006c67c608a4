"""Find the data that a page carries for its script: JSON in script elements, never run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

STARTS = re.compile(r"=\s{0,5}(?=[{\[])|JSON\.parse\(\s{0,5}(?=[\"'])")
UNDEFINED = re.compile(r"(?<=[:\[,])\s{0,2}undefined(?=\s{0,2}[,}\]])")
SINGLE_QUOTED = re.compile(r"'((?:[^'\\]++|\\.)*+)'", re.S)
MOST_STARTS = 200  # assignments of one script that are tried; states stand among the first
LEAST_STATE = 300  # characters; an article's text is longer
NESTED_TEXT = re.compile(r"\s*[{\[]")
DEEPEST_TEXT = 3  # texts of JSON inside texts of JSON


def states(root: etree._Element) -> Iterator[Any]:
    """Yield every object or list of JSON in the page's scripts, in page order.

    Scripts of data (`application/json`), and what a script assigns (`window.__STATE__ = {…}`,
    also as `JSON.parse("…")`). JSON-LD is not among them: it has a reader of its own.
    """
    for script in root.iter("script"):
        text, kind = script.text or "", (script.get("type") or "").lower()
        if len(text) < LEAST_STATE or "ld+json" in kind:
            continue
        yield from _whole(text) if "json" in kind else _assigned(text)


def unpacked(value: Any, depth: int = 0) -> Any:
    """Return a value, or what it holds where it is a text of JSON itself."""
    is_text = isinstance(value, str) and len(value) >= LEAST_STATE
    if not is_text or depth == DEEPEST_TEXT or not NESTED_TEXT.match(value):
        return value
    inner = next(_whole(value), None)
    return value if inner is None else unpacked(inner, depth + 1)


def _whole(text: str) -> Iterator[Any]:
    try:
        yield json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return


def _assigned(text: str) -> Iterator[Any]:
    text = UNDEFINED.sub("null", text)
    decoder = json.JSONDecoder(strict=False)
    position = 0
    for _ in range(MOST_STARTS):
        start = STARTS.search(text, position)
        if not start:
            return
        position = start.end()
        try:
            value, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            value, end = _single_quoted(text, position)
        if end - position >= LEAST_STATE:
            value = unpacked(value)
            if isinstance(value, (dict, list)):
                yield value
        position = max(end, position)


def _single_quoted(text: str, position: int) -> tuple[str, int]:
    """Return a script's text in single quotation marks and its end, ("", position) for none."""
    match = SINGLE_QUOTED.match(text, position)
    if not match:
        return "", position
    words = match[1].replace("\\'", "'").replace('"', '\\"').replace('\\\\"', '\\"')
    try:
        return str(json.loads(f'"{words}"', strict=False)), match.end()
    except ValueError:
        return "", match.end()
