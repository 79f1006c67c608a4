"""Measure a store that holds very many articles: how fast new ones find stories, and are published.

`python -m bench.store [ARTICLES]` (100,000 by default, at least 1,000). The store is filled with
a made-up stream (bench/made_up.py, bench/filled.py). At 1,000, 10,000 and so many articles the next
500 of the stream are put into stories, with nothing read yet, as in a process that has just begun
(for copies see bench/copies.py). At the end real articles are brought in and published
(bench/publishing.py).
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bench.beside import by_centroid
from bench.filled import LONG_AGO, SETTINGS, alone, fill
from bench.made_up import stream
from bench.publishing import publishing
from twosource.edges.stores import open_store
from twosource.model.alike import Alike
from twosource.model.annotated import Annotated
from twosource.pipeline.links import Linker, compare_near, keep_keys, linkers, read_missing
from twosource.pipeline.place import Desk
from twosource.protocols import Store
from twosource.stages.cluster import Gist

R = TypeVar("R")

SEED = 20261122
WORDS = 110  # of an article's body, about
FRESH = 500  # articles that are linked for the measure
SIZES = (1000, 10_000)


def main() -> None:
    """Print the speed of linking into the store as it grows, then the time to a revision."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        place = f"sqlite:{Path(folder) / 'news.db'}"
        articles = stream(wanted + (len(SIZES) + 2) * FRESH, [WORDS], SEED)
        held, newest = 0, LONG_AGO
        for size in sorted({*SIZES, wanted}):
            if size > wanted:
                break
            newest = fill(place, articles, size - held)
            print(f"{size:,} articles held; per CPU-second:", flush=True)
            fresh = list(islice(articles, FRESH))
            linking(place, fresh)
            by_centroid(fresh)
            print(f"  memory {_memory()} MB", flush=True)
            held = size + FRESH
        publishing(place, newest + timedelta(days=1), Path(folder))
    print(f"largest memory {_memory()} MB")


def linking(place: str, fresh: Sequence[Annotated]) -> None:
    """Link fresh articles as the pipeline does, and print how many a CPU-second takes by step."""
    by = linkers(SETTINGS)
    with closing(open_store(place)) as store, store.transaction():
        for each in fresh:
            store.add_article(each)
        store.add_keys("lineage", by.by_copying.keyed(fresh))
        store.put_lineages(alone([each.article.id for each in fresh]))
        _found("stories", fresh, by.by_event, store)
        seconds, _ = timed(lambda: _place(fresh[1:], store))
        print(f"  put into stories: {speed(fresh, seconds)}")
        for story in store.stale_stories():
            store.mark_fresh(story)  # only what is brought in later is published


def _found(
    what: str, fresh: Sequence[Annotated], linker: Linker[Gist, Alike], store: Store
) -> None:
    """Find the links of fresh articles, and keep them; the first article loads the window."""
    keep_keys(fresh[:1], linker, store)
    reading, _ = timed(lambda: [linker.prints.of(each) for each in fresh])
    looking, near = timed(lambda: keep_keys(fresh[1:], linker, store))
    fetching, missing = timed(lambda: read_missing(near, linker, store))
    comparing, links = timed(lambda: compare_near(near, linker))
    keeping, _ = timed(lambda: store.add_alike(links))
    pairs = len(near.others)
    print(
        f"  {what}: {speed(fresh, looking + comparing)} with keys, neighbours and comparing "
        f"({speed(fresh, looking)} and {speed(fresh, comparing)}); "
        f"{speed(fresh, reading)} read; {pairs} pairs, {len(links)} links kept in "
        f"{keeping:.2f} s, {missing} candidates read in {fetching:.2f} s"
    )


def _place(fresh: Sequence[Annotated], store: Store) -> None:
    Desk(store, SETTINGS.cluster).place([each.article.id for each in fresh])


def timed(work: Callable[[], R]) -> tuple[float, R]:
    """Return the seconds of work, and what it answers."""
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def speed(fresh: Sequence[Annotated], seconds: float) -> str:
    """Return how many articles that is a second."""
    return f"{len(fresh) / seconds:,.0f}"


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
