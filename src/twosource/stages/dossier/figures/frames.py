"""Read of which year, place, part or stage a figure is told, so that two can both be right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from twosource.places import demonym_of
from twosource.stages.dossier.figures.outcomes import NUMBER_WORD
from twosource.text.tabled import words_of

CLAUSES_HELD = 20_000  # reprints have the same ones
DAY_LENGTH = len("2026-03-03")
PERIOD_LENGTH = len("2026-03")  # an ISO time as coarse as this is a period, not a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a figure is of, as far as its clause says it; "" and empty where it does not."""

    when: str  # ISO year, month or day
    period: str  # "first quarter", "half", "year"
    against: str  # of a rise or fall: "month" or "year" before
    since: str  # what it is counted from
    side: str  # "before" or "after" some turn
    reach: str  # "local", "region", "country", "world"
    part: frozenset[str]  # what cuts it down: "domestic", "net", "women", "among"
    planned: bool  # what was once planned, not what came of it
    people: str  # whose citizens are counted, by country: "two Kyrgyz guards"


_CLAUSE = re.compile(r"[;:—]|\s(?:while|whereas|but|compared\swith|compared\sto|up\sfrom)\s")
_PERIOD = re.compile(
    r"\b(?<!\ba\s)(?:(?P<which>first|second|third|fourth|last)[\s-](?P<length>quarter|half|six\smonths"
    r"|nine\smonths|week|weekend|month|day)"
    r"|(?:past|last|first|his|her|their)\s(?P<count>\w+)\s(?:seasons?|years|months|games|weeks|days)"
    r"|(?:this|last)\s(?P<these>season|year|month|week|decade)[’']s"
    r"|(?:whole|entire)\s(?:of\s)?(?:the\s)?(?P<all>day|week|month|season|decade|festival|tournament|summer|winter)"
    r"|(?:over|for|in)\sthe\s(?P<over>year|month|quarter|week|decade)\b(?!\s(?:to|before|ago))"
    r"|(?:the|a)\s(?P<plain>quarter|half-year|half\syear|six\smonths|nine\smonths)"
    r"|(?P<whole>(?:whole|full)[\s-](?:of\s(?:last|this)\s)?year|whole\sof\slast\syear))\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:from|than|on|over|to)\s(?:in\s)?(?:the|a|an?\s?)?\s?(?:(?P<one>month|year|quarter|week)"
    r"\s(?:before|earlier|ago)|(?:previous|same)\s(?P<two>month|year|quarter|week))\b"
    r"|\b(?P<three>month|year)[\s-](?:on|over)[\s-](?:month|year)\b"
    r"|\b(?P<four>monthly|annual|yearly)\s(?:rise|increase|rate|inflation|growth)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s(?:the\s)?(?P<what>[\w-]+)", re.IGNORECASE)
# "The worst since 2008, when", "the 2008 flood killed" tell of that year; "the worst since 2008",
# "the 1960 tower" and "a crowd of 2000" tell of today
_DID = r",?\s(?:(?:which|that)\s)?(?:killed|injured|claimed|cost|destroyed)\b"
_YEAR = re.compile(
    r"\b(?:in|since(?=\s\d{4},?\swhen\b)"
    rf"|(?:the|an?)(?=\s\d{{4}}\s\w+{_DID})|(?:the|an?)\s\w+\sof(?=\s\d{{4}}{_DID}))"
    r"\s(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# "9,000 Dutch travellers"; "two Kyrgyz guards were killed and five hurt" counts Kyrgyz twice; but
# neither "in 2026 Russian officials" nor "on March 3 Russian officials" counts anybody
_PEOPLE = re.compile(
    r"(?:(?:^|\b[a-z]\S*\s|[^\w\s]\s?)(?!(?:19|20)\d\d\s)\d[\d,.]*"
    rf"|\b(?:{NUMBER_WORD.pattern}))\s(?P<people>[A-Z][\w.]+)"
)
_SIDE = re.compile(
    r"(?:^|,\s)(?P<side>before|after)\s(?:the\s)?(?!(?:that|this|all|noon|midnight|dawn)\b)[a-z]+",
    re.IGNORECASE,
)
_REACH = {
    "world": re.compile(
        r"\b(?:world-?wide|global(?:ly)?|(?:in|across|around)\sthe\sworld)\b", re.I
    ),
    "country": re.compile(
        r"\b(?:nation-?wide|country-?wide|(?:in|across|throughout)\sthe\s(?:whole\s|entire\s)?"
        r"(?:country|nation))\b",
        re.I,
    ),
    "region": re.compile(
        r"\b(?:in|across|throughout|around)\s(?:the\s)?(?:whole\s|entire\s|wider\s|greater\s)?"
        r"(?:of\s(?:the\s)?)?(?:[A-Z][\w-]+\s)?"
        r"(?:region|province|state|county|area|north|south|east|west)\b",
        re.I,
    ),
    "local": re.compile(
        r"\bin\s(?:the\s(?:whole\s|entire\s)?)?(?:town|city|village|capital|district|suburb|quarter)\b",
        re.I,
    ),
}
_PART = re.compile(
    r"(?:^(?:women|men|girls|boys|children|adults|students|pensioners)\b)"
    r"|\b(?P<part>among\s(?=\w+\s(?:under|over|aged|with|from)|women|men|children|girls|boys)"
    r"|(?:'s|’s|its|their|whose)\sshare\sof|(?:before|after|pre-?)\s?tax"
    r"|an?\s(?:different|earlier|previous)|(?:the|its)\slast\s\w+\sto|earlier\sthis\s(?:month|year)"
    r"|(?:first|second|third|final)\s(?:instalment|installment|tranche|phase|stage|payment|dose)"
    r"|(?:last|previous|coming|next)\s(?:winter|summer|spring|autumn|season|term)"
    r"|(?:under|by)\sthe\s(?:old|new|previous|former)\s[a-z]+"
    r"|directly|fully|(?<!home\sand\s)abroad|overseas|(?:men|women|boys|girls|juniors?)[’']s"
    r"|(?:(?<=people\s)|(?<=women\s)|(?<=adults\s)|(?<=voters\s))(?:aged\s)?(?:over|under|above|below)\s(?=\d\d\b)"
    r"|(?:services?|suppliers?|interest|taxes)\s(?:included|excluded)"
    r"|(?:with|including|excluding|without|not\scounting)\s(?:its\s|the\s)?"
    r"(?:suppliers?|services?|interest|taxes|subsidiaries|pensions|bonuses|imports|exports|children)|(?:goods|services)\strade"
    r"|trade\sin\s(?:goods|services)|the\s(?:whole|entire)\s(?:district|region|province|state|county"
    r"|city|town|country|island|coast|world))\b",
    re.IGNORECASE,
)
# On which footing a number stands; two numbers of one thing on two footings can both be right.
_FOOTINGS = {
    "unadjusted": re.compile(r"\b(?:un|not\s|without\s|before\s)(?:seasonal\s)?adjust", re.I),
    "adjusted": re.compile(r"\badjust(?:ed|ing|ment)\b|\bseasonal(?:ly)?\b", re.I),
    "real": re.compile(
        r"\bin\sreal\sterms\b|\breal\s(?:wages|terms|incomes?|growth)\b"
        r"|\b(?:after|accounting\sfor|taking)\s(?:into\saccount\s)?inflation\b",
        re.I,
    ),
    "average": re.compile(r"\b(?:averag(?:e|ed|es|ing)|median|typical(?:ly)?|mean)\b", re.I),
    "peak": re.compile(r"\b(?:gust(?:s|ed|ing)?|peak(?:s|ed)?|maximum|at\sits\sheight)\b", re.I),
    "new": re.compile(
        r"\b(?:new|fresh|further|additional|another)\s(?:\w+\s)?(?:cases|infections|deaths)\b", re.I
    ),
}
_PLANNED = re.compile(
    r"\bwill\shave\s|\b(?:was|were)\sto\s(?:cost|have|be|take|bring|create|come)\b|\b(?:originally|initially)\b"
    r"|\bhad\sbeen\s(?:planned|budgeted|expected|estimated)\b|\bwhen\s(?:it|they)\s(?:was|were)"
    r"\s(?:planned|approved)\b",
    re.IGNORECASE,
)
_RESTRICTING = words_of("figures-en.toml", "restricting")


@lru_cache(maxsize=CLAUSES_HELD)
def frame_of(clause: str, told: str, when: str | None) -> Frame:
    """Return the frame of a figure from its clause, its own words with the noun, and its date."""
    period = _PERIOD.search(clause)
    against = _AGAINST.search(clause)
    since = _SINCE.search(clause)
    side = _SIDE.search(clause)
    marks = {each[0].lower() for each in _PART.finditer(clause)}
    marks |= {name for name, words in _FOOTINGS.items() if words.search(clause)}
    marks -= {"adjusted"} if "unadjusted" in marks else set()
    own = _people_in(told)
    marks |= {own} - {""}  # "1,100 Norwegian travellers" are some of the 12,000 travellers
    return Frame(
        when=when or _year_of(clause, told),
        period=_period(period),
        against=_folded(next(each for each in against.groups() if each)) if against else "",
        since=since["what"].lower() if since else "",
        side=side["side"].lower() if side else "",
        reach=next((reach for reach, words in _REACH.items() if words.search(clause)), ""),
        part=frozenset(marks) | (_RESTRICTING & frozenset(re.findall(r"[a-z-]+", told.lower()))),
        planned=bool(_PLANNED.search(clause)),
        people=own or _people_in(clause),
    )


def _year_of(clause: str, told: str) -> str:
    """Return the year of which a clause tells a figure; one before "since 2008, when" is not."""
    found = _YEAR.search(clause)
    if found is None:
        return ""
    number = "".join(told.split()[:1])
    plain = found[0][:2].lower() == "in"
    return found["year"] if plain or number in clause[found.end() :] else ""


def _people_in(words: str) -> str:
    found = _PEOPLE.search(words)
    return (found and demonym_of(found["people"])) or ""


def _period(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    if found["whole"]:
        return "year"
    named = found["count"] or found["these"] or found["all"] or found["plain"] or found["over"]
    return named or f"{found['which']} {found['length']}".lower()


def _folded(word: str) -> str:
    """Return "month" for "monthly"."""
    return {"monthly": "month", "annual": "year", "yearly": "year"}.get(word.lower(), word.lower())


def clause_round(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the part of a sentence begins and ends in which a figure stands, it included."""
    before = max((each.end() for each in _CLAUSE.finditer(text, 0, start)), default=0)
    behind = _CLAUSE.search(text, end)
    return before, behind.start() if behind else len(text)


def frames_differ(one: Frame, other: Frame) -> bool:
    """Return whether two figures are told of different years, places, parts or stages.

    Years, places, peoples and the like differ only where both are told; a part, against the whole.
    """
    told = zip(_where_told(one), _where_told(other), strict=True)
    return (
        any(mine and its and mine != its for mine, its in told)
        or _periods_differ(one.when, other.when)
        or one.part != other.part
        or _of_less_time(one, other)
        or _of_less_time(other, one)
        or one.planned != other.planned
    )


_where_told = attrgetter("period", "against", "since", "side", "reach", "people")


def _of_less_time(one: Frame, other: Frame) -> bool:
    """Return whether one is of a day alone and the other adds up: "since the unrest began".

    Or one of a month and the other of the whole year, told as such.
    """
    if len(one.when) == DAY_LENGTH:
        return not (one.since or one.period) and bool(other.since or other.period)
    return len(one.when) == PERIOD_LENGTH and not one.against and other.period == "year"


def _periods_differ(one: str, other: str) -> bool:
    """Return whether two times are different periods; two days of a month may be one count's."""
    of_two = one != other and max(len(one), len(other)) <= PERIOD_LENGTH
    return bool(one and other) and (of_two or one[:4] != other[:4])
