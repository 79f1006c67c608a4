"""Know companies that are one house under two names: "Google parent Alphabet"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from twosource.stages.once import ARTICLES

# Houses that texts call now by one name and now by the other, without saying so.
KNOWN = {
    "alphabet": "google",
    "youtube": "google",
    "facebook": "meta",
    "instagram": "meta",
    "whatsapp": "meta",
    "amazon web services": "amazon",
    "ana": "all nippon airways",
}
_NAME = r"((?:[A-Z][\w&.-]*)(?: [A-Z&][\w&.-]*){0,3})"
_PARENT = re.compile(
    rf"{_NAME}(?:['’]s?)?,? (?:the )?(?:parent|owner|holding)(?: company| firm| group)?,? {_NAME}"
)
_UNIT = re.compile(
    rf"{_NAME}, (?:which is )?(?:a|an|the) (?:\w+ )?(?:unit|subsidiary|division|arm|part|brand) of "
    rf"(?:the )?{_NAME}|{_NAME}, (?:which is )?owned by (?:the )?{_NAME}"
)
_OVER = re.compile(
    rf"{_NAME}, (?:which owns|which is the parent of|the parent(?: company)? of|the owner of|"
    rf"owner of|parent(?: company)? of) (?:the )?{_NAME}"
)


def houses_in(texts: Iterable[str]) -> Mapping[str, str]:
    """Return for lower-case names of companies the name of the house that they belong to.

    The texts' own word for it goes before the table. What one house says under two names it
    says once: who counts it twice counts too high.
    """
    found = dict(KNOWN)
    for text in texts:
        found.update(_told_in(text))
    return found


@lru_cache(maxsize=ARTICLES)
def _told_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a text tells of houses: pairs of child and parent, in order of telling."""
    found = []
    for pattern, turned in ((_PARENT, False), (_UNIT, False), (_OVER, True)):
        for match in pattern.finditer(text):
            names = [name.lower().rstrip(".") for name in match.groups() if name]
            child, parent = reversed(names) if turned else names
            if child != parent:
                found.append((child, parent))
    return tuple(found)


def house_of(name: str, houses: Mapping[str, str]) -> str:
    """Return the house a company belongs to, through houses of houses; itself where none."""
    seen = {name}
    while name in houses and houses[name] not in seen:
        name = houses[name]
        seen.add(name)
    return name
