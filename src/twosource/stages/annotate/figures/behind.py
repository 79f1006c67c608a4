"""Say what a figure measures by the words behind it: "24 per cent of adults", "a $5 fare"."""

from __future__ import annotations

import re

from twosource.stages.annotate.figures.nouns import STOPS
from twosource.stages.annotate.figures.quantity import Quantity
from twosource.text.nouns import is_plural
from twosource.text.tabled import words_of

_NOT_MEASURED = words_of("figures-en.toml", "not_measured")
CHANGE_NOUNS = words_of("figures-en.toml", "change_nouns")
VERBS = words_of("figures-en.toml", "irregular_verbs")
VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|being|has|have|had|will|would|could|may|might|can|reach\w*|hit"
    r"|hits|total\w*|rose|rise|rises|fell|fall|falls|grew|grow|grows|climb\w*|dropp?\w*|jump\w*"
    r"|surg\w+|gain\w*|lost|loses|slid|slip\w*|declin\w+|increas(?:ed|es|e)|decreas\w+|averag(?:ed"
    r"|es)|exceed\w*|topp\w+|surpass\w+|plung\w+|plumm\w+|tumbl\w+|advanc\w+|soar\w*|shr[aiu]nk"
    r"|expand\w*|st[oa]+nds?|stood|remain\w*|costs?|added|adds|shed|slump\w*|rall(?:y|ied)"
    r"|amount\w*|came|measur\w+|weigh\w*|went|go|goes|settled|ended|closed|trad(?:ed|es)|sold|paid"
    r"|spent|raised|finished|opened|contract(?:ed|s)|accounts?|accounted|made|makes|said|says|got"
    r"|owns|owned|holds?|held|bought|buys|posted|expects?|expected|put|puts|covers?|covered"
    r"|employs?|produc\w+|uses?|carries|hit|hits|cut|cuts|(?!united)\w{3,}ed)\b",
    re.IGNORECASE,
)
_BEHIND_WORD = re.compile(r"(?P<join>[ \u00a0-])(?P<word>[^\W\d_][\w’'-]*)")
_PART_OF = re.compile(
    r"\s(?:of|in|worth\sof)\s(?:(?:the|its|their|his|her|all|our|total|this|those|these|new"
    r"|direct)\s)*(?P<noun>[^\W\d_][\w’'-]*(?:[ -][^\W\d_][\w’'-]*){0,5})"
)
_PERIOD = re.compile(
    r"(?:[a-z]+\s){0,2}(?:quarter|half|half-year|year|month|week|decade|season|days?)\b"
)


def of_behind(text: str, quantity: Quantity, end: int) -> str | None:
    """Return what a share or sum is part of: "24 per cent of adults", "$2 billion in exports"."""
    own = text[quantity.number_end : quantity.end].partition(" of ")[2]
    if own:
        return first_nouns(own)  # "barrels of oil" is one unit
    found = _PART_OF.match(text, quantity.end, end)
    if not found:
        return None
    if found[0].startswith(" in ") and (
        found["noun"][0].isupper()
        or quantity.unit in ("percent", "year", "month", "day", "week")
        or _PERIOD.match(found["noun"])
    ):
        return None
    return first_nouns(found["noun"])


def first_nouns(words: str) -> str | None:
    """Return the first noun of a stretch with what stands before it, three words at most."""
    kept: list[str] = []
    for word in words.split():
        lower = word.lower()
        if lower in STOPS or lower in _NOT_MEASURED:
            break
        if lower.endswith(("’s", "'s")):
            kept = []
            continue
        kept.append(lower)
        if is_plural(lower) or len(kept) == 3:
            break
    return " ".join(kept) or None


_STANDS_BEFORE_A_NOUN = re.compile(r"(?:\b(?:an?|the|its|their|his|her|this|that)\s|-)$", re.I)


def _is_a_share(text: str, quantity: Quantity) -> bool:
    """Return whether a percentage stands for people or things itself, not before a noun."""
    if quantity.unit != "percent" or "-" in text[quantity.number_end : quantity.end]:
        return False
    return not _STANDS_BEFORE_A_NOUN.search(text, max(0, quantity.start - 6), quantity.start)


def noun_directly_behind(text: str, quantity: Quantity, end: int) -> str | None:
    """Return the noun that the figure stands before as an adjective: "a $150,000 contract"."""
    if quantity.vague:
        return None  # "thousands celebrate": only "thousands of" tells what there are so many of
    kept: list[str] = []
    at = quantity.end
    while len(kept) < 3:
        found = _BEHIND_WORD.match(text, at, end)
        if not found:
            break
        word = found["word"]
        lower = word.lower()
        if lower in STOPS or lower in _NOT_MEASURED or (word[0].isupper() and not kept):
            break
        if kept and (lower.endswith(("ed", "ly")) or VERB.fullmatch(lower)):
            break
        kept.append(lower)
        at = found.end()
        if is_plural(lower):
            break
    if not kept or kept[0].endswith("ly") or kept[0] in VERBS or VERB.fullmatch(kept[0]):
        return None
    if kept[-1] not in CHANGE_NOUNS and _is_a_share(text, quantity):
        return None  # "31 per cent skip meals"
    if kept[-1] in CHANGE_NOUNS:
        after = re.match(r"\s(?:in|of|to)\s(?:the\s|its\s|their\s)?([^.,;]+)", text[at:end])
        return (first_nouns(after[1]) if after else None) or " ".join(kept[:-1]) or None
    return " ".join(kept)
