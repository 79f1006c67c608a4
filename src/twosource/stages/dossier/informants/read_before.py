"""Keep whom the passages of a story know from while all that tells so stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, EntityId, Span
from twosource.stages.dossier.informants.media import Media
from twosource.stages.dossier.informants.speaker import Heard
from twosource.stages.once import kept_per_story

K = TypeVar("K", ArticleId, EntityId)


@dataclass(slots=True, kw_only=True, eq=False)
class Passages:
    """Whom the stretches of one article stand for, as far as they were asked about."""

    bare: dict[Span, Heard] = field(default_factory=dict)
    full: dict[Span, Informant] = field(default_factory=dict)  # by the full name in the story


class ReadBefore:
    """What was read of a story's passages, handed from one revision to the next.

    An article of which all stretches stand for whom they stood for has the very same `Passages`, so
    that others may keep what they read of it for as long.
    """

    def __init__(self, media: Media, before: ReadBefore | None) -> None:
        self._media: Media = media
        self._now: dict[ArticleId, Passages] = {}
        self._before = before._now if before is not None else {}
        self._leaning: dict[ArticleId, object] = {}
        goes_on = before is not None and media.goes_on_from(before._media)
        self._leaning_before = before._leaning if before is not None and goes_on else {}
        self._known: dict[EntityId, object] = {}
        self._known_before = before._known if before is not None else {}

    def known(self, entity: EntityId, what: Callable[[EntityId], object]) -> object:
        """Return what the story knows of somebody; the very same value while that stays equal."""
        return _as_before(entity, what, self._known, self._known_before)

    def leaning(self, article: ArticleId, leans_on: Callable[[ArticleId], object]) -> object:
        """Return all that tells who is meant in an article; the same while that stays equal."""
        return _as_before(article, leans_on, self._leaning, self._leaning_before)

    def of(
        self,
        article: ArticleId,
        leaning: object,
        read: Callable[[ArticleId, Span], Heard],
        full: Callable[[Heard], Informant],
    ) -> Passages:
        """Return what is known of an article's passages.

        `read` is asked again for each stretch where they lean on anything else than before; while
        all of them stand for whom they stood for, nobody need know.
        """
        if article not in self._now:
            before = self._before.get(article, Passages())
            found = self._now[article] = Passages()
            if leaning is self._leaning_before.get(article):
                found.bare.update(before.bare)
            for span in before.bare:  # of one stretch it may hang for whom another stands
                found.bare[span] = read(article, span)
            found.full.update((span, full(found.bare[span])) for span in before.full)
            if before.full == found.full and before.bare.items() <= found.bare.items():
                before.bare.update(found.bare)
                self._now[article] = before
        return self._now[article]


def _as_before(
    of: K, what: Callable[[K], object], now: dict[K, object], before: Mapping[K, object]
) -> object:
    if of not in now:
        found, known = what(of), before.get(of)
        now[of] = known if known == found else found
    return now[of]


class Latest:
    """The last revision's reading of a story, if it is still in memory."""

    reading: ReadBefore | None = None


@kept_per_story
def latest() -> Latest:
    """Return where a story's last reading is kept."""
    return Latest()
