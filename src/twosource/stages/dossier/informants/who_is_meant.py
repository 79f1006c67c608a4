"""Read for whom a speaker's words stand: whom they name or describe, or who spoke before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from twosource.model.annotated import Annotated
from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.antecedents import (
    country_opening,
    name_acting,
    opening_anew,
    opening_body,
    opening_name,
    paragraph_body,
)
from twosource.stages.dossier.informants.bodies import body_named, is_its
from twosource.stages.dossier.informants.callings import (
    is_bare_company,
    is_bare_voice,
    is_epithet,
    was_there,
)
from twosource.stages.dossier.informants.companies import (
    company_that_spoke,
    may_be_company,
    named_like,
)
from twosource.stages.dossier.informants.named_within import Named, named_within
from twosource.stages.dossier.informants.offices import Office
from twosource.stages.dossier.informants.phrases import (
    are_authors,
    is_definite,
    is_document,
    is_ruling,
    tokens,
)
from twosource.stages.dossier.informants.roles import PRONOUNS, STAFF
from twosource.stages.dossier.informants.speaker import UNSTATED, Heard, Speaker, body_as_informant
from twosource.stages.dossier.informants.speakers import informant_of
from twosource.stages.dossier.informants.spoken_before import (
    described_before,
    introduced_before,
    spoke_before,
)
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed
from twosource.stages.dossier.informants.whose_words import is_one_word
from twosource.stages.dossier.marks import names_in

# The head of none of these is a "director" or "chairman": he who is called so is of another body.
_NO_HOUSES = frozenset("police prosecutors court".split())


class WhoIsMeant:
    """Reads the words for speakers with the names and offices of a story.

    `at` answers for words that stand before: what is meant by "it" is who spoke last.
    """

    def __init__(
        self,
        names: WhoIsNamed,
        offices: Mapping[EntityId, Office],
        at: Callable[[ArticleId, Span], Heard],
    ) -> None:
        self.names, self.offices, self._at = names, offices, at

    def heard(self, annotated: Annotated, span: Span) -> Heard:
        """Return whom the words of a stretch stand for, and from whom a fact is known by them."""
        found = self._heard(annotated, span)
        return replace(found, informant=replace(found.informant, span=span))

    def _heard(self, annotated: Annotated, span: Span) -> Heard:
        before = self._stood_for(annotated, span, annotated.article.words(span))
        if before is not None:
            return before
        named = named_within(annotated, span, self.names)
        if self.names.is_a_report(annotated.article.id, named.words, list(named.inside)):
            return Heard(informant=UNSTATED, voice=named.voice, spoken=span)
        meant = self._meant(annotated, span, named) if not named.any else ()
        told = (each for each in meant if each is not None and each.informant.kind != "unstated")
        return next(told, None) or self._read(annotated, span, named)

    def _meant(self, annotated: Annotated, span: Span, named: Named) -> Iterator[Heard | None]:
        """Yield whom words that name nobody may mean by what stands before, the likeliest first."""
        names, words = self.names, named.words
        it, firm = words.lower() == "it", is_bare_company(words)
        if is_its(words):
            own = self._of_who_spoke(annotated, span, words)
            yield Heard(informant=own, spoken=span) if own is not None else None
        if it:
            yield self._as_body(annotated, opening_body(annotated, span))
        if is_epithet(words) and names.called_so(annotated, span, words) is None:
            yield self._by_name(annotated, opening_name(annotated, span), firm=firm)
            if firm:
                yield self._by_name(annotated, company_that_spoke(annotated, span))
                yield self._by_name(annotated, names.introduced(annotated, span))
            yield self._by_name(annotated, named_like(annotated, span, tokens(words)[-1:]))
            yield self._of_paragraph(annotated, span, words)
        bare = names.antecedent(annotated, span, words)
        yield self._read(annotated, span, named, bare) if bare is not None else None
        if firm:
            yield self._as_body(annotated, opening_body(annotated, span))
        else:
            before = introduced_before(annotated, span)
            yield self._before(annotated, before) if before is not None else None
        if is_its(words):
            yield self._read(annotated, span, named, names.last_body(annotated, span))

    def _read(
        self, annotated: Annotated, span: Span, named: Named, bare: Entity | None = None
    ) -> Heard:
        """Return whom words stand for by what they name, or the body that a bare one means."""
        speaker = self._speaker(annotated, span, named, bare)
        found = informant_of(speaker)
        if found.key.startswith("official:") and speaker.role.words & STAFF:
            found = self._of_who_spoke(annotated, span, speaker.words) or found
        voice = named.voice
        if bare is not None and (is_bare_company(named.words) or is_definite(named.words)):
            voice = bare.id
        elif named.described is not None and found.kind == "person":
            voice = found.entity
        return Heard(informant=found, voice=voice, spoken=span)

    def _before(self, annotated: Annotated, span: Span) -> Heard:
        return self._at(annotated.article.id, span)

    def _speaker(
        self, annotated: Annotated, span: Span, named: Named, bare: Entity | None
    ) -> Speaker:
        """Return all that tells for whom a speaker stands, a person's office included."""
        text, words, inside = annotated.article.part_text(span.part), named.words, named.inside
        person, bodies = named.person or named.described, named.bodies
        country = next((m.country for m in inside if m.country), None)
        if words.startswith(("its ", "their ")) and not is_its(words):
            country = country_opening(annotated, span)
        speaker = Speaker(
            words=words,
            person=person,
            bodies=bodies or ((bare,) if bare else ()),
            country=country,
            rare=bool(bodies) and self.names.in_one_outlet(bodies[0]),
            acts=any(m.acts for m in inside)
            or (country is not None and len(inside) == 1 and inside[0].span == span),
            one_word=is_one_word(words, text),
            saw=was_there(_clause_after(text, span)),
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
        last = spoke_before(annotated, span)
        spoke = opening_anew(annotated, span, last) or last
        if spoke is None:
            return None
        found = self._before(annotated, spoke).informant
        between = annotated.article.part_text(span.part)[spoke.end : span.start]
        own = is_its(words) or ("\n" not in between and _NO_HOUSES.isdisjoint(tokens(found.key)))
        return replace(found, words=words) if own and found.kind == "body" else None

    def _by_name(
        self, annotated: Annotated, named: Span | None, *, firm: bool = False
    ) -> Heard | None:
        """Return the body of a name, which no model need know; None for an outlet's, or none."""
        words = annotated.article.words(named) if named is not None else ""
        if named is None or self.names.is_outlet(words) or (firm and not may_be_company(words)):
            return None
        if self.names.bodies(annotated.article.id, list(names_in(annotated).beside(named))):
            return self._as_body(annotated, named)
        informant = body_as_informant(Speaker(words=words), body_named(words, None), "body", None)
        return Heard(informant=informant, spoken=named)

    def _of_paragraph(self, annotated: Annotated, span: Span, words: str) -> Heard | None:
        """Return the body that the paragraph begins with: "The clinic is shut. It says …"."""
        asked = words.lower() == "it" or is_bare_voice(words)
        about = paragraph_body(annotated, span) if asked else None
        found = self._before(annotated, about) if about is not None else None
        return found if found and found.informant.key.startswith("body:") else None

    def _stood_for(self, annotated: Annotated, span: Span, words: str) -> Heard | None:
        """Return whom "he", "it" or "the ruling" means, by who spoke before; None for nobody."""
        one, pronoun = words.lower() in ("he", "she"), words.lower() in PRONOUNS
        if not (one or are_authors(words) or is_ruling(words)):
            return None
        spoke = spoke_before(annotated, span)
        opened = name_acting(annotated, span) or opening_anew(annotated, span, spoke)
        if words.lower() == "it" and opened:
            return None
        found = self._before(annotated, spoke) if spoke is not None else None
        if one and not (found is not None and self._is_person(found)):
            spoke = described_before(annotated, span)
            return self._before(annotated, spoke) if spoke is not None else None
        if spoke is None or found is None or (self._is_person(found) and not one):
            return None
        if are_authors(words) and not pronoun:
            paper = is_document(annotated.article.words(spoke))
            return replace(found, spoken=span) if paper else None
        if found.informant.kind == "unstated":
            return Heard(informant=found.informant, spoken=span)
        return found if one else self._as_body(annotated, spoke)

    def _is_person(self, found: Heard) -> bool:
        voice = self.names.entities.get(found.voice) if found.voice is not None else None
        return found.informant.kind == "person" if voice is None else voice.kind == "person"

    def _as_body(self, annotated: Annotated, span: Span | None) -> Heard | None:
        """Return a body as the voice, whoever has spoken for it: "it" is the body itself."""
        if span is None:
            return None
        found = self._before(annotated, span)
        body = found.informant.entity if found.informant.kind == "body" else None
        return replace(found, voice=found.voice or body)


def _clause_after(text: str, span: Span) -> str:
    """Return what a phrase goes on to say of a speaker: "who had watched from the fence"."""
    found = re.match(r",? (who\b[^.;]*)", text[span.end :])
    return found.group(1) if found else ""
