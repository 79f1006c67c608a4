"""Part what a sentence tells from what it only recalls: "resigned after the crash that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

LEAST_BEFORE = 4  # words: fewer tell nothing by themselves
_RECALLS = re.compile(
    r",?(?: (?:about |some |just |only )?[\w-]+ (?:minutes?|hours?|days?|weeks?|months?|years?))?"
    r"(?: just| shortly| soon)? (?:after|since|following|over) "
    r"(?:the|an?|its|his|her|their|last|this) "
    r"[^,;:]*?\b(?:that|which|who|when|where|killing|injuring)\b"
)


def before_background(sentence: str, figures: Sequence[int]) -> int:
    """Return where what a sentence tells besides its figures ends, an offset; 0 where all is told.

    "The minister resigned | hours after the collision that killed five" tells of a resignation,
    though its figure is of the collision. Without figures all of the sentence is a happening.
    """
    if not figures:
        return len(sentence)
    found = _RECALLS.search(sentence)
    if found is None or len(sentence[: found.start()].split()) < LEAST_BEFORE:
        return 0
    return found.start() if min(figures) >= found.end() else 0
