"""Know a story by a few words, and list under each theme the stories that came before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model.dossier import (
    Dossier,
    Perspective,
    RelatedStory,
    StoryOrder,
    StorySketch,
)

MOST_RELATED = 6  # under one theme: a column a reader takes in at a glance
ONE_MATTER = 2  # names in common: fewer, and the two share no more than their theme
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
    """Return the dossier with related stories under each of its perspectives, as a line in time.

    Stories of one running matter, which share two names or more beside the theme, come before those
    that share the theme alone; within each, the newest first. Each says whether it came before or
    after this story and whom both name, so that a reader can judge the tie.
    """
    own = sketch(dossier)
    return replace(
        dossier,
        perspectives=tuple(
            replace(perspective, related=_related(perspective, own, sketches))
            for perspective in dossier.perspectives
        ),
    )


def _related(
    perspective: Perspective, own: StorySketch, sketches: Sequence[StorySketch]
) -> tuple[RelatedStory, ...]:
    sharing = [
        RelatedStory(
            story=each.story,
            headline=each.headline,
            when=each.when,
            order=_order(each.when, own.when),
            shared=tuple(name for name in own.names if name in each.names),
        )
        for each in sketches
        if each.story != own.story and perspective.name in each.themes
    ]
    sharing.sort(key=lambda each: (-len(each.shared), each.story))
    sharing.sort(key=lambda each: each.when, reverse=True)
    sharing.sort(key=lambda each: len(each.shared) < ONE_MATTER)
    return tuple(sharing[:MOST_RELATED])


def _order(when: str, own: str) -> StoryOrder | None:
    """Return how one ISO date lies to another, None where one is missing."""
    if not when or not own:
        return None
    if when == own:
        return "the same day"
    return "before" if when < own else "after"
