"""Find which articles hang together, no further than they can be decided at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.pipeline.known import Known
from twosource.pipeline.together import Pair
from twosource.stages import cluster

STEPS_AT_ONCE = 3  # links to follow from all new articles together; few parts reach further

Window = tuple[datetime, datetime]
"""From when until when articles are looked at, ends included."""


@dataclass(slots=True, eq=False)
class Part:
    """Articles that hang together by what can make one story of two."""

    articles: set[ArticleId] = field(default_factory=set)
    links: dict[Pair, Link] = field(default_factory=dict)  # all that have an end in the part
    copied: set[Pair] = field(default_factory=set)
    large: bool = False  # more than are decided at once; then not all of them stand here
    waits: bool = False  # to be decided anew


class Around:
    """The parts around the new articles of one stretch, which arrive one after the other.

    Dated articles from beside the window are left out: nothing that comes now is near them. So a
    part never reaches further, however long a matter runs.
    """

    def __init__(
        self, known: Known, new: Iterable[ArticleId], window: Window | None, most: int
    ) -> None:
        self.known, self.window, self.most = known, window, most
        self.parts: dict[ArticleId, Part] = {}
        self._to_come = set(new)
        near = seen = set(self._to_come)
        for _ in range(STEPS_AT_ONCE):
            near = self._reached(sorted(near)) - seen
            seen = seen | near

    def met(self, article: ArticleId) -> tuple[list[Part], Part]:
        """Return the parts that an arriving article is linked to, and itself as a part."""
        own = Part()
        near = self._step(own, [article]) - {article}
        self._to_come.discard(article)
        own.articles.add(article)
        found: list[Part] = []
        for each in sorted(near):
            part = self._part(each)
            if part not in found:
                found.append(part)
        return found, own

    def merge(self, parts: Sequence[Part]) -> Part:
        """Return several parts as one."""
        whole = max(parts, key=lambda part: len(part.articles))
        for part in parts:
            if part is not whole:
                whole.articles |= part.articles
                whole.links |= part.links
                whole.copied |= part.copied
                whole.large = whole.large or part.large
                whole.waits = whole.waits or part.waits
            self.parts |= dict.fromkeys(part.articles, whole)
        whole.large = whole.large or len(whole.articles) > self.most
        return whole

    def _part(self, article: ArticleId) -> Part:
        """Return the part of an article that has arrived, found by following links from it."""
        if article in self.parts:
            return self.parts[article]
        part, frontier = Part(), {article}
        while frontier:
            known = [self.parts[each] for each in sorted(frontier) if each in self.parts]
            part.articles |= frontier
            if known or len(part.articles) > self.most:
                # A part that is closed is met by nobody: what is met here was not seen whole.
                part.large = True
                return self.merge([part, *dict.fromkeys(known)])
            frontier = self._step(part, sorted(frontier)) - part.articles
        return self.merge([part])

    def _step(self, part: Part, here: Sequence[ArticleId]) -> set[ArticleId]:
        """Return what is one step from here, and keep by what."""
        reached = self._reached(here)
        for article in here:
            part.links |= self.known.links[article]
            part.copied.update(self.known.copied[article])
        return reached - self._to_come

    def _reached(self, here: Sequence[ArticleId]) -> set[ArticleId]:
        """Return what is linked to these articles so that it may join them, near enough in time."""
        self.known.look_up(here)
        reached = {each for story in self.known.stories_of(here) for each in story.articles}
        for article in here:
            for pair, link in self.known.links[article].items():
                if cluster.may_join(link):
                    reached.update(pair)
            for pair in self.known.copied[article]:
                if article in pair:
                    reached.update(pair)
        return {each for each, at in self.known.times(reached).items() if self._is_near(at)}

    def _is_near(self, at: datetime | None) -> bool:
        return self.window is None or at is None or self.window[0] <= at <= self.window[1]
