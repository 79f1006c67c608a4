"""Find the words beside a name that tell an office, and learn from all texts who holds which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import BODY, CountryCode, EntityId, Span
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.antecedents import opening_body
from twosource.stages.dossier.informants.bodies import Body, body_in, body_named
from twosource.stages.dossier.informants.callings import is_bare_company
from twosource.stages.dossier.informants.companies import company_that_spoke
from twosource.stages.dossier.informants.roles import (
    BY_ROLE,
    IN_CHARGE,
    JOURNALIST,
    MEDICAL,
    OFFICIAL,
    SPEAKS_FOR,
    WITNESS,
)
from twosource.stages.dossier.informants.speaker import Role, role_in
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed
from twosource.stages.dossier.marks import names_in
from twosource.stages.once import once_per_article

POSSESSIVES = ("'s", "’s")
LOOK_ROUND = 90  # code points before and after a name in which its office is told
_BEFORE = re.compile(r"\S+\s+")
_PHRASE_ENDS = frozenset(
    """said says told tells by with from to and but when that as after before while who which was
    were is are had has have asked called met""".split()
)
_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "sir", "prof"})
# "A jury convicted the leader": what stands before a verb tells nothing of the leader.
_VERB = re.compile(r"[a-z]{2,}ed$")
_NO_VERBS = frozenset(
    "armed retired united allied elected appointed embattled disgraced named".split()
)
_BY_ROLE_ALONE = frozenset(BY_ROLE.values())
_ROLES = OFFICIAL | WITNESS | JOURNALIST | MEDICAL
_RANKS = frozenset("chief head lead senior deputy vice".split())  # "chief engineer"
_PREPOSITIONS = frozenset("of for at from with in on to by against about over".split())
_AFTER = re.compile(
    rf"^,\s+(?!(?:said|told|says|tells|adds|added|warned|wrote)\b)"
    rf"(?:who (?:(?:is|was) |(?={'|'.join(sorted(IN_CHARGE))})))?"
    r"([^.;:!?“”\"()]{3,80}?)"
    r"(?=[,.;:—–]|\b(?:said|told|says)\b)"
)


def owns(article: Article, phrase: Span, name: Span) -> bool:
    """Return whether a name inside a description is that of the body somebody speaks for.

    "Acme's boss", "chief of Acme", "Acme spokesman"; not the town in "the captain off Stord".
    """
    text = article.part_text(phrase.part)
    before, after = text[phrase.start : name.start], text[name.end : phrase.end]
    if after[:2] in POSSESSIVES or re.search(r"\b(?:of|for|at|from|with)\s(?:the\s)?$", before):
        return True
    following = re.findall(r"[^\W\d_]+", after.lower())[:3]
    return bool(set(following) & OFFICIAL)


def beside(annotated: Annotated, mention: Mention) -> Iterator[Span]:
    """Yield what stands beside a name and may tell an office: title, words before, apposition."""
    text, span = annotated.article.text, mention.span
    if mention.title is not None:
        yield mention.title
    start = _phrase_start(text, span.start)
    if start < span.start and _leads_up(text[start : span.start]):
        yield Span(start=start, end=span.start)
    found = _AFTER.search(text[span.end : span.end + LOOK_ROUND])
    if found:
        yield Span(start=span.end + found.start(1), end=span.end + found.end(1))


def _leads_up(phrase: str) -> bool:
    """Return whether the words before a name are a title: a role ends or opens them, or a comma.

    "Coast guard commander", "chief engineer", "the head of the mission,"; but neither "a
    spokesman for" nor "through a spokesman," tells of whom is named next.
    """
    words = [word for word in re.findall(r"[\w'’-]+", phrase.lower()) if word not in _COURTESY]
    if not words or words[0] in ("through", "via") or words[-1] in _PREPOSITIONS:
        return False
    if phrase.rstrip().endswith(",") or words[-1] in _ROLES or words[-1] == "named":
        return True
    ranked = len(words) > 1 and words[-2] in _RANKS
    opening = words[words[0] in ("the", "a", "an") :]
    return ranked or (opening[1:2] in (["of"], ["for"], ["at"]) and opening[0] in _ROLES)


def _phrase_start(text: str, end: int) -> int:
    """Return where the phrase that leads up to a name starts: not beyond a verb or a full stop."""
    words = list(_BEFORE.finditer(text, max(0, end - LOOK_ROUND), end))
    start = end
    for place, found in enumerate(reversed(words)):
        word = found.group().strip()
        last = place == 0 or (place == 1 and words[-1].group().strip(" .").lower() in _COURTESY)
        comma_before_name = last and word.endswith(",")
        if (
            word.lower().strip(",") in _PHRASE_ENDS
            or word[-1] in '.;:!?”"('
            or (_VERB.match(word) and word not in _NO_VERBS)
            or (word.endswith(",") and not comma_before_name)
        ):
            break
        start = found.start()
    return start


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
    bodies = names.bodies(article.id, told.names)
    opening = opening_body(annotated, of.span) if ITS.match(words) else None
    opens = article.words(opening) if opening is not None else ""
    if not bodies:
        its = ITS.match(words) and not opens
        bare = names.last_body(annotated, told.span) if its else None
        bare = bare or names.antecedent(annotated, told.span, words)
        bodies = (bare,) if bare else ()
    body = known.body or told.body or (body_in(opens) if opens and not bodies else None)
    if told.body and known.body and _is_told_by_role(known.body) > _is_told_by_role(told.body):
        body = told.body  # "Governor Holt" is "the central bank governor, Una Holt"
    return Office(
        described=known.described if words in known.described else (*known.described, words),
        bodies=known.bodies or bodies[:1],
        body=body,
        country=known.country or next((m.country for m in told.names if m.country), None),
    )


def _is_told_by_role(body: Body) -> bool:
    """Return whether only what somebody is tells of which body: a governor governs a region."""
    return body.name in _BY_ROLE_ALONE


def _of_whom_the_text_speaks(annotated: Annotated, span: Span, names: WhoIsNamed) -> Body | None:
    """Return whose "spokesman Hale" is: the body its sentence opens with, else the only company.

    "The clinic gave 310 injections, its manager, Una Holt, said." Never a medium: who is quoted
    from it does not speak for it.
    """
    opening = opening_body(annotated, span)
    opens = annotated.article.words(opening) if opening is not None else ""
    if opens and not is_bare_company(opens):
        return body_in(opens) or (body_named(opens, None) if opens[0].isupper() else None)
    firm = company_that_spoke(annotated, span)
    words = annotated.article.words(firm) if firm is not None else ""
    return body_named(words, None) if words and not names.is_outlet(words) else None
