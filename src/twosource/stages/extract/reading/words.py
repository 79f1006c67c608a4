"""Bring words from a page into the one form the whole of Twosource reads."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphens and zero-width marks; what turns the direction of all that follows; and what a
# terminal obeys instead of showing it, which entities and JSON bring in.
UNSEEN = re.compile(
    "[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
NO_LETTER = re.compile(r"[\W_]+")
HALVES = re.compile("[\ud800-\udfff]")  # halves of characters, which JSON lets through


def one_line(text: str) -> str:
    """Return text in NFC on one line, without characters that no reader sees."""
    text = UNSEEN.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", HALVES.sub("\ufffd", text))
    return " ".join(text.split())


def squeeze(text: str) -> str:
    """Return the letters and digits of a text, lower case, without anything between them."""
    return NO_LETTER.sub("", text).lower()
