"""Let stories keep their ids, and tell which ids lead to them, from what the loops say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from twosource.alike import Places
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.stages.linking import story_id


def stories_after(
    before: Mapping[int, Story],
    names: Sequence[ArticleId],
    held: Mapping[int, Sequence[int]],
    changed: Places,
) -> list[Story]:
    """Return the stories of which something changed, as they stand now.

    Stories are given by their numbers: those of before, the articles of each as it stands, and the
    rows that `seating.seated` told. An id that was merged into a story leads to it until a story
    has that id again.
    """

    def own_id(number: int) -> StoryId:
        return before[number].id if number in before else story_id(names[number])

    merged = defaultdict[int, set[StoryId]](set)
    merged |= {number: set(story.merged_from) for number, story in before.items()}
    touched = dict[int, None]()
    for _, rows in groupby(changed.tolist(), key=itemgetter(0)):
        after = list(rows)
        for _, story, old in after:
            if old != story:
                merged[story] |= {own_id(old)} | merged.pop(old, set())
        live = {own_id(story) for _, story, _ in after}
        for _, story, _ in after:
            merged[story] -= live
            touched[story] = None
    return [
        Story(
            id=own_id(number),
            articles=tuple(names[place] for place in held[number]),
            merged_from=tuple(sorted(merged[number])),
        )
        for number in touched
        if number in held
    ]
