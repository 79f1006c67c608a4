"""Tell a country from a town or a person that has its name: "Lebanon, Ohio", "Israel Vik"."""

from __future__ import annotations

import re
from typing import Literal

from twosource.languages import Named, NameWords
from twosource.places import country_of

# A state stands between commas: what "and" follows is one of a list.
_BEHIND = re.compile(r", (?P<state>[A-Z][\w.]*(?: [A-Z]\w+)?)(?=[,.;:)\n]|$)")
_SURNAME = re.compile(r" (?P<word>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?!['’])")


def namesake(text: str, name: Named, words: NameWords) -> Literal["person", "place"] | None:
    """Return what a country's name is here instead of the country, None where it is that."""
    if country_of(text[name.start : name.end]) is None:
        return None
    behind = _BEHIND.match(text, name.end)
    if behind and {behind["state"], behind["state"].rstrip(".")} & words.states:
        return "place"
    after = _SURNAME.match(text, name.end)
    if after is None:
        return None
    if after["word"] in words.places:
        return "place"
    is_name = after["word"].lower() not in words.ordinary and after["word"] not in words.bodies
    named = text[name.start : name.end] in words.first_names
    return "person" if named and is_name and country_of(after["word"]) is None else None
