"""Tell from what an element says of itself what sort of place on the page it opens.

The names that pages give their boxes ("related-articles", "sharedaddy", "author-bio") are not
standardised but hardly vary: `page-boxes.toml` holds those that occur on many sites. A name is
looked up as whole words: "article-related-box" holds the word "related", "unrelated" does not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from twosource.stages.extract.reading import zones
from twosource.text.tabled import table

_ZONE_OF: dict[tuple[str, ...], int] = {}
for _zone, _names in table("page-boxes.toml").items():
    for _name in _names.split():
        _words = tuple(_name.split("-"))
        _ZONE_OF[_words] = _ZONE_OF.get(_words, 0) | getattr(zones, _zone)
MOST_WORDS = max(map(len, _ZONE_OF))
_FIRST_WORDS = frozenset(words[0] for words in _ZONE_OF)
_WORD = re.compile(r"[^\W_]+")
_CASE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

NAMING = ("class", "id", "itemprop", "data-testid", "data-component")
TABLE_PARTS = frozenset({"tbody", "thead", "tr", "td", "th"})  # their names speak of the data
LONGEST_NAMES = 1_000  # characters; zones of names are remembered from page to page
NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@lru_cache(maxsize=20_000)
def zones_of_names(names: str) -> int:
    """Return the zones that class and id names, parted by blanks, speak of; 0 for none."""
    found = 0
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(_CASE.sub("-", name))]
        for start, first in enumerate(words):
            if first in _FIRST_WORDS:
                for end in range(start + 1, min(start + MOST_WORDS, len(words)) + 1):
                    found |= _ZONE_OF.get(tuple(words[start:end]), 0)
    return found


def zones_of(element: Any, name: str) -> int:
    """Return the zones that an element's own name, names, role and style tell."""
    own = zones.TAG_ZONES.get(name, 0)
    attributes = element.attrib
    if not attributes:
        return own
    names = " ".join(attributes[each] for each in NAMING if each in attributes)[:LONGEST_NAMES]
    if names and name not in TABLE_PARTS:
        own |= zones_of_names(names)
        if name == "a":  # "rollover" on a link is what opens the box, not the box
            own &= ~zones.HIDDEN
    role = attributes.get("role")
    if role:
        own |= zones.ROLE_ZONES.get(role, 0)
    if "hidden" in attributes or NO_DISPLAY.search(attributes.get("style", "")):
        own |= zones.HIDDEN
    return own
