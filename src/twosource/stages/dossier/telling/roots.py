"""Fold a word to the root that its relatives share: "explosion", "exploded" and "blast" are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from twosource.stages.dossier.telling.vocabulary import concept_of
from twosource.text.normalize import stem
from twosource.text.tabled import table

ROOTS_HELD = 20_000


def roots(stems: Iterable[str]) -> frozenset[str]:
    """Return the roots of stems, with one root for what reports call differently.

    Meant for telling whether two sentences speak of one matter, never for showing: wider than what
    one speaker's words mean (`vocabulary`), it now and then joins what a dictionary parts.
    """
    return frozenset(_root(each) for each in stems)


@lru_cache(maxsize=ROOTS_HELD)
def _root(word: str) -> str:
    thing = concept_of(word)
    return _classes().get(word) or _classes().get(thing) or thing


@cache
def _classes() -> dict[str, str]:
    """Return for each word of `meanings-en.toml` what stands for its class, the first if in two.

    What a row holds itself goes before what a word of it means elsewhere.
    """
    rows = [row.split() for rows in table("meanings-en.toml").values() for row in rows]
    found: dict[str, str] = {}
    for words in rows:
        name = found.get(stem(words[0]), stem(words[0]))
        for word in words:
            for form in (word, stem(word)):
                found.setdefault(form, name)
    for word in [word for words in rows for word in words]:
        found.setdefault(concept_of(stem(word)), found[word])
    return found
