"""Tell a capital that acts ("Beijing said") from the town of that name ("in Beijing")."""

from __future__ import annotations

import re

from twosource.languages import NameWords, Stretch

_WORD = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(
    r"(?P<possessive>['’]s)?[ \u00a0]+(?P<first>[\w-]+)(?:[ \u00a0]+(?P<second>[\w-]+))?"
)
_BEFORE = re.compile(r"([\w-]+)[ \u00a0]+([\w-]+)[ \u00a0]+$")
_WITHIN = frozenset(
    """in at near around outside inside across from into downtown central""".split()
)
_TOWARD = frozenset({"with", "between", "to", "against", "on", "by", "and", "for", "of"})
_HELPERS = frozenset(
    """has had will would may might could is was also have did does never repeatedly
    immediately""".split()
)


def acts(text: str, name: Stretch, words: NameWords) -> bool:
    """Return whether a capital or seat does, has or deals in what only a government does.

    "Moscow rejected", "Moscow's ambassador" and "ties with Moscow" act; "in Moscow" and "Moscow
    residents" do not. Where nothing tells, it is the place.
    """
    before = [word.lower() for word in _WORD.findall(text[max(0, name[0] - 40) : name[0]])][-3:]
    if before and before[-1] in _WITHIN:
        return False
    after = _AFTER.match(text, name[1])
    if after and _does(after, words):
        return True
    return bool(before) and before[-1] in _TOWARD and any(w in words.dealings for w in before[:-1])


def _does(after: re.Match[str], words: NameWords) -> bool:
    first, second = after["first"].lower(), (after["second"] or "").lower()
    if after["possessive"]:
        return first in words.held or second in words.held
    return first in words.acting - _HELPERS or (first in _HELPERS and second in words.acting)
