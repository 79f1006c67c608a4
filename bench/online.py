"""Bring sets of events through a store, as `twosource add` links them, and measure the stories.

`python -m bench.online`. B-cubed of what stands in the store at the end, articles whose story
changed from batch to batch, per article, and CPU-seconds: whole, cut into batches of 50, and
beside it what deciding all pairs of the set at one stroke gives.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import closing

from quality.events import Labelled, labelled, undated
from quality.gate import DATA
from quality.partitions import bcubed
from quality.stories import ECB, GIVEME, stories_of
from quality.streams import SEASONS, SEED, mixed, stories_in, streamed
from twosource.edges.engines.local import SerialEngine
from twosource.edges.stores import open_store
from twosource.model.annotated import Annotated
from twosource.outlets import load_outlets
from twosource.pipeline.link import link_new
from twosource.pipeline.links import linkers
from twosource.pipeline.read import Reader
from twosource.pipeline.tell import quiet
from twosource.settings import Settings

WHOLE = 1 << 30
BATCH = 50
SETTINGS = Settings()
MOVES = frozenset({"merged", "split", "left"})


def main() -> None:
    """Print lines for each set: brought whole, in batches, and decided at one stroke."""
    for name in (GIVEME, ECB):
        rows = labelled(DATA / name)
        for dates, articles in (
            ("undated", [undated(row.article) for row in rows]),
            ("dated", [row.article for row in rows]),
        ):
            _tell(f"{name[:-9]}, {dates}", rows, articles, WHOLE)
            _beside(rows, stories_of(articles))
    for season, days in SEASONS.items():
        rows = tuple(streamed(mixed(DATA), days, SEED))
        articles = [row.article for row in rows]
        _tell(f"stream, {season}", rows, articles, WHOLE)
        _tell(f"stream, {season}, by {BATCH}", rows, articles, BATCH)
        _beside(rows, stories_in(rows))


def _beside(rows: Sequence[Labelled], found: Mapping[str, int]) -> None:
    print(f"{'  at one stroke':<36} {_figures(rows, found)}", flush=True)


def _figures(rows: Sequence[Labelled], found: Mapping[str, object]) -> str:
    truth = {str(row.article.article.id): row.event for row in rows}
    precision, recall, f1 = bcubed(truth, found)
    return f"F1 {f1:.3f} P {precision:.3f} R {recall:.3f}"


def _tell(what: str, rows: Sequence[Labelled], articles: Sequence[Annotated], batch: int) -> None:
    log = sorted(articles, key=lambda each: (str(each.article.published or ""), each.article.id))
    start = time.process_time()
    with closing(open_store("sqlite::memory:")) as store:
        by, outlets = linkers(SETTINGS), load_outlets()
        for at in range(0, len(log), batch):
            with store.transaction():
                for each in log[at : at + batch]:
                    store.add_article(each)
            link_new(
                store=store,
                engine=SerialEngine(),
                reader=Reader(extract=SETTINGS.extract, annotate=SETTINGS.annotate),
                outlets=outlets,
                settings=SETTINGS,
                tell=quiet,
                by=by,
            )
        seconds = time.process_time() - start
        found = {str(a): story.id for story in store.stories() for a in story.articles}
        moved = sum(len(c.articles) for _, c in store.changes("") if c.kind in MOVES)
    print(
        f"{what:<36} {_figures(rows, found)}  "
        f"{moved / len(log):.3f} changes per article  {seconds:.1f} CPU-s",
        flush=True,
    )


if __name__ == "__main__":
    main()
