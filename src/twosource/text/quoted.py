"""Find what stands between quotation marks, without asking who says it."""

from __future__ import annotations

import re

LEAST_QUOTED_WORDS = 4  # shorter ones are titles and scare quotes, and belong to the narrator
OPEN_TO_CLOSE = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "「": "」"}
# Alternatives of plain letters are found in half the time of a set of letters.
MARK = re.compile("``|''|“|”|„|«|»|\"|「|」|\n")


def quoted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches between double quotation marks, marks included, in reading order.

    A quotation that its paragraph does not close ends with the paragraph: news style opens every
    paragraph of a long quotation and closes only the last. Quotations under four words are left
    out.
    """
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for mark in MARK.finditer(text):
        sign = mark.group()
        if opened is None:
            if sign in OPEN_TO_CLOSE:
                opened = mark.start(), OPEN_TO_CLOSE[sign]
        elif sign == "\n" or sign in opened[1]:
            found.append((opened[0], mark.end() if sign != "\n" else mark.start()))
            opened = None
    if opened is not None:
        found.append((opened[0], len(text)))
    return tuple(
        (start, end) for start, end in found if len(text[start:end].split()) >= LEAST_QUOTED_WORDS
    )
