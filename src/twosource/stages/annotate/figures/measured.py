"""Say what a figure measures: the dead, the passengers, bilateral trade, the inflation rate."""

from __future__ import annotations

import re

from twosource.stages.annotate.figures.behind import (
    CHANGE_NOUNS,
    VERB,
    VERBS,
    first_nouns,
    noun_directly_behind,
    of_behind,
)
from twosource.stages.annotate.figures.fates import FATE_OF, fate_told
from twosource.stages.annotate.figures.nouns import STOPS
from twosource.stages.annotate.figures.quantity import Quantity
from twosource.text.tabled import words_of

_LINK = re.compile(
    r"\b(?:of|at|to|by|as|was|were|is|are|be|been|reached|hit|total\w*|rose|fell|grew|climbed"
    r"|dropped|jumped|surged|gained|lost|slid|declined|increased|decreased|averaged|exceeded"
    r"|topped|surpassed|plunged|slipped|tumbled|advanced|soared|shrank|expanded|up|down|stands?"
    r"|stood|remained|cost|costs|worth|from|with|added|shed|be|near|under|below|above|over"
    r"|contracted|slumped|rallied|amounted|came|measured|measures|weighs?|weighed|scored|spans?"
    r"|covers?|covered)\s(?:a\s|an\s|the\s|just\s|only\s)?(?:record\s|total\s|combined\s|average\s"
    r"|further\s)?$",
    re.IGNORECASE,
)
_QUALIFIER_AT_END = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|over|roughly|approximately|more\sthan|less\sthan"
    r"|at\sleast|up\sto|close\sto|fewer\sthan|an\sestimated|as\smuch\sas|as\smany\sas|just|only"
    r"|another|under|record|than|barely|minus)\s)+$",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:—–“”\"()]|,\s(?:while|and|but|with|which|as|when|after|said)?\s?|\s(?:while|but"
    r"|that|whereas)\s|\b(?:says|said|estimates|estimated|claims|claimed|reports|reported|believes)\s"
    r"(?=(?:the|its|a|an|their|his|her)\s|[A-Z])"
)
_PREPOSITION = re.compile(
    r"\s(?:of|in|on|for|with|between|from|at|by|to|among|across|over|under|against|during"
    r"|after|before|since|through|within|about|into|per|as|who|which|that)\s"
)
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_NOUNS_LIKE_VERBS = words_of("figures-en.toml", "nouns_like_verbs")
_VOTE = re.compile(r"\b(?:vot(?:e[ds]?|ing)|ballot|parliament|senate|motion)\b", re.IGNORECASE)


def what_is_measured(text: str, start: int, end: int, quantity: Quantity) -> str | None:
    """Return what a figure of the sentence text[start:end] measures, in lower case, else None.

    Words that outlets use for one fate are one: "killed", "fatalities" and "died" all give "dead".
    """
    if quantity.score:
        return "votes" if _VOTE.search(text, start, end) else "score"
    if quantity.unit in ("year of age", "month of age"):
        return "age"
    if quantity.unit == "magnitude":
        return "magnitude"
    if quantity.noun or quantity.unit is None:
        fate = fate_told(text, start, end, quantity)
        if fate:
            return fate
    if quantity.noun:
        return FATE_OF.get(quantity.noun.phrase.split()[-1], quantity.noun.phrase)
    clause = text[start : quantity.start]
    if quantity.unit in _TIMES:
        return _named_before(clause) or _place_of_time(text, quantity, end)
    joined = quantity.unit is not None and "-" in text[quantity.number_end : quantity.end]
    return (
        (noun_directly_behind(text, quantity, end) if joined else None)
        or _named_before(clause)
        or of_behind(text, quantity, end)
        or noun_directly_behind(text, quantity, end)
        or _subject(clause)
    )


_TIMES = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "year", "decade"))
_PRISON = re.compile(r"[’']?\s(?:in|behind)\s(?P<where>prison|jail|bars|custody|detention)\b")


def _place_of_time(text: str, quantity: Quantity, end: int) -> str | None:
    """Return what a length of time measures: a sentence by its prison, "three-month class"."""
    prison = _PRISON.match(text, quantity.end, end)
    if prison:
        return "prison"
    if "-" in text[quantity.number_end : quantity.end]:
        return noun_directly_behind(text, quantity, end)
    return None


_FOR_A_SUM = "bid|bill|che(?:que|ck)|claim|contract|invoice|lawsuit|loan|offer|order|tender"


def _named_before(clause: str) -> str | None:
    """Return the noun that "of" ties to the figure: "a fine of $3 billion", "speeds of 60 mph"."""
    bare = _QUALIFIER_AT_END.sub("", clause)
    asked = re.search(rf"\b(?P<noun>{_FOR_A_SUM})\sfor\s$", bare)
    if asked:
        return asked["noun"]
    found = re.search(r"(?P<noun>(?:[\w’'-]+\s){1,4})of\s(?:an?\s)?$", bare)
    return _last_noun(found["noun"]) if found else None


def _last_noun(words: str) -> str | None:
    kept: list[str] = []
    for word in reversed(_WORDS.findall(words)):
        lower = word.lower()
        if not kept and lower in CHANGE_NOUNS:
            continue  # "a pay rise of"
        if lower in STOPS or word.endswith(("’s", "'s")) or VERB.fullmatch(lower) or len(kept) == 3:
            break
        kept.insert(0, lower)
    return " ".join(kept) or None


# "cut the bank's forecast | for this year | to 4 per cent", "raised its rate | by a point | to 5"
_OBJECT = re.compile(
    r"\b(?:cut|raised?|lowered|increased|puts?|set|kept|left|estimated|revised|slashed|boosted|reduced"
    r"|lifted|trimmed|held|hiked|doubled|tripled|halved)\s(?:its|their|the|his|her|[\w.-]+['’]s)\s"
    r"(?P<noun>(?:[^\W\d][\w’'-]*\s){1,4}?)(?:(?:for|in)\s(?:[\w’'-]+\s){1,2})?"
    r"(?:(?:(?:by|from|to)\s)?\W?\d[^,;:]{0,24}?\s)?(?:to|at|by|from|of)\s$"
)
_REVISED = re.compile(
    r"\brevis(?:ed|es|ing)\s(?:(?:its|their|the)\s)?(?P<noun>[a-z]+)\s(?:(?!to\s)[\w’'-]+\s){0,7}to\s$"
)

# "The ministry puts the number of homes that lost power at"
_NUMBER_OF = re.compile(
    r"\b(?:number|count|tally|total)\sof\s(?:the\s|its\s|their\s)?"
    r"(?P<noun>(?:[^\W\d_][\w’'-]*\s){1,4})(?!.*\b(?:number|count|tally|total)\sof\s)",
)

# What stands right behind one of these is no verb: "the number of confirmed cases".
_ADJECTIVE_NEXT = re.compile(r"\b(?:of|the|a|an|its|their|his|her|in|with|for)\s$", re.IGNORECASE)


def _subject(clause: str) -> str | None:
    """Return the noun that the sentence says the figure of: "Bilateral trade ... reached"."""
    bare = _QUALIFIER_AT_END.sub("", clause)
    moved = _OBJECT.search(bare) or _REVISED.search(bare)
    if moved:
        return _last_noun(moved["noun"]) or moved["noun"]
    if not _LINK.search(bare):
        return None
    counted = _NUMBER_OF.search(bare)
    if counted:
        return first_nouns(counted["noun"])
    pieces = [piece for piece in _BREAK.split(bare) if piece and piece.strip()]
    for piece in reversed(pieces):
        verbs = [
            each
            for each in VERB.finditer(piece)
            if not _ADJECTIVE_NEXT.search(piece, 0, each.start())
        ]
        for verb in verbs:
            head = piece[: verb.start()].strip()
            named = _subject_of(head)
            if named:
                return named
        if not verbs:
            named = _subject_of(_LINK.sub("", f"{piece.rstrip()} "))
            if named:
                return named
    return None


# "a tonne of copper", "the yard's share of the programme": what is told of stands behind.
_OF_WHICH = re.compile(
    r"\b(?:tonn?e|ton|barrel|ounce|litre|liter|gallon|kilo(?:gram)?|pound|loaf|bushel|sack|share|part"
    r"|portion|price|cost|value|number|amount)\sof\s(?:a\s|an\s|the\s|its\s|one\s)?"
    r"(?=(?!tonn?e|barrel|ounce|litre|liter|gallon)\w)",
    re.IGNORECASE,
)


def _subject_of(head: str) -> str | None:
    head = _OF_WHICH.split(head)[-1]
    noun = _PREPOSITION.split(f" {head} ")[0].strip()
    words = [word for word in _WORDS.findall(noun) if word.lower() not in STOPS]
    while words and any(word.endswith(("’s", "'s")) for word in words):
        words.pop(0)
    if not words or re.search(r"\d", noun) or _is_verb_form(words[-1].lower()):
        return None
    return " ".join(word.lower() for word in words[-3:])


def _is_verb_form(word: str) -> bool:
    """Return whether a word that should be a noun is a verb by its look: "peaked", "quoting"."""
    if word in VERBS:
        return True
    return len(word) > 4 and word.endswith(("ed", "ing")) and word not in _NOUNS_LIKE_VERBS
