"""Find the names that may mean the same: those with a word, its letters or initials in common."""

from __future__ import annotations

from functools import lru_cache

from twosource.stages.resolve.names import NAMES_HELD, Name
from twosource.stages.resolve.wordlists import BODY_WORDS, LINK_WORDS

PREFIX = 4  # letters; misspellings of a name nearly always keep its beginning or its end


@lru_cache(maxsize=NAMES_HELD)
def block(name: Name) -> tuple[str, ...]:
    """Return the keys of a name; names without a common key are never compared.

    Words, their first and last letters (for misspellings), the whole without blanks, the initials
    or the acronym, and the last two words ("UN Security Council"). Words that many bodies share
    ("ministry") are no keys alone.
    """
    keys = {f"={name.joined}"}
    for token in name.tokens:
        if token in LINK_WORDS or token in BODY_WORDS:
            continue
        keys.add(token)
        if len(token) > PREFIX:
            keys.add(f"{token[:PREFIX]}…")
            keys.add(f"…{token[-PREFIX:]}")
    if name.acronym:
        keys.add(f"#{name.acronym.upper()}")
    if len(name.tokens) > 1:
        keys.add("+" + " ".join(name.tokens[-2:]))
        keys.update(f"#{letters}" for letters in name.letters)
        keys.add("±" + " ".join(sorted(set(name.tokens) - LINK_WORDS)))
    return tuple(sorted(keys))
