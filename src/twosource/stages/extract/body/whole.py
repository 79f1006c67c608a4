"""Tell whether all of a text is there: whether it breaks off, or goes on behind a wall."""

from __future__ import annotations

import re

from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen

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


def is_walled(metadata: Metadata, chosen: Chosen, body_words: int) -> bool:
    """Return whether the rest of the text stands behind a wall.

    The page says that it is not free and either asks to subscribe near the end of the body, or
    shows far fewer words than it counts itself.
    """
    if not is_sold(metadata):
        return False
    counted = metadata.said("wordCount") or str(metadata.told("wordCount"))
    if counted.isdigit() and body_words < 0.6 * int(counted):
        return True
    end = chosen.body[-1] if chosen.body else 0
    reading = chosen.reading
    near = reading.lines[max(0, end - 2) : end + 12]
    return any(reading.zone_of(line) & zones.WALL and len(line.text) > 20 for line in near)


def is_sold(metadata: Metadata) -> bool:
    """Return whether the page says of itself that it is not free."""
    return str(metadata.told("isAccessibleForFree")).lower() in ("false", "no", "0")
