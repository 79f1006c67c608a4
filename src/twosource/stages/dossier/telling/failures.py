"""Read that a part of a machine failed: "lost power in both engines", "the engines stopped"."""

from __future__ import annotations

import re

from twosource.text.tabled import table, words_of

NEAR_WORDS = 5  # between the part and the word that it failed

_FAILED = words_of("words-en.toml", "failed")
_PARTS = table("sources-en.toml")["machine_parts"]  # whole words only
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_PARTS = re.compile(r"[.;:!?]")


def failed_parts(words: str) -> frozenset[str]:
    """Return which parts words tell to have failed, in whatever words; empty where none.

    Part and failure must stand within a few words of each other in one clause.
    """
    found = set()
    for clause in _SENTENCE_PARTS.split(words.lower()):
        forms = _WORD.findall(clause)
        failures = [place for place, form in enumerate(forms) if form in _FAILED]
        for place, form in enumerate(forms):
            part = _PART_OF.get(form)
            if part and any(abs(place - other) <= NEAR_WORDS for other in failures):
                found.add(part)
    return frozenset(found)
