"""Put the regular endings of English on a word: "carry", "carries", "carried", "carrying"."""

from __future__ import annotations

import re

_CLOSED = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$")  # one short syllable: "stop", "cut"


def with_s(word: str) -> str:
    """Return a verb's third person, or a noun's plural."""
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def past_and_ing(word: str) -> tuple[str, str]:
    """Return the regular past and the -ing of a verb: "halt", "halted", "halting"."""
    if word.endswith("e"):
        return word + "d", (word if word.endswith("ee") else word[:-1]) + "ing"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied", word + "ing"
    doubled = word + word[-1] if _CLOSED.fullmatch(word) else word
    return doubled + "ed", doubled + "ing"
