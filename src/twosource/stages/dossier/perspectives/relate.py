"""Know a story by a few words, and list under each theme the other stories that share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model.dossier import Dossier, Perspective, RelatedStory, StorySketch

MOST_RELATED = 6  # under one theme: a column a reader takes in at a glance
NAMES_KEPT = 12  # of the most prominent persons, bodies and countries


def sketch(dossier: Dossier) -> StorySketch:
    """Return what another dossier needs to know of this story to list it as related."""
    named = sorted(
        (*dossier.countries, *dossier.organizations, *dossier.persons),
        key=lambda entry: (-entry.outlets, -entry.count, entry.name),
    )
    days = sorted(s.published.date().isoformat() for s in dossier.sources if s.published)
    return StorySketch(
        story=dossier.story,
        headline=dossier.headline.text,
        when=days[0] if days else "",
        themes=tuple(perspective.name for perspective in dossier.perspectives),
        names=tuple(entry.name for entry in named[:NAMES_KEPT]),
    )


def relate(dossier: Dossier, sketches: Sequence[StorySketch]) -> Dossier:
    """Return the dossier with related stories under each of its perspectives.

    Newest first; of one day, those that share the most names come first.
    """
    own = frozenset(sketch(dossier).names)
    return replace(
        dossier,
        perspectives=tuple(
            replace(perspective, related=_related(perspective, dossier, sketches, own))
            for perspective in dossier.perspectives
        ),
    )


def _related(
    perspective: Perspective,
    dossier: Dossier,
    sketches: Sequence[StorySketch],
    own: frozenset[str],
) -> tuple[RelatedStory, ...]:
    sharing = [
        each for each in sketches if each.story != dossier.story and perspective.name in each.themes
    ]
    sharing.sort(key=lambda each: (-len(own.intersection(each.names)), each.story))
    sharing.sort(key=lambda each: each.when, reverse=True)
    return tuple(
        RelatedStory(story=each.story, headline=each.headline, when=each.when)
        for each in sharing[:MOST_RELATED]
    )
