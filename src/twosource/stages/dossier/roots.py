"""Fold a word to the root that its relatives share: "explosion", "exploded" and "blast" are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from twosource.stages.dossier.sameness import stem
from twosource.text.tabled import table

ROOTS_HELD = 20_000
LEAST = 4  # letters that a root keeps: "nation" and "native" are no relatives for their "nat"
MOST_ENDINGS = 3  # "inter-nat-ion-al-ist" loses as many

# An ending of derivation and what stands in its place; the first that fits is taken off. Final e
# is gone before, as `stem` leaves it off some words and not others.
_ENDINGS = (
    *(("ssion", "ss"), ("sion", "d"), ("siv", "d"), ("uction", "uc"), ("tion", "t")),
    *(
        (ending, "")
        for ending in """ment ness ship anc enc ancy ency ibl abl ism ist ity iv ant ent er or al ag
        ly iz at y e""".split()
    ),
)


def roots(stems: Iterable[str]) -> frozenset[str]:
    """Return the roots of stems, with one root for what reports call differently.

    Meant for telling whether two sentences speak of one matter, never for showing: now and then it
    joins what a dictionary parts ("general", "generate").
    """
    return frozenset(_root(each) for each in stems)


@lru_cache(maxsize=ROOTS_HELD)
def _root(word: str) -> str:
    classes = _classes()
    return classes.get(word) or classes.get(_bare(word)) or _bare(word)


@cache
def _classes() -> dict[str, str]:
    """Return for each word of `meanings-en.toml` what stands for its class, the first if in two.

    What a row holds itself goes before what only a word without its endings would be: "treat" is of
    "treatment", not of "treaty".
    """
    rows = [row.split() for rows in table("meanings-en.toml").values() for row in rows]
    found: dict[str, str] = {}
    for words in rows:
        name = found.get(stem(words[0]), stem(words[0]))
        for word in words:
            for form in (word, stem(word)):
                found.setdefault(form, name)
    for word in [word for words in rows for word in words]:
        found.setdefault(_bare(stem(word)), found[word])
    return found


def _bare(word: str) -> str:
    """Return a word without its endings of derivation: "employee", "employment" give "employ"."""
    if len(word) == LEAST and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]  # `stem` leaves words as short as "cars" alone
    for _ in range(MOST_ENDINGS):
        for ending, put in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) + len(put) >= LEAST:
                word = word[: -len(ending)] + put
                break
        else:
            break
    return word
