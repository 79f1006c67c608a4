"""Tell what a figure measures: the turnout, the area burnt, how deep the lake is, what was paid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.model.identity import Span
from twosource.stages.dossier.figures.outcomes import PERSON
from twosource.text.tabled import table
from twosource.text.units import is_currency

CLAUSES_HELD = 20_000  # reprints have the same ones
PEOPLE = "people"
JOBS = frozenset({"job", "post", "position", "role"})
_LONG = frozenset({"month", "quarter", "year", "decade", "century"})
# Nearly any sum and many shares are told with these words; beside them any other aspect may stand.
LOOSE = frozenset({"price", "approval"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    """The words that tell the aspects of one kind of unit."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]  # of the aspect of each group


@lru_cache(maxsize=CLAUSES_HELD)
def aspect_of(clause: str, figure: Span, measured: str, unit: str | None, base: str) -> str:
    """Return what a figure of a clause measures, by name of `aspects-en.toml`, "" if untold.

    `measured` is what annotate says it measures, `base` the base unit of its own, "" for what is
    counted. A noun that names what is measured goes before the other words of the clause, of which
    the nearest tells it; of things counted, what is done with them goes before.
    """
    if base == "m" and (length := _length_told(clause, figure)):
        return length
    kind = _kind(unit, base)
    cues = _cues(kind)
    if cues is None:
        return ""
    named, told = _last(cues, measured), _nearest(cues, clause, figure)
    return named or told if base else told or named


_LENGTH_BEHIND = re.compile(
    r"[\s-](?:or\sso\s|\w+\s)?(?P<length>long|length|wide|width|high|height|tall|deep|depth|thick|below|above"
    r"|from|off|away|out|north|south|east|west)\b"
)
_LENGTH_BEFORE = re.compile(
    r"\b(?P<length>length|width|height|depth|distance|altitude|magnitude)\sof\s(?:\w+\s){0,4}$"
)
_ONE_LENGTH = {
    word: length
    for length, words in (
        ("length", "long"),
        ("width", "wide"),
        ("height", "high tall altitude above"),
        ("depth", "deep below"),
        ("distance", "from off away out north south east west"),
    )
    for word in words.split()
}


def _length_told(clause: str, figure: Span) -> str:
    """Return which length a figure gives: "length", "width", "height", "depth" or "distance"."""
    found = _LENGTH_BEHIND.match(clause, figure.end) or _LENGTH_BEFORE.search(
        clause, 0, figure.start
    )
    return _ONE_LENGTH.get(found["length"], found["length"]) if found else ""


def _kind(unit: str | None, base: str) -> str:
    if unit == PERSON:
        return PEOPLE
    if unit is None:
        return PEOPLE  # "90,000 had joined the march" names nobody
    if not base:
        return "job" if unit in JOBS else unit
    if unit in _LONG:
        return "months"
    if is_currency(base):
        return "money"
    return "percent" if base in ("percent", "percentage point") else base


@cache
def _cues(kind: str) -> _Cues | None:
    rows = table("aspects-en.toml").get(kind)
    if rows is None:
        return None
    cues = sorted(
        ((" ".join(cue.split()), name) for name, words in rows.items() for cue in words.split(",")),
        key=lambda each: (-len(each[0]), each),
    )
    forms = (re.escape(cue).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]") for cue, _ in cues)
    pattern = "|".join(f"({form})" for form in forms)
    return _Cues(
        pattern=re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE),
        names=tuple(name for _, name in cues),
    )


def _last(cues: _Cues, words: str) -> str:
    found = ""
    for each in cues.pattern.finditer(words):
        found = cues.names[(each.lastindex or 1) - 1]
    return found


def _nearest(cues: _Cues, clause: str, figure: Span) -> str:
    """Return the aspect whose cue stands nearest to the figure, outside of it."""
    best: tuple[int, str] | None = None
    for each in cues.pattern.finditer(clause):
        before = each.end() <= figure.start
        apart = figure.start - each.end() if before else each.start() - figure.end
        if apart >= 0 and (best is None or apart < best[0]):
            best = apart, cues.names[(each.lastindex or 1) - 1]
    return best[1] if best else ""
