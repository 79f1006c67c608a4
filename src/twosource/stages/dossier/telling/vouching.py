"""Find who stands for the sentence before: "Police said so"; or denies it: "Hale denied this"."""

from __future__ import annotations

import re

from twosource.stages.dossier.telling.parties import Stretch

_SAYS_SO = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,60}?) (?:said|says|confirmed|announced|reported|wrote|stated) "
    r"(?:so|this|that much|as much|the same)\b"
)
_SAYS_NO = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,60}?) (?:has |have |had )?(?:flatly |firmly |strongly |later )?"
    r"(?:den(?:ied|ies|y)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|contest(?:s|ed)?) "
    r"(?:this|that(?=\s*(?:[.,;:]|$|(?:and|but|when|on|in|at)\b))|it|all of this|"
    r"the (?:claims?|allegations?|accusations?|reports?|account|"
    r"charges?|suggestion)|such (?:claims|reports|allegations))\b(?! (?:of|that)\b)"
)


def says_so(sentence: str) -> Stretch | None:
    """Return who in a sentence stands for what stood before it: "Police said so"; else None."""
    found = _SAYS_SO.match(sentence)
    return found.span("who") if found else None


def says_no(sentence: str) -> Stretch | None:
    """Return who in a sentence denies what stood before it: "Lindwerk denied this"; else None."""
    found = _SAYS_NO.match(sentence)
    return found.span("who") if found else None
