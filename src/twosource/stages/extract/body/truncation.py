"""Tell whether a text breaks off before its end."""

from __future__ import annotations

import re

ENDED = re.compile(r"[.!?…。！？।॥؟۔:;][\"'”’»›)\]\s]*$|[\"”’»)\]]\s*$|[-–—]\s*30\s*[-–—]$")
LEFT_OPEN = re.compile(r"(?:…|\.\.\.|\[\s*(?:…|\.\.\.|&hellip;)\s*\])\s*$")
ADDRESS_AT_END = re.compile(r"(?:\S{1,60}@|https?://|www\.)\S{1,200}$")
LEAST = 25  # characters; shorter last lines are signatures


def breaks_off(text: str) -> bool:
    """Return whether a last paragraph stops in mid-sentence.

    A last line without a full stop counts only when it ends in a small letter or a comma: a
    signature, a list item or a score ends otherwise.
    """
    stripped = text.strip()
    if len(stripped) < LEAST or len(stripped.split()) < 4:
        return False
    if LEFT_OPEN.search(stripped):
        return True
    if ADDRESS_AT_END.search(stripped):
        return False
    return not ENDED.search(stripped) and (stripped[-1].islower() or stripped[-1] == ",")


def damaged(source: str) -> bool:
    """Return whether the page's source stops before its end: neither body nor html is closed.

    Short sources are fragments that never had an end.
    """
    tail = source[-4000:].lower()
    opened = "<html" in source[:3000].lower() or "<body" in source[:20_000].lower()
    return opened and "</html" not in tail and "</body" not in tail
