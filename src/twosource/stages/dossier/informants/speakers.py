"""Say whom a passage knows something from, given the words that name the speaker."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from twosource.model.claimed import Informant, InformantKind
from twosource.model.identity import CountryCode, EntityId
from twosource.model.linked import Entity
from twosource.places import iso_name
from twosource.stages.dossier.informants.bodies import (
    Body,
    body_in,
    body_named,
    country_in,
    is_only_a_country,
    key_of,
)
from twosource.stages.dossier.informants.phrases import (
    bare,
    firm_named,
    is_anybody,
    is_document,
    is_nameless,
    is_several,
    is_somebody,
    is_titled,
    proper_name,
    tokens,
    was_there,
    without_document,
)
from twosource.stages.dossier.informants.roles import (
    BARE,
    COMPANY,
    DOCUMENT,
    JOURNALIST,
    MEDICAL,
    OFFICIAL,
    PRONOUNS,
    WITNESS,
)
from twosource.stages.dossier.informants.roles import BODY as BODY_WORDS

UNSTATED = Informant(kind="unstated", key="unstated", name="")

_DETERMINED = re.compile(r"(?:the|an?|one) [^,]*$", re.IGNORECASE)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr"})
# "Rescue officials": of some arm of a state, the words do not say which.
_OF_SOME_STATE = frozenset(
    """rescue health military security intelligence government federal emergency local city state
    defence defense border immigration customs authorities""".split()
)
_ON_OWN_ACCOUNT = frozenset(
    """professor economist analyst expert lawyer historian researcher scientist author opposition
    lawmaker senator mp critic activist campaigner farmer teacher pilot""".split()
)
# Who held an office once speaks for himself.
_FORMER = re.compile(r"\b(?:former|ex|retired|late|then)\b", re.IGNORECASE)


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
    saw: bool = False  # what follows the words tells that somebody saw it himself


def informant_of(speaker: Speaker) -> Informant:
    """Return the informant that a speaker is.

    Officials and spokespersons stand for their body. An unnamed one takes the body or state
    given; if there is neither, nothing tells him from other unnamed ones. A document stands for
    its issuer. Words that tell nothing ("he", of whom no line before tells) leave it unstated;
    so does a journalist, who is his outlet's eyes.
    """
    words = set(tokens(speaker.words))
    if words & JOURNALIST or set(tokens(speaker.described)) & JOURNALIST:
        return UNSTATED
    if speaker.person is not None and (speaker.bodies or not firm_named(speaker.words)):
        return _person(speaker)
    if not words or words <= PRONOUNS:
        return UNSTATED
    answers = (rule(speaker) for rule in _RULES)
    return next((each for each in answers if each is not None), None) or _somebody(speaker)


# ---- who is not named as a person: the first rule that knows -------------------------------------


def _titled(speaker: Speaker) -> Informant | None:
    if not speaker.bodies or not is_titled(speaker.words, speaker.bodies[0].name):
        return None
    name = speaker.bodies[0].name
    key = f"official:{' '.join(tokens(name))}"
    return Informant(kind="person", key=key, name=name, words=speaker.words)


def _eyewitness(speaker: Speaker) -> Informant | None:
    """Return the witness who is said to have been there, whatever a model takes his name for."""
    called = bool(set(tokens(speaker.words)) & WITNESS) and (speaker.rare or not speaker.bodies)
    if not (speaker.saw or was_there(speaker.words) or (called and speaker.rare)):
        return None
    return Informant(kind="witness", key="witness", name="witnesses", words=speaker.words)


def _paper(speaker: Speaker) -> Informant | None:
    """Return the document that is cited, as its issuer's where it has one."""
    if not is_document(speaker.words):
        return None
    shown = bare(speaker.words)
    by = body_in(without_document(speaker.words))
    if speaker.bodies:
        by = body_named(speaker.bodies[0].name, speaker.bodies[0].country)
    key = key_of(by) if by is not None else f"document:{' '.join(tokens(speaker.words))}"
    country = by.country if by is not None else None
    return Informant(kind="document", key=key, name=shown, country=country, words=speaker.words)


def _firm(speaker: Speaker) -> Informant | None:
    firm = firm_named(speaker.words)
    if not firm or speaker.bodies:
        return None
    return _body(speaker, body_named(firm, speaker.country), "body", None)


def _named_body(speaker: Speaker) -> Informant | None:
    honoured = set(tokens(speaker.words)) & _HONORIFICS
    if not speaker.bodies or honoured or is_somebody(speaker.words):
        return None
    entity = speaker.bodies[0]
    told = body_in(speaker.words)
    home = told.country if told is not None else country_in(speaker.words)
    body = body_named(entity.name, entity.country or home)
    return _body(speaker, body, _kind(speaker), entity.id)


def _acting_state(speaker: Speaker) -> Informant | None:
    return _state(speaker, speaker.country, "body") if speaker.acts and speaker.country else None


def _honoured(speaker: Speaker) -> Informant | None:
    words = tokens(speaker.words)
    if not set(words) & _HONORIFICS or is_nameless(speaker.words):
        return None
    name = " ".join(word for word in words if word not in _HONORIFICS)
    key = f"{'person' if ' ' in name else 'unsure'}:{name}"
    return Informant(kind="person", key=key, name=name.title(), words=speaker.words)


def _body_by_duty(speaker: Speaker) -> Informant | None:
    body = None if is_several(speaker.words) else body_in(speaker.words)
    if body is None or body.name in WITNESS:
        return None
    return _body(speaker, body, _kind(speaker), None)


def _bystander(speaker: Speaker) -> Informant | None:
    if not set(tokens(speaker.words)) & WITNESS:
        return None
    return Informant(kind="witness", key="witness", name="witnesses", words=speaker.words)


def _of_a_state(speaker: Speaker) -> Informant | None:
    country = country_in(speaker.words) or speaker.country
    of_some = bool(set(tokens(speaker.words)) & _OF_SOME_STATE)
    if is_anybody(speaker.words) and (country is not None or of_some):
        return _state(speaker, country, "unnamed")
    if country is not None and is_only_a_country(speaker.words):
        return _state(speaker, country, "body")
    return None


def _bare_paper(speaker: Speaker) -> Informant | None:
    words = tokens(speaker.words)
    if not set(words) & DOCUMENT:
        return None
    key = f"document:{' '.join(words)}"
    return Informant(kind="document", key=key, name=bare(speaker.words), words=speaker.words)


def _somebody(speaker: Speaker) -> Informant:
    """Return somebody of whom only a common noun tells, or a name that no model knows for one."""
    described = _DETERMINED.match(speaker.words) and is_somebody(speaker.words)
    proper = "" if described or is_anybody(speaker.words) else proper_name(speaker.words)
    if not proper or set(tokens(speaker.words)) & OFFICIAL:
        shown = bare(speaker.words)
        return Informant(kind="unnamed", key="unnamed", name=shown, words=speaker.words)
    # A person, a firm, or the start of a headline.
    key = "unsure:" + " ".join(tokens(proper))
    return Informant(kind="person", key=key, name=proper, words=speaker.words)


_RULES: tuple[Callable[[Speaker], Informant | None], ...] = (
    _titled,
    _eyewitness,
    _paper,
    _firm,
    _named_body,
    _acting_state,
    _honoured,
    _body_by_duty,
    _bystander,
    _of_a_state,
    _bare_paper,
)


def _kind(speaker: Speaker) -> InformantKind:
    return "unnamed" if is_nameless(speaker.words) else "body"


# ---- a person ------------------------------------------------------------------------------------


def _person(speaker: Speaker) -> Informant:
    """Return a person as informant: the body of an official, else the person alone."""
    person = speaker.person
    assert person is not None
    described = set(tokens(speaker.described))
    name = tokens(person.name)
    alone = Informant(
        kind="witness" if described & WITNESS else "person",
        # A surname alone may be anybody's.
        key=f"{'person' if len(name) > 1 else 'unsure'}:{' '.join(name)}",
        name=person.name,
        entity=person.id,
        words=speaker.words,
    )
    if described & MEDICAL and speaker.bodies:
        body = body_named(speaker.bodies[0].name, speaker.bodies[0].country)
        return _body(speaker, body, "body", speaker.bodies[0].id)
    if described & MEDICAL and speaker.office is not None:
        return _body(speaker, speaker.office, "body", None)
    if not described & OFFICIAL or described & _ON_OWN_ACCOUNT or _FORMER.search(speaker.described):
        return alone
    body = _office(speaker)
    if body is None:
        key = f"official:{' '.join(tokens(person.name))}"
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
