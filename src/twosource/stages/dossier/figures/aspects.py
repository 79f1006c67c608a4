"""Read by tables what a figure measures, and which of several sorts it is told of."""

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


Sort = tuple[str, str]  # a row of `contrasts-en.toml`, or of the kinds below, and one sort in it
Sorts = frozenset[Sort]

_PLACES = "places"
_WHO_WON = "who won"
_MONTHS = "Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec"
_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Tt]hroughout|[Aa]round|[Oo]ff)\s(?:the\s)?"
    rf"(?:[a-z]+\sof\s)?(?!(?:{_MONTHS}|{_DAYS}))(?P<name>[A-Z][\w’'-]+)"
)
_WITHIN = re.compile(
    r"\b(?:in|over|within|during|after)\s(?:the\s)?(?:first\s|last\s|past\s|only\s|just\s)?"
    r"(?P<time>(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|\d+)\s"
    r"(?:minute|hour|day|week|month|quarter|year|decade)s?)\b(?!\s(?:ago|earlier|later|before))",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\bso\sfar\s(?P<time>this\s(?:year|season|month|week|winter|summer))\b", re.I)
_EACH = re.compile(r"\b(?:each|every|per\s(?:head|person|household|family)|apiece)\b", re.I)
_RATE = re.compile(
    r"\s(?:an?|per|every|each)\s(?P<unit>hour|day|night|week|month|quarter|year|season)\b"
)

# "The Greens won 24 %, Labour 19 %": whose share; a bare name only behind another's.
_WINNER = re.compile(
    r"(?<![\w’'.-])(?!(?:He|She|It|They|We|I|You|Who|That|This|These|Both|All|Each|Nobody|None)\s)"
    r"(?:(?P<name>[A-Z][\w-]+)(?:\s[Pp]arty)?\s(?:had\s|has\s|have\s)?"
    r"(?:won|wins|took|takes|taken|got|received|polled|scored|secured)\s"
    r"|(?:(?<=\band\s)|(?<=[,;]\s))(?P<next>[A-Z][\w-]+)\s)"
    r"(?:about\s|some\s|around\s|nearly\s|almost\s|only\s|just\s)?$"
)


@lru_cache(maxsize=CLAUSES_HELD)
def sorts_told(ahead: str, behind: str, unit: str = "") -> Sorts:
    """Return the sorts that a clause tells of its figure, each with the row it is of.

    `ahead` and `behind` are the clause's words on either side of the figure, `unit` is its own
    ("EUR/hour" where it is told by the hour). Beside the rows of the table there are: where, in
    names; who won it; within which time; for each; by the day, month or year.
    """
    clause = f"{ahead} {behind}"
    told = {sort for found in _sort_cues().finditer(clause) for sort in _sorts_of(found[0])}
    told |= {(_PLACES, found["name"]) for found in _WHERE.finditer(clause)}
    winner = _WINNER.search(ahead) if unit == "percent" else None
    if winner:
        told.add((_WHO_WON, (winner["name"] or winner["next"]).removesuffix("s")))
    for pattern in (_WITHIN, _SO_FAR):
        told |= {("within", found["time"].lower()) for found in pattern.finditer(clause)}
    told |= {("for each", "each") for _ in _EACH.finditer(clause)}
    rate = _RATE.match(behind)
    by_the = rate["unit"] if rate else unit.partition("/")[2]
    return frozenset(told | ({("by the", by_the)} if by_the else set()))


def contrasted(one: Sorts, other: Sorts) -> bool:
    """Return whether two figures are told of two sorts of one row, neither of both."""
    rows = {row for row, _ in one} & {row for row, _ in other}
    return any(
        {sort for of, sort in one if of == row}.isdisjoint(sort for of, sort in other if of == row)
        for row in rows
    )


def told_of_one(one: Sorts, other: Sorts) -> bool:
    """Return whether one figure is told of a sort and the other is not: "on average".

    A place or a winner does not count: most sentences name one.
    """
    rows = {row for row, _ in one} ^ {row for row, _ in other}
    return any(not row.startswith((_PLACES, _WHO_WON)) for row in rows)


@cache
def _sort_cues() -> re.Pattern[str]:
    cues = sorted(_rows(), key=lambda cue: (-len(cue), cue))
    forms = (re.escape(cue).replace(r"\ ", r"\s") for cue in cues)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


def _sorts_of(words: str) -> tuple[Sort, ...]:
    return _rows()[" ".join(words.lower().split())]


@cache
def _rows() -> dict[str, tuple[Sort, ...]]:
    """Return for each cue of the table the rows it stands in, each with its sort."""
    found: dict[str, tuple[Sort, ...]] = {}
    for kind, rows in table("contrasts-en.toml").items():
        for row in rows:
            for sort in row.split("|"):
                cues = [" ".join(cue.split()).lower() for cue in sort.split(",")]
                for cue in cues:
                    found[cue] = (*found.get(cue, ()), (f"{kind}: {row}", cues[0]))
    return found
