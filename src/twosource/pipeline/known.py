"""Hold what the store knows of the articles around new ones, asked for many at once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Link, Story
from twosource.protocols import Store
from twosource.stages import cluster
from twosource.stages.linking import changes_between, contradiction


@dataclass(slots=True)
class Known:
    """Links, stories and times of articles, with the stories decided meanwhile.

    What is decided is written when all is (`write`): until then only this knows it. So a batch asks
    and writes a few times, not some thirty times for each article.
    """

    store: Store
    _links: dict[ArticleId, list[Link]] = field(default_factory=dict)
    _times: dict[ArticleId, datetime | None] = field(default_factory=dict)
    _stood: dict[ArticleId, Story] = field(default_factory=dict)  # as the store knows it
    _stands: dict[ArticleId, Story] = field(default_factory=dict)
    _decided: dict[StoryId, Story] = field(default_factory=dict)

    def look_around(self, articles: Iterable[ArticleId]) -> None:
        """Ask at once for all that placing these articles is likely to want."""
        near = self._ends(articles)
        self._look_up([each for story in self.stories_of(near) for each in story.articles])

    def linked_to(self, articles: Sequence[ArticleId]) -> tuple[Story, ...]:
        """Return the stories that these articles stand in or may join, sorted by id."""
        return self.stories_of([*articles, *self._ends(articles)])

    def stories_of(self, articles: Iterable[ArticleId]) -> tuple[Story, ...]:
        """Return the stories these articles stand in, sorted by id."""
        wanted = tuple(articles)
        self._look_up(wanted)
        stories = (self._stands[article] for article in wanted if article in self._stands)
        found = {story.id: story for story in stories}
        return tuple(found[story] for story in sorted(found))

    def links_among(
        self, articles: Iterable[ArticleId], inside: Container[ArticleId]
    ) -> list[Link]:
        """Return the links that articles have inside a set, copies held to be the same.

        Where a person keeps apart what copying would join, even by a detour, the person is heard.
        """
        wanted = tuple(articles)
        self._look_up(wanted)
        by_pair = {
            (link.left, link.right): link
            for article in wanted
            for link in self._links[article]
            if link.left in inside and link.right in inside
        }
        judged = [link for link in by_pair.values() if link.verdict]
        for pair, link in sorted(by_pair.items()):
            if link.derivation and not link.verdict:
                same = replace(link, score=1.0, verdict="same")
                if not judged or contradiction([*judged, same]) is None:
                    by_pair[pair] = same
                    judged += [same] if judged else []
        return [by_pair[pair] for pair in sorted(by_pair)]

    def times(self, articles: Iterable[ArticleId]) -> dict[ArticleId, datetime | None]:
        """Return when articles were published, None for an undated one."""
        wanted = tuple(articles)
        missing = [article for article in wanted if article not in self._times]
        if missing:
            self._times |= self.store.times(missing)
        return {article: self._times[article] for article in wanted}

    def decide(self, stories: Sequence[Story]) -> None:
        """Hold stories that were decided."""
        for story in stories:
            self._decided[story.id] = story
            self._stands |= dict.fromkeys(story.articles, story)

    def write(self) -> tuple[StoryId, ...]:
        """Give the store what was decided, mark it to be published again, and return which it is.

        Of a story that was decided and has gone since, the articles stand in others by now.
        """
        decided = [self._decided[story] for story in sorted(self._decided)]
        after = [story for story in decided if self._stands[story.articles[0]] is story]
        articles = [article for story in after for article in story.articles]
        stood = (self._stood[article] for article in articles if article in self._stood)
        before = {story.id: story for story in stood}
        after = [story for story in after if before.get(story.id) != story]
        mark = max((at.isoformat() for at in self.times(articles).values() if at), default="")
        changes = changes_between([before[story] for story in sorted(before)], after)
        self.store.put_stories(after, changes, mark)
        self.store.mark_stale([story.id for story in after])
        self._decided = {}
        return tuple(story.id for story in after)

    def _ends(self, articles: Iterable[ArticleId]) -> set[ArticleId]:
        """Return what is linked to articles so that it may stand in one story with them."""
        wanted = tuple(articles)
        self._look_up(wanted)
        links = (link for article in wanted for link in self._links[article])
        joining = (link for link in links if cluster.may_join(link))
        return {end for link in joining for end in (link.left, link.right)}

    def _look_up(self, articles: Sequence[ArticleId]) -> None:
        """Ask the store for those of the articles that it was not asked for yet."""
        missing = [article for article in articles if article not in self._links]
        if not missing:
            return
        self._links |= {article: [] for article in missing}
        for link in self.store.links_of("story", missing):
            for end in (link.left, link.right):
                if end in self._links:
                    self._links[end].append(link)
        self._times |= self.store.times(missing)
        for story in self.store.stories_of(missing):
            for article in story.articles:
                self._stood.setdefault(article, story)
                self._stands.setdefault(article, story)  # what was decided here is newer
