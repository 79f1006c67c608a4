"""Lay the stories of a running matter out in time, and follow it from story to story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from twosource.model.identity import StoryId
from twosource.model.storyline import RelatedStory, StoryOrder, StoryProfile, StoryTie

SURE = 0.7  # ties from which on a matter is followed further
MOST_LISTED = 12  # stories beside one: a column a reader takes in at a glance


def over_time(
    own: StoryProfile, ties: Sequence[StoryTie], others: Mapping[StoryId, StoryProfile]
) -> tuple[RelatedStory, ...]:
    """Return the stories that are tied to one, in the order of time, each with what ties them.

    Of more than twelve those nearest in time; undated ones, which only a person has tied, last.
    """
    tied = [(others[end], tie) for tie in ties if (end := other_end(tie, own.story)) in others]
    tied.sort(key=lambda pair: (_days_from(own, pair[0]), pair[0].story))
    tied = tied[:MOST_LISTED]
    tied.sort(key=lambda pair: (not pair[0].first, pair[0].first, pair[0].story))
    return tuple(
        RelatedStory(
            story=other.story,
            headline=other.headline,
            when=other.first,
            until=other.last if other.last != other.first else "",
            order=order_of(own, other, tie),
            shared=tie.names,
            words=tie.words,
        )
        for other, tie in tied
    )


def order_of(own: StoryProfile, other: StoryProfile, tie: StoryTie) -> StoryOrder | None:
    """Return how another story lies in time to one's own; None where one of them has no day."""
    if not (own.first and other.first):
        return None
    if tie.kind == "part of":
        return "part of this story" if other.story == tie.later else "this story is part of it"
    if own.first == other.first:
        return "the same day"
    return "before" if other.first < own.first else "after"


def walk(story: StoryId, ties: Iterable[StoryTie]) -> frozenset[StoryId]:
    """Return the stories of the running matter that a story belongs to, itself among them.

    All that are tied to it, and further all that sure ties lead to from it, so that one doubtful
    tie does not make one matter of two.
    """
    known = list(ties)
    found = {story}
    sure: defaultdict[StoryId, list[StoryId]] = defaultdict(list)
    for tie in known:
        if tie.score >= SURE:
            sure[tie.earlier].append(tie.later)
            sure[tie.later].append(tie.earlier)
    frontier = [story]
    while frontier:
        reached = [end for each in frontier for end in sure[each] if end not in found]
        found.update(reached)
        frontier = reached
    own = (tie for tie in known if story in (tie.earlier, tie.later))
    return frozenset(found.union(other_end(tie, story) for tie in own))


def other_end(tie: StoryTie, story: StoryId) -> StoryId:
    """Return the story at the other end of a tie."""
    return tie.later if tie.earlier == story else tie.earlier


def _days_from(own: StoryProfile, other: StoryProfile) -> float:
    """Return how many days lie between the beginnings of two stories, endless for an undated."""
    if not (own.first and other.first):
        return float("inf")
    return abs((date.fromisoformat(own.first) - date.fromisoformat(other.first)).days)
