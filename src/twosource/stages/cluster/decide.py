"""Put articles into stories by the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from math import log2
from types import MappingProxyType

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import DensityWindow, Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.linkage import Merging, Times, chained
from twosource.stages.linking import components

NOTHING_SETTLED: Mapping[ArticleId, StoryId] = MappingProxyType({})

# The mean probability at which two stories are one: best on 40 articles of four events and a twin
# (the example) at .05 to .25, on 404 (events-giveme5w1h) at .20 to .30, on 982 with twin events
# (events-ecbplus) at .35 to .50.
AT_REFERENCE = 0.27
REFERENCE_ARTICLES = 400  # in the 72 hours before
PER_DOUBLING = 0.06
LOWEST, HIGHEST = 0.22, 0.55  # mixed streams (quality/streams) lose half a point at .20
UNKNOWN_DENSITY = 0.35  # an undated batch
EARLIEST = datetime.min.replace(tzinfo=UTC)


def threshold(window: DensityWindow) -> float:
    """Return the mean probability from which on two stories are taken for one.

    It rises with the logarithm of the stream's density: among more articles, more are alike by
    chance. A window without articles says nothing of the density.
    """
    if not window.articles:
        return UNKNOWN_DENSITY
    doublings = log2(window.articles / REFERENCE_ARTICLES)
    return min(max(AT_REFERENCE + PER_DOUBLING * doublings, LOWEST), HIGHEST)


def decide(
    times: Times,
    links: Sequence[Link],
    window: DensityWindow,
    settings: ClusterSettings,
    settled: Mapping[ArticleId, StoryId] = NOTHING_SETTLED,
) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the articles as stories: a partition, each story sorted by (published, id).

    Average linkage: the two stories whose articles are most alike on average become one, until no
    mean reaches the threshold. Only pairs within the horizon of each other count, a pair without
    link as 0. Of articles that verdicts hold to be the same (copies are) eight count, with the
    best links that any of them has: a story does not come apart because its reports are reprinted.
    Verdicts "same" are followed first, "different" never broken; ContradictionError when they
    cannot all hold. Articles whose stories are settled stay in them: others may join, but no two
    settled stories become one. The order of articles and links does not matter.
    """
    least = threshold(window)
    inside = _by_article(links)
    stories: list[tuple[ArticleId, ...]] = []
    ends = chain(_ends(links, least), chained(settled))
    for part in components(times, ends):
        if len(part) == 1:
            stories.append(part)
            continue
        own = [link for article in part for link in inside.get(article, ())]
        stories += Merging(part, times, own, settings, settled).until(least)
    return tuple(
        tuple(sorted(story, key=lambda article: moment(times, article)))
        for story in sorted(stories, key=lambda story: min(moment(times, a) for a in story))
    )


def parts(
    articles: Iterable[ArticleId], links: Iterable[Link]
) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the sets of articles that can be decided one without the other, at any density.

    Two stories whose mean reaches a threshold have a link that reaches it. So what hangs together
    only by links below the lowest threshold there is never becomes one story.
    """
    return components(articles, _ends(links, LOWEST))


def may_join(link: Link) -> bool:
    """Return whether a link can make one story of two, at any density."""
    if link.verdict:
        return link.verdict == "same"
    return link.score >= LOWEST or link.derivation is not None


def _ends(links: Iterable[Link], least: float) -> Iterator[tuple[ArticleId, ArticleId]]:
    return (
        (link.left, link.right)
        for link in links
        if may_join(link) and (link.verdict or link.score >= least)
    )


def _by_article(links: Sequence[Link]) -> dict[ArticleId, list[Link]]:
    """Return the links by their left end."""
    found: dict[ArticleId, list[Link]] = defaultdict(list)
    for link in links:
        found[link.left].append(link)
    return found


def moment(times: Times, article: ArticleId) -> tuple[datetime, ArticleId]:
    """Return the order of articles: (published, id), undated first."""
    return times[article] or EARLIEST, article
