"""Keep whom the passages of a story know from while all that tells so stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.stages.dossier.informants.media import Media
from twosource.stages.once import kept_per_story


@dataclass(slots=True, kw_only=True)
class Passages:
    """Whom the stretches of one article stand for, as far as they were asked about."""

    leans_on: object  # the article, who is meant in it, and what the story knows of these
    bare: dict[Span, Informant] = field(default_factory=dict)
    full: dict[Span, Informant] = field(default_factory=dict)  # by the full name in the story


class ReadBefore:
    """What was read of a story's passages, handed from one revision to the next.

    An article of which all is as it was has the very same `Passages`, so that others may keep what
    they read of it for as long.
    """

    def __init__(self, media: Media, before: ReadBefore | None) -> None:
        goes_on = before is not None and media.goes_on_from(before._media)
        self._media: Media = media
        self._before = before._now if before is not None and goes_on else {}
        self._now: dict[ArticleId, Passages] = {}
        self._known_before = before._known if before is not None else {}
        self._known: dict[EntityId, object] = {}

    def known(self, entity: EntityId, what: Callable[[EntityId], object]) -> object:
        """Return what the story knows of somebody; the very same value while that stays equal."""
        if entity not in self._known:
            found, before = what(entity), self._known_before.get(entity)
            self._known[entity] = before if before == found else found
        return self._known[entity]

    def of(
        self,
        article: ArticleId,
        leans_on: Callable[[ArticleId], object],
        full: Callable[[Informant], Informant],
    ) -> Passages:
        """Return what is known of an article's passages, given all they lean on but full names."""
        if article not in self._now:
            before, leaning = self._before.get(article), leans_on(article)
            if before is None or before.leans_on != leaning:
                before = Passages(leans_on=leaning)
            named = {span: full(before.bare[span]) for span in before.full}
            if named != before.full:
                before = Passages(leans_on=leaning, bare=dict(before.bare), full=named)
            self._now[article] = before
        return self._now[article]


class Latest:
    """The last revision's reading of a story, if it is still in memory."""

    reading: ReadBefore | None = None


@kept_per_story
def latest() -> Latest:
    """Return where a story's last reading is kept."""
    return Latest()
