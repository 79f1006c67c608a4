"""Know what a part of a name is by the whole: a surname, a company's first word, a team's last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from twosource.languages import NameWords
from twosource.model.annotated import MentionKind
from twosource.places import country_of, demonym_of
from twosource.text.normalize import without_accents


def partial_names(
    kinds: Mapping[str, MentionKind], told: Set[str], words: NameWords
) -> dict[str, MentionKind]:
    """Return the kinds of single words that end a person's full name, or open a body's.

    "Velmora" beside "Velmora Foods" is the body, however often it was taken for somebody, unless
    it is among those told to be persons; "the Indians" beside "Cleveland Indians" are the team.
    """
    last_names = _last_names(name for name, kind in kinds.items() if kind == "person")
    firsts = frozenset(
        name.split()[0] for name, kind in kinds.items() if kind == "person" and " " in name
    )
    openings = frozenset(
        name.split()[0] for name, kind in kinds.items() if kind == "organization" and " " in name
    )
    persons: dict[str, MentionKind] = {
        name: "person"
        for name, kind in kinds.items()
        if kind not in ("person", "country")
        and (name in last_names or _is_relative(name, last_names, words))
    }
    bodies: dict[str, MentionKind] = {
        name: "organization"
        for name in openings & kinds.keys() - last_names - firsts
        if kinds[name] == "person" and name not in told
    }
    teams = {name.split()[-1] for name, kind in kinds.items() if kind == "organization"}
    bodies |= dict.fromkeys(
        (n for n in teams & kinds.keys() if demonym_of(n) and n[-1] == "s"), "organization"
    )
    return persons | bodies


def _is_relative(name: str, last_names: Set[str], words: NameWords) -> bool:
    """Return whether a name is somebody's who bears a known surname: the Holts' "Tamsin Holt"."""
    first, _, last = name.partition(" ")
    last = without_accents(last)
    known = words.bodies | words.places | words.place_openings | words.known_bodies
    return (
        last in last_names
        and first.isalpha()
        and first.istitle()
        and first not in known
        and first.lower() not in words.ordinary
        and country_of(first) is None
    )


def _last_names(persons: Iterable[str]) -> frozenset[str]:
    return frozenset(
        form
        for person in persons
        if " " in person
        for form in (person.split()[-1], without_accents(person.split()[-1]))
    )
