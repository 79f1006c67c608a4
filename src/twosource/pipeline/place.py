"""Give new articles their stories: decide anew the few stories that each of them touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import nan

import numpy as np

from twosource.model.identity import ArticleId, StoryId
from twosource.pipeline.density import Density
from twosource.pipeline.known import Known
from twosource.protocols import Store
from twosource.settings import ClusterSettings
from twosource.stages import cluster

EVERY_ARTICLE = 1 << 60


class Desk:
    """Puts articles into stories one after the other, in the order of the log.

    The stories that an article is linked to, as closely as the density of the stream wants it, are
    decided anew together with it: they may take it in, become one, or part. So what stands after an
    article follows from the log up to it, however the log is cut into batches.
    """

    def __init__(self, store: Store, settings: ClusterSettings) -> None:
        self.store, self.settings = store, settings
        self.density = Density(store)
        self.touched: set[StoryId] = set()

    def place(self, new: Sequence[ArticleId]) -> None:
        """Put new articles, whose links are in the store, into stories."""
        times = self.store.times(new)
        moments = np.array([at.timestamp() if (at := times[each]) else nan for each in new])
        dateless = np.isnan(moments)
        undated = self.store.count_undated() - np.count_nonzero(dateless) + np.cumsum(dateless)
        least = cluster.thresholds(undated)
        joining = np.where(dateless, least, self.density.thresholds(moments))
        known = Known(self.store, dict(zip(new, joining.tolist(), strict=True)))
        # The newest article of a story that one joins is no earlier than that one.
        since = -np.inf if dateless.any() else moments.min(initial=np.inf)
        asked = self.density.thresholds(np.where(known.seconds >= since, known.seconds, nan))
        touches = cluster.touches(
            [[known.place[article]] for article in new],
            joining=joining,
            moments=moments,
            least=least,
        )
        self.touched.update(known.decide(touches, asked, self.settings))

    def judge(self, articles: Sequence[ArticleId]) -> None:
        """Decide anew all stories of articles of which a person has spoken, and those around."""
        own = self.store.stories_of(articles)
        members = [each for story in own for each in story.articles]
        if not members:
            return
        known = Known(self.store, dict.fromkeys(members, cluster.LOWEST))
        touches = cluster.touches(
            [[known.place[each] for each in members]],
            joining=np.array([cluster.LOWEST]),
            moments=np.array([nan]),
            least=cluster.thresholds(np.array([self.store.count_undated()])),
        )
        every = replace(self.settings, most_at_once=EVERY_ARTICLE)
        self.touched.update(known.decide(touches, self.density.thresholds(known.seconds), every))


def distance(at: datetime | None, moment: datetime | None) -> timedelta:
    """Return how far a time lies from another; an unknown one is near to all."""
    return abs(at - moment) if at and moment else timedelta(0)
