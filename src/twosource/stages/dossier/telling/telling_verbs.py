"""The verbs that tell where a fact comes from, in all their forms: "held", "recounts"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from twosource.text.tabled import table, words_of

TABLE = "sources-en.toml"


@cache
def forms_of(*senses: str) -> frozenset[str]:
    """Return every finite form of the verbs of some senses, and their participles in -ed."""
    return frozenset(
        form for sense in senses for verb in words_of(TABLE, sense) for form in _forms(verb)
    )


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


def _forms(verb: str) -> Iterator[str]:
    yield verb
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    irregular = _irregular().get(verb)
    if irregular is not None:
        yield from irregular
        if not any(form.endswith("ies") for form in irregular):
            yield third
    else:
        yield third
        yield verb + ("d" if verb.endswith("e") else "ed")


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    rows = (each.split(":") for each in table(TABLE)["irregular"].split())
    return {verb: tuple(forms.split(",")) for verb, forms in rows}
