"""Find for every passage whom it knows from: the speaker it names, an issuer, or nobody."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.acquired import Article
from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.informants.bodies import body_named, key_of
from twosource.stages.dossier.informants.full_names import FullNames
from twosource.stages.dossier.informants.media import ISSUERS, Media, reporting
from twosource.stages.dossier.informants.offices import offices_in
from twosource.stages.dossier.informants.read_before import Passages, ReadBefore, latest
from twosource.stages.dossier.informants.speaker import UNSTATED, Heard
from twosource.stages.dossier.informants.who_is_meant import WhoIsMeant
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed
from twosource.stages.dossier.informants.whose_words import (
    REACTS,
    TOLLS,
    acts,
    is_added,
    is_guessed,
    speaker_spans,
)
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


class Informants:
    """Whom the passages of a story know from; made once per story, read only.

    It holds the story's names by article, and what is told anywhere of each person's office: who
    is a spokesman in one report is one in all.
    """

    def __init__(
        self, material: StoryMaterial, reading: Reading, before: ReadBefore | None = None
    ) -> None:
        self.articles = {each.article.id: each for each in material.articles}
        media = Media(reporting(material))
        self.read = ReadBefore(media, before)
        self.names = WhoIsNamed(material, reading, media)
        self.entities = self.names.entities
        self.issuers = Issuers(material, self.names)
        self.offices = offices_in(material.articles, self.names)
        self.full_names = FullNames(material)
        self._meant = WhoIsMeant(self.names, self.offices, self.heard)
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
        for span in speaker_spans(told, article):
            if is_added(told, span, article):
                continue
            found = self.at(told.article, span)
            alone = told.quantity and told.quantity.outcome in TOLLS
            private = found.key.startswith("person:")  # who speaks for nobody else
            if private and (alone or is_guessed(told, span, article)):
                found = replace(found, key=found.key.replace("person:", "unsure:", 1))
            if found.kind != "unstated":
                return found
        return self.issuers.of(article) if told.quote is None else UNSTATED

    def at(self, article_id: ArticleId, span: Span) -> Informant:
        """Return the informant that a speaker's words stand for."""
        known = self.passages(article_id)
        if span not in known.full:  # statements, claims and denials ask for the same ones
            known.full[span] = self._full(self.heard(article_id, span))
        return known.full[span]

    def passages(self, article_id: ArticleId) -> Passages:
        """Return what is known of an article's passages: the same value as long as it stands."""
        return self.read.of(article_id, self.leaning(article_id), self.heard, self._full)

    def leaning(self, article_id: ArticleId) -> object:
        """Return all that tells who is meant in an article: the same value as long as it does."""
        return self.read.leaning(article_id, self._leaning)

    def heard(self, article_id: ArticleId, span: Span) -> Heard:
        """Return whom a speaker's words stand for, his body not yet by its full name."""
        known = self.passages(article_id).bare
        if span not in known:
            known[span] = self._meant.heard(self.articles[article_id], span)
        return known[span]

    def _full(self, heard: Heard) -> Informant:
        return self.full_names.of(heard.informant)

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
        return told, [
            # In what order an entity's other names stand moves with every article.
            (replace(each, aliases=()), frozenset(each.aliases), self.names.in_one_outlet(each))
            for each in named
        ]


class Issuers:
    """Who stands behind the texts of a story; made once per story, read only."""

    def __init__(self, material: StoryMaterial, names: WhoIsNamed) -> None:
        self._names = names
        self._articles = {each.article.id: each for each in material.articles}
        self._outlets = {each.id: each for each in material.outlets}
        self._origins = {
            member: lineage.origin
            for lineage in material.lineages
            for member in lineage.members
            if lineage.origin not in (None, member)
        }

    def of(self, article: Article) -> Informant:
        """Return who stands behind a whole text: a press release's issuer, else nobody stated.

        Who prints a release has it from the issuer of the one he prints.
        """
        printed = self._origins.get(article.id)
        if printed is not None:
            return self.of(self._articles[printed].article)
        outlet = self._outlets.get(article.outlet)
        official = outlet is not None and outlet.kind in ISSUERS
        if article.genre.name != "press release" and not official:
            return UNSTATED
        if outlet is not None and (official or outlet.owner == outlet.name):
            body = body_named(outlet.name, outlet.country)
            return Informant(kind="body", key=key_of(body), name=outlet.name, country=body.country)
        entity = self._names.issuing_body(self._articles[article.id], outlet.name if outlet else "")
        if entity is None:
            return UNSTATED
        body = body_named(entity.name, entity.country)
        return Informant(
            kind="body",
            key=key_of(body),
            name=entity.name,
            entity=entity.id,
            country=body.country,
        )
