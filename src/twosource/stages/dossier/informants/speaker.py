"""What the words that name a speaker tell of him, and the informant that a body or a state is."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.claimed import Informant, InformantKind
from twosource.model.identity import CountryCode, EntityId
from twosource.model.linked import Entity
from twosource.places import iso_name, short_name
from twosource.stages.dossier.informants.bodies import Body, key_of
from twosource.stages.dossier.informants.body_words import FILLERS
from twosource.stages.dossier.informants.phrases import bare
from twosource.stages.dossier.informants.role import NO_ROLE, Role
from twosource.stages.dossier.informants.roles import BODY

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
