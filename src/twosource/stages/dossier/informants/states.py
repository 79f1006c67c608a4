"""Say which state a speaker stands for, where no body of it is named."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.model.claimed import Informant
from twosource.stages.dossier.informants.bodies import country_in, is_only_a_country
from twosource.stages.dossier.informants.callings import is_anybody
from twosource.stages.dossier.informants.phrases import bare, tokens
from twosource.stages.dossier.informants.speaker import Speaker, state_as_informant

# "The Holt administration": a state's, whose is told by who heads it, if at all.
_GOVERNING = re.compile(r"(?:the )?[A-ZÀ-Þ][\w'’-]+ (?:administration|government)$")
# "Rescue officials": of some arm of a state, the words do not say which.
_OF_SOME_STATE = frozenset(
    """rescue health military security intelligence government federal emergency local city state
    defence defense border immigration customs authorities""".split()
)


# "The two Norwegians" are people, no state.
_COUNTED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|some|many)\b",
    re.IGNORECASE,
)
# "A diplomat in Lima", "a Western official in Lima": of whichever state, not of Peru.
_FROM_ELSEWHERE = re.compile(
    r"(?P<who>.*\b(?:diplomats?|envoys?|(?:western|european|foreign|african|arab|asian|gulf|"
    r"regional|international|allied) (?:[\w-]+ ){0,2}(?:officials?|sources?))"
    r"(?: (?!in\b)\w+){0,3}?) (?:in|at|near|posted to|based in|stationed in) ",
    re.IGNORECASE,
)


def acting_state(speaker: Speaker) -> Informant | None:
    """Return the state whose country or capital the words name as acting: "Oslo said"."""
    return (
        state_as_informant(speaker, speaker.country, "body")
        if speaker.acts and speaker.country
        else None
    )


def governing(speaker: Speaker) -> Informant | None:
    """Return the state that somebody's administration governs: "the Holt administration"."""
    if not _GOVERNING.match(speaker.words) or country_in(speaker.words):
        return None
    state = state_as_informant(speaker, speaker.country, "body")
    return state if speaker.country else replace(state, name=bare(speaker.words))


def of_a_state(speaker: Speaker) -> Informant | None:
    """Return the state that a mere country is, or of which somebody unnamed is an official."""
    guest = _FROM_ELSEWHERE.match(speaker.words)
    country = country_in(guest["who"] if guest else speaker.words)
    country = country or (None if guest else speaker.country)
    of_some = bool(set(tokens(speaker.words)) & _OF_SOME_STATE)
    if is_anybody(speaker.words) and (country is not None or of_some):
        return state_as_informant(speaker, country, "unnamed")
    named = speaker.words.partition(",")[0]
    if country is not None and is_only_a_country(named) and not _COUNTED.search(named):
        return state_as_informant(speaker, country, "body")
    return None
