"""Know a phrase that tells what somebody is, and not who: an official, a bystander, the firm."""

from __future__ import annotations

import re

from twosource.stages.dossier.informants.phrases import WORD, head_of, tokens
from twosource.stages.dossier.informants.roles import (
    AT_HOME,
    BODY,
    COMPANY,
    DOCUMENT,
    EPITHETS,
    MEDICAL,
    OFFICIAL,
    SOMEBODY,
    UNNAMED,
    WITNESS,
)
from twosource.text.nouns import is_agent, is_person

_TALKERS = BODY | OFFICIAL | UNNAMED | WITNESS | MEDICAL | SOMEBODY
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
    r"|^(?:an?|one|another) (?:\w+ )?(?:m[ae]n|wom[ae]n|mother|father|boy|girl|couple|teenager)\b"
    r".* who (?:was|were) \w+ing\b"
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
# "The electoral board", "the bank union" are bodies; "the board", "the news agency", "the ruling
# party" and "the striking union" are whoever was named before.
_BY_ITS_DUTY = (
    r"(?:(?!news |state |[\w.-]+-based )[a-z-]+ (?:agency|authority|board|panel)"
    r"|[a-z-]+(?<!ing|est) union)\b"
)
_EPITHET = re.compile(
    rf"(?:the|its|his|her|a(?=.*(?:spokes|official|source))) (?!{_BY_ITS_DUTY})"
    rf"(?:[\w.-]+-based |[a-z-]+ )?"
    rf"(?:{'|'.join(sorted(EPITHETS))})(?:['’]s)?(?:{_FOR_ITS_BODY.pattern[:-1]})?$",
    re.I,
)
_BARE_VOICE = re.compile(
    r"(?:(?:a|the|one|its|their) )?(?:\w+ )?spokes(?:man|woman|person|people)$"
)
_HELPER = re.compile(
    r"\b(?:aid|relief|rescue|emergency|health|hospital|social|election|poll)[ -]workers?\b", re.I
)


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
    found = [each.group() for each in WORD.finditer(words) if words[: each.start()][-1:] != "-"]
    said = {each.lower() for each in found[1:] if each[0].islower()}
    said |= set(tokens(words)[:1])
    there = said & AT_HOME and _THERE.search(words)
    return bool(said & WITNESS or there) and not _HELPER.search(words)


def was_there(words: str) -> bool:
    """Return whether a phrase tells that somebody saw it himself."""
    return bool(_WAS_THERE.search(words))


def may_speak(words: str) -> bool:
    """Return whether a common noun phrase is somebody, and no thing: not "the shooting".

    Any word for people will do, but behind "by" or "about": "two people close to the talks".
    """
    told = WORD.findall(_OF_WHAT.split(words, maxsplit=1)[0])
    return any(
        each.lower() in _TALKERS or is_person(each) or (each[0].islower() and is_agent(each))
        for each in told
    )


def is_thing(words: str) -> bool:
    """Return whether a phrase ends in a common noun and is nobody who could tell a thing."""
    head = head_of(words).split()
    return bool(head) and head[-1][0].islower() and not may_speak(words)


def is_bare_company(words: str) -> bool:
    """Return whether a phrase speaks of a company without its name: "the firm", or of its people.

    "A company spokesman" is of the one that is spoken of, unlike "a company".
    """
    return bool(_BARE_COMPANY.match(words))


def is_epithet(words: str) -> bool:
    """Return whether a phrase calls a body only by what it is: "the watchdog", "the shipping firm".

    Or is "it", or somebody who speaks for it: "a spokesperson", "the club's chairman".
    """
    return words.lower() == "it" or bool(_EPITHET.match(words)) or is_bare_voice(words)


def is_bare_voice(words: str) -> bool:
    """Return whether a phrase is somebody who speaks for a body that it does not name."""
    return bool(_BARE_VOICE.match(words)) and not set(tokens(words)) & (BODY - EPITHETS)


def is_any_one(words: str) -> bool:
    """Return whether a phrase brings in a body not spoken of before: "a hospital"."""
    return bool(re.match(r"an?\s", words, re.I)) and not _FOR_ITS_BODY.search(words)


def is_somebody(words: str) -> bool:
    """Return whether a phrase ends in a common noun for a person: "the retired Halifax teacher"."""
    last = words.split()[-1].strip(".,;:’'”\"")
    known = BODY | UNNAMED | OFFICIAL | DOCUMENT
    one = last.lower().removesuffix("s")
    return last.islower() and not {last, one} & known and len(words.split()) > 1
