"""Know whom the names in a story's texts stand for, and what "the company" means there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.model.linked import Entity
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.informants.bodies import Body, body_in
from twosource.stages.dossier.informants.callings import is_any_one
from twosource.stages.dossier.informants.companies import may_be_company, named_like
from twosource.stages.dossier.informants.media import Media
from twosource.stages.dossier.informants.named_before import named_before
from twosource.stages.dossier.informants.phrases import is_of_the_press, is_paper, issued_by, tokens
from twosource.stages.dossier.informants.roles import BARE, COMPANY, OFFICIAL, TOPICS
from twosource.stages.dossier.reading import Reading
from twosource.text.nouns import is_agent, is_plural

# What some bodies are called that do not say it in their names.
CALLED = {"nato": "alliance", "european union": "bloc", "eu": "bloc", "opec": "cartel"}


class WhoIsNamed:
    """The names of a story by article; made once per story, read only."""

    def __init__(self, material: StoryMaterial, reading: Reading, media: Media) -> None:
        self.entities = {each.id: each for each in material.entities}
        self.meant_in, self._name_of = reading.entities_in, reading.meant
        self._media = media
        self._outlets_with = _outlets_with(material)
        self._in_full: dict[ArticleId, frozenset[EntityId]] = {}

    def in_one_outlet(self, entity: Entity) -> bool:
        """Return whether a name stands in one outlet only, so that it may be no name."""
        return self._outlets_with.get(entity.id, 0) < 2

    def entity(self, article: ArticleId, mention: Mention) -> Entity | None:
        """Return whom a name in an article stands for; None where nothing tells."""
        found = self._name_of(article, mention.span)
        return self.entities.get(found) if found is not None else None

    def first(self, article: ArticleId, mentions: list[Mention], kind: str) -> Entity | None:
        """Return the first of these names that stands for an entity of a kind.

        What reads as a name of that kind goes before what the story elsewhere takes for one:
        "Cabinet secretary Una Holt".
        """
        for mention in sorted(mentions, key=lambda each: each.kind != kind):
            entity = self.entity(article, mention)
            if entity is not None and entity.kind == kind:
                return entity
        return None

    def bodies(self, article: ArticleId, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
        """Return the bodies among these names; media and mere topics of an office are none."""
        found = (self.entity(article, mention) for mention in mentions)
        return tuple(
            each
            for each in found
            if each is not None
            and each.kind == "organization"
            and not each.name.split()[-1].islower()  # "All 44 on board"
            and not self.is_outlet(each.name)
            and not _only_a_topic(each)
        )

    def is_outlet(self, words: str) -> bool:
        """Return whether words name a medium: that is a report and no informant."""
        return self._media.has(words)

    def is_a_report(self, article: ArticleId, words: str, inside: list[Mention]) -> bool:
        """Return whether words name an outlet, one of its people, or "a report by" it.

        "A paper in the Journal of Tides" is a paper and no report.
        """
        if is_of_the_press(words):
            return True
        if is_paper(words):
            return self.is_outlet(issued_by(words))
        return self.is_outlet(words) or self._is_an_outlets(article, inside)

    def _is_an_outlets(self, article: ArticleId, inside: list[Mention]) -> bool:
        """Return whether somebody is told to be an outlet's: "MASN Sports' Roch Kubatko"."""
        named = [self.entity(article, each) for each in inside if each.kind == "organization"]
        return any(each is not None and self.is_outlet(each.name) for each in named)

    def by_surname(self, annotated: Annotated, mention: Mention) -> bool:
        """Return whether a name is more than a given name, which may be anybody's: "Michel".

        A given name will do where the article names the person in full as well.
        """
        article = annotated.article
        words = article.words(mention.span).split()
        entity = self.entity(article.id, mention)
        if len(words) > 1 or entity is None or words[0] == entity.name.split()[-1]:
            return True
        return entity.id in self._named_in_full(annotated)

    def _named_in_full(self, annotated: Annotated) -> frozenset[EntityId]:
        article = annotated.article
        if article.id not in self._in_full:
            full = (m for m in annotated.mentions if " " in article.words(m.span))
            found = (self.entity(article.id, each) for each in full)
            self._in_full[article.id] = frozenset(each.id for each in found if each is not None)
        return self._in_full[article.id]

    def issuing_body(self, annotated: Annotated, outlet: str) -> Entity | None:
        """Return the body that a press release is of; None where it names none.

        The one called like the outlet that it stands in, else the one that it names most,
        of several the first: who issues a release opens it.
        """
        named = self.bodies(annotated.article.id, list(annotated.mentions))
        counts = Counter(each.id for each in named)
        own = set(tokens(outlet))
        best = max(
            counts, key=lambda each: (self._is_called(each, own), counts[each]), default=None
        )
        return self.entities[best] if best is not None else None

    def _is_called(self, entity: EntityId, words: set[str]) -> bool:
        named = set(tokens(self.entities[entity].name))
        return bool(named and words) and (named <= words or words <= named)

    def antecedent(self, annotated: Annotated, span: Span, words: str) -> Entity | None:
        """Return the body that "the company", "the centre" means.

        The only one named before whose name has the word in it. Failing that, for a company, the
        only one that is no arm of a state: of two it may be either.
        """
        called, body = self.called_so(annotated, span, words), _bare_body(words)
        # "The shipping company" is no company at large: only a name that says so will do.
        if called is not None or body is None or body.name not in COMPANY:
            return called
        return _only(self._companies_before(annotated, span))

    def _companies_before(self, annotated: Annotated, span: Span) -> Iterator[Entity]:
        """Yield the bodies named before a place that are no arms of a state."""
        named = self.bodies(annotated.article.id, named_before(annotated, span))
        return (each for each in named if may_be_company(each.name))

    def introduced(self, annotated: Annotated, span: Span) -> Span | None:
        """Return the only company that is told for one before a place, and no other is named."""
        found = named_like(annotated, span, COMPANY)
        name = annotated.article.words(found) if found is not None else ""
        others = (each.name not in name for each in self._companies_before(annotated, span))
        return None if any(others) else found

    def called_so(self, annotated: Annotated, span: Span, words: str) -> Entity | None:
        """Return the only body named before by the word or beside it: "the court" a court.

        "The hospital" may be "the Sint-Brixius hospital" or "the University Hospital".
        """
        body = _bare_body(words)
        if body is None or not body.name:
            return None
        head = body.name.split()[-1]
        text, article = annotated.article.part_text(span.part), annotated.article.id
        beside = [
            each
            for each in annotated.mentions
            if each.span.part == span.part
            and each.span < span
            and text.startswith(f" {head}", each.span.end)
        ]
        found = [
            entity
            for entity in self.bodies(article, named_before(annotated, span))
            for name in (entity.name.lower(),)
            if {head, f"{head}s"} & set(name.split()) or CALLED.get(name) == head
        ]
        return _only((*found, *self.bodies(article, beside)))

    def described(self, annotated: Annotated, span: Span) -> Entity | None:
        """Return the person that "the retired teacher" means: the only one named before.

        None where the text has named nobody yet, or several.
        """
        words = annotated.article.words(span)
        if not words.lower().startswith("the ") or re.search(r"['’]s?\s", words):
            return None  # "the boy's uncle" is not the boy
        head = tokens(words)[-1]
        if is_plural(head) or (
            body_in(words) is not None and not (is_agent(head) or head in OFFICIAL)
        ):
            return None  # "the hackers" are not one, "the town hall" is nobody
        earlier = (
            self.entity(annotated.article.id, each)
            for each in annotated.mentions
            if each.kind == "person" and each.span.part == span.part and each.span.end <= span.start
        )
        return _only(each for each in earlier if each is not None and each.kind == "person")

    def last_body(self, annotated: Annotated, span: Span) -> Entity | None:
        """Return the body named last before a place: whose "its spokesman" is."""
        earlier = named_before(annotated, span)
        bodies = self.bodies(annotated.article.id, earlier)
        return bodies[-1] if bodies else None


def _only(named: Iterable[Entity]) -> Entity | None:
    """Return whom all of these names mean; None for nobody, or several."""
    found = {each.id: each for each in named}
    return next(iter(found.values())) if len(found) == 1 else None


def _outlets_with(material: StoryMaterial) -> dict[EntityId, int]:
    """Return in how many outlets each entity is named."""
    outlet_of = {each.article.id: each.article.outlet for each in material.articles}
    pairs = {(each.entity, outlet_of[each.article]) for each in material.entity_mentions}
    counts: dict[EntityId, int] = {}
    for entity, _ in sorted(pairs):
        counts[entity] = counts.get(entity, 0) + 1
    return counts


def _only_a_topic(entity: Entity) -> bool:
    """Return whether a name is but the topic of an office: "Trade" of "Trade Commissioner"."""
    return set(entity.name.lower().split()) <= TOPICS.keys() | OFFICIAL


def _bare_body(words: str) -> Body | None:
    """Return the body of a phrase that only says what it is: "the court", "the shipping firm"."""
    body = body_in(words)
    if body is None or is_any_one(words):
        return None
    head = body.name.split()[-1] if body.name else ""
    return body if body.name in BARE or head in COMPANY else None
