"""Read which of several sorts a figure is told of, so that boys and girls are no contradiction."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from twosource.text.tabled import table

Sort = tuple[str, str]  # a row of `contrasts-en.toml`, or of the kinds below, and one sort in it
Sorts = frozenset[Sort]

CLAUSES_HELD = 20_000  # reprints have the same ones
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
    told = {sort for found in _cues().finditer(clause) for sort in _sorts_of(found[0])}
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
def _cues() -> re.Pattern[str]:
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
