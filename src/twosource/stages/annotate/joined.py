"""Put together what is one name: a ship's with its letters, a body's with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.languages import Named

_VESSEL = re.compile(
    r"\b(?:MS|MV|M/V|HMS|USS|SS|RV|FV|MT|RMS|USNS|USCGC|HMCS|HMAS|INS|HNoMS)"
    r"(?: (?:of|the|[A-Z\u00c0-\u024f][\w’'-]+)){0,2} [A-Z\u00c0-\u024f][\w’'-]+"
)

# A stock index has its number in its name: "FTSE 100", "Russell 2000 index".
_INDEX = re.compile(
    r" (?:30|35|40|50|100|200|225|250|300|400|500|600|1000|2000|3000)\b(?![,.]?\d)(?! [a-z]+s\b)"
)


def with_number(text: str, names: Iterable[Named]) -> Iterator[Named]:
    """Yield the names, that of an index with the number behind it."""
    for name in names:
        words = text[name.start : name.end]
        one = name.kind in ("organization", "other") and " " not in words
        number = (
            _INDEX.match(text, name.end) if one or words.endswith(("Poor’s", "Poor's")) else None
        )
        yield Named(start=name.start, end=number.end() if number else name.end, kind=name.kind)


def joined(text: str, names: Sequence[Named]) -> list[Named]:
    """Return the names with those put together that are one body's: "Oslo | Pilots", "… of Spain".

    A body directly behind a place, and a body "of" a place, are the body of that place.
    """
    kept: list[Named] = []
    for name in names:
        before = kept[-1] if kept else None
        if before is not None and _are_one(text, before, name):
            kept[-1] = Named(start=before.start, end=name.end, kind="organization")
        else:
            kept.append(name)
    return kept


def _are_one(text: str, one: Named, other: Named) -> bool:
    between = text[one.end : other.start]
    if between == " ":
        group = other.kind in ("organization", "other") and " " not in text[other.start : other.end]
        return one.kind == "place" and group and text[other.end - 1] == "s"
    return between == " of " and one.kind == "organization" and other.kind == "place"


def vessels(text: str) -> Iterator[Named]:
    """Yield ships by the letters before their names: "MS Aurora", "HMS Prince of Wales"."""
    for match in _VESSEL.finditer(text):
        yield Named(start=match.start(), end=match.end(), kind="other")
