"""Read which numbers a report gives as parts of others: "12 dead, including 10 Americans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.model.annotated import Annotated, Figure
from twosource.model.identity import Span
from twosource.stages.dossier.figures.outcomes import NUMBER_WORD

_THE_PART_FOLLOWS = re.compile(
    r"[^.;]{0,40}?[,(–—\s](?:including|among\sthem|amongst\sthem|of\swhom|of\swhich|of\sthem"
    r"|all\sbut|among\sthose)\s[^.;\d]{0,25}"
)
_THE_WHOLE_FOLLOWS = re.compile(
    r"[^.;,]{0,10}?\b(?:among(?:st)?|out\sof|of)\s(?:the\s|its\s|their\s|all\s|more\sthan\s|over\s"
    r"|at\sleast\s|nearly\s|about\s|some\s)*"
)
_OF_SEVERAL = re.compile(
    r"\bof\s(?:the|them|these|those|its|their|his|her|whom|which|our)\b", re.IGNORECASE
)
_ALL_ON_BOARD = re.compile(
    r"\s(?:[\w’'-]+[’']s\s)?(?:\w+\s)?(?:crew|passengers|residents|people|guests|miners|workers)\b"
)
_BARE = re.compile(rf"(?:\d|\b(?:{NUMBER_WORD.pattern}))$", re.IGNORECASE)
_ALL_BEFORE = re.compile(r"\b(?:all|all\sof\sthe|every\sone\sof\sthe)\s$", re.IGNORECASE)
BEHIND = 5  # characters: " of the" begins right behind the number


def parts_told(annotated: Annotated, figures: Sequence[Figure]) -> Iterator[tuple[float, float]]:
    """Yield the counts of an article that it tells as part and whole: (10, 12).

    Only neighbours of one part of the page, the smaller of them the part.
    """
    for one, other in pairwise(figures):
        if one.span.part != other.span.part:
            continue
        between = annotated.article.part_text(one.span.part)[one.span.end : other.span.start]
        if one.value > other.value and _THE_PART_FOLLOWS.fullmatch(between):
            yield other.value, one.value
        elif one.value < other.value and _THE_WHOLE_FOLLOWS.fullmatch(between):
            yield one.value, other.value


def is_of_several(text: str, sentence: Span, figure: Span, outcome: str) -> bool:
    """Return whether a count is of some of those that a text names: "nine of the dead".

    Of a crew of which six are missing, all the missing are counted.
    """
    if _ALL_BEFORE.search(text, sentence.start, figure.start):
        return False
    found = _OF_SEVERAL.search(text, figure.start, sentence.end)
    if found is None or found.start() > figure.end + BEHIND:
        return False
    if found.start() >= figure.end and not _BARE.search(text, figure.start, figure.end):
        return False  # "residents of the valley" are all of them
    return not (outcome and _ALL_ON_BOARD.match(text, found.end(), sentence.end))
