"""What the words for a speaker tell, and the informant that a person, a body or a state is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from twosource.model.claimed import Informant, InformantKind
from twosource.model.identity import CountryCode, EntityId, Span
from twosource.model.linked import Entity
from twosource.places import iso_name, short_name
from twosource.stages.dossier.informants.bodies import Body, body_named, key_of
from twosource.stages.dossier.informants.body_words import FILLERS
from twosource.stages.dossier.informants.callings import is_bystander
from twosource.stages.dossier.informants.phrases import bare, tokens
from twosource.stages.dossier.informants.roles import (
    BARE,
    BODY,
    COMPANY,
    JOURNALIST,
    MEDICAL,
    OFFICIAL,
)

ON_OWN_ACCOUNT = frozenset(
    """professor economist analyst expert lawyer historian researcher scientist author opposition
    lawmaker senator mp critic activist campaigner farmer teacher pilot""".split()
)
ROLES_HELD = 4096  # of persons; the same while a story tells no new thing of one
_TELLING = OFFICIAL | MEDICAL | JOURNALIST | ON_OWN_ACCOUNT
# Who held an office once speaks for himself.
_FORMER = re.compile(r"\b(?:former|ex|retired|late|then)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What is told of a person, here or anywhere in the story, as far as it tells whose he is."""

    told: bool = False  # anything at all
    words: frozenset[str] = frozenset()  # of offices and callings
    former: bool = False
    bystander: bool = False


NO_ROLE = Role()


@lru_cache(maxsize=ROLES_HELD)
def role_in(described: tuple[str, ...]) -> Role:
    """Return what the titles and descriptions of a person tell together."""
    every = " | ".join(described)
    words = tokens(every)
    return Role(
        told=bool(words),
        words=_TELLING.intersection(words),
        former=_FORMER.search(every) is not None,
        bystander=is_bystander(every),
    )


MOST_WORDS = 6  # of a body's name, "of" and "and" not counted; a longer one is a clause
# How countries' names begin that have an article behind "of".
_WITH_ARTICLE = (
    *("Bahamas", "Central African ", "Comoros", "Dominican ", "Gambia", "Maldives", "Marshall "),
    *("Netherlands", "Philippines", "Seychelles", "Solomon ", "United "),
)
UNSTATED = Informant(kind="unstated", key="unstated", name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The words that name a speaker and who stands in them."""

    words: str  # as they stand: "a spokesman for Norway's coast guard"
    person: Entity | None = None  # the person named in them
    bodies: tuple[Entity, ...] = ()  # bodies named in the words, or where the person is described
    office: Body | None = None  # the body a person's title and description give
    country: CountryCode | None = None  # of a country or a capital that acts
    role: Role = NO_ROLE  # of the person, by what is told of him anywhere in the story
    rare: bool = False  # the body's name stands in one outlet only, so it may be no name
    acts: bool = False  # a capital or a country that does what only a government does
    one_word: bool = False  # one capitalised word, never behind another in its text: a firm's name
    saw: bool = False  # what follows the words tells that somebody saw it himself


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Whom a speaker's words stand for.

    A minister speaks in his own name, but what he tells is known from his ministry.
    """

    informant: Informant
    voice: EntityId | None = None  # who speaks; None where nothing but words tells
    spoken: Span  # the words that tell who it is, which for "it" or "the firm" stand before


def body_as_informant(
    speaker: Speaker, body: Body, kind: InformantKind, entity: EntityId | None
) -> Informant:
    """Return a body as informant; of one that only one outlet names nobody is sure."""
    if not body.name:
        return state_as_informant(speaker, body.country, kind)
    key = key_of(body)
    words = [each for each in body.name.split() if each not in FILLERS]
    if (speaker.rare and not set(words) & BODY) or len(words) > MOST_WORDS:
        key = key.replace("body:", "unsure:", 1)
    return Informant(
        kind=kind,
        key=key,
        name=body.shown,
        entity=entity,
        country=body.country,
        words=speaker.words,
    )


def country_called(country: CountryCode) -> str:
    """Return a country as a sentence would name it: "South Korea", but "United States"."""
    short = short_name(country)
    return iso_name(country) if short.isupper() else short


def _with_article(country: str) -> str:
    """Return a country's name as it stands behind "of": "the United States"."""
    return f"the {country}" if country.startswith(_WITH_ARTICLE) else country


def state_as_informant(
    speaker: Speaker, country: CountryCode | None, kind: InformantKind
) -> Informant:
    """Return a state as informant, or somebody of it whom no words name; None for some state."""
    state = _with_article(country_called(country)) if country else ""
    if kind == "unnamed":
        shown = f"unnamed officials of {state}" if state else bare(speaker.words)
    else:
        shown = f"government of {state}" if state else "government"
    return Informant(
        kind=kind,
        key=f"state:{country or ''}",
        name=shown,
        country=country,
        words=speaker.words,
    )


def person_as_informant(speaker: Speaker) -> Informant:
    """Return a person as informant: the body of an official, else the person alone."""
    person = speaker.person
    assert person is not None
    role = speaker.role
    name = tokens(person.name)
    firm = speaker.one_word and len(name) == 1 and not role.told
    alone = Informant(
        kind="witness" if role.bystander else "body" if firm else "person",
        # A surname alone may be anybody's.
        key=f"{'person' if len(name) > 1 else 'unsure'}:{' '.join(name)}",
        name=person.name,
        entity=person.id,
        words=speaker.words,
    )
    if role.words & MEDICAL and speaker.bodies:
        hospital = body_named(speaker.bodies[0].name, speaker.bodies[0].country)
        return body_as_informant(speaker, hospital, "body", speaker.bodies[0].id)
    if role.words & MEDICAL and speaker.office is not None:
        return body_as_informant(speaker, speaker.office, "body", None)
    if not role.words & OFFICIAL or role.words & ON_OWN_ACCOUNT or role.former:
        return alone
    body = _office(speaker)
    if body is None:
        key = f"official:{' '.join(tokens(person.name))}"
        return Informant(
            kind="person", key=key, name=person.name, entity=person.id, words=speaker.words
        )
    named = speaker.bodies[0] if speaker.bodies else None
    entity = named.id if named and body.name in named.name.lower() else None
    return body_as_informant(speaker, body, "body", entity)


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
