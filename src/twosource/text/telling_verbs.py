"""Know the verbs by which English tells whom a fact is known from, in all their forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from twosource.text.endings import past_and_ing, with_s
from twosource.text.tabled import table, words_of

TABLE = "sources-en.toml"


@cache
def forms_of(*senses: str) -> frozenset[str]:
    """Return every finite form of the verbs of some senses, and their past participles."""
    verbs = frozenset[str]().union(*(words_of(TABLE, sense) for sense in senses))
    past = {form for verb in verbs for form in _irregular().get(verb) or past_and_ing(verb)[:1]}
    return verbs | past | frozenset(map(with_s, verbs))


@cache
def of_several() -> frozenset[str]:
    """Return the forms that only several do: "they register", so "a parish register" is a noun."""
    senses = ("tells", "finds", "rules", "overrules", "shows", "counts", "thinks", "denies")
    verbs = frozenset().union(*(words_of(TABLE, sense) for sense in senses))
    return frozenset(verb for verb in verbs if verb not in _irregular().get(verb, ()))


@cache
def phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the telling verbs of several words by their first: "went on to say", longest first."""
    lines = table(TABLE)["phrases"].replace("\n", "|").split("|")
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sorted({tuple(line.split()) for line in lines if line}, key=len, reverse=True):
        found[phrase[0]].append(phrase)
    return {first: tuple(each) for first, each in found.items()}


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    rows = (each.split(":") for each in table(TABLE)["irregular"].split())
    return {verb: tuple(forms.split(",")) for verb, forms in rows}
