"""Tell numbers that are no figures: parts of names and words, labels, list numbers."""

from __future__ import annotations

import re

from twosource.stages.annotate.figures.quantity import Quantity
from twosource.text.numbers import Number
from twosource.text.tabled import words_of
from twosource.text.units import UnitFound

_WORD_BEFORE = re.compile(r"([A-Za-z][\w’'.&]*)$")
_CAPITAL_BEFORE = re.compile(r"[a-z,]\s[A-Z][a-z]+\s$")  # "drives in Formula One"
_HYPHEN_BEFORE = re.compile(r"([A-Za-z]+)[-\u2010\u2011]$")
_MAY_JOIN = words_of("figures-en.toml", "may_join")
_LABELS = words_of("figures-en.toml", "labels")
_NO_NAMES = words_of("figures-en.toml", "no_names")


def is_part_of_a_word(text: str, number: Number, currency: UnitFound | None) -> bool:
    """Return whether letters or digits make the number part of something longer: "COVID-19"."""
    before = text[max(0, number.start - 12) : number.start]
    after = text[number.end : number.end + 6]
    if number.words:
        if before[-1:] in ("-", "’", "'") and before[-2:-1].isalpha():
            return True
        if re.match(r"-[A-Z]", after):
            return True  # "The Two-Way"
        return text[number.start].isupper() and bool(_CAPITAL_BEFORE.search(before))
    if re.match(r"(?:st|nd|rd|th)\b", after) or re.match(r":\d|\.\d|,\d{3}\b", after):
        return True
    if currency is not None and re.fullmatch(r"(?:PS|Y)\d", text[currency.start : number.end]):
        return True  # a console, a rocket; a pound sign that a page lost has more digits
    if currency is None:
        if before[-1:].isalpha() or before.endswith(("#", "@", "_")):
            return True
        joined = _HYPHEN_BEFORE.search(before)
        if joined and joined[1].lower() not in _MAY_JOIN:
            return True
    if currency is None and _RESOLUTION.match(text, number.start):
        return True
    if re.search(r"\d[-\u2013.]$", before) and re.match(r"[-\u2013]\d{3}", after):
        return True
    return bool(re.search(r"\d{3}[-.\s]\d{3}[-.\s]$|\+\d[\d\s]*$", before))


_RESOLUTION = re.compile(
    r"(?:480|576|720|1080|1440|2160)[pi]\b|[248][kK]\b(?!\s(?:people|[a-z]+s)\b)"
)
_CLOCK_BEFORE = re.compile(
    r"\b(?:at|around|about|until|till|since|before|after|from|by)\s(?:about\s|around\s|just\safter\s)?$"
)
LEAST_AGE = 10  # in brackets behind a name; below it is a player's number or a place in a race
_IN_BRACKETS = re.compile(r"[A-Z][\w’'-]+\s\($")
_SCALE_OF = re.compile(r"\bscale\sof\s(?:(?:\w+)\s?(?:to|-|\u2013)\s?)?$")
_SLIDE_BEFORE = re.compile(r"(?<![\w.,])\d{1,3}\sof\s$")
_SLIDE_BEHIND = re.compile(r"\s*(?:$|\n|\s(?:Photos|Slides|(?![A-Z]\w+s\b)[A-Z]))")
_SLIDES_BEHIND = re.compile(r"\sof\s\d{1,3}\s*(?:$|\n|\s(?:Photos|Slides|(?![A-Z]\w+s\b)[A-Z]))")
_EMERGENCY = re.compile(r"(?:911|999|112)\s(?:calls?|callers?|operators?|dispatch\w*)\b")
_TELEPHONE = re.compile(r"\d{3,} \d{3,}|\d\d \d\d \d\d|\+\d{1,3} \d")
_PRICES = re.compile(r"[%$€£¥]|\bper\scent|\bpoints?\b|\bindex\b|\brate|\bshares?\b|\bclosed?\b")


def is_counter(text: str, start: int, end: int, whole: Quantity, number: Number) -> bool:
    """Return whether a number without a unit tells no quantity.

    Parts of telephone numbers, "4/8" under a picture, "at 6.10" as British papers write the
    clock, letters glued on ("2018s"), "6 of 41" under a picture, "on a scale of one to ten", a
    player's number ("Gale (5)").
    """
    if _SCALE_OF.search(text, max(start, whole.start - 24), whole.start):
        return True
    if number.words:
        return False
    if _SLIDE_BEFORE.search(text, start, whole.start) and _SLIDE_BEHIND.match(text, whole.end):
        return True
    if _SLIDES_BEHIND.match(text, whole.end) or _EMERGENCY.match(text, whole.start):
        return True
    if whole.value < LEAST_AGE and text.startswith(")", whole.end):
        return bool(_IN_BRACKETS.search(text, max(start, whole.start - 24), whole.start))
    before, after = text[max(start, whole.start - 16) : whole.start], text[whole.end : end][:8]
    digits = text[number.start : number.end]
    if after[:1].isalpha() or after[:1] == "*" or before.endswith("*") or re.match(r"0\d", digits):
        return True
    if _TELEPHONE.search(before + digits + text[whole.end : whole.end + 12]):
        return True
    if number.fraction and "/" in digits:
        return not after.startswith((" of", " inch", "-inch"))
    if re.fullmatch(r"(?:1?\d|2[0-3])\.[0-5]\d", digits) and _CLOCK_BEFORE.search(before):
        return not _PRICES.search(text, start, end)
    return False


def is_title_case(sentence: str) -> bool:
    """Return whether nearly every longer word has a capital, as in American headlines."""
    words = re.findall(r"[A-Za-z][\w’']{3,}", sentence)
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


# "The dead now number 17" counts, "number 17" does not.
_NUMBERING = re.compile(
    r"\b(?:now|[Tt]hey|dead|injured|wounded|missing|homeless|victims|cases|patients|deaths"
    r"|casualties|members|staff)\snumber\s$"
)
_OF_A_KIND = frozenset("category level type stage".split())
# With a small letter these stand before figures too: "the last 5", "on day 3".
_OFTEN_PLAIN = _OF_A_KIND | frozenset(
    "top final last first class group unit day week area line act season".split()
)


def is_label(text: str, start: int, number: Number) -> bool:
    """Return whether the number only numbers something: "No. 10", "Game 7", "1." in a list."""
    before = text[start : number.start]
    if not before.strip(" \t*•-–(") and re.match(r"[.)]\s", text[number.end : number.end + 2]):
        return True
    word = re.search(r"([A-Za-z.]+):?\s$", before)
    if not word or number.scaled:
        return False
    label = word[1].lower()
    if _NUMBERING.search(before):
        return False
    if label in _OFTEN_PLAIN:
        return label in _OF_A_KIND or (word[1][0].isupper() and len(before) > len(word[0]))
    return label in _LABELS and not re.match(
        r"\s?%|\s(?:per|million|billion)", text[number.end : number.end + 9]
    )


def is_name_number(text: str, whole: Quantity) -> bool:
    """Return whether a bare number belongs to a name before it: "iPhone 11", "S&P 500"."""
    if whole.words or whole.scaled:
        return False
    word = _WORD_BEFORE.search(text[max(0, whole.start - 24) : whole.start].rstrip(" \u00a0-"))
    if not word or text[whole.start - 1 : whole.start] not in (" ", "\u00a0", "-"):
        return False
    name = word[1]
    return any(letter.isupper() for letter in name) and name not in _NO_NAMES


_AFTER_PLACE = re.compile(
    r"(?:\b(?:in|at|on|from|near|to|(?:town|city|village|port|district|province|state|region|county"
    r"|suburb|island)\sof)\s[A-Z][\w’'-]+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|week)days?|weekends?)\s$"
)


def is_series_number(text: str, start: int, whole: Quantity) -> bool:
    """Return whether a small number belongs to the name before it though a noun follows.

    "three Falcon 9 rockets", but "in Paris 9 rockets": a place or a day makes no series.
    """
    if not is_name_number(text, whole) or whole.value > 9999 or not whole.value.is_integer():
        return False
    before = text[start : whole.start]
    return len(before.split()) > 1 and not _AFTER_PLACE.search(before)


def is_lone_one(whole: Quantity) -> bool:
    """Return whether "one" is a pronoun here: "no one", "one of", "the first one"."""
    return whole.words and whole.value in (0.0, 1.0)
