"""Let stories keep their ids, and tell which ids lead to them, from what the loops say of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from twosource.alike import Places
from twosource.canonical import digest
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.stages.linking import story_id


def stories_again(before: Sequence[Story], after: Sequence[Story]) -> tuple[Story, ...]:
    """Return stories that were made anew under the ids of those that stood before.

    Each of those gives its id to the story that holds most of its articles, of two such the one
    with the first of them. Where several meet in one story the largest gives its id, and the others
    lead to it. A story that none gives an id keeps its own, if nobody else has that now.
    """
    number = {article: n for n, story in enumerate(after) for article in story.articles}
    came = defaultdict[int, list[Story]](list)
    for story in sorted(before, key=lambda each: (-len(each.articles), each.id)):
        held = Counter(number[each] for each in story.articles if each in number)
        if held:
            came[held.most_common(1)[0][0]].append(story)
    ids = {n: heirs[0].id for n, heirs in came.items()}
    taken = set(ids.values())
    for n, story in enumerate(after):
        if n not in ids:
            ids[n] = _free_id(story, taken)
            taken.add(ids[n])
    merged = {n: {old for each in came[n] for old in (each.id, *each.merged_from)} for n in ids}
    return tuple(
        Story(id=ids[n], articles=story.articles, merged_from=tuple(sorted(merged[n] - taken)))
        for n, story in enumerate(after)
    )


def _free_id(story: Story, taken: Collection[StoryId]) -> StoryId:
    """Return a story's own id, or that of the first article whose id no other story has."""
    own = (story.id, *map(story_id, story.articles))
    return next((each for each in own if each not in taken), StoryId(digest(own)))


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
