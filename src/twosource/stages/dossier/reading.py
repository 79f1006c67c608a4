"""Look up in a story's material what the blocks need: who is meant where, whose report it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, CountryCode, EntityId, LineageId, OutletId, Span
from twosource.model.linked import Entity, EntityMention
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.marks import Marks, sentences_in
from twosource.stages.dossier.versions import earlier_versions
from twosource.stages.once import KnownOf, known_per_story, once_per_story


class Meant:
    """Whom the names of one article mean; the same value while they all mean what they meant."""

    def __init__(self, mentions: Sequence[EntityMention] = ()) -> None:
        found = ((each.span, each.entity) for each in mentions)
        self.places = tuple(sorted(found, key=lambda each: each[0].start))
        self._at = dict(self.places)
        self._marks = Marks(self.places)
        self._beside: dict[Span, tuple[EntityId, ...]] = {}

    def at(self, span: Span) -> EntityId | None:
        """Return whom the name at a place means, None where none stands there."""
        return self._at.get(span)

    @cached_property
    def by_entity(self) -> dict[EntityId, tuple[Span, ...]]:
        """Return where whom the article names is named, in reading order."""
        found: dict[EntityId, list[Span]] = defaultdict(list)
        for span, entity in self.places:
            found[entity].append(span)
        return {entity: tuple(spans) for entity, spans in found.items()}

    def beside(self, span: Span) -> tuple[EntityId, ...]:
        """Return who is named inside a stretch, or around it, in reading order, each once."""
        known = self._beside.get(span)
        if known is None:
            known = self._beside[span] = tuple(dict.fromkeys(self._marks.beside(span)))
        return known


_meant_before: KnownOf[Meant] = known_per_story()


def _meant(material: StoryMaterial) -> dict[ArticleId, Meant]:
    """Return for each article that names anybody whom it means."""
    known, inside = _meant_before(material), defaultdict[ArticleId, list[EntityMention]](list)
    for each in material.entity_mentions:
        inside[each.article].append(each)
    return {article: known.of(partial(Meant, found), *found) for article, found in inside.items()}


@once_per_story
def reading_of(material: StoryMaterial) -> Reading:
    """Return a story's material with its look-up tables."""
    return Reading(material)


_NOBODY = Meant()
NEVER_SUPPORT = {
    "opinion": "opinion does not support",
    "satire": "satire does not support",
    "sponsored": "sponsored text does not support",
}
NO_NEWS = frozenset({"opinion", "satire", "sponsored", "press release"})
NO_NEWSROOM = frozenset({"satire", "press_release", "government"})


def no_reports(material: StoryMaterial) -> dict[ArticleId, str]:
    """Return the articles that report nothing, each with the reason: opinion, satire."""
    satire = {outlet.id for outlet in material.outlets if outlet.kind == "satire"}
    genres = {
        each.article.id: "satire" if each.article.outlet in satire else each.article.genre.name
        for each in material.articles
    }
    return {
        article: NEVER_SUPPORT[genre] for article, genre in genres.items() if genre in NEVER_SUPPORT
    }


class Reading:
    """A story's material with its look-up tables; made once per story, read only.

    `articles` are the newest of each outlet's versions. `standing` are all that nothing replaces:
    an agency's first report stands, though it has written a fuller one since.
    """

    def __init__(self, material: StoryMaterial) -> None:
        self.all_versions = material.articles
        self.superseded = frozenset(material.superseded)
        self.articles: tuple[Annotated, ...] = tuple(
            each for each in material.articles if each.article.id not in self.superseded
        )
        self.replaced = earlier_versions(material)
        self.standing: tuple[Annotated, ...] = tuple(
            each for each in material.articles if each.article.id not in self.replaced
        )
        self.lineages = material.lineages
        self.entities = {entity.id: entity for entity in material.entities}
        self.rank = {entity.id: place for place, entity in enumerate(material.entities)}
        self._kinds = {outlet.id: outlet.kind for outlet in material.outlets}
        self.outlet_names = {outlet.id: outlet.name for outlet in material.outlets}
        self.report_of: dict[ArticleId, LineageId] = {
            member: lineage.id for lineage in material.lineages for member in lineage.members
        }
        self.aligned = _aligned(material)
        self.reworded: frozenset[ArticleId] = frozenset(
            made.copy
            for lineage in material.lineages
            for made in lineage.derivations
            if made.kind in ("rewrite", "translation")
        )
        self._unsupporting = no_reports(material)
        self._meant = _meant(material)
        self.outlet_of = {each.article.id: each.article.outlet for each in material.articles}
        self._place = {each.article.id: place for place, each in enumerate(material.articles)}

    def entities_in(self, article: ArticleId, span: Span) -> tuple[Entity, ...]:
        """Return who is named inside a stretch, or around it, in reading order, each once."""
        return tuple([self.entities[each] for each in self._meant_in(article).beside(span)])

    def is_news(self, annotated: Annotated) -> bool:
        """Return whether an article reports: no opinion, satire, advertisement or release."""
        genre, kind = annotated.article.genre.name, self._kinds.get(annotated.article.outlet)
        return genre not in NO_NEWS and kind not in NO_NEWSROOM

    def main_country(self) -> CountryCode | None:
        """Return the country that half of all country names in the story are, None without one."""
        named = Counter(
            known.country
            for each in self.articles
            for _, entity in self.mentions_of(each.article.id)
            if (known := self.entities[entity]).kind == "country" and known.country
        )
        most = max(named, key=lambda code: (named[code], code), default=None)
        return most if most and 2 * named[most] >= named.total() else None

    def supports(self, article: ArticleId) -> bool:
        """Return whether an article may bear something out: no opinion, satire or advertisement."""
        return article not in self._unsupporting

    def meant(self, article: ArticleId, span: Span) -> EntityId | None:
        """Return whom a name at a place means, None where none stands there."""
        return self._meant_in(article).at(span)

    def mentions_of(self, article: ArticleId) -> tuple[tuple[Span, EntityId], ...]:
        """Return where an article names whom."""
        return self._meant_in(article).places

    def named_in(self, article: ArticleId) -> Mapping[EntityId, tuple[Span, ...]]:
        """Return whom an article names, and where.

        While the article means by each name whom it meant, these are the same values from one
        revision to the next.
        """
        return self._meant_in(article).by_entity

    def _meant_in(self, article: ArticleId) -> Meant:
        return self._meant.get(article, _NOBODY)

    def report(self, article: ArticleId) -> LineageId:
        """Return the report an article belongs to; its own when no lineage names it."""
        return self.report_of.get(article, LineageId(article))

    def place(self, article: ArticleId) -> int:
        """Return where an article stands in the story's order of (published, id)."""
        return self._place[article]

    def outlet_name(self, outlet: OutletId) -> str:
        """Return an outlet's name, its id where the table has none."""
        return self.outlet_names.get(outlet, outlet)

    def outlets_in_order(self, articles: Iterable[ArticleId]) -> tuple[OutletId, ...]:
        """Return the outlets of these articles, each once, the first to publish first."""
        wanted = set(articles)
        return tuple(
            dict.fromkeys(
                each.article.outlet for each in self.all_versions if each.article.id in wanted
            )
        )


def _aligned(
    material: StoryMaterial,
) -> dict[tuple[ArticleId, ArticleId], list[tuple[Span, Span]]]:
    """Return by copy and original the passages that face each other, the copy's first."""
    facing: dict[tuple[ArticleId, ArticleId], list[tuple[Span, Span]]] = defaultdict(list)
    for lineage in material.lineages:
        for made in lineage.derivations:
            if made.original is not None:
                facing[made.copy, made.original] += [
                    (passage.left, passage.right) for passage in made.passages
                ]
    return dict(facing)


def sentence_of(annotated: Annotated, span: Span) -> Span:
    """Return the sentence that a stretch begins in; the stretch itself where no sentence does."""
    beginning = Span(part=span.part, start=span.start, end=span.start + 1)
    for sentence, _ in sentences_in(annotated).touching(beginning):
        return sentence
    return span
