"""Find in a sentence the words that name where it has its content from, and blunt denials."""

from __future__ import annotations

import re
from collections.abc import Iterator

Stretch = tuple[int, int]

# Up to the next stop; the one behind "Dr" or "U.S" is none.
_WHO = (
    r"((?:\b(?:Mrs?|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|Rev|U\.S|U\.K|[A-Z])\."
    r"|[^,.;:“”\"])+)"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s per|[Cc]iting|[Qq]uoting|by the count of)\s+" + _WHO
)
_SHOWN_BY = re.compile(
    r"(?:^|[,;] |\b(?:that|as|and|but) )(?:as )?((?:[^\s,;.“”\"]+ ){0,5}"
    r"(?:data|figures|records|documents|statistics|papers|filings?|report|census|statement|bulletin|images|pictures|photos|"
    r"photographs|video|footage|logs?|memo|letters?|emails?|transcripts?|survey|poll|audit)"
    r"(?: (?:from|by) (?:the )?[A-Z][\w&'’-]*(?: (?:of|for|and|the|[A-Z][\w&'’-]*))*)?)"
    r"\b[^.;“”\"]{0,40}? "
    r"(?:shows?|showed|shown|suggests?|suggested|indicates?|indicated|reveals?|revealed|says|said|"
    r"puts?|writes)\b"
)
_PUT_AT = re.compile(
    r"(?:^|[,;] |\b(?:while|and|but|that) )"
    r"((?:(?!(?:was|were|is|are|be|been|by)\b)[^\s,;.“”\"]+ ){1,6}?)"
    r"(?:now |has |have |had |later )?"
    r"(?:(?:puts?|estimates?|estimated)\s(?=[^.;]*\bat\b)|(?:gives?|gave|given)\s(?=[^.;]*\bas\b)|"
    r"(?:counted|recorded|registered|estimates|estimated|lists|reckons|reckoned)\s)(?=[^.;]*\d)"
)
_TRAILING = re.compile(
    r", ((?:the|its|her|his|their) [^,.;:“”\"]{2,50}, [A-Z][^,.;:“”\"]{1,50}|"
    r"it|they|(?:the|its|their)(?: [\w'’-]+){1,5}),? "
    r"(?:said|says|added|adds|told|went on|continued)\b(?=[^,;:“”\"]{0,40}$)"
)
_SAYS_SO = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,60}?) (?:said|says|confirmed|announced|reported|wrote|stated) "
    r"(?:so|this|that much|as much|the same)\b"
)
_SAYS_NO = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,60}?) (?:has |have |had )?(?:flatly |firmly |strongly |later )?"
    r"(?:den(?:ied|ies|y)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|contest(?:s|ed)?) "
    r"(?:this|that(?=\s*(?:[.,;:]|$|(?:and|but|when|on|in|at)\b))|it|all of this|"
    r"the (?:claims?|allegations?|accusations?|reports?|account|"
    r"charges?|suggestion)|such (?:claims|reports|allegations))\b"
)


# "According to present knowledge": knowledge of whom?
_NO_SOURCE = re.compile(
    r"(?:the )?(?:\w+ )?(?:knowledge|information|plans?|schedule|estimates|indications|findings|"
    r"tradition|custom|law|rules?)$|(?:\w+ )?(?:initial|preliminary|early|first|latest|recent|"
    r"media|press|news|local|some|unconfirmed|many|several) (?:\w+ )?reports?$|"
    r".*\S (?:posted|released|published|shared|uploaded) (?:a|an|the|some)\b|"
    r"(?:\w+ )?reports (?:on|from|at|in) (?:the |[a-z])[\w ]*$|"
    # "Where an estimated 1,500 live", "it's estimated": nobody is told to estimate.
    r"(?:.*\b)?(?:an?|the|some|about|its|their|of|with|at|it|it['’]s|is|are|was|were)\s*$",
    re.IGNORECASE,
)


def named_sources(sentence: str) -> Iterator[Stretch]:
    """Yield where a sentence names its source outside of quotations, the surest first.

    "according to X", "customs data show", "the operator puts the number at 14".
    """
    for pattern in (_ACCORDING, _SHOWN_BY, _PUT_AT, _TRAILING):
        for found in pattern.finditer(sentence):
            if pattern is _TRAILING or not _NO_SOURCE.match(found.group(1)):
                yield found.span(1)


def says_so(sentence: str) -> Stretch | None:
    """Return who in a sentence stands for what stood before it: "Police said so"; else None."""
    found = _SAYS_SO.match(sentence)
    return found.span("who") if found else None


def says_no(sentence: str) -> Stretch | None:
    """Return who in a sentence denies what stood before it: "Lindwerk denied this"; else None."""
    found = _SAYS_NO.match(sentence)
    return found.span("who") if found else None
