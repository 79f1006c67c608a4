"""Find the one object that is the page's own article in the data of its scripts, never run."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from twosource.stages.extract.body.witness import MARKUP
from twosource.stages.extract.reading.words import squeeze

STARTS = re.compile(r"=\s{0,5}(?=[{\[])|JSON\.parse\(\s{0,5}(?=[\"'])")
UNDEFINED = re.compile(r"(?<=[:\[,])\s{0,2}undefined(?=\s{0,2}[,}\]])")
SINGLE_QUOTED = re.compile(r"'((?:[^'\\]++|\\.)*+)'", re.S)
MOST_STARTS = 200  # assignments of one script that are tried; states stand among the first
LEAST_STATE = 300  # characters; an article's text is longer
NESTED_TEXT = re.compile(r"\s*[{\[]")
DEEPEST_TEXT = 3  # texts of JSON inside texts of JSON

MOST_OF_IT = 0.6  # of the text of the largest object with the page's headline; the rest is teasers
DEEPEST = 40  # nesting; states are shallower, and nothing an enemy writes overruns the stack
LARGEST_REFERENCE = 4  # fields of an object that only refers to another one
MOST_FIELDS = 100  # of an object among which its headline stands
LONGEST_TITLE = 500  # characters
LEAST_SENTENCE = 40  # characters; a shorter text is a label, a title or a name
LEAST_WORDS = 4
DENSE_SCRIPT = "\u2e80"  # from here on scripts part their words by no blanks


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


class StoryFinder:
    """Looks through one state; a class since references point back to the state's top."""

    def __init__(self, state: Any, titles: Collection[str]) -> None:
        self.top = state if isinstance(state, dict) else {}
        self.titles = titles
        self.referred: dict[str, int] = {}  # letters of prose of what was referred to, by its key
        self.found: list[tuple[int, int, Any]] = []  # letters of prose, depth, object

    def key_of(self, value: Any) -> str | None:
        """Return the key of what a value refers to: caches keep each object once, at the top."""
        if not isinstance(value, dict) or len(value) > LARGEST_REFERENCE:
            return None
        key = value.get("__ref") or (value.get("id") if value.get("type") == "id" else None)
        return key if isinstance(key, str) and key in self.top else None

    def of_reference(self, value: Any) -> Any:
        """Return what a value refers to, itself where it refers to nothing."""
        key = self.key_of(value)
        return value if key is None else self.top[key]

    def look(self, value: Any, depth: int = 0) -> int:
        """Return the letters of prose in a value, and note the objects with the page's title."""
        if depth > DEEPEST:
            return 0
        key = self.key_of(value)
        if key is not None:
            if key not in self.referred:
                self.referred[key] = 0  # so that a circle comes to an end
                self.referred[key] = self.look(self.top[key], depth + 1)
            return self.referred[key]
        value = unpacked(value)
        if isinstance(value, str):
            return _prose(value)
        if isinstance(value, list):
            return sum(self.look(each, depth + 1) for each in value)
        if not isinstance(value, dict):
            return 0
        letters = sum(self.look(each, depth + 1) for each in value.values())
        if letters and self._is_titled(value):
            self.found.append((letters, depth, value))
        return letters

    def _is_titled(self, value: Mapping[str, Any]) -> bool:
        """Return whether an object, or one it holds, says the page's headline."""
        return self._says(value) or any(
            isinstance(each, dict) and self._says(each)
            for each in map(self.of_reference, islice(value.values(), MOST_FIELDS))
        )

    def _says(self, value: Mapping[str, Any]) -> bool:
        return any(
            isinstance(words, str) and len(words) < LONGEST_TITLE and squeeze(words) in self.titles
            for words in islice(value.values(), MOST_FIELDS)
        )

    def story(self) -> tuple[Any, int]:
        """Return the innermost object that has the title and most of the text, and its letters.

        (None, 0) where none has it. The top of a cache holds all objects twice, so it is none.
        """
        found = [each for each in self.found if not (self.referred and each[2] is self.top)]
        most = max((letters for letters, _, _ in found), default=0)
        inner = [each for each in found if each[0] >= MOST_OF_IT * most]
        letters, _, value = max(inner, key=lambda each: (each[1], each[0]), default=(0, 0, None))
        return value, letters


def _prose(text: str) -> int:
    """Return the letters of a text that is a sentence or more; 0 of an address or a label."""
    told = text.count(" ") >= LEAST_WORDS - 1 or text[len(text) // 2 :][:1] > DENSE_SCRIPT
    return len(squeeze(MARKUP.sub(" ", text))) if told and len(text) >= LEAST_SENTENCE else 0
