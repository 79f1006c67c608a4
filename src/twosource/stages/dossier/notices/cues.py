"""Know a sentence that takes back an earlier report, or calls it wrong, and whose report that is.

No sentence of the matter reads like one: not every report that is withdrawn is an outlet's ("the
ministry withdrew its report"), nor does everybody err in print ("the minister wrongly said").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OWN = ""  # whose: that of the page on which the sentence stands

_STORY = r"(?:report|story|article|item|dispatch|piece|bulletin)"
_US = (
    r"[Ww]e|[Tt]his (?:newspaper|paper|agency|station|website|site|magazine)"
    r"|[Tt]he (?P<called>agency|newspaper|paper)"
)
_NAME = (
    r"(?!(?:A|An|The|In|And|But|As|Our|This|That|Its|Their|His|Her|Your|Earlier|Later|Meanwhile"
    r"|However|Yesterday|Today|When|While|After|Since|Contrary|Correction|Clarification|Corrected"
    r"|CORRECTED"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b)"
    r"[A-Z][\w&.-]*(?: (?:(?:of|and|de|&) )?[A-Z][\w&-]*)*"
)
_WHO = rf"(?:[Tt]he )?(?:\b(?P<us>{_US})\b|\b(?P<who>{_NAME}))"
_EARLIER = r"(?:earlier|previous|first|initial|original|separate|related|short|wire|news)"
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|this morning|\d{1,2} [A-Z]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)"
)
_SAID = (
    r"(?:said|reported|stated|wrote|written|gave|given|put|named|identified|quoted|described|called"
    r"|claimed|suggested)"
)
_WRONGLY = r"(?:wrongly|incorrectly|erroneously|mistakenly|inaccurately|falsely)"
_WRONG = (
    rf"(?:{_WRONGLY} {_SAID}|misstated|misreported|misidentified|misspelled"
    r"|(?:was|were|is|are) (?:wrong|incorrect|inaccurate|false|mistaken|in error|an error)\b"
    r"|should have (?:said|read|given|been)|contain(?:s|ed) (?:material )?errors?"
    rf"|{_SAID} in error)"
)
_TELLS = r"(?:how|who|whom|where|why|show(?:s|ed)|reveal(?:s|ed)|found|told|tells|asked)"
_TAKEN = r"(?:withdrawn|withdrew|withdraws?|retract(?:ed|s)?|pulled|killed)"
_TO_CORRECT = r"(?:correct(?:ion|ed)|clarification|because of an (?:editing |agency )?error)\b"

_ANY = re.compile(  # without one of these no pattern below is looked for
    r"withdr[ae]w|retract|\bkill|disregard|\bspike|\bdelete|\bpulled"
    r"|\bnot (?:to )?(?:use|run|publish)"
    r"|wrong|incorrect|erroneous|mistake|inaccura|false|\bmis(?:stat|report|identif|spel)"
    r"|\berrors?\b|should have|contrary to|\bnot [^,;]{1,40}, as |correct|clarif",
    re.I,
)
_SELF = re.compile(
    rf"\bthis (?:{_STORY}|post|page|version)\b|\bversion of (?:this|the) (?:{_STORY}|post)", re.I
)
_QUOTED = re.compile(r"[“\"‘]([^”\"’]{8,200})[”\"’]")

_ORDERS = re.compile(
    r"(?:\b(?:editors?|directors|clients|subscribers|customers|users)\b"
    r"(?:(?!\bwere\b|\bwas\b|\bhad\b)[^.]){0,40}"
    r"|^\W*(?:please|kindly)\s+)"
    rf"\b(?:kill|withdraw|disregard|spike|retract|delete|not (?:to )?(?:use|run|publish))\s+"
    rf"(?:the|our|an?)\s+(?:[\w-]+\s+){{0,3}}?{_STORY}\b",
    re.I,
)
_HAS_TAKEN = re.compile(
    rf"{_WHO}\s+(?:has |have |had )?(?:since |now |also )?{_TAKEN}\s+"
    rf"(?:its|our|an?(?= {_STORY} (?:published|on|of)))\s+(?:[\w-]+\s+){{0,3}}?{_STORY}\b"
)
_IS_TAKEN = re.compile(  # not "our report told how a bill was withdrawn", nor one of a ministry
    rf"\b(?:the {_STORY} (?=\")[^.]{{0,220}}?|our (?:{_EARLIER} )?{_STORY}\b"
    r"(?:(?!\b(?:how|which|who|when|where|why|what|as|and|but|showed|found|sa(?:id|ys)|told|tells)\b)"
    r"[^.,;]){0,160}?)(?<!\bthat )"
    r"\b(?:has been|is|was) (?:withdrawn|retracted|(?<=has been )killed)\b(?! by (?!us\b))",
    re.I,
)
_TITLED = re.compile(  # "Killed: a man of forty" is news, "KILL: " and "WITHDRAWN: " are orders
    r"^\W*(?:(?i:bulletin|mandatory|urgent|advisory|story)\W+)?"
    r"(?:(?i:kill|retraction)|WITHDRAWN|RETRACTED|WITHDRAWAL)\b\s*[:—–-]\s*(?P<title>.{8,})$"
)

_ERRED = re.compile(
    rf"{_WHO}\s+(?:had |has |have |also )?"
    rf"(?:{_WRONGLY} {_SAID}|{_SAID} (?:[^.;]{{0,40}} )?(?:in error|wrongly|by mistake)\b"
    r"|misstated|misreported|misidentified|misspelled)"
)
_THEIR_STORY = re.compile(
    rf"(?:{_STORY} (?:[^.;,]{{0,40}} )?(?:by|from|in|of) (?:the )?(?P<by>{_NAME})"
    rf"|\b(?P<who>{_NAME})(?:['’]s?)? (?:{_EARLIER} )?{_STORY}\b)[^.;]{{0,120}}?{_WRONG}"
)
_OUR_STORY = re.compile(  # not "our report showed that the minister was wrong"
    rf"\b[Oo]ur (?:[\w-]+ )?{_STORY}\b(?:(?!\b{_TELLS}\b)[^.;]){{0,140}}?{_WRONG}"
)
_A_STORY = re.compile(
    rf"\b(?:[Aa]n? {_EARLIER} {_STORY}(?! (?:by|from)\b)"
    rf"|(?:[Aa]n?|[Tt]he) {_STORY} (?:published )?(?:on |of )?{_DAY})\b[^.;]{{0,140}}?{_WRONG}"
)
_CORRECTS = re.compile(
    rf"^\W*{_TO_CORRECT}.{{0,60}}?\b(?:our|an?|the|yesterday['’]s) (?:{_EARLIER} )?"
    rf"(?:[\w.&-]+ ){{0,2}}?{_STORY}\b"
    rf".{{0,140}}?\b(?:{_SAID}|{_WRONG})",
    re.I,
)
_CORRECTS_WHO = re.compile(  # "Correction: The Herald reported that five were stolen."
    rf"^\W*(?i:{_TO_CORRECT})\W{{1,3}}{_WHO}\s+(?:had |has |have )?{_SAID}\b"
)
_CONTRARY = re.compile(
    rf"\b[Cc]ontrary to (?:what |(?:an?|the) (?:{_EARLIER} )?{_STORY} (?:by|in|of) )(?:the )?"
    rf"(?P<who>{_NAME})|,? (?:and )?not [^,;]{{1,40}}, as (?:the )?(?P<as>{_NAME}) "
    rf"(?:had |has )?{_SAID}"
)
_WE_SAID = re.compile(rf"\b[Ww]e (?:had )?{_SAID}\b")
_WAS_WRONG = re.compile(
    r"^(?:That|This|It|The (?:figure|number|name|report)) (?:was|is) (?:wrong|incorrect|false|"
    r"inaccurate|not so|an error)\b|^In fact\b|\bapologi[sz]e for the (?:error|mistake)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a sentence does to an earlier report."""

    withdraws: bool  # the whole report; else it calls something in it wrong
    whose: str  # as it names the outlet; OWN where it speaks of its own
    called: str = ""  # "agency", "paper": its own then only where nobody else is called so


def cue_in(words: str, then: str = "") -> Cue | None:
    """Return what a sentence does to an earlier report, None where it speaks of none.

    `then` is what follows it: "We reported … . That was wrong." What a page says of the very
    report that it is ("an earlier version of this article") is not asked here.
    """
    wrong_after = _WAS_WRONG.search(then) is not None
    if not (wrong_after or _ANY.search(words)) or _SELF.search(words):
        return None
    bare = _QUOTED.sub(lambda quoted: '"' + " " * (len(quoted[0]) - 2) + '"', words)
    if _ORDERS.search(bare) or _IS_TAKEN.search(bare):
        return Cue(withdraws=True, whose=OWN)
    taken = _HAS_TAKEN.search(bare)
    if taken is not None:
        return Cue(withdraws=True, whose=taken["who"] or OWN, called=taken["called"] or "")
    if _OUR_STORY.search(bare):
        return Cue(withdraws=False, whose=OWN)
    for pattern in (_THEIR_STORY, _ERRED, _CORRECTS_WHO, _CONTRARY):
        found = pattern.search(bare)
        if found is not None:
            groups = found.groupdict()
            named = (groups.get(group) for group in ("who", "by", "as"))
            whose, called = next(filter(None, named), OWN), groups.get("called") or ""
            return Cue(withdraws=False, whose=whose, called=called)
    said = wrong_after and _WE_SAID.search(bare) is not None
    if said or _A_STORY.search(bare) or _CORRECTS.search(bare):
        return Cue(withdraws=False, whose=OWN)
    return None


def title_taken(headline: str) -> str:
    """Return the headline that a notice's own headline takes back: "KILL: Ferry sinks"; or ""."""
    found = _TITLED.match(headline)
    return found["title"].strip() if found is not None else ""


def titles_in(words: str) -> tuple[str, ...]:
    """Return what stands in quotation marks: the headlines that a notice gives."""
    return tuple(_QUOTED.findall(words))
