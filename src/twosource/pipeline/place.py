"""Give new articles their stories: decide anew the few stories that each of them touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.pipeline.known import Known
from twosource.pipeline.together import Density
from twosource.protocols import Store
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.linking import keep_identities

EARLIEST = datetime.min.replace(tzinfo=UTC)

EVERY_ARTICLE = 1 << 60

Times = Mapping[ArticleId, datetime | None]


class Desk:
    """Puts articles into stories, one after the other in the order of the log.

    The stories that an article is linked to are decided anew together with it: they may take it
    in, become one, or part. So what stands after an article follows from the log up to it, however
    the log is cut into batches.
    """

    def __init__(self, store: Store, settings: ClusterSettings) -> None:
        self.store, self.settings = store, settings
        self.known = Known(store)
        self.density = Density(store)
        self.touched: set[StoryId] = set()

    def place(self, new: Sequence[ArticleId]) -> None:
        """Put new articles, whose links are in the store, into stories."""
        self.known.look_around(new)
        times = self.known.times(new)
        undated = self.store.count_undated() - sum(at is None for at in times.values())
        for article in new:
            undated += times[article] is None
            near = self.known.linked_to([article])
            self._decide([article], near, times[article], undated, self.settings.most_at_once)
        self.touched.update(self.known.write())

    def judge(self, articles: Sequence[ArticleId]) -> None:
        """Decide anew all stories of articles of which a person has spoken, and those around."""
        own = self.known.stories_of(articles)
        members = [each for story in own for each in story.articles]
        near = self.known.linked_to(members)
        self._decide(members, near, None, self.store.count_undated(), EVERY_ARTICLE)
        self.touched.update(self.known.write())

    def _decide(
        self,
        articles: Sequence[ArticleId],
        near: Sequence[Story],
        moment: datetime | None,
        undated: int,
        most: int,
    ) -> None:
        """Decide anew articles and the stories near them; what lies far from a moment stays."""
        times = self.known.times([*articles, *(a for story in near for a in story.articles)])
        reach = timedelta(hours=self.settings.horizon_hours)
        inside = {each: at for each, at in times.items() if distance(at, moment) <= 2 * reach}
        for story in near:
            if inside.keys().isdisjoint(story.articles):  # a person joined what lies apart
                inside |= {each: times[each] for each in story.articles}
        all_stay = len(inside) > most
        settled = {
            each: story.id
            for story in near
            for each in story.articles
            if each in inside and (all_stay or distance(inside[each], moment) > reach)
        }
        links = self.known.links_among(articles if all_stay else inside, inside)
        window = self.density.around(inside, undated)
        groups = cluster.decide(inside, links, window, self.settings, settled)
        self._keep(near, _with_far(groups, near, times))

    def _keep(self, near: Sequence[Story], groups: Sequence[Sequence[ArticleId]]) -> None:
        same = {story.articles for story in near} & {tuple(group) for group in groups}
        before = [story for story in near if story.articles not in same]
        stories = keep_identities(before, [g for g in groups if tuple(g) not in same])
        self.known.decide(stories)


def distance(at: datetime | None, moment: datetime | None) -> timedelta:
    """Return how far a time lies from another; an unknown one is near to all."""
    return abs(at - moment) if at and moment else timedelta(0)


def _with_far(
    groups: Sequence[Sequence[ArticleId]], before: Sequence[Story], times: Times
) -> list[list[ArticleId]]:
    """Return the groups with those articles of their stories that were not looked at.

    They go with the group that holds most of their story.
    """
    whole = [list(group) for group in groups]
    place = {article: number for number, group in enumerate(groups) for article in group}
    for story in before:
        far = [each for each in story.articles if each not in place]
        if far:
            held = Counter(place[each] for each in story.articles if each in place)
            whole[min(held, key=lambda number: (-held[number], number))] += far
    return [sorted(group, key=lambda each: (times[each] or EARLIEST, each)) for group in whole]
