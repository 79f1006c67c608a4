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
        before, log = self._log(new)
        times = self.store.times(log)
        moments = np.array([at.timestamp() if (at := times[each]) else nan for each in log])
        dateless = np.isnan(moments)
        least = cluster.thresholds(before + np.cumsum(dateless))
        joining = np.where(dateless, least, self.density.thresholds(moments))
        known = Known(self.store, tuple(dict.fromkeys(log)), joining.min(initial=np.inf))
        # The newest article of a story that one joins is no earlier than that one.
        since = -np.inf if dateless.any() else moments.min(initial=np.inf)
        asked = self.density.thresholds(np.where(known.seconds >= since, known.seconds, nan))
        touches = cluster.touches(
            [[known.place[article]] for article in log],
            joining=joining,
            moments=moments,
            least=least,
        )
        self.touched.update(known.decide(touches, asked, self.settings))

    def _log(self, new: Sequence[ArticleId]) -> tuple[int, Sequence[ArticleId]]:
        """Return how many undated articles came before, and who is to be decided in which order.

        That is who is new; and once, when the undated become many, all of these again. The first
        were put together as among few, by a lower mean: twins that no later article touches would
        stay one story. However many more are counted then, the mean rises no further.
        """
        times = self.store.times(new)
        undated = [each for each in new if not times[each]]
        before = self.store.count_undated() - len(undated)
        if not before < cluster.REFERENCE_ARTICLES <= before + len(undated):
            return before, new
        turn = new.index(undated[cluster.REFERENCE_ARTICLES - before - 1]) + 1
        later = {*self.store.unlinked()}.difference(new[:turn])
        held = self.store.times(self.store.article_ids())
        again = sorted(each for each, at in held.items() if not at and each not in later)
        return before, [*new[:turn], *again, *new[turn:]]

    def judge(self, articles: Sequence[ArticleId]) -> None:
        """Decide anew all stories of articles of which a person has spoken, and those around."""
        own = self.store.stories_of(articles)
        members = [each for story in own for each in story.articles]
        if not members:
            return
        known = Known(self.store, members, cluster.LOWEST)
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
