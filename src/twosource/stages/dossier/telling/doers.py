"""Read from a clause who did something to whom, where both have names: "Una Holt sued Halden"."""

from __future__ import annotations

import re

from twosource.stages.dossier.telling.concepts import STOP, country_mark
from twosource.stages.dossier.telling.vocabulary import is_past, meaning_of
from twosource.text.calendar import weekday_of
from twosource.text.normalize import fold

Deed = tuple[str, str, str]
"""What was done, by whom and to whom."""

_RUN = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?: [A-ZÀ-Þ][\w’'&-]*)*|[^\W\d_]+")
_BE = frozenset("is are was were be been being".split())


def deeds_in(clause: str) -> frozenset[Deed]:
    """Return what a clause tells one name to have done to another, by the order of its words.

    "Holt was sued by Halden" tells what "Halden sued Holt" does. Names are known by the state they
    tell of ("Israeli", "Israel"), else by their words.
    """
    words = [found.group() for found in _RUN.finditer(clause)]
    names = {place: name for place, word in enumerate(words) if (name := _name(word))}
    found = set()
    for place, word in enumerate(words):
        if place in names or not is_past(fold(word)) or fold(word) in STOP:
            continue
        doer = next((names[each] for each in reversed(range(place)) if each in names), "")
        rest = range(place + 1, len(words))
        to = next((each for each in rest if each in names), None)
        if not doer or to is None or names[to] == doer:
            continue
        act, whom = meaning_of(fold(word))[0], names[to]
        if fold(words[place - 1]) not in _BE:
            found.add((act, doer, whom))
        elif fold(words[to - 1]) == "by" or fold(words[to - 2]) == "by":  # "by the Rovers"
            found.add((act, whom, doer))
    return frozenset(found)


def _name(words: str) -> str:
    """Return what a run of capitals names; "" for a common word, a day or the start of a clause."""
    parts = [each for each in words.split() if fold(each) not in STOP and weekday_of(each) < 0]
    if not parts or not parts[0][0].isupper():
        return ""
    return country_mark(parts[-1]) or fold(" ".join(parts))
