"""Draw a picture that stands in a page's data: its caption, and who made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from twosource.stages.extract.body.witness import MARKUP
from twosource.stages.extract.script.elements import put

PICTURE = re.compile(r"image|photo|picture|video|gallery|media|figure", re.I)
CREDIT = re.compile(r"credit|photographer|source|copyright|byline|author", re.I)
CAPTIONS = ("caption", "description", "title")
NAMING = ("by", "name", "text")  # the people stand under the first, before their agencies
LONGEST_NAME = 160  # characters
MOST_LOOKED_AT = 60  # values of one picture's credits; references may run in circles


def is_picture(value: Mapping[str, Any], kind: str) -> bool:
    """Return whether an object of this kind is a picture or a film."""
    return "caption" in value or (" " not in kind and PICTURE.search(kind) is not None)


def draw_picture(
    value: Mapping[str, Any], box: etree._Element, resolved: Callable[[Any], Any]
) -> None:
    """Draw a picture's caption and makers into a box; `resolved` follows references."""
    figure = put(box, "figure")
    caption = next((value[key] for key in CAPTIONS if value.get(key)), "")
    if isinstance(caption, str) and " " in caption:
        put(figure, "figcaption", MARKUP.sub("", caption))
    credits = (value[key] for key in value if CREDIT.search(key))
    names = dict.fromkeys(_names_in(credits, resolved))
    if names:
        put(figure, "p", "/".join(names)).set("class", "photo-credit")


def _names_in(credits: Iterable[Any], resolved: Callable[[Any], Any]) -> Iterator[str]:
    """Yield the names in credits of any shape, the people before their agencies."""
    left = list(credits)
    for _ in range(MOST_LOOKED_AT):
        if not left:
            return
        value = resolved(left.pop(0))
        if isinstance(value, str) and 0 < len(value) < LONGEST_NAME:
            yield value
        elif isinstance(value, list):
            left[:0] = value[:MOST_LOOKED_AT]
        elif isinstance(value, dict):
            left[:0] = _naming(value)


def _naming(value: Mapping[str, Any]) -> list[Any]:
    first = [value[key] for key in NAMING if key in value]
    others = [value[key] for key in value if key not in NAMING]
    return [*first, *(each for each in others if isinstance(each, (list, dict)))]
