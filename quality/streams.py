"""Measure stories in a mixed stream: two sets of events as if they had happened in one season.

The times are made up, by a seed. All events of one topic start in the same hour, so that twin
events (two quakes, two trials) meet in time too, which is the hard case; the reports of an event
follow it with an exponential delay. The season's length sets the density. Same functions as in the
pipeline: candidates within the horizon, and for all that hangs together the threshold of its time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from quality.events import Labelled, labelled
from quality.measure import Measure
from quality.partitions import scores
from quality.stories import ECB, GIVEME, SETTINGS, links_among
from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link
from twosource.stages import cluster
from twosource.stages.linking import components

SEED = 20261122
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
MEAN_DELAY_HOURS = 10.0  # of a report after its event's start: most are out on the first day
MOST_DELAY_HOURS = 60.0  # below the horizon of 72: what is measured is telling apart, not gaps
DENSITY = timedelta(hours=72)
SEASONS = {"thin": 90, "middle": 30, "dense": 7}  # days: about 45, 140 and 600 articles in 72 hours


def streamed(rows: Sequence[Labelled], days: int, seed: int) -> Iterator[Labelled]:
    """Yield the articles with made-up times within a season of so many days."""
    chance = Random(seed)
    season = timedelta(days=days).total_seconds()
    starts = {topic: chance.uniform(0, season) for topic in sorted({row.topic for row in rows})}
    for row in rows:
        delay = min(chance.expovariate(1 / MEAN_DELAY_HOURS), MOST_DELAY_HOURS)
        at = FIRST_DAY + timedelta(seconds=int(starts[row.topic]), hours=delay)
        article = replace(row.article.article, published=at)
        yield replace(row, article=replace(row.article, article=article))


def mixed(data: Path) -> tuple[Labelled, ...]:
    """Return both sets, topics and events named after their set."""
    return tuple(
        replace(row, topic=f"{name} {row.topic}", event=f"{name} {row.event}")
        for name in (GIVEME, ECB)
        for row in labelled(data / name)
    )


def stories_in(rows: Sequence[Labelled], copies: Iterable[Link] = ()) -> dict[str, int]:
    """Return the number of the story each article of a stream stands in.

    Some may be known to be copies, from the links between them.
    """
    times = {row.article.article.id: row.article.article.published for row in rows}
    moments = sorted(at for at in times.values() if at)
    links = links_among([row.article for row in rows], copies)
    stories: list[tuple[ArticleId, ...]] = []
    ends = ((link.left, link.right) for link in links if cluster.may_join(link))
    for part in components(times, ends):
        own = {article: times[article] for article in part}
        inside = [link for link in links if link.left in own and link.right in own]
        stories += cluster.decide(own, inside, _window(own.values(), moments), SETTINGS)
    return {article: number for number, story in enumerate(stories) for article in story}


def _window(times: Iterable[datetime | None], moments: Sequence[datetime]) -> DensityWindow:
    newest = max(at for at in times if at)
    counted = bisect_right(moments, newest) - bisect_right(moments, newest - DENSITY)
    return DensityWindow(until=newest, articles=counted)


def in_season(days: int, data: Path) -> Mapping[str, float]:
    """Answer B-cubed and ARI of a mixed stream of that length."""
    rows = tuple(streamed(mixed(data), days, SEED))
    found = stories_in(rows)
    truth = {str(row.article.article.id): row.event for row in rows}
    return scores(truth, found)


MEASURES = tuple(
    Measure(name=f"streams.{density}", corpora=(GIVEME, ECB), run=partial(in_season, days))
    for density, days in SEASONS.items()
)
