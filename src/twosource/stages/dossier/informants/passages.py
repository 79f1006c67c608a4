"""Find for every passage whom it knows from: the speaker it names, an issuer, or nobody."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.annotated import Annotated
from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.informants.antecedents import (
    clause_after,
    company_that_spoke,
    opening_name,
    spoke_before,
    subject,
)
from twosource.stages.dossier.informants.bodies import body_named
from twosource.stages.dossier.informants.callings import (
    is_bare_company,
    is_epithet,
    is_somebody,
    may_speak,
    was_there,
)
from twosource.stages.dossier.informants.full_names import FullNames
from twosource.stages.dossier.informants.holders import ITS, offices_in
from twosource.stages.dossier.informants.issuers import Issuers
from twosource.stages.dossier.informants.kinds_by_name import named_like
from twosource.stages.dossier.informants.media import Media
from twosource.stages.dossier.informants.papers import (
    are_authors,
    is_document,
    is_ruling,
)
from twosource.stages.dossier.informants.phrases import modifies, tokens
from twosource.stages.dossier.informants.read_before import Passages, ReadBefore, latest
from twosource.stages.dossier.informants.roles import STAFF
from twosource.stages.dossier.informants.speaker import UNSTATED, Speaker, body_as_informant
from twosource.stages.dossier.informants.speakers import informant_of
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed, may_be_company
from twosource.stages.dossier.informants.whose_words import (
    IN_OR_OF,
    REACTS,
    TOLLS,
    acts,
    is_added,
    is_beside,
    is_guessed,
    is_one_word,
    is_private,
    speaker_spans,
)
from twosource.stages.dossier.marks import names_in
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import once_per_story


@once_per_story
def informants_of(material: StoryMaterial) -> Informants:
    """Return whom the passages of a story know from."""
    kept = latest(material.story.id)
    informants = Informants(material, reading_of(material), kept.reading)
    kept.reading = informants.read
    return informants


# The head of none of these is a "director" or "chairman": he who is called so is of another body.
_NO_HOUSES = frozenset("police prosecutors court".split())


class Informants:
    """Whom the passages of a story know from; made once per story, read only.

    It holds the story's names by article, and what is told anywhere of each person's office: who
    is a spokesman in one report is one in all.
    """

    def __init__(
        self, material: StoryMaterial, reading: Reading, before: ReadBefore | None = None
    ) -> None:
        self.articles = {each.article.id: each for each in material.articles}
        media = Media(material.outlets)
        self.read = ReadBefore(media, before)
        self.names = WhoIsNamed(material, reading.meant, media)
        self.entities = self.names.entities
        self.issuers = Issuers(material, self.names)
        self.offices = offices_in(material.articles, self.names)
        self.full_names = FullNames(material)
        self._mentions_of = reading.mentions_of

    def of(self, told: Told) -> Informant:
        """Return whom a passage knows something from.

        In this order: the innermost speaker in whose words it stands, the issuer of its figure, a
        source the sentence names ("customs data show"), the issuer of a press release. What an
        outlet is said to have reported has no informant by that: the outlet is a report.
        """
        article = self.articles[told.article].article
        if told.quote is not None and REACTS.search(article.words(told.span)):
            return UNSTATED  # who is shocked at a thing need not be whom it is known from
        if told.quote is not None and acts(told.quote, article):
            return UNSTATED
        for span in speaker_spans(told):
            if is_added(told, span, article):
                continue
            found = self.at(told.article, span)
            alone = told.measure and told.measure.outcome in TOLLS
            if is_private(found) and (alone or is_guessed(told, span, article)):
                found = replace(found, key=found.key.replace("person:", "unsure:", 1))
            if found.kind != "unstated":
                return found
        return self.issuers.of(article) if told.quote is None else UNSTATED

    def at(self, article_id: ArticleId, span: Span) -> Informant:
        """Return the informant that a speaker's words stand for."""
        known = self.passages(article_id)
        if span not in known.full:  # statements, claims and denials ask for the same ones
            known.full[span] = self.full_names.of(self._bare(article_id, span))
        return known.full[span]

    def passages(self, article_id: ArticleId) -> Passages:
        """Return what is known of an article's passages: the same value as long as it stands."""
        return self.read.of(article_id, self._leaning, self.full_names.of)

    def _bare(self, article_id: ArticleId, span: Span) -> Informant:
        known = self.passages(article_id).bare
        if span not in known:
            known[span] = self._read(article_id, span)
        return known[span]

    def _leaning(self, article_id: ArticleId) -> object:
        """Return all that the informants of an article are read from: the names in it, too."""
        mentions = self._mentions_of(article_id)
        known = (self.read.known(entity, self._known) for _, entity in mentions)
        return self.articles[article_id], mentions, list(known)

    def _known(self, entity: EntityId) -> object:
        """Return what the story knows of somebody: called how, in one outlet, with which office."""
        office = self.offices.get(entity)
        named = [self.entities[entity], *(() if office is None else office.bodies)]
        told = office and (office.role, office.body, office.country)
        return told, [(each, self.names.in_one_outlet(each)) for each in named]

    def _read(self, article_id: ArticleId, span: Span) -> Informant:
        annotated = self.articles[article_id]
        article = annotated.article
        words = article.words(span)
        spoke = self._spoke(annotated, span, words)
        if spoke is not None:
            return replace(self._bare(article_id, spoke), span=span)
        inside = list(names_in(annotated).beside(span))
        if self.names.is_a_report(article_id, words, inside):
            return UNSTATED
        text = article.part_text(span.part)
        owned = [m for m in inside if modifies(text[m.span.end : span.end])]
        others = [m for m in inside if IN_OR_OF.search(text[span.start : m.span.start])]
        persons = [m for m in inside if m not in owned and m not in others]
        surnamed = [m for m in persons if self.names.by_surname(annotated, m)]
        person = self.names.first(article.id, surnamed, "person")
        placed = [m for m in inside if is_beside(text[span.start : m.span.start])]
        bodies = self.names.bodies(article.id, [m for m in inside if m not in placed])
        if person is None and is_somebody(words) and may_speak(words):
            person = self.names.described(annotated, span)
        if not (person or bodies):
            opening = self._of_who_spoke(annotated, span, words) if ITS.match(words) else None
            opening = opening or self._of_opening(annotated, span, words)
            if opening is not None:
                return replace(opening, span=span)
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
        found = informant_of(speaker)
        if found.key.startswith("official:") and speaker.role.words & STAFF:
            found = self._of_who_spoke(annotated, span, words) or found
        return replace(found, span=span)

    def _of_who_spoke(self, annotated: Annotated, span: Span, words: str) -> Informant | None:
        """Return the body that has just spoken, for "its president", "chairman Moe"; else None."""
        spoke, its = spoke_before(annotated, span), ITS.match(words) is not None
        if spoke is None:
            return None
        found = self._bare(annotated.article.id, spoke)
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
            return self._bare(article.id, named)
        speaker = Speaker(words=article.words(named))
        return body_as_informant(speaker, body_named(speaker.words, None), "body", None)

    def _spoke(self, annotated: Annotated, span: Span, words: str) -> Span | None:
        """Return the body that "it" or "the ruling" means, by who spoke before; None for nobody."""
        authors, one = are_authors(words), words.lower() in ("he", "she")
        if not (authors or one or is_ruling(words)):
            return None
        spoke = spoke_before(annotated, span)
        if one:
            person = spoke is not None and self.names.names_a_person(annotated, spoke)
            return spoke if person else None
        if authors and words.lower() not in ("it", "they") and spoke is not None:
            return spoke if is_document(annotated.article.words(spoke)) else None
        person = spoke is not None and self.names.names_a_person(annotated, spoke)
        return None if person else spoke
