"""Know who is meant by an office and a state alone: "the Russian president"."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.model.identity import CountryCode
from twosource.stages.dossier.informants.bodies import body_in, country_in
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.statements.speaker import Speaker

_LEADS = frozenset("president premier chancellor king queen emir sultan emperor".split())
_HEAD = re.compile(
    r"\b(president|premier|chancellor|king|queen|emir|sultan|minister|leader)$", re.I
)
# Whoever bears the title so holds another office, or none.
_ANOTHER = re.compile(
    r"\b(?:former|ex|then|late|vice|deputy|acting|interim|elect|opposition|rebel|party|union|"
    r"spokes\w+|advis[eo]r|aide|wife|husband|son|daughter|brother|sister|mother|father|envoy)\b",
    re.I,
)


def with_holder(speaker: Speaker, informants: Informants) -> Speaker:
    """Return a speaker called by office and state as the one person who holds it in the story.

    Titles anywhere in the story tell who does ("Russian President Vladimir Putin"). Of two holders
    neither is meant, and a state's leader is its president, head of government or monarch.
    """
    words, country = speaker.words, country_in(speaker.words)
    head = _HEAD.search(words)
    named = speaker.entity is not None and speaker.entity.kind != "country"
    if named or head is None or country is None or _ANOTHER.search(words):
        return speaker
    holders = {
        person
        for person, office in informants.offices.items()
        if any(
            _is_of(title, words, head[1].lower(), country) for title in _titles(office.described)
        )
    }
    person = informants.entities.get(min(holders)) if len(holders) == 1 else None
    if person is None or person.kind != "person":
        return speaker
    return replace(speaker, name=person.name, entity=person, home=speaker.home or country)


def _titles(described: str) -> list[str]:
    return [each for each in described.split(" | ") if each and not _ANOTHER.search(each)]


def _is_of(title: str, words: str, head: str, country: CountryCode) -> bool:
    """Return whether a title is of the office and state that the words name."""
    if country_in(title) != country:
        return False
    tokens = set(re.findall(r"[a-z]+", title.lower()))
    if head == "leader":
        return bool(tokens & (_LEADS | {"leader"})) or {"prime", "minister"} <= tokens
    if head != "minister":
        return head in tokens
    office, meant = body_in(title), body_in(words)
    return office is not None and meant is not None and office.name == meant.name and head in tokens
