"""Find the running matter that a story belongs to, by the ties that the store keeps."""

from __future__ import annotations

from twosource.model.identity import StoryId
from twosource.model.storyline import StoryProfile, StoryTie
from twosource.protocols import Store
from twosource.stages import storylines


def matter_of(story: StoryId, store: Store) -> tuple[StoryProfile, ...]:
    """Return the stories of the running matter that a story belongs to, itself among them, in time.

    All that are tied to it, and further all that sure ties lead to; alone where it has no ties.
    """
    ties, seen, frontier = dict[frozenset[StoryId], StoryTie](), set[StoryId](), frozenset((story,))
    while frontier:
        seen |= frontier
        for tie in store.ties_of(sorted(frontier)):
            ties[frozenset((tie.earlier, tie.later))] = tie
        frontier = storylines.walk(story, ties.values()) - seen
    profiles = store.profiles(sorted(storylines.walk(story, ties.values())))
    return tuple(sorted(profiles, key=lambda each: (each.first, each.story)))
