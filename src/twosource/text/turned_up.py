"""Read over "missing" where the same clause tells that those who were missing have turned up."""

from __future__ import annotations

import re

# "The two reported missing on Monday had been found"; not "are missing after a boat was found", nor
# "none of the missing was found", "the missing have not been found", "hope they will be found".
_TURNED_UP = re.compile(
    r"(?P<nobody>\b(?:no|none|neither|nobody|hardly)\b[^,;:.]*?)?\bmissing\b"
    r"(?=(?:(?!\b(?:and|but|while|after|when|where|because|as|that|who|which|not|never|be)\b|n['’]t\b)"
    r"[^,;:.])*"
    r"\b(?:(?:was|were|been) (?:(?!not\b|never\b)\w+ ){0,2}?"
    r"(?:found|located|traced|rescued|accounted for)"
    r"|turned up|found (?:safe|alive|dead|un\w+|well|drowned))\b)",
    re.IGNORECASE,
)


def without_found(words: str) -> str:
    """Return words with a blank for every "missing" that no longer holds, each letter in place."""
    return _TURNED_UP.sub(lambda found: found[0] if found["nobody"] else " " * len(found[0]), words)
