"""Bring words from a page into the one form the whole of Twosource reads."""

from __future__ import annotations

import re
import unicodedata

UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # soft hyphens and zero-width marks
NO_LETTER = re.compile(r"[\W_]+")
HALVES = re.compile("[\ud800-\udfff]")  # halves of characters, which JSON lets through


def one_line(text: str) -> str:
    """Return text in NFC on one line, without characters that no reader sees."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", HALVES.sub("\ufffd", text.translate(UNSEEN)))
    return " ".join(text.split())


def squeeze(text: str) -> str:
    """Return the letters and digits of a text, lower case, without anything between them."""
    return NO_LETTER.sub("", text).lower()
