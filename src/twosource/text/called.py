"""Tell what is said of somebody beside the name: the title, the epithet, the apposition."""

from __future__ import annotations

import re

from twosource.text.normalize import plain_letters

# House style and grammar: they tell nothing of whom they stand beside.
_NOTHING_TOLD = frozenset(
    """a an the its his her their our who is was are and of mr mrs ms miss mx messrs dr aged
    inc corp co ltd plc ag sa gmbh""".split()
)
_WORD = re.compile(r"[^\W_]+")
_AGE = re.compile(r"\b\d+(?:-year-old)?\b(?!-)")
_POSSESSIVE = re.compile(r"['’]s?\b")
_STOPS = re.compile(r"(?<=\b[A-Za-z])\.")  # "U.S.", "J."


def told_beside(words: str, name: str) -> frozenset[str]:
    """Return the words beside a name that tell something: {"energy", "minister"} for a minister.

    Courtesies, articles, ages and the words of the name itself tell nothing, so that "Energy
    Minister Aasland" and "Tordis Aasland, 54, the energy minister" are called alike. Spelling is
    folded; the answer is empty for a bare name.
    """
    return name_words(_AGE.sub("", words)) - name_words(name)


def name_words(words: str) -> frozenset[str]:
    """Return the words of a name in the form in which names are held to each other."""
    bare = _STOPS.sub("", _POSSESSIVE.sub("", words)).casefold()
    return frozenset(_WORD.findall(plain_letters(bare))) - _NOTHING_TOLD
