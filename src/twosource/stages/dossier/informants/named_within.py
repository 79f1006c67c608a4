"""Read whom a speaker's own words name: a person, bodies, and whose voice they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import EntityId, Span
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.callings import is_somebody, may_speak
from twosource.stages.dossier.informants.phrases import modifies, tells_where
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed
from twosource.stages.dossier.informants.whose_words import is_beside, is_of_another
from twosource.stages.dossier.marks import names_in
from twosource.stages.dossier.sameness import words_of

FEWEST_DESCRIBING = 4  # words; "the farmer" may be any, "the retired Halifax teacher" is hardly
_LINKS = frozenset({"the", "of", "and", "for", "a", "an", "in", "its", "his", "her", "their"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Whom a speaker's words name or describe."""

    words: str  # without the town that a firm is of
    inside: tuple[Mention, ...]  # the names in them, but that town's
    person: Entity | None = None
    described: Entity | None = None  # the only person named before whom "the teacher" can mean
    bodies: tuple[Entity, ...] = ()
    voice: EntityId | None = None  # the one person; else the body or state, if all are its name

    @property
    def any(self) -> bool:
        """Return whether a person or a body is named."""
        return bool(self.person or self.described or self.bodies)


def named_within(annotated: Annotated, span: Span, names: WhoIsNamed) -> Named:
    """Return whom the words of a speaker name or describe.

    Who is named only to tell whose somebody is, or where, does not speak: "a spokesman for X",
    "X's lawyer", "police in Oban".
    """
    article = annotated.article
    words, inside = _without_seat(annotated, span)
    text = article.part_text(span.part)
    placed = [m for m in inside if is_beside(text[span.start : m.span.start])]
    whose = [
        m
        for m in inside
        if is_of_another(text[span.start : _begins(m, span)])
        or modifies(text[m.span.end : span.end])
    ]
    speaking = [m for m in inside if m not in (*whose, *placed)]
    surnamed = [m for m in speaking if names.by_surname(annotated, m)]
    person = names.first(article.id, surnamed, "person")
    long = len(words.split()) >= FEWEST_DESCRIBING
    described = person is None and long and is_somebody(words) and may_speak(words)
    silent = {names.entity(article.id, m) for m in inside if m not in speaking}
    return Named(
        words=words,
        inside=tuple(inside),
        person=person,
        described=names.described(annotated, span) if described else None,
        bodies=names.bodies(article.id, [m for m in inside if m not in placed]),
        voice=_voice(words, names.meant_in(article.id, span), silent),
    )


def _begins(mention: Mention, span: Span) -> int:
    """Return where a name in a phrase begins, with its title: "a spokesman for | President X"."""
    title = mention.title
    led = title is not None and span.holds(title) and title.end <= mention.span.start
    return title.start if title is not None and led else mention.span.start


def _voice(
    words: str, meant: Sequence[Entity], silent: Collection[Entity | None]
) -> EntityId | None:
    """Return whose voice words are: of one person, or of the body or state that they only name.

    "A coast guard spokesman" is somebody else than the body.
    """
    persons = [each.id for each in meant if each.kind == "person" and each not in silent]
    if persons:
        return persons[0] if len(persons) == 1 else None
    bodies = {each.id for each in meant if each.kind == "organization"}
    named = bodies or {each.id for each in meant}
    forms = (form for each in meant for form in (each.name, *each.aliases))
    own = set(words_of(words)) - _LINKS
    only = len(named) == 1 and " and " not in words and own.issubset(words_of(" ".join(forms)))
    return next(iter(named)) if only else None


def _without_seat(annotated: Annotated, span: Span) -> tuple[str, list[Mention]]:
    """Return a speaker's words and the names in them, without the town that a firm is of."""
    words, text = annotated.article.words(span), annotated.article.part_text(span.part)
    inside: list[Mention] = []
    for mention in names_in(annotated).beside(span):
        name = annotated.article.words(mention.span)
        if " " not in name and words != name and tells_where(name, text):
            words = re.sub(rf"{re.escape(name)}(?:-\w+)? ", "", words, count=1)
        else:
            inside.append(mention)
    return words, inside
