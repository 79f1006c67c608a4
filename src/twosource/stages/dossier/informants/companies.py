"""Find the company that a bare word means, by what the text tells of the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from twosource.model.annotated import Annotated
from twosource.model.identity import PartName, Span
from twosource.stages.dossier.informants.antecedents import NAME, name_at
from twosource.stages.dossier.informants.bodies import body_in
from twosource.stages.dossier.informants.named_before import LOOK_BACK
from twosource.stages.dossier.informants.phrases import is_only_a_name, tokens
from twosource.stages.dossier.informants.roles import EPITHETS, OF_STATES, PRONOUNS
from twosource.stages.once import once_per_article
from twosource.text.tabled import table

# "The van maker | Vessla", "Fjellbor, | the contractor", "Vessla, | which is a van maker".
_TOLD_BEFORE = re.compile(r"\b([a-z-]+),? \Z")
_TOLD_BEHIND = re.compile(
    rf", (?:the|an?|which is an?) (?:[\w-]+ ){{0,3}}?({'|'.join(sorted(EPITHETS))})"
    r"(?=[,.;:)]|$| (?:of|in|from|for|that|which|behind|based)\b)"
)
# "Air Accidents Investigation Branch" is no airline.
_PUBLIC = frozenset(
    "accident accidents branch inspectorate investigation investigations traffic".split()
)
_A_NAME = re.compile(rf"(?:\b(?:The|A|An) )?(?P<name>{NAME})")


def company_that_spoke(annotated: Annotated, span: Span) -> Span | None:
    """Return the only company that has spoken or acted before a place; None for none, or several.

    Known by nothing but a name that can be a body's, and that nowhere else is a person's or a
    place's. A model need not know it.
    """
    words = annotated.article.words
    others = {words(m.span) for m in annotated.mentions if m.kind in ("person", "place")}
    speakers = (quote.speaker for quote in annotated.quotes if quote.speaker is not None)
    firms = (
        each
        for each in speakers
        if is_only_a_name(name := words(each))
        and name.lower() not in PRONOUNS
        and may_be_company(name)
        and not any(other == name or (" " in other and other in name) for other in others)
        and name_at(annotated, each) == each
    )
    return _only_name(firms, annotated, span)


def may_be_company(name: str) -> bool:
    """Return whether a name is no public body's."""
    if not _PUBLIC.isdisjoint(tokens(name)):
        return False
    return body_in(name) is None and name.lower() not in OF_STATES


def named_like(annotated: Annotated, span: Span, called: Iterable[str]) -> Span | None:
    """Return the only name before a place that the text tells to be what a body is called there.

    "The airline" is "Fjord Air", or "Norda, an airline". A model need not know it; None for none,
    or several.
    """
    so = frozenset(called)
    told = (name for name, nouns in _told_what(annotated) if not so.isdisjoint(nouns))
    return _only_name(told, annotated, span)


def _only_name(names: Iterable[Span], annotated: Annotated, span: Span) -> Span | None:
    """Return the only one of these names that stands before a place; else None."""
    found: dict[str, Span] = {}
    for each in names:
        if each.part == span.part and each.end <= span.start:
            found.setdefault(annotated.article.words(each), each)
    return next(iter(found.values())) if len(found) == 1 else None


@once_per_article
def _told_what(annotated: Annotated) -> tuple[tuple[Span, frozenset[str]], ...]:
    """Return the names of which a text tells what body each is, with the nouns that tell so."""
    parts = dict.fromkeys(each.part for each in annotated.sentences)
    return tuple(
        each for part in parts for each in _told_in(annotated.article.part_text(part), part)
    )


def _told_in(text: str, part: PartName) -> Iterator[tuple[Span, frozenset[str]]]:
    for name in _A_NAME.finditer(text):
        start, end = name.span("name")
        before = _TOLD_BEFORE.search(text, max(0, start - LOOK_BACK), start)
        behind = _TOLD_BEHIND.match(text, end)
        nouns = {each[1] for each in (before, behind) if each} & EPITHETS
        if " " in name["name"]:
            nouns |= _kinds_told().get(name["name"].split()[-1], frozenset())
        if nouns:
            yield Span(part=part, start=start, end=end), frozenset(nouns)


@cache
def _kinds_told() -> Mapping[str, frozenset[str]]:
    """Return what a body is called by the last word of its name: an airline by "Air"."""
    kinds = table("speakers-en.toml")["called_by_name"].items()
    return {word: frozenset(called.split()) for called, words in kinds for word in words.split()}
