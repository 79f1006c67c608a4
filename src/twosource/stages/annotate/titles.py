"""Find the title that stands beside a person's name: "Foreign Minister", "Mr.", "a spokesman"."""

from __future__ import annotations

import re

from twosource.languages import NameWords, Stretch

MOST_BEFORE = 7  # words of a title before the name
MOST_AFTER = 10  # words of an apposition after it

_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(\"“‘'’—–-]))([\w.'’/-]+)[ \u00a0]$")
_OFFICE = re.compile(r"(?P<role>[\w'’-]+) of (?:the )?(?:[A-Z][\w'’-]*[ \u00a0]){1,4}$")
_APPOSITION = re.compile(
    r",\s+(?:(?:the|a|an|its|his|her|their|who is|who was)\s+)?([^,.;:!?()\n\"“”]+)"
)

_NO_APPOSITION = frozenset("who and but which said in at on then later also never".split())
# "A harbour pilot | from Oban"; behind it stands whose or where he is, and no role of his.
_PREPOSITION = re.compile(r" (?:for|to|from|in|at|on|with|against|by|about|as|during|after) ")
_FINITE = re.compile(r"\b(?:had|has|have|will|would|could|did|does|is|was|were|said|says|told)\b")


def title_of(text: str, name: Stretch, words: NameWords) -> Stretch | None:
    """Return the title before a person's name, else the role told after a comma; None without.

    "Norwegian Foreign Minister Anna Berg" has the three words before the name; "Anna Berg, the
    harbour master of Oslo, said" has "harbour master of Oslo".
    """
    return (
        _before(text, name[0], words)
        or _office_before(text, name[0], words)
        or _after(text, name[1], words)
    )


def _before(text: str, start: int, words: NameWords) -> Stretch | None:
    """Walk left from the name: its last word must be a role or an honorific."""
    at, left = start, start
    for count in range(MOST_BEFORE):
        found = _WORD_BEFORE.search(text, max(0, at - 40), at)
        if not found:
            break
        word = found[1]
        if count == 0 and not (word in words.honorifics or _is_role(word, words)):
            return None
        if not _belongs(word, words):
            break
        at = left = found.start(1)
    end = start
    while end > left and text[end - 1].isspace():
        end -= 1
    return (left, end) if left < end else None


def _office_before(text: str, start: int, words: NameWords) -> Stretch | None:
    """Return a title that names its office: "Secretary of State", "head of the Harbour Office"."""
    found = _OFFICE.search(text, max(0, start - 80), start)
    if not found or not _is_role(found["role"], words):
        return None
    more = _before(text, found.end("role") + 1, words)
    return (more or found.span("role"))[0], start - 1


def _is_role(word: str, words: NameWords) -> bool:
    return word.lower().rstrip(",") in words.roles


def _belongs(word: str, words: NameWords) -> bool:
    if word in words.honorifics or _is_role(word, words) or word.lower() in words.role_parts:
        return True
    if word in words.no_names or word.lower() in words.starters:
        return False
    return word[0].isupper() and not word.endswith((".", ","))


def _after(text: str, end: int, words: NameWords) -> Stretch | None:
    found = _APPOSITION.match(text, end)
    if not found:
        return None
    role = found[1].split()
    head = _PREPOSITION.split(found[1], maxsplit=1)[0].split()
    if len(role) > MOST_AFTER or not any(_is_role(word, words) for word in head):
        return None
    if role[0].lower() in _NO_APPOSITION or _FINITE.search(found[1]):
        return None
    return found.start(1), found.end(1) - (len(found[1]) - len(found[1].rstrip()))
