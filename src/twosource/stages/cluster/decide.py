"""Put articles into stories by the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from math import log2, nan
from types import MappingProxyType

import numpy as np

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import DensityWindow, Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.cases import DIFFERENT, NOWHERE, SAME, UNSAID, Cases
from twosource.stages.cluster.linkage import merged
from twosource.stages.linking import components

Times = Mapping[ArticleId, datetime | None]
"""When each article was published, UTC; None where its page does not say."""

SAYS: Mapping[str | None, int] = {"same": SAME, "different": DIFFERENT}
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
    together = components(times, chain(_ends(links, least), chained(settled)))
    cases = _as_cases(together, times, links, least, settled)
    stories: dict[int, list[ArticleId]] = defaultdict(list)
    for story, article in zip(merged(cases, settings).tolist(), cases.names, strict=True):
        stories[story].append(article)
    ordered = (sorted(story, key=lambda each: moment(times, each)) for story in stories.values())
    return tuple(map(tuple, sorted(ordered, key=lambda story: moment(times, story[0]))))


def _as_cases(
    parts: Sequence[Sequence[ArticleId]],
    times: Times,
    links: Iterable[Link],
    least: float,
    settled: Mapping[ArticleId, StoryId],
) -> Cases:
    names = [article for part in parts for article in part]
    place = {article: number for number, article in enumerate(names)}
    case = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    held = [link for link in links if link.left in place and link.right in place]
    stories = {story: number for number, story in enumerate(sorted(set(settled.values())))}
    ones = np.array([place[link.left] for link in held], dtype=np.intp)
    others = np.array([place[link.right] for link in held], dtype=np.intp)
    inside = case[ones] == case[others]
    held = [link for link, within in zip(held, inside.tolist(), strict=True) if within]
    return Cases(
        names=names,
        case=case,
        seconds=np.array([at.timestamp() if (at := times[each]) else nan for each in names]),
        settled=np.array([stories[settled[a]] if a in settled else NOWHERE for a in names], int),
        least=np.full(len(parts), least),
        ones=ones[inside],
        others=others[inside],
        scores=np.array([link.score for link in held], dtype=np.float64),
        said=np.array([SAYS.get(link.verdict, UNSAID) for link in held], dtype=np.int8),
        figures=[link.figures for link in held],
    )


def chained(settled: Mapping[ArticleId, StoryId]) -> Iterator[tuple[ArticleId, ArticleId]]:
    """Yield pairs that hold the articles of each settled story together."""
    first: dict[StoryId, ArticleId] = {}
    for article, story in sorted(settled.items()):
        yield first.setdefault(story, article), article


def parts(
    articles: Iterable[ArticleId], links: Iterable[Link]
) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the sets of articles that can be decided one without the other, at any density.

    Two stories whose mean reaches a threshold have a link that reaches it. So what hangs together
    only by links below the lowest threshold there is never becomes one story.
    """
    return components(articles, _ends(links, LOWEST))


def may_join(link: Link, least: float = LOWEST) -> bool:
    """Return whether a link can make one story of two where a mean must reach so much."""
    if link.verdict:
        return link.verdict == "same"
    return link.score >= least or link.derivation is not None


def _ends(links: Iterable[Link], least: float) -> Iterator[tuple[ArticleId, ArticleId]]:
    return (
        (link.left, link.right)
        for link in links
        if may_join(link) and (link.verdict or link.score >= least)
    )


def moment(times: Times, article: ArticleId) -> tuple[datetime, ArticleId]:
    """Return the order of articles: (published, id), undated first."""
    return times[article] or EARLIEST, article
