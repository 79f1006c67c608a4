"""Hold what the store knows of the articles around new ones, and put them into stories."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

import numpy as np

from twosource.alike import Numbers, Places
from twosource.errors import NotHeldError
from twosource.model.alike import Alike
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.protocols import Store
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.cluster import NOWHERE, Board, Touches
from twosource.stages.linking import changes_between


class Known:
    """Links, times and stories of the articles around some, laid out as numbers.

    A batch asks the store and writes a few times, not some thirty times for each article. An
    article is known by its place among the sorted ids, a story by a number beyond all places.
    """

    def __init__(self, store: Store, articles: Sequence[ArticleId], least: float) -> None:
        """Ask for all that deciding these articles can want, one after the other.

        `least` is the lowest score of a link by which any of them may join a story.
        """
        self._store = store
        found = store.alike(articles)
        leading = _articles(found, cluster.leading(found))
        ends = _articles(found, cluster.joining(found, least)).union(articles)
        near = store.stories_of(tuple(ends | leading))
        sizes = {each: len(story.articles) for story in near for each in story.articles}
        stood = np.array([sizes.get(each, 0) for each in found.articles])
        ends |= _articles(found, cluster.led(found, len(articles), stood))
        around = ends.union(*(story.articles for story in store.stories_of(tuple(ends))))
        # Whether somebody else may be an angle of theirs depends on whom he is like besides.
        pointing = store.alike(sorted((leading & around).difference(articles)))
        ends |= _articles(pointing, cluster.attached(pointing))
        before = store.stories_of(tuple(ends))
        around = ends.union(*(story.articles for story in before))
        self.times = store.times(tuple(around))
        self.names = sorted(self.times)  # without those that are gone, of which verdicts still tell
        self.place = {article: place for place, article in enumerate(self.names)}
        self.links = cluster.linked(store.alike_among(self.names))
        times = (self.times[article] for article in self.names)
        self.seconds = np.array([at.timestamp() if at else nan for at in times])
        self._before = dict(enumerate(before, start=len(self.names)))
        self._around = {story.id for story in before}
        self._stood = {each: n for n, story in self._before.items() for each in story.articles}
        stories = np.array([self._stood.get(each, NOWHERE) for each in self.names], dtype=np.int64)
        self.standing = cluster.standing(stories, len(before))

    def decide(self, touches: Touches, least: Numbers, settings: ClusterSettings) -> list[StoryId]:
        """Decide anew the stories of some articles, and those that they may join; write them.

        `least` is the mean that each article asks for as the newest of a story. What was decided is
        marked to be published again, and returned.
        """
        board = Board(self.links, self.seconds, cluster.ranked(self.seconds), least)
        changed = cluster.seat(self.names, board, self.standing, touches, settings)
        held = cluster.members(board.rank, self.standing.stories)
        after = cluster.stories_after(self._before, self.names, held, changed, self._elsewhere)
        return self._write(sorted(after, key=lambda story: story.id))

    def _elsewhere(self, story: StoryId) -> bool:
        """Return whether the store holds a story of that id, and it is none of those around."""
        if story in self._around:
            return False
        try:
            return self._store.story(story).id == story
        except NotHeldError:
            return False

    def _write(self, stories: Sequence[Story]) -> list[StoryId]:
        """Give the store those of the stories that are not as they were; return which."""
        articles = [article for story in stories for article in story.articles]
        stood = {self._stood[article] for article in articles if article in self._stood}
        before = {self._before[number].id: self._before[number] for number in stood}
        after = [story for story in stories if before.get(story.id) != story]
        changes = changes_between([before[story] for story in sorted(before)], after)
        self._store.put_stories(after, changes)
        self._store.mark_stale([story.id for story in after])
        return [story.id for story in after]


def _articles(alike: Alike, ends: Places) -> set[ArticleId]:
    return {alike.articles[at] for at in np.flatnonzero(np.bincount(ends.ravel())).tolist()}
