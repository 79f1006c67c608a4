"""Tell which length a figure gives: how long, how high, how deep, or how far away."""

from __future__ import annotations

import re

from twosource.model.identity import Span

_ASPECT_BEHIND = re.compile(
    r"[\s-](?:\w+\s)?(?P<aspect>long|length|wide|width|high|height|tall|deep|depth|thick|below|above"
    r"|from|off|away|out|north|south|east|west)\b"
)
_ASPECT_BEFORE = re.compile(
    r"\b(?P<aspect>length|width|height|depth|distance|altitude|magnitude)\sof\s(?:\w+\s){0,2}$"
)
_ONE_ASPECT = {
    "length": "long", "width": "wide", "height": "high", "tall": "high", "altitude": "high",
    "above": "high", "depth": "deep", "below": "deep", "distance": "away", "from": "away",
    "off": "away", "out": "away", "north": "away", "south": "away", "east": "away", "west": "away",
}  # fmt: skip


def aspect_of(text: str, sentence: Span, figure: Span) -> str:
    """Return which length a figure gives: "long", "wide", "high", "deep", "away", "" if untold."""
    found = _ASPECT_BEHIND.match(text, figure.end, sentence.end) or _ASPECT_BEFORE.search(
        text, sentence.start, figure.start
    )
    return _ONE_ASPECT.get(found["aspect"], found["aspect"]) if found else ""
