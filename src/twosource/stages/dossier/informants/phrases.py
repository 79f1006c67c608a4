"""Take apart the phrase that names a speaker: its head, its name, the firm or place in it."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.stages.dossier.informants.bodies import country_in
from twosource.stages.dossier.informants.roles import BODY, COMPANY, MEDICAL, OFFICIAL, UNNAMED
from twosource.text.standing import places_of

PHRASES_HELD = 8192  # a speaker's words are looked at by a dozen rules
# What a sentence may open with before a name: no firm is called "But Hebridean Link".
LINK = r"(?:But|And|Yet|So|However|Meanwhile|Although|Though|When|While|If|As)\b"
# "Her owners, Hebridean Link", "the shipping company Kystlinjen": a name that no model need know.
_COMPANY_NAMED = re.compile(
    rf"(?i:the|its|her|his|their) (?:\w+ )?(?i:{'|'.join(sorted(COMPANY))}),? "
    r"([A-ZÀ-Þ][\w&.-]+(?: (?:[A-ZÀ-Þ&][\w&.-]*))*)$"
)
# "Hebridean Link's managing director, Fergus Lamont".
_ITS_OFFICER = re.compile(
    r"([A-ZÀ-Þ][\w&.-]+(?: [A-ZÀ-Þ&][\w&.-]*)*)['’]s? (?:[\w-]+ ){0,3}?"
    r"(?:director|executive|spokes\w+|chairman|chairwoman|boss|manager)\b"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Where the thing that a phrase names ends: "a report | by the audit office".
_HEAD_ENDS = re.compile(
    r",| (?:of|from|for|by|in|on|at|to|with|that|which|seen|obtained|filed|published)\b"
)
_SEAT = re.compile(rf"-(?:based|headquartered|listed) | (?:{'|'.join(sorted(COMPANY))})\b")
_GOES_ON = re.compile(
    r"['’]s? [a-z]|\s(?!(?:and|or|of|from|at|for|in|on|with|who|whose|as|also|then|later|himself|"
    r"herself|just|now|has|had|will|would)\b)[a-z]"
)


@lru_cache(maxsize=PHRASES_HELD)
def tokens(words: str) -> tuple[str, ...]:
    """Return the words of a phrase in lower case, without their possessive ending."""
    return tuple(re.sub(r"['’]s$", "", found.group()).lower() for found in WORD.finditer(words))


def bare(words: str) -> str:
    """Return a phrase without the article before it."""
    return re.sub(r"^(?:the|an?|its|their)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def tells_where(name: str, text: str) -> bool:
    """Return whether a text has a name only to tell whereof a firm is: "the Velmora carrier".

    "The Velmora-based carrier" as well; what stands once by itself is the firm's own name.
    """
    places = places_of(name, text)
    return all(_SEAT.match(text, place + len(name)) for place in places)


def firm_named(words: str) -> str:
    """Return the company that words name without a model's help; "" where they name none."""
    found = _COMPANY_NAMED.match(words) or _ITS_OFFICER.match(words)
    name = found.group(1) if found else ""
    return "" if country_in(name) else name


def head_of(words: str) -> str:
    """Return a phrase up to the thing that it names: "a report" of "a report by the police"."""
    return _HEAD_ENDS.split(words, maxsplit=1)[0]


def modifies(name_end: str) -> bool:
    """Return whether a phrase goes on behind a name, so that the name only says of which kind.

    "The Holt administration", "Holt's supporters"; but "Holt of the council", "Holt himself".
    """
    return bool(_GOES_ON.match(name_end))


def is_of_a_place(words: str) -> bool:
    """Return whether a phrase has a body's word only in where it is: "women in the city"."""
    head, *rest = re.split(r" (?:in|on|at|near|outside) ", words, maxsplit=1)
    said = set(tokens(head))
    return (
        bool(rest)
        and head.split()[-1].islower()
        and not said & (BODY | OFFICIAL | UNNAMED | MEDICAL)
    )


def without_place(words: str) -> str:
    """Return a phrase without where somebody is: "a doctor at Oban" is not called Oban."""
    head = re.split(r" (?:in|at|on|near|from|outside) ", words, maxsplit=1)[0]
    return head if re.match(r"(?:the|an?|one|two|three|some)\s", words, re.I) else words


def proper_name(words: str) -> str:
    """Return the longest run of capitalised words; "" where only the first word has a capital.

    A number may end it: "Rescue 1122", "Channel 4".
    """
    runs = re.findall(r"(?:[A-ZÀ-Þ][^\s,]*\s?)+(?:\d+\b)?", words)
    found = max((run.strip() for run in runs), key=len, default="")
    opens = words.startswith(found) and " " not in found
    return "" if opens and " " in words.strip() else found


def is_titled(words: str, name: str) -> bool:
    """Return whether a name taken for a body's is that of an official: "the spokesman, X"."""
    before, found, _ = words.partition(name)
    beside = tokens(before) if before.rstrip().endswith(",") else tokens(before)[-1:]
    return bool(found) and bool(set(beside) & OFFICIAL)


def is_only_a_name(words: str) -> bool:
    """Return whether a phrase is one capitalised name, no country's: "Nordalu", "Halden Marine"."""
    return bool(words) and proper_name(words) == words and country_in(words) is None
