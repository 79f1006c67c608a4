"""Read for whom a speaker's words stand: whom they name or describe, or who spoke before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from twosource.model.annotated import Annotated, Mention
from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.antecedents import (
    clause_after,
    company_that_spoke,
    may_be_company,
    name_acting,
    named_like,
    opening_name,
    spoke_before,
    subject,
)
from twosource.stages.dossier.informants.bodies import body_named, is_arm_of_a_state
from twosource.stages.dossier.informants.callings import (
    is_bare_company,
    is_epithet,
    is_somebody,
    may_speak,
    was_there,
)
from twosource.stages.dossier.informants.offices import ITS, Office
from twosource.stages.dossier.informants.phrases import (
    are_authors,
    is_document,
    is_ruling,
    modifies,
    tells_where,
    tokens,
)
from twosource.stages.dossier.informants.roles import STAFF
from twosource.stages.dossier.informants.speaker import UNSTATED, Speaker, body_as_informant
from twosource.stages.dossier.informants.speakers import informant_of
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed
from twosource.stages.dossier.informants.whose_words import IN_OR_OF, is_beside, is_one_word
from twosource.stages.dossier.marks import names_in
from twosource.stages.dossier.prose import after_dateline
from twosource.stages.dossier.reading import sentence_of

# "In talks with China, Japan …": behind such a word stands who is not spoken of.
_IS_WHERE = re.compile(
    r"\b(?:in|on|of|at|for|with|to|against|about|near|from|by|between|towards?|after|across|over)"
    r"\s(?:the\s)?$",
    re.I,
)
# The head of none of these is a "director" or "chairman": he who is called so is of another body.
_NO_HOUSES = frozenset("police prosecutors court".split())


class Standing:
    """Reads the words for speakers with the names and offices of a story.

    `at` answers for words that stand before: what is meant by "it" is who spoke last.
    """

    def __init__(
        self,
        names: WhoIsNamed,
        offices: Mapping[EntityId, Office],
        at: Callable[[ArticleId, Span], Informant],
    ) -> None:
        self.names, self.offices, self._at = names, offices, at

    def informant(self, annotated: Annotated, span: Span) -> Informant:
        """Return the informant for whom the words of a stretch stand."""
        article = annotated.article.id
        words = annotated.article.words(span)
        spoke = self._spoke(annotated, span, words)
        if spoke is not None:
            return replace(self._at(article, spoke), span=span)
        words, inside = _without_seat(annotated, span)
        if self.names.is_a_report(article, words, inside):
            return UNSTATED
        person, bodies = self._named(annotated, span, words, inside)
        its = ITS.match(words) is not None
        if its and not (person or bodies) and is_arm_of_a_state(words):
            words = _of_its_state(annotated, span, words)
        elif not (person or bodies):
            before = self._of_who_spoke(annotated, span, words) if its else None
            before = before or self._of_opening(annotated, span, words)
            if before is not None:
                return replace(before, span=span)
        speaker = self._speaker(annotated, span, words, inside, person, bodies)
        found = informant_of(speaker)
        if found.key.startswith("official:") and speaker.role.words & STAFF:
            found = self._of_who_spoke(annotated, span, speaker.words) or found
        return replace(found, span=span)

    def _named(
        self, annotated: Annotated, span: Span, words: str, inside: list[Mention]
    ) -> tuple[Entity | None, tuple[Entity, ...]]:
        """Return the person and the bodies that a speaker's words name or describe."""
        article = annotated.article
        text = article.part_text(span.part)
        owned = [m for m in inside if modifies(text[m.span.end : span.end])]
        others = [m for m in inside if IN_OR_OF.search(text[span.start : m.span.start])]
        placed = [m for m in inside if is_beside(text[span.start : m.span.start])]
        persons = [m for m in inside if m not in (*owned, *others, *placed)]
        surnamed = [m for m in persons if self.names.by_surname(annotated, m)]
        person = self.names.first(article.id, surnamed, "person")
        if person is None and is_somebody(words) and may_speak(words):
            person = self.names.described(annotated, span)
        return person, self.names.bodies(article.id, [m for m in inside if m not in placed])

    def _speaker(
        self,
        annotated: Annotated,
        span: Span,
        words: str,
        inside: list[Mention],
        person: Entity | None,
        bodies: tuple[Entity, ...],
    ) -> Speaker:
        """Return all that tells for whom a speaker stands, a person's office included."""
        text = annotated.article.part_text(span.part)
        bare = None if person or bodies else self.names.antecedent(annotated, span, words)
        if words.lower() == "it" or (bare is None and is_bare_company(words)):
            words = subject(annotated, span) or words
        if not (person or bodies or bare) and ITS.match(words):
            bare = self.names.last_body(annotated, span)
        country = next((m.country for m in inside if m.country), None)
        speaker = Speaker(
            words=words,
            person=person,
            bodies=bodies or ((bare,) if bare else ()),
            country=country,
            rare=bool(bodies) and self.names.in_one_outlet(bodies[0]),
            acts=any(m.acts for m in inside)
            or (country is not None and len(inside) == 1 and inside[0].span == span),
            one_word=is_one_word(words, text),
            saw=was_there(clause_after(text, span)),
        )
        if person is not None and person.id in self.offices:
            office = self.offices[person.id]
            speaker = replace(
                speaker,
                bodies=bodies or office.bodies,
                rare=any(self.names.in_one_outlet(b) for b in bodies or office.bodies),
                role=office.role,
                office=office.body,
                country=country or office.country,
            )
        return speaker

    def _of_who_spoke(self, annotated: Annotated, span: Span, words: str) -> Informant | None:
        """Return the body that has just spoken, for "its president", "chairman Moe"; else None."""
        spoke, its = spoke_before(annotated, span), ITS.match(words) is not None
        if spoke is None:
            return None
        found = self._at(annotated.article.id, spoke)
        between = annotated.article.part_text(span.part)[spoke.end : span.start]
        own = its or ("\n" not in between and _NO_HOUSES.isdisjoint(tokens(found.key)))
        return replace(found, words=words) if own and found.kind == "body" else None

    def _of_opening(self, annotated: Annotated, span: Span, words: str) -> Informant | None:
        """Return the body named first in the sentence, or those before, that "the firm" means."""
        if not is_epithet(words) or self.names.called_so(annotated, span, words) is not None:
            return None
        if words.lower() == "it" and subject(annotated, span):
            return None
        article = annotated.article
        company = words.lower() == "it" or not is_bare_company(words)
        named = opening_name(annotated, span)
        if named is not None and not (company or may_be_company(article.words(named))):
            named = None
        if named is None and not company:
            named = company_that_spoke(annotated, span) or self.names.introduced(annotated, span)
        if named is None:
            named = named_like(annotated, span, tokens(words)[-1])
        if named is None or self.names.is_outlet(article.words(named)):
            return None
        inside = names_in(annotated).beside(named)
        body = next(iter(self.names.bodies(article.id, list(inside))), None)
        if body is not None:
            return self._at(article.id, named)
        speaker = Speaker(words=article.words(named))
        return body_as_informant(speaker, body_named(speaker.words, None), "body", None)

    def _spoke(self, annotated: Annotated, span: Span, words: str) -> Span | None:
        """Return the body that "it" or "the ruling" means, by who spoke before; None for nobody."""
        authors, one = are_authors(words), words.lower() in ("he", "she")
        if not (authors or one or is_ruling(words)):
            return None
        if words.lower() == "it" and name_acting(annotated, span) is not None:
            return None
        spoke = spoke_before(annotated, span)
        if one:
            person = spoke is not None and self.names.names_a_person(annotated, spoke)
            return spoke if person else None
        if authors and words.lower() not in ("it", "they") and spoke is not None:
            return spoke if is_document(annotated.article.words(spoke)) else None
        person = spoke is not None and self.names.names_a_person(annotated, spoke)
        return None if person else spoke


def _of_its_state(annotated: Annotated, span: Span, words: str) -> str:
    """Return words with the country that their sentence names first in place of the "its".

    "In talks with China, Japan agreed to send rescuers to Nepal, its foreign ministry said."
    """
    sentence = after_dateline(annotated, sentence_of(annotated, span))
    text = annotated.article.part_text(span.part)
    named = (
        each
        for each in names_in(annotated).beside(sentence)
        if each.country
        and each.span.end <= span.start
        and not _IS_WHERE.search(text[sentence.start : each.span.start])
    )
    first = min(named, key=lambda each: each.span.start, default=None)
    owner = annotated.article.words(first.span) if first else ""
    return f"{owner} {words.partition(' ')[2]}".strip()


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
