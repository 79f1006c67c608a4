"""Bring words from a page into the one form the whole of Twosource reads."""

from __future__ import annotations

import unicodedata

UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # soft hyphens and zero-width marks
SPACES = {0xA0: " ", 0x202F: " ", 0x2009: " "}


def one_line(text: str) -> str:
    """Return text in NFC on one line, without characters that no reader sees."""
    return " ".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())
