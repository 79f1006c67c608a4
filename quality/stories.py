"""Measure stories: do the articles of one event, and only they, stand together?

Each set as one undated batch, the way a researcher brings a folder, and with its real dates,
where the 72 hours' horizon parts what the set calls one event: there even a perfect linker stays
below 1, so that figure is given beside it. A third set, gathered by editors, has bodies alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, pairwise
from pathlib import Path

import numpy as np

from quality.blocked import candidate_pairs
from quality.events import Labelled, labelled, undated
from quality.gathered import gathered
from quality.measure import Measure
from quality.partitions import bcubed, scores
from twosource.columns import KEYS, unpacked
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link
from twosource.model.near import Near
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.once import once_per_article

SETTINGS = ClusterSettings()
ALL = replace(SETTINGS, patience=1 << 30)  # pairs are compared, whatever the others gave
LEAST_SHARED_KEYS = 2


def stories_of(articles: Sequence[Annotated], copies: Iterable[Link] = ()) -> dict[str, int]:
    """Return the number of the story each article stands in, all linked as one batch.

    Some may be known to be copies of others.
    """
    times = {each.article.id: each.article.published for each in articles}
    window = DensityWindow(articles=len(articles))
    stories = cluster.decide(times, links_among(articles, copies), window, SETTINGS)
    return {article: number for number, story in enumerate(stories) for article in story}


def links_among(articles: Sequence[Annotated], copies: Iterable[Link] = ()) -> tuple[Link, ...]:
    """Return the story links of all pairs that share two keys, and those of copies."""
    gists = {each.article.id: _gist_of(each) for each in articles}
    found = cluster.weigh([*gists.values()], candidates(gists), ALL).links()
    return tuple({(link.left, link.right): link for link in (*found, *copies)}.values())


@once_per_article
def _gist_of(article: Annotated) -> cluster.Gist:
    return cluster.gist_of(cluster.read(article))


def candidates(gists: Mapping[ArticleId, cluster.Gist]) -> Near:
    """Return each article with the later ones that share two keys with it."""
    keys = {article: unpacked([gist.keys], KEYS)[0].tolist() for article, gist in gists.items()}
    place = {article: number for number, article in enumerate(gists)}
    beside: dict[ArticleId, list[int]] = {article: [] for article in gists}
    for one, other in candidate_pairs(keys, least=LEAST_SHARED_KEYS, most_holders=len(gists)):
        beside[one].append(place[other])
    return Near(
        articles=tuple(gists),
        starts=np.cumsum([0, *map(len, beside.values())]),
        others=np.array([*chain.from_iterable(beside.values())], dtype=np.int64),
    )


def undated_batch(name: str, data: Path) -> Mapping[str, float]:
    """Answer B-cubed and ARI of a set in one batch without dates."""
    rows = labelled(data / name)
    return _figures(rows, stories_of([undated(row.article) for row in rows]))


def gathered_batch(half: int, data: Path) -> Mapping[str, float]:
    """Answer the same of the articles that editors gathered, those read (0) or not (1)."""
    rows = gathered(data / MULTINEWS, half)
    return _figures(rows, stories_of([row.article for row in rows]))


def dated_batch(name: str, data: Path) -> Mapping[str, float]:
    """Answer the same with the set's dates, and the share of the horizon's ceiling reached."""
    rows = labelled(data / name)
    figures = _figures(rows, stories_of([row.article for row in rows]))
    ceiling = bcubed(_truth(rows), _parted_by_horizon(rows))[2]
    return {"bcubed_f1": figures["bcubed_f1"], "of_ceiling": figures["bcubed_f1"] / ceiling}


def _figures(rows: Sequence[Labelled], found: Mapping[str, int]) -> Mapping[str, float]:
    return scores(_truth(rows), found)


def _truth(rows: Sequence[Labelled]) -> dict[str, str]:
    return {row.article.article.id: row.event for row in rows}


def _parted_by_horizon(rows: Sequence[Labelled]) -> dict[str, tuple[str, int]]:
    """Return each event cut wherever two neighbours in time lie further apart than the horizon."""
    parted: dict[str, tuple[str, int]] = {}
    for event in {row.event for row in rows}:
        articles = [row.article.article for row in rows if row.event == event]
        dated = sorted((a.published, a.id) for a in articles if a.published)
        part = 0
        parted |= {a.id: (event, 0) for a in articles if not a.published}
        before: tuple[ArticleId, ...] = tuple(article for _, article in dated[:1])
        parted |= dict.fromkeys(before, (event, 0))
        for (earlier, _), (later, article) in pairwise(dated):
            part += (later - earlier).total_seconds() > SETTINGS.horizon_hours * 3600
            parted[article] = (event, part)
    return parted


GIVEME, ECB = "events-giveme5w1h.jsonl.gz", "events-ecbplus.jsonl.gz"
MULTINEWS = "summaries-multinews-sample.jsonl.gz"

MEASURES = (
    Measure(name="stories.giveme5w1h", corpora=(GIVEME,), run=partial(undated_batch, GIVEME)),
    Measure(name="stories.ecbplus", corpora=(ECB,), run=partial(undated_batch, ECB)),
    Measure(name="stories.giveme5w1h_dated", corpora=(GIVEME,), run=partial(dated_batch, GIVEME)),
    *(
        Measure(
            name=f"stories.multinews_{part}",
            corpora=(MULTINEWS,),
            run=partial(gathered_batch, half),
        )
        for half, part in enumerate(("read", "held_out"))
    ),
)
