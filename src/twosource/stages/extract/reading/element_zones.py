"""Tell which zones of a page an element belongs to, by what the element says of itself."""

from __future__ import annotations

import re
from typing import Any

from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.box_names import zones_of_names

NAMING = ("class", "id", "itemprop", "data-testid", "data-component")
TABLE_PARTS = frozenset({"tbody", "thead", "tr", "td", "th"})  # their names speak of the data
LONGEST_NAMES = 1_000  # characters; zones of names are remembered from page to page
NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


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
