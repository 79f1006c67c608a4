"""Say whom a passage knows something from that names a person: him, or the body he speaks for."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.claimed import Informant
from twosource.stages.dossier.informants.bodies import Body, body_named
from twosource.stages.dossier.informants.phrases import tokens
from twosource.stages.dossier.informants.role import ON_OWN_ACCOUNT
from twosource.stages.dossier.informants.roles import BARE, COMPANY, MEDICAL, OFFICIAL
from twosource.stages.dossier.informants.speaker import Speaker, body_as_informant


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
