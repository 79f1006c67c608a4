"""Know a story by a few words, and list under each theme the stories that came before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model.dossier import Dossier, Perspective
from twosource.model.storyline import RelatedStory, StoryOrder, StorySketch

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
    """Return the dossier with related stories under each of its perspectives, as a line in time.

    The newest first, without those of its own running matter, which stand in the storyline. Each
    says whether it came before or after this story and whom both name.
    """
    own = sketch(dossier)
    elsewhere = {own.story, *(each.story for each in dossier.storyline)}
    beside = [each for each in sketches if each.story not in elsewhere]
    return replace(
        dossier,
        perspectives=tuple(
            replace(perspective, related=_related(perspective, own, beside))
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
        if perspective.name in each.themes
    ]
    sharing.sort(key=lambda each: (-len(each.shared), each.story))
    sharing.sort(key=lambda each: each.when, reverse=True)
    return tuple(sharing[:MOST_RELATED])


def _order(when: str, own: str) -> StoryOrder | None:
    """Return how one ISO date lies to another, None where one is missing."""
    if not when or not own:
        return None
    if when == own:
        return "the same day"
    return "before" if when < own else "after"
