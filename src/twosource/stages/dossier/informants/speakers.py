"""Say whom a passage knows something from, given the words that name the speaker."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from twosource.model.claimed import Informant, InformantKind
from twosource.stages.dossier.informants.bodies import body_in, body_named, country_in, key_of
from twosource.stages.dossier.informants.body_words import country_and_tokens
from twosource.stages.dossier.informants.callings import (
    is_anybody,
    is_bystander,
    is_calling,
    is_nameless,
    is_several,
    is_somebody,
    is_thing,
    may_speak,
    was_there,
)
from twosource.stages.dossier.informants.phrases import (
    bare,
    firm_named,
    head_of,
    is_document,
    is_of_a_place,
    is_titled,
    issued_by,
    proper_name,
    tokens,
    without_document,
    without_place,
)
from twosource.stages.dossier.informants.roles import (
    BARE,
    COUNTS,
    DOCUMENT,
    JOURNALIST,
    OFFICIAL,
    PRONOUNS,
    VOICES,
    WITNESS,
)
from twosource.stages.dossier.informants.speaker import (
    UNSTATED,
    Speaker,
    body_as_informant,
    person_as_informant,
)
from twosource.stages.dossier.informants.states import acting_state, governing, of_a_state

SPEAKERS_HELD = 10_000  # of which it is kept who they are: the same ones speak in every reprint
# "A friend of the mayor", "Holt's supporters".
_DETERMINED = re.compile(r"^(?:the|an?|one) [^,]*$|['’]s? [^,]*$", re.IGNORECASE)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr"})


@lru_cache(maxsize=SPEAKERS_HELD)
def informant_of(speaker: Speaker) -> Informant:
    """Return the informant that a speaker is.

    Officials and spokespersons stand for their body. An unnamed one takes the body or state
    given; if there is neither, nothing tells him from other unnamed ones. A document stands for
    its issuer. Words that tell nothing ("he", of whom no line before tells) leave it unstated;
    so does a journalist, who is his outlet's eyes.
    """
    words = set(tokens(speaker.words))
    if words & JOURNALIST or speaker.role.words & JOURNALIST:
        return UNSTATED
    if speaker.person is not None and (speaker.bodies or not firm_named(speaker.words)):
        return person_as_informant(speaker)
    if not words or words <= PRONOUNS:
        return UNSTATED
    answers = (rule(speaker) for rule in _RULES)
    return next((each for each in answers if each is not None), None) or _somebody(speaker)


def _titled(speaker: Speaker) -> Informant | None:
    if not speaker.bodies or not is_titled(speaker.words, speaker.bodies[0].name):
        return None
    name = speaker.bodies[0].name
    key = f"official:{' '.join(tokens(name))}"
    return Informant(kind="person", key=key, name=name, words=speaker.words)


def _eyewitness(speaker: Speaker) -> Informant | None:
    """Return the witness who is said to have been there, whatever a model takes his name for."""
    called = is_bystander(speaker.words) and (speaker.rare or not speaker.bodies)
    if not (speaker.saw or was_there(speaker.words) or (called and speaker.rare)):
        return None
    return Informant(kind="witness", key="witness", name="witnesses", words=speaker.words)


def _paper(speaker: Speaker) -> Informant | None:
    """Return the document that is cited, as its issuer's where it has one."""
    issuer = issued_by(speaker.words)
    by = body_named(issuer, country_in(issuer)) if issuer else None
    if by is None and speaker.bodies:
        by = body_named(speaker.bodies[0].name, speaker.bodies[0].country)
    if by is not None and set(tokens(speaker.words)) & (VOICES | COUNTS):
        return body_as_informant(speaker, by, "body", None)
    if not is_document(speaker.words) or _is_called_so(speaker):
        return None
    shown = bare(speaker.words)
    by = by or body_in(without_document(speaker.words))
    key = key_of(by) if by is not None else f"document:{' '.join(tokens(speaker.words))}"
    country = by.country if by is not None else None
    return Informant(kind="document", key=key, name=shown, country=country, words=speaker.words)


def _is_called_so(speaker: Speaker) -> bool:
    """Return whether it is a body whose name ends like a paper's: "the Geological Survey"."""
    last = head_of(speaker.words).split()[-1]
    return last[0].isupper() and any(body.name.endswith(last) for body in speaker.bodies)


def _firm(speaker: Speaker) -> Informant | None:
    firm = firm_named(speaker.words)
    if not firm or speaker.bodies:
        return None
    return body_as_informant(speaker, body_named(firm, speaker.country), "body", None)


def _named_body(speaker: Speaker) -> Informant | None:
    honoured = set(tokens(speaker.words)) & _HONORIFICS
    if not speaker.bodies or honoured or is_somebody(speaker.words):
        return None
    entity = speaker.bodies[0]
    told = body_in(speaker.words)
    if told is not None and entity.name.lower() in BARE:
        return body_as_informant(speaker, told, _kind(speaker), entity.id)
    home = told.country if told is not None else country_in(speaker.words)
    body = body_named(entity.name, entity.country or home)
    return body_as_informant(speaker, body, _kind(speaker), entity.id)


def _honoured(speaker: Speaker) -> Informant | None:
    words = tokens(speaker.words)
    if not set(words) & _HONORIFICS or is_nameless(speaker.words):
        return None
    name = " ".join(word for word in words if word not in _HONORIFICS)
    key = f"{'person' if ' ' in name else 'unsure'}:{name}"
    return Informant(kind="person", key=key, name=name.title(), words=speaker.words)


def _body_by_duty(speaker: Speaker) -> Informant | None:
    nobody = is_several(speaker.words) or is_of_a_place(speaker.words)
    body = None if nobody else body_in(speaker.words)
    if body is None or body.name in WITNESS:
        return None
    body = replace(body, country=body.country or speaker.country)
    return body_as_informant(speaker, body, _kind(speaker), None)


def _bystander(speaker: Speaker) -> Informant | None:
    if not is_bystander(speaker.words):
        return None
    return Informant(kind="witness", key="witness", name="witnesses", words=speaker.words)


def _bare_paper(speaker: Speaker) -> Informant | None:
    thing = re.split(r",| (?:at|on|with|about|through)\b", speaker.words, maxsplit=1)[0]
    if not set(tokens(thing)) & DOCUMENT or may_speak(speaker.words):
        return None
    key = f"document:{' '.join(tokens(speaker.words))}"
    return Informant(kind="document", key=key, name=bare(speaker.words), words=speaker.words)


def _somebody(speaker: Speaker) -> Informant:
    """Return somebody of whom only a common noun tells, or a name that no model knows for one.

    A thing ("the shooting revealed") is nobody.
    """
    described = is_of_a_place(speaker.words) or (
        _DETERMINED.search(speaker.words) and is_somebody(speaker.words)
    )
    nobody = (
        described
        or is_thing(speaker.words)
        or is_anybody(speaker.words)
        or is_calling(speaker.words)
    )
    proper = "" if nobody else proper_name(without_place(speaker.words))
    if proper and not country_and_tokens(proper)[1]:
        proper = ""  # "Two British engineers"
    if not proper or set(tokens(speaker.words)) & OFFICIAL:
        if not may_speak(speaker.words):
            return UNSTATED
        shown = bare(speaker.words)
        return Informant(kind="unnamed", key="unnamed", name=shown, words=speaker.words)
    # A person, a firm, or the start of a headline.
    key = "unsure:" + " ".join(tokens(proper))
    kind: InformantKind = "body" if speaker.one_word else "person"
    return Informant(kind=kind, key=key, name=proper, words=speaker.words)


_RULES: tuple[Callable[[Speaker], Informant | None], ...] = (
    _titled,
    _eyewitness,
    _paper,
    _firm,
    governing,
    _named_body,
    acting_state,
    _honoured,
    _body_by_duty,
    _bystander,
    of_a_state,
    _bare_paper,
)


def _kind(speaker: Speaker) -> InformantKind:
    return "unnamed" if is_nameless(speaker.words) else "body"
