"""Give new articles their stories: decide anew the few stories that each of them touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import nan
from typing import NamedTuple

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Story
from twosource.pipeline.known import Known
from twosource.pipeline.sitting import Groups, Sitting, Touch
from twosource.pipeline.together import Density
from twosource.protocols import Store
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.linking import keep_identities

EVERY_ARTICLE = 1 << 60


class Asked(NamedTuple):
    """A new article that waits for its story."""

    article: ArticleId
    moment: float  # when it was published, in seconds since 1970; nan where its page does not say
    undated: int  # articles without a date that the stream has brought up to it
    beside: Sequence[int]  # places of the article and of those it may join


class Desk:
    """Puts articles into stories as if one after the other, in the order of the log.

    The stories that an article is linked to, as closely as the density of the stream wants it, are
    decided anew together with it: they may take it in, become one, or part. So what stands after an
    article follows from the log up to it, however the log is cut into batches. Articles that touch
    none of the same stories are decided at once.
    """

    def __init__(self, store: Store, settings: ClusterSettings) -> None:
        self.store, self.settings = store, settings
        self.density = Density(store)
        self.touched: set[StoryId] = set()

    def place(self, new: Sequence[ArticleId]) -> None:
        """Put new articles, whose links are in the store, into stories."""
        times = self.store.times(new)
        self.density.look_at([at for each in new if (at := times[each])])
        undated = self.store.count_undated() - sum(times[each] is None for each in new)
        asked = list[tuple[ArticleId, float, int, float]]()
        for article in new:
            at = times[article]
            undated += at is None
            moment = at.timestamp() if at else nan
            least = cluster.threshold(self.density.around(moment, undated))
            asked.append((article, moment, undated, least))
        known = Known(self.store, {article: least for article, _, _, least in asked})
        waiting = [
            Asked(article, moment, undated, known.beside(article, least))
            for article, moment, undated, least in asked
        ]
        while waiting:
            touches, waiting = _apart(waiting, known)
            self._decide(touches, known, self.settings.most_at_once)
        self.touched.update(known.write())

    def judge(self, articles: Sequence[ArticleId]) -> None:
        """Decide anew all stories of articles of which a person has spoken, and those around."""
        own = self.store.stories_of(articles)
        members = [each for story in own for each in story.articles]
        if not members:
            return
        known = Known(self.store, dict.fromkeys(members, cluster.LOWEST))
        beside = [place for each in members for place in known.beside(each, cluster.LOWEST)]
        touch = Touch(members, known.stories_at(beside), nan, self.store.count_undated())
        self._decide([touch], known, EVERY_ARTICLE)
        self.touched.update(known.write())

    def _decide(self, touches: Sequence[Touch], known: Known, most: int) -> None:
        """Decide anew articles and the stories near them; what lies far from them stays."""
        sitting = Sitting(touches, known, self.settings)
        for touch, groups in zip(touches, sitting.decided(self.density, most), strict=True):
            before = {story.articles: story for story in touch.near}
            found = [
                tuple([known.names[place] for place in group])
                for group in _with_far(groups, touch.near, known)
            ]
            same = before.keys() & set(found)
            after = [group for group in found if group not in same]
            changed = [story for group, story in before.items() if group not in same]
            known.decide(keep_identities(changed, after))


def _apart(waiting: Sequence[Asked], known: Known) -> tuple[list[Touch], list[Asked]]:
    """Return what can be decided now, and the articles that have to wait for it.

    An article waits where one before it, that is decided now or waits itself, touches one of the
    stories, or new articles, that it touches. So the order of the log is kept where it matters.
    """
    touches, later, taken = list[Touch](), list[Asked](), set[object]()
    for asked in waiting:
        near = known.stories_at(asked.beside)
        own = {story.id for story in near}.union(known.loose(asked.beside))
        if taken.isdisjoint(own):
            touches.append(Touch([asked.article], near, asked.moment, asked.undated))
        else:
            later.append(asked)
        taken |= own
    return touches, later


def distance(at: datetime | None, moment: datetime | None) -> timedelta:
    """Return how far a time lies from another; an unknown one is near to all."""
    return abs(at - moment) if at and moment else timedelta(0)


def _with_far(groups: Groups, near: Sequence[Story], known: Known) -> Groups:
    """Return the groups with those articles of their stories that were not looked at.

    They go with the group that holds most of their story.
    """
    if sum(map(len, groups)) >= 1 + sum(len(story.articles) for story in near):
        return groups
    number = {place: n for n, group in enumerate(groups) for place in group}
    for story in near:
        members = known.members(story)
        far = [place for place in members if place not in number]
        if far:
            held = Counter(number[place] for place in members if place in number)
            groups[min(held, key=lambda each: (-held[each], each))] += far
    return [sorted(group, key=lambda place: known.rank[place]) for group in groups]
