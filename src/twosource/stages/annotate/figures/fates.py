"""Say what befell the people that a figure counts: dead, injured, missing, arrested."""

from __future__ import annotations

import re

from twosource.stages.annotate.figures.nouns import PERSON
from twosource.stages.annotate.figures.quantity import Quantity
from twosource.text.tabled import table

FATE_OF: dict[str, str] = {
    word: fate
    for fate, words in table("figures-en.toml")["fates"].items()
    for word in words.split()
}
_COUNTED = FATE_OF | {"displacement": "displaced"}  # also nouns that stand behind no number
_FATE_WORDS = "|".join(sorted(FATE_OF, key=len, reverse=True))
_QUALIFIED = (
    r"(?:(?:at|least|more|than|some|about|around|nearly|almost|over|up|to|as|many|an"
    r"|estimated|fewer|another"
    r"|least|roughly|approximately|close|the|all|just|a|further|additional|total|of|by|now)\s)*"
)
_DIRECTLY_BEFORE = re.compile(
    rf"\b(?P<fate>killing|kills?|killed|claim(?:ed|ing)|injur(?:ed|ing|es)|wound(?:ed|ing"
    rf"|s)|hurting|hurt"
    rf"|arrest(?:ed|ing|s)|detain(?:ed|ing)|rescu(?:ed|ing)|evacuat(?:ed|ing)|displac(?:ed|ing)"
    rf"|abduct(?:ed|ing)|kidnapp(?:ed|ing)|infect(?:ed|ing)|murder(?:ed|ing)|massacred"
    rf"|trapp(?:ed|ing)|strand(?:ed|ing))\s{_QUALIFIED}$",
    re.IGNORECASE,
)
_BODIES_OF = re.compile(rf"\b(?:bodies|remains|corpses)\sof\s{_QUALIFIED}$", re.IGNORECASE)
_SEARCHED = re.compile(
    rf"\b(?:search(?:ed|ing|es)?|hunt(?:ed|ing)?|looking|no\s(?:trace|sign))\s(?:for|of)\s{_QUALIFIED}$",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(
    rf"\b[Aa]mong\s(?:the|those)\s(?P<fate>{_FATE_WORDS})\s(?:\w+\s){{0,3}}(?:were|was|are|is)\s"
    rf"{_QUALIFIED}$"
)
_NONE = re.compile(r"\b(?:none|neither|nobody|no\sone)\sof\s(?:the\s|its\s)?$", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:(?:death|casualty|deaths)\s)?(?P<what>toll|deaths|fatalities|number of (?:deaths"
    rf"|(?:(?:the|people|passengers) )?(?:{_FATE_WORDS}))|(?:dead|deaths|death count|fatalities"
    r"|injured|missing|arrests) (?:at|to|(?:now )?number(?:s|ed)?))\b[^.;]{0,70}$",
    re.IGNORECASE,
)
# "The toll rises to 21, passenger count corrected to 151": what follows counts others.
_ANOTHER_COUNT = re.compile(
    r"\b(?:(?:passenger|crew|guest|visitor|resident|staff)\s(?:count|number|total|list)s?"
    r"|head\s?count|manifest|number\sof)\b",
    re.IGNORECASE,
)
_FATE_BEHIND = re.compile(
    r"(?:\s(?:of\s(?:them|whom|(?:the|its|their)\s(?:[\w’'-]+[’']s\s)?\w+)|people|persons|others"
    r"|more|passengers|civilians|soldiers|men|women|children|workers|victims|crew|members"
    r"|and))*(?:,\s[^,.;]{3,60},)?(?:\s(?:on|aboard|in|inside|from|at|on\sboard)\s(?:the|a|an|its"
    r"|his|her)\s(?:[\w’'-]+\s){1,3}?(?=(?:were|was|are|have|has|had)\s)(?:were|was|are|have|has"
    r"|had))?(?:\s(?:were|was|are|is|have|has|had|been|be|being|feared|believed|presumed|reported"
    r"|confirmed|left|also|reportedly|remain|remained|still|listed|as|known|thought|to|or|who"
    r"|seriously|critically|badly|slightly|severely|fatally|lightly|later|currently|either|people"
    r"|others|officially|among|the|declared|found|pronounced|among|the|as|having|now))*"
    rf"\s(?P<fate>{_FATE_WORDS}|lost\stheir\slives|lost\shis\slife|lost\sher\slife"
    r"|\w+\sto\sdeath|did\snot\ssurvive"
    rf"|taken\sto\s(?:the\s|a\s|local\s|nearby\s|area\s)?hospitals?|in\shospital)\b",
    re.IGNORECASE,
)

# "The toll rose to 14, and 331 have been treated": what has a verb of its own is no toll.
_CLAUSE_BEFORE = re.compile(r"(?:,|;)\s(?:and|but|while)\s(?:[\w-]+\s){0,3}$")
_OWN_VERB = re.compile(
    r"(?:\s(?:people|persons|others|more|patients|residents))*\s(?:have|has|had|were|was|are)\s"
    r"(?:also\s|since\s|now\s|so\sfar\s)?(?:been\s)?\w+ed\b"
)

# "The two reported missing on Monday had been found"; not "are missing after a boat was found", nor
# "none of the missing was found", "the missing have not been found", "hope they will be found".
_TURNED_UP = re.compile(
    r"(?P<nobody>\b(?:no|none|neither|nobody|hardly)\b[^,;:.]*?)?\bmissing\b"
    r"(?=(?:(?!\b(?:and|but|while|after|when|where|because|as|that|who|which|not|never|be)\b|n['’]t\b)"
    r"[^,;:.])*"
    r"\b(?:(?:was|were|been) (?:(?!not\b|never\b)\w+ ){0,2}?"
    r"(?:found|located|traced|rescued|accounted for)"
    r"|turned up|found (?:safe|alive|dead|un\w+|well|drowned))\b)",
    re.IGNORECASE,
)


def fate_told(text: str, start: int, end: int, quantity: Quantity) -> str | None:
    before = text[max(start, quantity.start - 90) : quantity.start]
    if _NONE.search(before):
        return None
    direct = _DIRECTLY_BEFORE.search(before)
    person = (
        quantity.noun is None
        or quantity.unit == PERSON
        or quantity.noun.head in ("life", "body", "victim")
    )
    if direct and person:
        word = direct["fate"].lower()
        return _fate_of(word)
    if person and _BODIES_OF.search(before):
        return "dead"
    if person and _SEARCHED.search(before):
        return "missing"
    among = _AMONG_THEM.search(before)
    if among and person:
        return _fate_of(among["fate"].lower())
    behind = _FATE_BEHIND.match(without_found(text[quantity.end : min(end, quantity.end + 110)]))
    if behind and person:
        return _fate_of(behind["fate"].lower())
    toll = _TOLL.search(before)
    apart = _CLAUSE_BEFORE.search(before) and _OWN_VERB.match(text, quantity.number_end)
    if toll and not apart and (quantity.noun is None or quantity.unit == PERSON):
        # "the deaths of 200 people and the displacement of 3,000 others": the last word counts
        behind_toll = before[toll.end("what") :]
        since = [w for w in behind_toll.lower().split() if w in _COUNTED]
        if not since and _ANOTHER_COUNT.search(behind_toll):
            return None
        what = since[-1] if since else toll["what"].lower()
        return next((_COUNTED[word] for word in reversed(what.split()) if word in _COUNTED), "dead")
    return None


def _fate_of(words: str) -> str:
    if words.startswith("lost") or words.endswith(("to death", "survive")):
        return "dead"
    if words.endswith(("hospital", "hospitals")):
        return "hospitalised"
    stem = FATE_OF.get(words)
    if stem:
        return stem
    for ending in ("ing", "ed", "es", "s"):
        base = words.removesuffix(ending)
        for form in (f"{base}ed", f"{base}d", base):
            if form in FATE_OF:
                return FATE_OF[form]
    return words


def without_found(words: str) -> str:
    """Return words with a blank for every "missing" that no longer holds, each letter in place."""
    return _TURNED_UP.sub(lambda found: found[0] if found["nobody"] else " " * len(found[0]), words)
