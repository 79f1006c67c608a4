"""Hold what the store knows of the articles around new ones, asked for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Link, Story, StoryChange
from twosource.pipeline.together import Pair, copies_by_article
from twosource.protocols import Store


@dataclass(slots=True)
class Known:
    """Links, copies, stories and times of articles, with the stories decided meanwhile.

    What is decided is written when all is (`write`): until then only this knows it. So a stretch of
    the log asks and writes a few times, not some thirty times for each article.
    """

    store: Store
    links: dict[ArticleId, dict[Pair, Link]] = field(default_factory=dict)
    copied: dict[ArticleId, tuple[Pair, ...]] = field(default_factory=dict)
    open_ones: set[ArticleId] = field(default_factory=set)  # may still change their stories
    _times: dict[ArticleId, datetime | None] = field(default_factory=dict)
    _stands: dict[ArticleId, Story] = field(default_factory=dict)
    _decided: dict[StoryId, Story] = field(default_factory=dict)
    _changes: list[tuple[str, tuple[StoryChange, ...]]] = field(default_factory=list)

    def look_up(self, articles: Iterable[ArticleId]) -> None:
        """Ask the store for those of the articles that it was not asked for yet."""
        missing = [article for article in articles if article not in self.links]
        if not missing:
            return
        self.links |= {article: {} for article in missing}
        for link in self.store.links_of("story", missing):
            for end in (link.left, link.right):
                if end in self.links:
                    self.links[end][link.left, link.right] = link
        self.copied |= copies_by_article(missing, self.store)
        self.open_ones |= self.store.which_open(missing)
        for story in self.store.stories_of(missing):
            for article in story.articles:
                self._stands.setdefault(article, story)  # what was decided here is newer

    def times(self, articles: Iterable[ArticleId]) -> dict[ArticleId, datetime | None]:
        """Return when articles were published, None for an undated one."""
        wanted = tuple(articles)
        missing = [article for article in wanted if article not in self._times]
        if missing:
            self._times |= self.store.times(missing)
        return {article: self._times[article] for article in wanted}

    def stories_of(self, articles: Iterable[ArticleId]) -> tuple[Story, ...]:
        """Return the stories these articles stand in, sorted by id."""
        stories = (self._stands[article] for article in articles if article in self._stands)
        found = {story.id: story for story in stories}
        return tuple(found[story] for story in sorted(found))

    def decide(self, stories: Sequence[Story], changes: Sequence[StoryChange], mark: str) -> None:
        """Hold stories that were decided, and what that changes, at a mark."""
        for story in stories:
            for gone in story.merged_from:
                self._decided.pop(gone, None)
        for story in stories:
            self._decided[story.id] = story
            self._stands |= dict.fromkeys(story.articles, story)
        self._changes.append((mark, tuple(changes)))

    def write(self) -> None:
        """Give the store what was decided, and mark it to be published again."""
        self.store.put_stories(list(self._decided.values()), (), "")
        for mark, changes in self._changes:
            self.store.put_stories((), changes, mark)
        self.store.mark_stale(sorted(self._decided))
        self._decided, self._changes = {}, []
