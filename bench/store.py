"""Measure a store that holds very many articles: how fast new ones are linked, and published.

`python -m bench.store [ARTICLES]` (100,000 by default, at least 1,000). The store is filled with
a made-up stream (bench/made_up.py) whose stories are put in as they are known to be. Then fresh
articles of it are linked, and at the end of the stream real ones are brought in and published
(bench/publishing.py).
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bench.made_up import stream
from bench.publishing import publishing
from twosource import Settings
from twosource.edges.stores import open_store
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, LineageId
from twosource.model.linked import Lineage, Story
from twosource.pipeline.links import LEAST_SHARED_KEYS, Linker, compared, linkers
from twosource.pipeline.place import Desk, window_of
from twosource.pipeline.stream import stretches
from twosource.protocols import Store
from twosource.stages.linking import story_id

F = TypeVar("F")

SEED = 20261122
WORDS = 110  # of an article that only fills the store
BATCH = 1000
FRESH = 500  # articles that are linked for the measure
SETTINGS = Settings(engine="serial")
LONG_AGO = datetime(1, 2, 1, tzinfo=UTC)


def main() -> None:
    """Print the speed of linking into the store as it grows, then the time to a revision."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        place = f"sqlite:{Path(folder) / 'news.db'}"
        articles = stream(wanted + 2 * FRESH, WORDS, SEED)
        held, newest = 0, LONG_AGO
        for size in (wanted // 10, wanted):
            newest = _fill(place, articles, size - held)
            print(f"{size} articles held:")
            _linking(place, list(islice(articles, FRESH)))
            held = size + FRESH
        publishing(place, newest + timedelta(days=1), Path(folder))
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def _fill(place: str, articles: Iterator[Annotated], count: int) -> datetime:
    """Put so many articles of a stream into a store, in the stories they were made up for."""
    store, by, newest = open_store(place), linkers(SETTINGS), LONG_AGO
    stories: dict[str, list[ArticleId]] = defaultdict(list)
    rest = islice(articles, count)
    while batch := list(islice(rest, BATCH)):
        touched = set()
        with store.transaction():
            for each in batch:
                article = each.article
                store.add_article(each)
                store.add_keys(
                    "lineage", article.id, by.by_copying.block(_read(by.by_copying, each))
                )
                store.add_keys("story", article.id, by.by_event.block(_read(by.by_event, each)))
                event = " ".join(article.headline.split()[:2])
                stories[event].append(article.id)
                touched.add(event)
                newest = article.published or newest
            found = [
                Story(id=story_id(stories[event][0]), articles=tuple(stories[event]))
                for event in sorted(touched)
            ]
            store.put_stories(found, [], "")
            ids = [each.article.id for each in batch]
            store.put_lineages(_alone(ids))
            store.open_stories(ids, waiting=False)
            store.settle(newest - timedelta(hours=SETTINGS.cluster.horizon_hours))
    store.close()
    return newest


def _alone(articles: Sequence[ArticleId]) -> list[Lineage]:
    """Return each article as the only one of its lineage."""
    return [Lineage(id=LineageId(each), origin=each, members=(each,)) for each in articles]


def _read(linker: Linker[F], annotated: Annotated) -> F:
    found = linker.prints.of(annotated)
    linker.prints.let_go()
    return found


def _linking(place: str, fresh: Sequence[Annotated]) -> None:
    """Link fresh articles as the pipeline does; what is read of articles is not counted."""
    store, by = open_store(place), linkers(SETTINGS)
    with store.transaction():
        for each in fresh:
            store.add_article(each)
        links, seconds = _linked(fresh, by.by_copying, store)
        print(f"  copies: {len(fresh) / seconds:.0f} articles per CPU-s, {links} links")
        links, seconds = _linked(fresh, by.by_event, store)
        start = time.process_time()
        for stretch in stretches(fresh, SETTINGS.cluster.tick_hours, 0):
            window = window_of(stretch.tick or 0, stretch.tick or 0, SETTINGS.cluster)
            desk = Desk(store, SETTINGS.cluster, window)
            desk.place([each.article.id for each in stretch.articles])
        placed = time.process_time() - start
        store.put_lineages(_alone([each.article.id for each in fresh]))
        for story in store.stale_stories():
            store.mark_fresh(story)  # only what is brought in later is published
        print(
            f"  stories: {len(fresh) / seconds:.0f} articles per CPU-s found and compared, "
            f"{links} links; "
            f"{len(fresh) / placed:.0f} put into stories in the store"
        )
    store.close()


def _linked(fresh: Sequence[Annotated], linker: Linker[F], store: Store) -> tuple[int, float]:
    """Return how many links were found, and the CPU-seconds for it.

    Counted are keys, neighbours and comparing; the first article is not: it loads the window.
    """
    prints = {each.article.id: linker.prints.of(each) for each in fresh}
    near: list[tuple[ArticleId, tuple[ArticleId, ...]]] = []
    start = 0.0
    for each in fresh:
        article, at = each.article.id, each.article.published or LONG_AGO
        keys = linker.block(prints[article])
        between = (at - linker.horizon, at + linker.horizon)
        found = store.neighbours(
            linker.kind, article, keys, LEAST_SHARED_KEYS, linker.most, between
        )
        store.add_keys(linker.kind, article, keys)
        near.append((article, tuple(other for other, _ in found)))
        start = start or time.process_time()
    seconds = time.process_time() - start
    missing = sorted({other for _, others in near for other in others} - prints.keys())
    for at_once in range(0, len(missing), BATCH):
        for held in store.annotated(missing[at_once : at_once + BATCH]):
            linker.prints.of(held)
    start = time.process_time()
    links = [link for article, others in near for link in compared(article, others, linker)]
    seconds += time.process_time() - start
    store.add_links(links)
    return len(links), seconds


if __name__ == "__main__":
    main()
