"""Let stories keep their ids, and tell which ids lead to them, from what the loops say of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, count, groupby
from operator import itemgetter

from twosource.alike import Places
from twosource.canonical import digest
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.stages.cluster.keeping import founder
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
            own = chain((story.id,), _ids_of(story.articles[0]))
            ids[n] = next(each for each in own if each not in taken)
            taken.add(ids[n])
    merged = {n: {old for each in came[n] for old in (each.id, *each.merged_from)} for n in ids}
    return tuple(
        Story(id=ids[n], articles=story.articles, merged_from=tuple(sorted(merged[n] - taken)))
        for n, story in enumerate(after)
    )


def stories_after(
    before: Mapping[int, Story],
    names: Sequence[ArticleId],
    held: Mapping[int, Sequence[int]],
    changed: Places,
    stands_elsewhere: Callable[[StoryId], bool],
) -> list[Story]:
    """Return the stories of which something changed, as they stand now.

    Stories are given by their numbers: those of before, the articles of each as it stands, and the
    rows that `seating.seated` told. An id that was merged into a story leads to it until a story
    has that id again. A new story has the id of its founder, unless another story, one of these or
    one that `stands_elsewhere`, has kept that without him.
    """
    ids = {number: story.id for number, story in before.items()}
    merged = defaultdict[int, set[StoryId]](set)
    merged |= {number: set(story.merged_from) for number, story in before.items()}
    stood, taken = {each for story in before.values() for each in story.articles}, {*ids.values()}
    touched = dict[int, None]()
    for _, rows in groupby(changed.tolist(), key=itemgetter(0)):
        after = list(rows)
        for _, story, old in after:
            if old >= 0 and old != story:
                taken.remove(ids[old])
                merged[story] |= {ids.pop(old)} | merged.pop(old, set())
        for _, story, old in after:
            if old < 0:
                article = names[founder(old)]
                free = (each for each in _ids_of(article) if each not in taken)
                if article in stood:  # else it has founded nothing yet
                    free = (each for each in free if not stands_elsewhere(each))
                ids[story] = next(free)
                taken.add(ids[story])
                merged[story] = set()
        live = {ids[story] for _, story, _ in after}
        for _, story, _ in after:
            merged[story] -= live
            touched[story] = None
    return [
        Story(
            id=ids[number],
            articles=tuple(names[place] for place in held[number]),
            merged_from=tuple(sorted(merged[number])),
        )
        for number in touched
        if number in held
    ]


def _ids_of(article: ArticleId) -> Iterator[StoryId]:
    """Yield the ids that a story may have which an article founds, the one it has as a rule first.

    The others are for one that was split off from a story that it had founded.
    """
    yield story_id(article)
    yield from (StoryId(digest((article, times))) for times in count(2))
