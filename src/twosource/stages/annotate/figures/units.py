"""Read the unit that belongs to a number: money, rates ("$2.11 a gallon"), ages and signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from twosource.stages.annotate.figures.quantity import Quantity
from twosource.text.numbers import Number
from twosource.text.tabled import table, words_of
from twosource.text.units import UnitFound

_PER = re.compile(
    r"(?P<link>\s?/\s?|\s(?:per|an?|each|every)\s|-(?:a|an|per)-)(?P<below>square\s(?:foot|metre"
    r"|meter|mile|km|kilometre|kilometer|inch)|sq\.?\s(?:ft|m|foot|metre|meter)|cubic\s(?:foot"
    r"|metre|meter|centimetre)|kilowatt\shour|mega\sbritish\sthermal\sunit|[A-Za-z]+\d?)\b"
)
_BELOW: dict[str, str] = table("figures-en.toml")["below"]
_BELOW_WITH_A = words_of("figures-en.toml", "below_with_a") | {
    "square foot",
    "square metre",
    "square meter",
}
_WHOSE_DOLLAR = re.compile(
    r"\s(?:(?P<USD>US|U\.S\.|American)|(?P<CAD>Canadian|CAD|Cdn)|(?P<AUD>Australian|AUD))(?![a-z])"
)


def money_told(text: str, at: int, currency: UnitFound, dollar: str) -> tuple[str, int]:
    """Return the currency and where its words end: "$31.20 US", "$1.25 Canadian"."""
    sign = text[currency.start : currency.end]
    after = _WHOSE_DOLLAR.match(text, at)
    if after and after.lastgroup:
        return after.lastgroup, after.end()
    return (dollar if sign == "$" else currency.unit), at


# "208 pounds" is a weight unless something is paid with it.
_PAID = re.compile(r"\s(?:sterling|a\s(?:week|month|year|day)|each|per\s(?:week|month|year))")
_WEIGHED = re.compile(
    r"\s?(?:\(|or\s)[\d.,]+\s?(?:million\s)?(?:kg|kilo|ton|metric|g\b)|-force"
    r"|\sof\s(?!(?:\w+\s){0,2}(?:money|cash|debts?|aid|funding|funds|investments?|savings?|spending"
    r"|cuts|fines?|damages?|losses|profits?|revenues?|sales|benefits?|tax|taxes|pay|income|loans?"
    r"|grants?|assets|property|equipment|bonds?|shares|exports|imports|trade|support|work|goods"
    r"|contracts?|orders|compensation|costs?|donations?|capital|bonus\w*|wages|budget|bitcoin)\b)[a-z]"
)
_WEIGHS = re.compile(
    r"\b(?:weigh\w*|heavy|mass|lost|gained|(?:load|cargo|payload|freight|catch|haul)\sof)\s"
    r"(?:\w+\s){0,3}$"
)


def settled_unit(text: str, behind: UnitFound, whole: Quantity, money: Mapping[str, str]) -> str:
    """Return the unit of a word that may stand for two: "kroner" of where, "pounds" of weight."""
    if behind.unit == "point" and 0 < whole.value < 1 and whole.words:
        return "percentage point"  # "a quarter-point rise"
    if behind.unit != "GBP":
        return money.get(behind.unit, behind.unit)
    after = text[behind.end : behind.end + 30]
    before = text[max(0, whole.start - 40) : whole.start]
    small = not whole.scaled and abs(whole.value) < 1000
    if _WEIGHED.match(after) or _WEIGHS.search(before) or (small and not _PAID.match(after)):
        return "pound"
    return behind.unit


def with_rate(text: str, unit: str, stop: int) -> tuple[str, int]:
    """Return the unit with what it is counted by: "USD/barrel" for "$58.24 per barrel"."""
    found = _PER.match(text, stop)
    if not found or re.match(
        r"\s(?:earlier|ago|later|before|after)\b", text[found.end() : found.end() + 8]
    ):
        return unit, stop
    below = re.sub(r"\s+", " ", found["below"].lower())
    link = found["link"].strip().lower()
    if link not in ("per", "/", "-per-") and below not in _BELOW_WITH_A:
        return unit, stop
    if link == "/" and (below not in _BELOW and below not in _BELOW_WITH_A):
        return unit, stop
    if below in ("cent", "se"):
        return unit, stop
    return f"{unit}/{_BELOW.get(below, below)}", found.end()


def is_scale_letter(text: str, number: Number, currency: UnitFound | None) -> bool:
    """Return whether the letter behind a number multiplies it: "$13.6M", "4.3M sales", "10k"."""
    if number.letter in "kK":
        return not re.match(r"\s(?:run|race|walk|road)\b", text[number.end + 1 : number.end + 8])
    if currency:
        return True
    if number.letter in "bB":
        return False
    if number.letter == "M":
        return True
    return bool(
        re.match(
            r"\s(?:people|men|women|children|euros|pounds|dollars|[a-z]+s)\b(?<!\bis)(?<!\bwas)",
            text[number.end + 1 : number.end + 24],
        )
    )


def is_no_unit(text: str, behind: UnitFound, whole: Quantity) -> bool:
    """Return whether the unit's word means something else here."""
    words = text[behind.start : behind.end]
    after = text[behind.end : behind.end + 20]
    if behind.unit == "second" and whole.words and whole.value == 1:
        return True
    if words in ("C", "F") and _MODEL_BEFORE.search(text, max(0, whole.start - 24), whole.start):
        return True  # "a Long March 4C rocket"
    if words in ("C", "F", "A", "V", "W", "l", "L", "p", "x", "m", "st", "in.", "PS", "°"):
        return bool(re.match(r"[.&’'][A-Za-z]", after))
    return (
        behind.unit == "times" and whole.words and bool(re.match(r"\s(?:champion|winner)", after))
    )


_MODEL_BEFORE = re.compile(r"[A-Z][a-z]+[ -]$")
_MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude[\s-](?:of\s(?:about\s|at\sleast\s)?|was\s|(?:of\s(?:the\s\w+|it)\s)?(?:at|to|as)\s"
    r"(?:about\s)?)?$",
    re.IGNORECASE,
)


def is_magnitude(text: str, whole: Quantity) -> bool:
    """Return whether a number tells how strong a quake was: "a magnitude 6.3 earthquake"."""
    return whole.value < 10 and bool(
        _MAGNITUDE_BEFORE.search(text, max(0, whole.start - 40), whole.start)
    )


_AGE_BEFORE = re.compile(
    r"(?:[A-Z][\w’'.-]+,\s|\baged?\s(?:of\s|about\s|around\s|only\s|just\s)?|\b(?:[Hh]e"
    r"|[Ss]he)\s(?:is|was|will\sbe)\s|\bturn(?:ed|s|ing)\s|[A-Z][\w’'-]+\s\(|\b(?:[Aa]n?"
    r"|[Tt]he)\s(?:\w+\s)?(?:m[ae]n|woman|boy|girl|youth|teenager|pupil|student|mother|father"
    r"|pensioner)\sof\s|\b(?:children|infants|babies|kids|boys|girls|adults|pupils"
    r"|patients)\s(?:aged\s)?(?:under|over|below|above)\s(?:the\sage\sof\s)?)$"
)


def as_age(text: str, whole: Quantity) -> Quantity:
    """Return a bare number as an age where one is due: "Mr Hale, 54, said", "aged 54"."""
    found = _AGE_BEFORE.search(text[max(0, whole.start - 30) : whole.start])
    closed = re.compile(r"[,).]|\s(?:of|from)\s[A-Z]").match(text, whole.end)
    named = found is not None and found[0].endswith((", ", "("))
    if not found or not 0 < whole.value < 120 or (named and closed is None):
        return whole
    return replace(whole, unit="year of age")


def sign_before(text: str, start: int, at: int) -> tuple[str, int]:
    """Return the sign in front of a number and where it begins; a dash between words is none."""
    before = text[max(start, at - 7) : at]
    minus = re.search(r"(?:^|[\s(,])(?P<sign>minus[-\s]|[-\u2212])$", before)
    if minus:
        return "-", at - len(minus["sign"])
    if re.search(r"(?:^|[\s(,])\+$", before):
        return "+", at - 1
    return "", at
