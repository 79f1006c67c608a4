"""Join stories by the mean of the links between their articles, the most alike first."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from math import fsum
from typing import NamedTuple

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.cleft import Clefts
from twosource.stages.linking import components, held_apart

Times = Mapping[ArticleId, datetime | None]
"""When each article was published, UTC; None where its page does not say."""

# Printings of one report that count: an article is compared with few, and would be kept out of the
# story of a report that a hundred outlets print. Fewer cost half a point in quality/streams.
MOST_PRINTED = 8


class Moments(NamedTuple):
    """When the reports of a story were printed."""

    dated: list[float]  # seconds, in order
    size: int  # how many there are, with those that do not say

    def near(self, other: Moments, horizon: float) -> int:
        """Return how many pairs lie within a horizon; an undated report is near to all."""
        mine, theirs = self.dated, other.dated
        pairs = self.size * other.size
        if not mine or not theirs or max(mine[-1], theirs[-1]) - min(mine[0], theirs[0]) <= horizon:
            return pairs
        dated = sum(
            bisect_right(theirs, at + horizon) - bisect_left(theirs, at - horizon) for at in mine
        )
        return pairs - len(mine) * len(theirs) + dated


def chained(settled: Mapping[ArticleId, StoryId]) -> Iterator[tuple[ArticleId, ArticleId]]:
    """Yield pairs that hold the articles of each settled story together."""
    first: dict[StoryId, ArticleId] = {}
    for article, story in sorted(settled.items()):
        yield first.setdefault(story, article), article


def _moments(reports: Iterable[Sequence[ArticleId]], times: Times) -> Moments:
    """Return when reports were printed, of each report the first times."""
    dated, size = list[float](), 0
    for report in reports:
        dated += sorted(at.timestamp() for each in report if (at := times[each]))[:MOST_PRINTED]
        size += min(len(report), MOST_PRINTED)
    return Moments(sorted(dated), size)


def _between(
    links: Iterable[Link], reports: Sequence[Sequence[ArticleId]]
) -> Iterator[tuple[int, int, float]]:
    """Yield the sum of the best links between two reports, as many as are counted."""
    place = {article: n for n, report in enumerate(reports) for article in report}
    scores: dict[tuple[int, int], list[float]] = defaultdict(list)
    for link in links:
        one, other = sorted((place[link.left], place[link.right]))
        if one != other:
            scores[one, other].append(link.score)
    for (one, other), found in sorted(scores.items()):
        most = min(MOST_PRINTED, len(reports[one])) * min(MOST_PRINTED, len(reports[other]))
        yield one, other, fsum(sorted(found, reverse=True)[:most])


class Merging:
    """Average linkage over sparse links; lives for one call of `decide`."""

    def __init__(
        self,
        articles: Sequence[ArticleId],
        times: Times,
        links: Sequence[Link],
        settings: ClusterSettings,
        settled: Mapping[ArticleId, StoryId],
    ) -> None:
        inside = frozenset(articles)
        links = [link for link in links if link.left in inside and link.right in inside]
        self.horizon = settings.horizon_hours * 3600.0
        self.most_compared = settings.most_compared
        here = {article: settled[article] for article in articles if article in settled}
        same = [(link.left, link.right) for link in links if link.verdict == "same"]
        reports = components(articles, same)
        self.members = dict(enumerate(components(articles, [*same, *chained(here)])))
        group = {article: n for n, held in self.members.items() for article in held}
        printings: list[list[Sequence[ArticleId]]] = [[] for _ in self.members]
        for report in reports:
            printings[group[report[0]]].append(report)
        self.moments = [_moments(each, times) for each in printings]
        self.clefts = Clefts(printings, links)
        self.fixed = {group[article] for article in here}
        self.apart = {n: set[int]() for n in self.members}
        for one, other in held_apart(group, links):
            self.apart[one].add(other)
            self.apart[other].add(one)
        self.sums: dict[int, dict[int, float]] = defaultdict(dict)
        for left, right, total in _between(links, reports):
            one, other = group[reports[left][0]], group[reports[right][0]]
            if one != other:
                self._add(one, other, total)

    def _add(self, one: int, other: int, score: float) -> None:
        self.sums[one][other] = self.sums[other][one] = self.sums[one].get(other, 0.0) + score

    def until(self, least: float) -> list[tuple[ArticleId, ...]]:
        """Merge while any mean reaches `least`; return what stands then."""
        queue: list[tuple[float, int, int]] = []
        for one, others in self.sums.items():
            for other in others:
                if one < other:
                    self._queue(queue, one, other, least)
        while queue:
            mean, one, other = heapq.heappop(queue)
            if one not in self.members or other not in self.members:
                continue
            if self._mean(one, other) != -mean or self.clefts.parts(one, other):
                continue
            self._merge(one, other)
            for third in sorted(self.sums[one]):
                self._queue(queue, min(one, third), max(one, third), least)
        return list(self.members.values())

    def _queue(
        self, queue: list[tuple[float, int, int]], one: int, other: int, least: float
    ) -> None:
        if self.sums[one][other] < least:  # nor is the mean more
            return
        if other in self.apart[one] or (one in self.fixed and other in self.fixed):
            return
        mean = self._mean(one, other)
        if mean >= least:
            heapq.heappush(queue, (-mean, one, other))

    def _mean(self, one: int, other: int) -> float:
        pairs = self._comparable(one, other)
        return round(self.sums[one][other] / pairs, 9) if pairs else 0.0

    def _comparable(self, one: int, other: int) -> int:
        """Return how many pairs of reports count in the mean between two stories.

        At most as many as can have been compared: of two large stories each article was set
        beside a few of the other only, those most like it, and the rest are no evidence.
        """
        some, others = self.moments[one], self.moments[other]
        most = self.most_compared * (some.size + others.size)
        return min(some.near(others, self.horizon), most)

    def _merge(self, one: int, other: int) -> None:
        self.clefts.merge(one, other)
        self.members[one] = self.members[one] + self.members.pop(other)
        some, others = self.moments[one], self.moments[other]
        self.moments[one] = Moments(sorted([*some.dated, *others.dated]), some.size + others.size)
        if other in self.fixed:
            self.fixed.add(one)
        for third, total in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != one:
                self._add(one, third, total)
        for third in self.apart.pop(other):
            self.apart[third].discard(other)
            self.apart[third].add(one)
            self.apart[one].add(third)
