"""Say whom a passage knows something from, given the words that name the speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.model.claimed import Informant, InformantKind
from twosource.model.identity import CountryCode, EntityId
from twosource.model.linked import Entity
from twosource.places import iso_name
from twosource.stages.dossier.informants.bodies import Body, body_in, body_named, country_in, key_of
from twosource.stages.dossier.informants.roles import (
    BARE,
    COMPANY,
    DOCUMENT,
    OFFICIAL,
    PRONOUNS,
    UNNAMED,
    WITNESS,
)
from twosource.stages.dossier.informants.roles import BODY as BODY_WORDS

UNSTATED = Informant(kind="unstated", key="unstated", name="")

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
    r"\b(?:officials?|sources?|persons?|people|diplomats?|insiders?|aides?|executives?|officers?)\b"
)
_DETERMINED = re.compile(r"(?:the|an?|one) [^,]*$", re.IGNORECASE)
_SEVERAL = frozenset({"services", "rescuers", "authorities"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr"})
# "Rescue officials": of some arm of a state, the words do not say which.
_OF_SOME_STATE = frozenset(
    """rescue health military security intelligence government federal emergency local city state
    defence defense border immigration customs authorities""".split()
)
_ON_OWN_ACCOUNT = frozenset(
    """professor economist analyst expert lawyer historian researcher scientist author opposition
    lawmaker senator mp critic activist campaigner farmer doctor nurse teacher pilot""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The words that name a speaker and who stands in them."""

    words: str  # as they stand: "a spokesman for Norway's coast guard"
    person: Entity | None = None  # the person named in them
    bodies: tuple[Entity, ...] = ()  # bodies named in the words, or where the person is described
    office: Body | None = None  # the body a person's title and description give
    country: CountryCode | None = None  # of a country or a capital that acts
    described: str = ""  # title and office of the person, here or anywhere in the story
    rare: bool = False  # the body's name stands in one outlet only, so it may be no name
    acts: bool = False  # a capital or a country that does what only a government does


def informant_of(speaker: Speaker) -> Informant:
    """Return the informant that a speaker is.

    Officials and spokespersons stand for their body. An unnamed one takes the body or state
    given; if there is neither, nothing tells him from other unnamed ones. A document stands for
    its issuer. Words that tell nothing ("he", of whom no line before tells) leave it unstated.
    """
    words = _tokens(speaker.words)
    if speaker.person is not None and (speaker.bodies or not _firm_named(speaker.words)):
        return _person(speaker)
    if not words or set(words) <= PRONOUNS:
        return UNSTATED
    nobody = bool(set(words) & UNNAMED) or bool(set(words) & _SEVERAL)
    kind: InformantKind = "unnamed" if _NAMELESS.search(speaker.words) else "body"
    if speaker.bodies and _is_titled(speaker.words, speaker.bodies[0].name):
        key = f"official:{' '.join(_tokens(speaker.bodies[0].name))}"
        name = speaker.bodies[0].name
        return Informant(kind="person", key=key, name=name, words=speaker.words)
    firm = _firm_named(speaker.words)
    if firm and not speaker.bodies:
        return _body(speaker, body_named(firm, speaker.country), "body", None)
    if speaker.bodies and not set(words) & _HONORIFICS and not is_somebody(speaker.words):
        entity = speaker.bodies[0]
        told = body_in(speaker.words)
        home = told.country if told is not None else country_in(speaker.words)
        body = body_named(entity.name, entity.country or home)
        return _body(speaker, body, kind, entity.id)
    if speaker.acts and speaker.country:
        return _state(speaker, speaker.country, "body")
    if set(words) & _HONORIFICS:
        name = " ".join(word for word in words if word not in _HONORIFICS)
        key = f"{'person' if ' ' in name else 'unsure'}:{name}"
        return Informant(kind="person", key=key, name=name.title(), words=speaker.words)
    body_here = None if set(words) & _SEVERAL else body_in(speaker.words)
    if body_here is not None and body_here.name not in WITNESS:
        return _body(speaker, body_here, kind, None)
    country = country_in(speaker.words) or speaker.country
    if set(words) & WITNESS:
        return Informant(kind="witness", key="witness", name="witnesses", words=speaker.words)
    if nobody and (country is not None or set(words) & _OF_SOME_STATE):
        return _state(speaker, country, "unnamed")
    if set(words) & DOCUMENT:
        key = "document:" + " ".join(words)
        return Informant(kind="document", key=key, name=_bare(speaker.words), words=speaker.words)
    if country is not None and len(words) <= 3:
        return _state(speaker, country, "body")
    # A common noun whom no table knows ("the rescuer"): somebody, but nobody can tell who.
    described = _DETERMINED.match(speaker.words) and is_somebody(speaker.words)
    proper = "" if described else _proper_name(speaker.words)
    if not proper or nobody or set(words) & OFFICIAL:
        shown = _bare(speaker.words)
        return Informant(kind="unnamed", key="unnamed", name=shown, words=speaker.words)
    # A name that no model knows for one: a person, a firm, or the start of a headline.
    key = "unsure:" + " ".join(_tokens(proper))
    return Informant(kind="person", key=key, name=proper, words=speaker.words)


def _firm_named(words: str) -> str:
    """Return the company that words name without a model's help; "" where they name none."""
    found = _COMPANY_NAMED.match(words) or _ITS_OFFICER.match(words)
    name = found.group(1) if found else ""
    return "" if country_in(name) else name


def _proper_name(words: str) -> str:
    """Return the longest run of capitalised words; "" where only the first word has a capital."""
    runs = re.findall(r"(?:[A-ZÀ-Þ][^\s,]*\s?)+", words)
    found = max((run.strip() for run in runs), key=len, default="")
    opens = words.startswith(found) and " " not in found
    return "" if opens and " " in words.strip() else found


def _is_titled(words: str, name: str) -> bool:
    """Return whether a name taken for a body's is that of an official: "the spokesman, X"."""
    before, found, _ = words.partition(name)
    beside = _tokens(before) if before.rstrip().endswith(",") else _tokens(before)[-1:]
    return bool(found) and bool(set(beside) & OFFICIAL)


def is_somebody(words: str) -> bool:
    """Return whether a phrase ends in a common noun for a person: "the retired Halifax teacher"."""
    last = words.split()[-1].strip(".,;:’'”\"")
    known = BODY_WORDS | UNNAMED | OFFICIAL | DOCUMENT
    return last.islower() and last.lower() not in known and len(words.split()) > 1


def _person(speaker: Speaker) -> Informant:
    """Return a person as informant: the body of an official, else the person alone."""
    person = speaker.person
    assert person is not None
    described = set(_tokens(speaker.described))
    name = _tokens(person.name)
    alone = Informant(
        kind="witness" if described & WITNESS else "person",
        # A surname alone may be anybody's.
        key=f"{'person' if len(name) > 1 else 'unsure'}:{' '.join(name)}",
        name=person.name,
        entity=person.id,
        words=speaker.words,
    )
    if not described & OFFICIAL or described & _ON_OWN_ACCOUNT:
        return alone
    body = _office(speaker)
    if body is None:
        key = f"official:{' '.join(_tokens(person.name))}"
        return Informant(
            kind="person", key=key, name=person.name, entity=person.id, words=speaker.words
        )
    named = speaker.bodies[0] if speaker.bodies else None
    entity = named.id if named and body.name in named.name.lower() else None
    return _body(speaker, body, "body", entity)


def _office(speaker: Speaker) -> Body | None:
    """Return the body an official speaks for, as title and description give it."""
    office = speaker.office
    # "Energy Minister": the office itself names the body, better than any name beside it.
    plain = office is not None and not (
        office.name in BARE or set(office.name.split()[-1:]) & COMPANY
    )
    if speaker.bodies and not plain:
        return body_named(speaker.bodies[0].name, speaker.bodies[0].country or speaker.country)
    if office is None or (office.name == "presidency" and not (office.country or speaker.country)):
        return None  # "President" of what? Clubs and zoos have one too.
    return replace(office, country=office.country or speaker.country)


def _body(speaker: Speaker, body: Body, kind: InformantKind, entity: EntityId | None) -> Informant:
    if not body.name:
        return _state(speaker, body.country, kind)
    key = key_of(body)
    if speaker.rare and not set(body.name.split()) & BODY_WORDS:
        key = key.replace("body:", "unsure:", 1)
    return Informant(
        kind=kind,
        key=key,
        name=body.shown,
        entity=entity,
        country=body.country,
        words=speaker.words,
    )


def _state(speaker: Speaker, country: CountryCode | None, kind: InformantKind) -> Informant:
    state = iso_name(country) if country else ""
    if kind == "unnamed":
        shown = f"unnamed officials of {state}" if state else _bare(speaker.words)
    else:
        shown = f"government of {state}" if state else "government"
    return Informant(
        kind=kind,
        key=f"state:{country or ''}",
        name=shown,
        country=country,
        words=speaker.words,
    )


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?|its|their)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def _tokens(words: str) -> list[str]:
    return [re.sub(r"['’]s$", "", found.group()).lower() for found in _WORD.finditer(words)]
