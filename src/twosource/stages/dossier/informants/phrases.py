"""Take apart the phrase that names a speaker or a paper: its head, its name, the firm in it."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.stages.dossier.informants.bodies import country_in
from twosource.stages.dossier.informants.roles import (
    AUTHORS,
    BODY,
    COMPANY,
    DOCUMENT,
    MEDICAL,
    OFFICIAL,
    RULINGS,
    UNNAMED,
    VOICES,
)
from twosource.text.attributions import SOME_REPORTS
from twosource.text.standing import places_of

PHRASES_HELD = 8192  # a speaker's words are looked at by a dozen rules
# What a sentence may open with before a name: no firm is called "But Hebridean Link".
LINK = r"(?:But|And|Yet|So|Now|However|Meanwhile|Although|Though|When|While|If|As)\b"
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
_DEFINITE = re.compile(r"(?i:the) [a-z][\w-]*")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Where the thing that a phrase names ends: "a report | by the audit office".
_HEAD_ENDS = re.compile(
    r",| (?:of|from|for|by|in|on|at|to|with|that|which|seen|obtained|filed|published)\b"
)
_SEAT = re.compile(rf"-(?:based|headquartered|listed) | (?:{'|'.join(sorted(COMPANY))})\b")
_GOES_ON = re.compile(
    r"['’]s? \w|\s(?!(?:and|or|of|from|at|for|in|on|with|who|whose|as|also|then|later|himself|"
    r"herself|just|now|has|had|will|would|is|was)\b)[a-z]"
)


@lru_cache(maxsize=PHRASES_HELD)
def tokens(words: str) -> tuple[str, ...]:
    """Return the words of a phrase in lower case, without their possessive ending."""
    return tuple(re.sub(r"['’]s$", "", found.group()).lower() for found in WORD.finditer(words))


def bare(words: str) -> str:
    """Return a phrase without the article before it."""
    return re.sub(r"^(?:the|an?|its|their)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def is_definite(words: str) -> bool:
    """Return whether a phrase is "the" and one word: "the embassy"."""
    return bool(_DEFINITE.fullmatch(words))


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


_ISSUED_BY = re.compile(
    r"(?<!obtained )(?<!seen )(?<!reviewed )\b(?:from|by) (?:the )?([A-Z][^,]*)$"
)

_SOME_REPORTS = re.compile(SOME_REPORTS, re.IGNORECASE)
_BROUGHT_OUT = re.compile(
    r"\b(?:reports?|story|stories|articles?|columns?|dispatch|blog post)\b"
    r".*\b(?:posted|published|aired|broadcast|filed)\b.*\bby\b"
)


def is_document(words: str) -> bool:
    """Return whether a phrase names a paper: "an audit office report", "a page of the log".

    A statement, a release, a notice is the voice of whoever issues it, and no paper.
    """
    head = _up_to_paper(tokens(head_of(words)))
    if head[-1:] == ("paper",):  # "the paper" is a newspaper
        return words[:2].lower() in ("a ", "an")
    return bool(head) and head[-1] in DOCUMENT - VOICES


def _up_to_paper(head: tuple[str, ...]) -> tuple[str, ...]:
    """Return a phrase without what was done to a paper: "a preprint posted this week"."""
    for place, word in enumerate(head[1:], start=1):
        done = word.endswith("ed") or word in ("taken", "made", "drawn", "written", "sent", "shown")
        if done and head[place - 1] in DOCUMENT:
            return head[:place]
    return head


def without_document(words: str) -> str:
    """Return who a document is by, as its name tells: "an audit office report" the audit office."""
    return head_of(words).rpartition(" ")[0] or words


def is_paper(words: str) -> bool:
    """Return whether a phrase names a paper by a common noun, and not an outlet called so."""
    return is_document(words) and head_of(words).split()[-1].islower()


def issued_by(words: str) -> str:
    """Return who a paper is said to be from: "figures from Statistics Norway"; "" for nobody."""
    found = _ISSUED_BY.search(words)
    return found.group(1) if found else ""


def is_of_the_press(words: str) -> bool:
    """Return whether words mean what an outlet has brought out: "one report posted by X"."""
    return bool(_SOME_REPORTS.fullmatch(words) or _BROUGHT_OUT.search(words))


def is_ruling(words: str) -> bool:
    """Return whether words mean what a court has just found: "the ruling"."""
    found = tokens(words)
    return len(found) == 2 and found[0] in ("the", "its") and found[1] in RULINGS


def are_authors(words: str) -> bool:
    """Return whether a phrase may mean who has written a paper: "the authors", "a team"."""
    found = [each for each in tokens(words) if each not in ("the", "a", "its", "two", "study")]
    return len(found) == 1 and found[0] in AUTHORS
