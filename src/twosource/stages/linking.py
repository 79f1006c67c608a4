"""What all linkers share: what hangs together, and which story is which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from twosource.canonical import digest
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Link, Story, StoryChange

JOINS = frozenset({"same", "copy"})
PARTS = frozenset({"different", "independent"})


def components(
    nodes: Iterable[ArticleId], links: Iterable[tuple[ArticleId, ArticleId]]
) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the sets of nodes that links hold together, each sorted, sorted by their first.

    A node without links is a set of its own; links to nodes that are not given are left out.
    """
    parent = {node: node for node in nodes}

    def root(node: ArticleId) -> ArticleId:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in links:
        if one in parent and other in parent:
            low, high = sorted((root(one), root(other)))
            parent[high] = low
    together: dict[ArticleId, list[ArticleId]] = defaultdict(list)
    for node in sorted(parent):
        together[root(node)].append(node)
    return tuple(tuple(members) for _, members in sorted(together.items()))


def contradiction(verdicts: Sequence[Link]) -> Link | None:
    """Return the first verdict that parts two articles which others join, None where all hold."""
    parting = [link for link in verdicts if link.verdict in PARTS]
    if not parting:
        return None
    joined = [(link.left, link.right) for link in verdicts if link.verdict in JOINS]
    ends = {end for link in verdicts for end in (link.left, link.right)}
    group = {article: n for n, held in enumerate(components(ends, joined)) for article in held}
    return next((link for link in parting if group[link.left] == group[link.right]), None)


def chain(verdicts: Sequence[Link], one: ArticleId, other: ArticleId) -> tuple[Link, ...]:
    """Return the verdicts that join two articles by way of others, as few as do; () for none."""
    joining = [link for link in verdicts if link.verdict in JOINS]
    ways: dict[ArticleId, tuple[Link, ...]] = {one: ()}
    reached = [one]
    for article in reached:  # which grows meanwhile
        for link in joining:
            for here, there in ((link.left, link.right), (link.right, link.left)):
                if here == article and there not in ways:
                    ways[there] = (*ways[here], link)
                    reached.append(there)
    return ways.get(other, ())


@lru_cache(maxsize=50_000)  # asked again for every article of a story that one more joins
def story_id(founding: ArticleId) -> StoryId:
    """Return the id of the story that an article founded."""
    return StoryId(digest(founding))


def changes_between(before: Sequence[Story], after: Sequence[Story]) -> tuple[StoryChange, ...]:
    """Return what happened to stories, from how their articles stood to how they stand now.

    `before` holds every story that an article of `after` stood in.
    """
    stood_in = {article: story.id for story in before for article in story.articles}
    known = {story.id for story in before}
    return tuple(
        change for story in after for change in _changes(story, story.id in known, stood_in)
    )


def _changes(
    story: Story, known: bool, stood_in: Mapping[ArticleId, StoryId]
) -> Iterator[StoryChange]:
    came_from = defaultdict[StoryId, list[ArticleId]](list)
    for article in story.articles:
        if article in stood_in:
            came_from[stood_in[article]].append(article)
    fresh = tuple(article for article in story.articles if article not in stood_in)
    if not known and not came_from:
        yield StoryChange(kind="opened", story=story.id, articles=story.articles)
        return
    for old in sorted(came_from.keys() - {story.id}):
        moved = tuple(came_from[old])
        if not known:
            yield StoryChange(kind="split", story=story.id, other=old, articles=moved)
        elif old in story.merged_from:
            yield StoryChange(kind="merged", story=story.id, other=old, articles=moved)
        else:
            yield StoryChange(kind="joined", story=story.id, other=old, articles=moved)
            yield StoryChange(kind="left", story=old, other=story.id, articles=moved)
    if fresh:
        yield StoryChange(kind="joined", story=story.id, articles=fresh)
