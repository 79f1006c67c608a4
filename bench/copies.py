"""Measure how fast the copies of new articles are found in a store that holds very many.

`python -m bench.copies [ARTICLES...]`, by default 1,000, 10,000 and 100,000. A store is filled by a
made-up stream (bench/made_up.py) and its keys. At each size the next 500 articles are linked by a
process that has just begun, and the 500 after them by the same. MinHash-LSH is asked the same in a
process of its own, so that the memory of each is known.
"""

from __future__ import annotations

import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice, pairwise
from pathlib import Path

from bench.beside import by_minhash
from bench.filled import BATCH, SETTINGS
from bench.made_up import LENGTHS, stream
from bench.store import speed
from twosource.compiled import PLAIN_STEPS, one_run
from twosource.edges.stores import open_store
from twosource.edges.stores.nearest import choose_all
from twosource.model.annotated import Annotated
from twosource.model.linked import Link
from twosource.pipeline.links import Linker, compare_near, keep_keys, linkers, read_missing
from twosource.pipeline.undisturbed import undisturbed
from twosource.protocols import Store
from twosource.stages.lineage import Fingerprint
from twosource.stages.lineage.beside import of_two

SEED = 20261122
FRESH = 500  # articles that are linked for the measure, twice
SIZES = [1000, 10_000, 100_000]


def main() -> None:
    """Fill a store and measure it at each size, or be one of the processes that are measured."""
    if sys.argv[1:2] in (["link"], ["minhash"]):
        _measured(*sys.argv[1:])
        return
    sizes = sorted(map(int, sys.argv[1:])) or SIZES
    to_come = stream(sizes[-1] + 2 * len(sizes) * FRESH, LENGTHS, SEED)
    with tempfile.TemporaryDirectory() as folder:
        place, file, held = f"sqlite:{Path(folder) / 'news.db'}", Path(folder) / "fresh", 0
        for size in sizes:
            _fill(place, islice(to_come, size - held))
            file.write_bytes(pickle.dumps(list(islice(to_come, 2 * FRESH))))
            print(f"{size:,} articles held; per CPU-second:", flush=True)
            for method in ("link", "minhash"):
                call = [sys.executable, "-m", "bench.copies", method, place, str(file), str(size)]
                subprocess.run(call, check=True)
            held = size + 2 * FRESH


def _measured(method: str, place: str, file: str, held: str) -> None:
    """Find the copies of the articles in a file, in a process that does nothing else."""
    articles: list[Annotated] = pickle.loads(Path(file).read_bytes())
    if method == "link":
        _link(place, articles)
    else:
        by_minhash(articles[FRESH:], int(held) + FRESH)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  largest memory of the process {memory} MB", flush=True)


def _fill(place: str, articles: Iterator[Annotated]) -> None:
    """Put articles into the store with their keys, as if their copies had been looked for."""
    by_copying = linkers(SETTINGS).by_copying
    with closing(open_store(place)) as store:
        while batch := list(islice(articles, BATCH)):
            by_copying.prints.take(batch)
            with store.transaction():
                for each in batch:
                    store.add_article(each)
                store.add_keys("lineage", by_copying.keyed(batch))
            by_copying.prints.forget()


def _link(place: str, articles: Sequence[Annotated]) -> None:
    """Find the copies of articles in two parts, and print how many a CPU-second takes by step."""
    by_copying = linkers(SETTINGS).by_copying
    with closing(open_store(place)) as store, store.transaction(), undisturbed():
        for each in articles:
            store.add_article(each)
        start = time.process_time()
        for at in range(2):
            with one_run():  # behind the second all loops are loaded that it went through
                choose_all.over(PLAIN_STEPS)
                keep_keys(articles[at : at + 1], by_copying, store)
                of_two(by_copying.prints.of(articles[0]), by_copying.prints.of(articles[at]))
        print(f"  the window of time and the loops loaded in {time.process_time() - start:.2f} s")
        _part("a process that has begun", articles[2:FRESH], by_copying, store)
        _part("the same, 500 later", articles[FRESH:], by_copying, store)


def _part(
    what: str, fresh: Sequence[Annotated], by: Linker[Fingerprint, tuple[Link, ...]], store: Store
) -> None:
    ticks = [time.process_time()]
    by.prints.take(fresh)
    ticks.append(time.process_time())
    near = keep_keys(fresh, by, store)
    ticks.append(time.process_time())
    missing = read_missing(near, by, store)
    ticks.append(time.process_time())
    links = compare_near(near, by)
    ticks.append(time.process_time())
    reading, looking, fetching, comparing = (b - a for a, b in pairwise(ticks))
    print(
        f"  {what}: {speed(fresh, looking + comparing)} with keys, neighbours and comparing; "
        f"{speed(fresh, ticks[-1] - ticks[0])} with reading the articles and {missing} of "
        f"{len(near.others)} candidates too; {len(links)} links"
    )
    print(
        f"    of {ticks[-1] - ticks[0]:.2f} s reading the articles took {reading:.2f}, keys and "
        f"neighbours {looking:.2f}, reading candidates {fetching:.2f}, comparing {comparing:.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
