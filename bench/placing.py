"""Measure how fast an article finds its story in a store that holds very many.

`python -m bench.placing [ARTICLES]` (100,000 by default). The store is filled with a made-up stream
(bench/made_up.py): the stories of its last three days with keys and links, as the pipeline finds
them; older ones without, since nothing new is compared with them. Then articles are put into
stories, some stretches of 500, and some of as many as a run puts there at once. What is read of one
article by itself (its words, weights and keys) is not counted, all else is. The first stretch is
that of a process that has just begun.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from bench.filled import BATCH, OPEN, SETTINGS, alone, known
from bench.made_up import LENGTHS, stream
from bench.store import SEED, timed
from twosource.edges.stores import open_store
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.pipeline.link import BATCH as AT_ONCE
from twosource.pipeline.links import Linkers, compare_near, keep_keys, linkers, read_missing
from twosource.pipeline.place import Desk
from twosource.pipeline.undisturbed import undisturbed
from twosource.protocols import Store

STRETCHES = (500,) * 5 + (AT_ONCE,) * 2  # articles


def main() -> None:
    """Print the CPU an article takes by step, stretch by stretch, and the memory."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    articles = stream(wanted + sum(STRETCHES), LENGTHS, SEED)
    with tempfile.TemporaryDirectory() as folder:
        place = f"sqlite:{Path(folder) / 'news.db'}"
        with closing(open_store(place)) as store:
            fill(store, articles, wanted)
        by = linkers(SETTINGS)
        with closing(open_store(place)) as store:
            for count in STRETCHES:
                steps = placed(list(islice(articles, count)), by, store)
                told = ", ".join(f"{step} {1e6 * each / count:.0f}" for step, each in steps)
                speed = count / sum(each for _, each in steps)
                print(
                    f"{count}: {speed:,.0f} articles per CPU-second; microseconds: {told}",
                    flush=True,
                )
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def fill(store: Store, articles: Iterator[Annotated], count: int) -> None:
    """Put so many articles of a stream into a store, with their stories."""
    by, stories = linkers(SETTINGS), defaultdict[str, list[ArticleId]](list)
    rest = islice(articles, count)
    while batch := list(islice(rest, BATCH)):
        count -= len(batch)
        if count < OPEN:
            placed(batch, by, store)
            continue
        with store.transaction():
            for each in batch:
                store.add_article(each)
            store.put_stories(known(batch, stories))


def placed(fresh: Sequence[Annotated], by: Linkers, store: Store) -> list[tuple[str, float]]:
    """Put articles into stories as the pipeline does; return the CPU-seconds of each step."""
    linker = by.by_event
    ids = [each.article.id for each in fresh]
    with store.transaction(), undisturbed():
        for each in fresh:
            store.add_article(each)
            linker.prints.of(each)
        store.put_lineages(alone(ids))
        looking, near = timed(lambda: keep_keys(fresh, linker, store))
        read_missing(near, linker, store)
        comparing, links = timed(lambda: compare_near(near, linker))
        keeping, _ = timed(lambda: store.add_alike(links))
        deciding, _ = timed(lambda: Desk(store, SETTINGS.cluster).place(ids))
        linker.prints.let_go()
    return [
        ("neighbours", looking),
        ("comparing", comparing),
        ("keeping links", keeping),
        ("deciding and keeping stories", deciding),
    ]


if __name__ == "__main__":
    main()
