"""Say whom the names of one article mean, and which of them stand at a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, partial

from twosource.model.identity import ArticleId, EntityId, Span
from twosource.model.linked import EntityMention
from twosource.stages.dossier.marks import Marks
from twosource.stages.once import Known, kept_per_story


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


class MeantBefore:
    """Whom the articles of a story mean, handed from one revision to the next."""

    def __init__(self) -> None:
        self._known = Known[Meant]()

    def __call__(self, mentions: Iterable[EntityMention]) -> dict[ArticleId, Meant]:
        """Return for each article that names anybody whom it means."""
        self._known.anew()
        inside: dict[ArticleId, list[EntityMention]] = defaultdict(list)
        for each in mentions:
            inside[each.article].append(each)
        return {
            article: self._known.of(partial(Meant, found), *found)
            for article, found in inside.items()
        }


@kept_per_story
def meant_before() -> MeantBefore:
    """Return whom the articles of a story's last revision meant."""
    return MeantBefore()
