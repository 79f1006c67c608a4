"""Make what strangers wrote safe to show: control characters, text direction and addresses."""

from __future__ import annotations

import unicodedata
from functools import cache
from urllib.parse import quote, urlsplit

# Marks that force or embed a direction. One left open by a page would turn round the words of the
# dossier that follow it. The plain left-to-right and right-to-left marks cannot, and stay.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# What may stand in an address as it is; all else is percent-encoded, so that quotes, brackets and
# blanks can end neither an HTML attribute nor a Markdown link.
ADDRESS_MARKS = "%/:=&?~#+!$,;'@*-._"


def shown(words: str) -> str:
    """Return words as one line that can do nothing but be read: harmless, white space folded."""
    return " ".join(harmless(words).split())


def harmless(words: str) -> str:
    """Return words without control characters, which a terminal would obey, and turning marks.

    White space stays as it is. The JSON export keeps all characters.
    """
    if words.isprintable() and TURNING.isdisjoint(words):
        return words
    return "".join(filter(_may_be_shown, words))


@cache
def _may_be_shown(character: str) -> bool:
    if character.isspace():
        return True
    return character not in TURNING and unicodedata.category(character) not in ("Cc", "Cs")


def web_address(url: str) -> str | None:
    """Return an address that may be linked; None for what is not plain http or https.

    Records may carry any address: a `javascript:` one would run in the reader's browser.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # a bracket in the wrong place
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(url.strip().encode("utf-8", "replace"), safe=ADDRESS_MARKS)
