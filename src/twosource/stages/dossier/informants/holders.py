"""Learn from all texts of a story who holds which office: a spokesman in one is one in all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import BODY, CountryCode, EntityId, Span
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.antecedents import company_that_spoke, subject
from twosource.stages.dossier.informants.bodies import Body, body_in, body_named
from twosource.stages.dossier.informants.callings import is_bare_company
from twosource.stages.dossier.informants.offices import POSSESSIVES, beside, owns
from twosource.stages.dossier.informants.role import Role, role_in
from twosource.stages.dossier.informants.roles import (
    JOURNALIST,
    MEDICAL,
    OFFICIAL,
    SPEAKS_FOR,
    WITNESS,
)
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed
from twosource.stages.dossier.marks import names_in
from twosource.stages.once import once_per_article

_ROLES = OFFICIAL | WITNESS | JOURNALIST | MEDICAL
ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a story tells of somebody's office."""

    described: tuple[str, ...] = ()  # his titles and descriptions, as they stand, each once
    bodies: tuple[Entity, ...] = ()  # named there
    body: Body | None = None  # that title and description give
    country: CountryCode | None = None

    @property
    def role(self) -> Role:
        """Return what the titles and descriptions tell together."""
        return role_in(self.described)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    """What stands beside a person's name and tells a role, and what it alone tells."""

    span: Span
    words: str
    body: Body | None
    names: tuple[Mention, ...]  # whose the role is, as they stand in it
    speaks: bool  # for somebody


def offices_in(articles: Sequence[Annotated], names: WhoIsNamed) -> Mapping[EntityId, Office]:
    """Return what titles and descriptions beside each person's name tell of an office.

    Of two bodies told for one person the first told stands; where none is, whom the text speaks of.
    """
    known: dict[EntityId, Office] = {}
    speaking: list[tuple[EntityId, Annotated, Mention]] = []
    for annotated in articles:
        for mention, described in _described_in(annotated):
            entity = names.entity(annotated.article.id, mention)
            if entity is None or entity.kind != "person":
                continue
            office = known.get(entity.id, Office())
            for each in described:
                office = _with_office(office, annotated, each, mention, names)
                speaking += [(entity.id, annotated, mention)] if each.speaks else []
            known[entity.id] = office
    for who, annotated, mention in speaking:
        if known[who].body is None and not known[who].bodies:
            guess = _of_whom_the_text_speaks(annotated, mention.span, names)
            known[who] = replace(known[who], body=guess)
    return known


@once_per_article
def _described_in(annotated: Annotated) -> tuple[tuple[Mention, tuple[_Described, ...]], ...]:
    """Return the persons that a text names, each with what stands beside it and tells a role."""
    return tuple(
        (
            mention,
            tuple(
                _described(annotated, span, mention)
                for span in beside(annotated, mention)
                if _tokens(annotated.article.words(span)) & _ROLES
            ),
        )
        for mention in annotated.mentions
        if mention.kind == "person" and mention.span.part == BODY
    )


def _described(annotated: Annotated, span: Span, of: Mention) -> _Described:
    article, words = annotated.article, annotated.article.words(span)
    return _Described(
        span=span,
        words=words,
        body=body_in(words),
        names=tuple(
            m
            for m in names_in(annotated).beside(span)
            if span.holds(m.span) and m.span != of.span and owns(article, span, m.span)
        ),
        speaks=bool(_tokens(words) & SPEAKS_FOR),
    )


def _tokens(words: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", words.lower()))


def _with_office(
    known: Office, annotated: Annotated, told: _Described, of: Mention, names: WhoIsNamed
) -> Office:
    article, words = annotated.article, told.words
    bodies = names.bodies(article.id, told.names) or _owners(article, told.names, names)
    opens = subject(annotated, of.span) if ITS.match(words) else ""
    if not bodies:
        its = ITS.match(words) and not opens
        bare = names.last_body(annotated, told.span) if its else None
        bare = bare or names.antecedent(annotated, told.span, words)
        bodies = (bare,) if bare else ()
    body = known.body or told.body or (body_in(opens) if opens and not bodies else None)
    return Office(
        described=known.described if words in known.described else (*known.described, words),
        bodies=known.bodies or bodies[:1],
        body=body,
        country=known.country or next((m.country for m in told.names if m.country), None),
    )


def _of_whom_the_text_speaks(annotated: Annotated, span: Span, names: WhoIsNamed) -> Body | None:
    """Return whose "spokesman Hale" is: the body its sentence opens with, else the only company.

    "The clinic gave 310 injections, its manager, Una Holt, said." Never a medium: who is quoted
    from it does not speak for it.
    """
    opens = subject(annotated, span)
    if opens and not is_bare_company(opens):
        return body_in(opens) or (body_named(opens, None) if opens[0].isupper() else None)
    firm = company_that_spoke(annotated, span)
    words = annotated.article.words(firm) if firm is not None else ""
    return body_named(words, None) if words and not names.is_outlet(words) else None


def _owners(article: Article, mentions: Sequence[Mention], names: WhoIsNamed) -> tuple[Entity, ...]:
    """Return whose director or spokesman somebody is, by the possessive: "Kystlinjen's"."""
    found = (
        names.entity(article.id, each)
        for each in mentions
        if each.country is None and article.text[each.span.end :][:2] in POSSESSIVES
    )
    return tuple(each for each in found if each is not None and each.kind != "place")
