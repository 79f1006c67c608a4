"""Hold what the store knows of the articles around new ones, asked for many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import nan

import numpy as np

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.pipeline.columns import Columns
from twosource.protocols import Store
from twosource.stages import cluster
from twosource.stages.linking import changes_between


class Known:
    """Links, times and stories of the articles around some, with the stories decided meanwhile.

    What is decided is written when all is (`write`): until then only this knows it. So a batch asks
    and writes a few times, not some thirty times for each article. An article is known by its place
    among the sorted ids.
    """

    def __init__(self, store: Store, articles: Mapping[ArticleId, float]) -> None:
        """Ask for all that deciding these articles can want, one after the other.

        Each stands beside the least score of a link by which it may join a story.
        """
        self._store = store
        least = min(articles.values(), default=1.0)
        found = store.links_of("story", tuple(articles))
        joining = [link for link in found if cluster.may_join(link, least)]
        ends = {end for link in joining for end in (link.left, link.right)}.union(articles)
        stories = store.stories_of(tuple(ends))
        self._stood = {article: story for story in stories for article in story.articles}
        self.names = sorted(self._stood.keys() | ends)
        self.place = {article: place for place, article in enumerate(self.names)}
        self.links = Columns(store.links_among("story", self.names), self.place)
        self.times = store.times(self.names)
        times = (self.times[article] for article in self.names)
        self.seconds = np.array([at.timestamp() if at else nan for at in times])
        self.rank = np.empty(len(self.names), dtype=np.intp)  # by (published, id)
        self.rank[np.argsort(np.nan_to_num(self.seconds, nan=-np.inf), kind="stable")] = np.arange(
            len(self.names)
        )
        self._stands: list[Story | None] = [self._stood.get(article) for article in self.names]
        self._members: dict[StoryId, list[int]] = {}
        self._decided: dict[StoryId, Story] = {}

    def beside(self, article: ArticleId, least: float) -> list[int]:
        """Return the places of an article and of those it may join by a link of such a score."""
        place = self.place[article]
        return [place, *self.links.joined_to(place, least)]

    def stories_at(self, places: Sequence[int]) -> tuple[Story, ...]:
        """Return the stories that the articles at these places stand in, sorted by id."""
        found = {each.id: each for place in places if (each := self._stands[place])}
        return tuple(found[story] for story in sorted(found))

    def loose(self, places: Sequence[int]) -> list[int]:
        """Return those of the places whose articles stand in no story."""
        return [place for place in places if self._stands[place] is None]

    def members(self, story: Story) -> list[int]:
        """Return the places of a story's articles."""
        if story.id not in self._members:
            self._members[story.id] = [self.place[article] for article in story.articles]
        return self._members[story.id]

    def decide(self, stories: Sequence[Story]) -> None:
        """Hold stories that were decided."""
        for story in stories:
            self._decided[story.id] = story
            self._members.pop(story.id, None)
            for place in self.members(story):
                self._stands[place] = story

    def write(self) -> tuple[StoryId, ...]:
        """Give the store what was decided, mark it to be published again, and return which it is.

        Of a story that was decided and has gone since, the articles stand in others by now.
        """
        decided = [self._decided[story] for story in sorted(self._decided)]
        after = [each for each in decided if self._stands[self.members(each)[0]] is each]
        articles = [article for story in after for article in story.articles]
        stood = (self._stood[article] for article in articles if article in self._stood)
        before = {story.id: story for story in stood}
        after = [story for story in after if before.get(story.id) != story]
        mark = max((at.isoformat() for each in articles if (at := self.times[each])), default="")
        changes = changes_between([before[story] for story in sorted(before)], after)
        self._store.put_stories(after, changes, mark)
        self._store.mark_stale([story.id for story in after])
        self._decided = {}
        return tuple(story.id for story in after)
