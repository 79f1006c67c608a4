"""Read the phrase that names a speaker: a firm, a document, somebody, or only what he is."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.stages.dossier.informants.bodies import country_in
from twosource.stages.dossier.informants.roles import (
    AT_HOME,
    AUTHORS,
    BODY,
    COMPANY,
    DOCUMENT,
    EPITHETS,
    MEDICAL,
    OFFICIAL,
    RULINGS,
    SOMEBODY,
    UNNAMED,
    VOICES,
    WITNESS,
)
from twosource.text.nouns import is_agent, is_person

_TALKERS = BODY | OFFICIAL | UNNAMED | WITNESS | MEDICAL | SOMEBODY
PHRASES_HELD = 8192  # a speaker's words are looked at by a dozen rules

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
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Lower case: "an official of the agency" is unnamed, "the Safety Authority" is not.
_NAMELESS = re.compile(
    r"\b(?:officials?|sources?|persons?|people|diplomats?|insiders?|aides?|executives?|officers?|"
    r"employees?|workers?|staff|staffers?|members?)\b"
)
_ONE_OF = re.compile(r"(?:one|two|three|some|several|many|most|another) of\b", re.IGNORECASE)
_SEVERAL = frozenset({"services", "rescuers", "authorities"})
# What callings are told by, where the word stands alone: "Geologists say". A name seldom ends so.
_CALLING = re.compile(
    r"[A-Z][a-z]+(?:ists|icians|searchers|orians|awyers|octors|urses|eachers|ngineers|orkers|"
    r"aigners|armers|arents|tudents|vestors|ritics|perts|sidents|survivors)$"
)
# "People waiting at the lower station", "a rider who had watched from the fence".
_WAS_THERE = re.compile(
    r"\b(?:people|residents?|families|crowds?|someone|m[ae]n|wom[ae]n|customers?|guests?)\b.*?"
    r"\b(?:waiting|standing|watching|queuing|sitting|living|staying|sleeping|nearby|at the scene)\b"
    r"|\bwho (?:had |has |have )?(?:just )?(?:saw|seen|watched|witnessed|heard|filmed|fled|escaped|"
    r"survived|was (?:in|on|at|there|nearby)|were (?:in|on|at|there|nearby)|live[sd]? (?:near|next|"
    r"opposite|across))\b"
)
# "A shepherd", "farmers in Dorvan", "who had just locked up"; but "farmers say" speaks of them all.
_THERE = re.compile(
    r"^(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Aa]nother) |\bwho (?:had|was|were) |"
    r"\b(?:in|at|near|from|outside|beside|by) (?:the |his |her |their )?\w"
)
_OF_WHAT = re.compile(r" (?:by|on|about|that|which|against)\b")
_FOR_ITS_BODY = re.compile(
    r" (?:spokes\w+|officials?|representatives?|executives?|statement|source|manager)$", re.I
)
_BARE_COMPANY = re.compile(
    rf"(?:(?:the|a) )?(?:{'|'.join(sorted(COMPANY))})(?:{_FOR_ITS_BODY.pattern[:-1]})?$", re.I
)
_EPITHET = re.compile(
    rf"(?:the|its|his|her|a(?=.*(?:spokes|official|source))) (?:[a-z-]+ )?"
    rf"(?:{'|'.join(sorted(EPITHETS))})(?:['’]s)?(?:{_FOR_ITS_BODY.pattern[:-1]})?$",
    re.I,
)
_BARE_VOICE = re.compile(
    r"(?:(?:a|the|one|its|their) )?(?:\w+ )?spokes(?:man|woman|person|people)$"
)
_HELPER = re.compile(
    r"\b(?:aid|relief|rescue|emergency|health|hospital|social|election|poll)[ -]workers?\b", re.I
)
# Where the thing that a phrase names ends: "a report | by the audit office".
_HEAD_ENDS = re.compile(
    r",| (?:of|from|by|in|on|at|to|with|that|which|seen|obtained|filed|published)\b"
)
_GOES_ON = re.compile(
    r"['’]s? [a-z]|\s(?!(?:and|or|of|from|at|for|in|on|with|who|whose|as|also|then|later|himself|"
    r"herself|just|now|has|had|will|would)\b)[a-z]"
)
_ISSUED_BY = re.compile(
    r"(?<!obtained )(?<!seen )(?<!reviewed )\b(?:from|by) (?:the )?([A-Z][^,]*)$"
)


@lru_cache(maxsize=PHRASES_HELD)
def tokens(words: str) -> tuple[str, ...]:
    """Return the words of a phrase in lower case, without their possessive ending."""
    return tuple(re.sub(r"['’]s$", "", found.group()).lower() for found in _WORD.finditer(words))


def bare(words: str) -> str:
    """Return a phrase without the article before it."""
    return re.sub(r"^(?:the|an?|its|their)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def firm_named(words: str) -> str:
    """Return the company that words name without a model's help; "" where they name none."""
    found = _COMPANY_NAMED.match(words) or _ITS_OFFICER.match(words)
    name = found.group(1) if found else ""
    return "" if country_in(name) else name


def is_nameless(words: str) -> bool:
    """Return whether a phrase speaks of somebody by what he is: "an official", "one of them"."""
    return bool(_NAMELESS.search(words) or _ONE_OF.match(words) or _is_some_officer(words))


def _is_some_officer(words: str) -> bool:
    """Return whether a phrase is one of a body's people, no voice of it: "a ministry manager"."""
    head = tokens(head_of(words))
    some = words[:2].lower() in ("a ", "an") and head[-1:] != head[:1]
    return some and head[-1] in OFFICIAL and not head[-1].startswith("spokes")


def is_anybody(words: str) -> bool:
    """Return whether a phrase tells only of what kind somebody is, or that there are several."""
    found = set(tokens(words))
    return bool(found & (UNNAMED | _SEVERAL) or _ONE_OF.match(words) or _CALLING.match(words))


def is_calling(words: str) -> bool:
    """Return whether a lone word that opens a sentence is a common noun: "Unions", "Gunmen"."""
    return " " not in words and (words.lower() in _TALKERS or is_person(words.lower()))


def is_several(words: str) -> bool:
    """Return whether a phrase means people of several bodies: "rescuers", "authorities"."""
    return bool(set(tokens(words)) & _SEVERAL)


def is_bystander(words: str) -> bool:
    """Return whether a phrase calls somebody a witness; who came to help is none by that."""
    # What stands with a capital within is a name: "Workers' Union"; a "300-worker firm" is none.
    found = [each.group() for each in _WORD.finditer(words) if words[: each.start()][-1:] != "-"]
    said = {each.lower() for each in found[1:] if each[0].islower()}
    said |= set(tokens(words)[:1])
    there = said & AT_HOME and _THERE.search(words)
    return bool(said & WITNESS or there) and not _HELPER.search(words)


def was_there(words: str) -> bool:
    """Return whether a phrase tells that somebody saw it himself."""
    return bool(_WAS_THERE.search(words))


def head_of(words: str) -> str:
    """Return a phrase up to the thing that it names: "a report" of "a report by the police"."""
    return _HEAD_ENDS.split(words, maxsplit=1)[0]


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


def may_speak(words: str) -> bool:
    """Return whether a common noun phrase is somebody, and no thing: not "the shooting".

    Any word for people will do, but behind "by" or "about": "two people close to the talks".
    """
    told = _WORD.findall(_OF_WHAT.split(words, maxsplit=1)[0])
    return any(
        each.lower() in _TALKERS or is_person(each) or (each[0].islower() and is_agent(each))
        for each in told
    )


def is_thing(words: str) -> bool:
    """Return whether a phrase ends in a common noun and is nobody who could tell a thing."""
    head = head_of(words).split()
    return bool(head) and head[-1][0].islower() and not may_speak(words)


def modifies(name_end: str) -> bool:
    """Return whether a phrase goes on behind a name, so that the name only says of which kind.

    "The Holt administration", "Holt's supporters"; but "Holt of the council", "Holt himself".
    """
    return bool(_GOES_ON.match(name_end))


def issued_by(words: str) -> str:
    """Return who a paper is said to be from: "figures from Statistics Norway"; "" for nobody."""
    found = _ISSUED_BY.search(words)
    return found.group(1) if found else ""


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


def without_document(words: str) -> str:
    """Return who a document is by, as its name tells: "an audit office report" the audit office."""
    return head_of(words).rpartition(" ")[0] or words


def proper_name(words: str) -> str:
    """Return the longest run of capitalised words; "" where only the first word has a capital."""
    runs = re.findall(r"(?:[A-ZÀ-Þ][^\s,]*\s?)+", words)
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


def is_bare_company(words: str) -> bool:
    """Return whether a phrase speaks of a company without its name: "the firm", or of its people.

    "A company spokesman" is of the one that is spoken of, unlike "a company".
    """
    return bool(_BARE_COMPANY.match(words))


def are_authors(words: str) -> bool:
    """Return whether a phrase may mean who has written a paper: "the authors", "a team"."""
    found = [each for each in tokens(words) if each not in ("the", "a", "its", "two", "study")]
    return len(found) == 1 and found[0] in AUTHORS


def is_epithet(words: str) -> bool:
    """Return whether a phrase calls a body only by what it is: "the watchdog", "the shipping firm".

    Or is "it", or somebody who speaks for it: "a spokesperson", "the club's chairman".
    """
    return words.lower() == "it" or bool(_EPITHET.match(words) or _BARE_VOICE.match(words))


def is_any_one(words: str) -> bool:
    """Return whether a phrase brings in a body not spoken of before: "a hospital"."""
    return bool(re.match(r"an?\s", words, re.I)) and not _FOR_ITS_BODY.search(words)


def is_paper(words: str) -> bool:
    """Return whether a phrase names a paper by a common noun, and not an outlet called so."""
    return is_document(words) and head_of(words).split()[-1].islower()


def is_ruling(words: str) -> bool:
    """Return whether words mean what a court has just found: "the ruling"."""
    found = tokens(words)
    return len(found) == 2 and found[0] in ("the", "its") and found[1] in RULINGS


def is_somebody(words: str) -> bool:
    """Return whether a phrase ends in a common noun for a person: "the retired Halifax teacher"."""
    last = words.split()[-1].strip(".,;:’'”\"")
    known = BODY | UNNAMED | OFFICIAL | DOCUMENT
    one = last.lower().removesuffix("s")
    return last.islower() and not {last, one} & known and len(words.split()) > 1
