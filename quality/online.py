"""Measure stories of articles that come one by one: are they as good as all decided at one stroke?

The sets are undated and brought through a store, as `twosource add` links them: in the order of
their ids, and in other orders by chance. Beside it stand the stories that come of all pairs that
share keys, decided at one stroke; what is copied from what is the same for both.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import fmean

from quality.events import Labelled, labelled, undated
from quality.measure import Measure
from quality.partitions import bcubed
from quality.stories import ECB, GIVEME, stories_of
from twosource.edges.engines.local import SerialEngine
from twosource.edges.stores import open_store
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.outlets import load_outlets
from twosource.pipeline.link import link_new
from twosource.pipeline.links import linkers
from twosource.pipeline.read import Reader
from twosource.pipeline.tell import quiet
from twosource.protocols import Store
from twosource.settings import Settings

SETTINGS = Settings()
WHOLE = 1 << 30
ORDERS = 6  # by chance; each moves F1 by up to a point, since three pairs of twins are close calls
MOVES = frozenset({"merged", "split", "left"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What stands in a store when the last article has come."""

    stories: Mapping[str, object]  # of each article
    copies: tuple[Link, ...]  # links of articles made one from the other
    moved: float  # articles that changed their story from batch to batch, per article
    seconds: float  # CPU


def brought(rows: Sequence[Labelled], batch: int = WHOLE) -> Brought:
    """Bring articles through a new store, so many at once, in the order of the log."""
    log = sorted(
        (row.article for row in rows),
        key=lambda each: (str(each.article.published or ""), each.article.id),
    )
    start = time.process_time()
    by, outlets = linkers(SETTINGS), load_outlets()
    with closing(open_store("sqlite::memory:")) as store:
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
        return Brought(
            stories={str(a): story.id for story in store.stories() for a in story.articles},
            copies=_copies(store, [each.article.id for each in log]),
            moved=_moved(store) / len(log),
            seconds=seconds,
        )


def _copies(store: Store, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
    return tuple(link for link in store.alike_among(articles).links() if link.derivation)


def _moved(store: Store) -> int:
    return sum(len(change.articles) for _, change in store.changes("") if change.kind in MOVES)


def f1_of(rows: Iterable[Labelled], stories: Mapping[str, object]) -> float:
    """Return B-cubed F1 of stories."""
    return bcubed({str(row.article.article.id): row.event for row in rows}, stories)[2]


def undated_rows(name: str, data: Path) -> list[Labelled]:
    """Return the articles of a set as if their pages gave no time."""
    return [replace(row, article=undated(row.article)) for row in labelled(data / name)]


def shuffled(rows: Sequence[Labelled], seed: int) -> list[Labelled]:
    """Return articles under ids that bring them in another order."""
    numbers = list(range(len(rows)))
    Random(seed).shuffle(numbers)
    return [_under(row, ArticleId(f"{at:06}")) for row, at in zip(rows, numbers, strict=True)]


def _under(row: Labelled, name: ArticleId) -> Labelled:
    article = replace(row.article.article, id=name)
    return replace(row, article=replace(row.article, article=article))


def one_by_one(name: str, data: Path) -> Mapping[str, float]:
    """Answer F1 of a set in the order of its ids, in others, and each beside one stroke."""
    rows = undated_rows(name, data)
    own = brought(rows)
    at_once = f1_of(rows, stories_of([row.article for row in rows], own.copies))
    orders = [shuffled(rows, seed) for seed in range(ORDERS)]
    others = [f1_of(order, brought(order).stories) for order in orders]
    own_f1 = f1_of(rows, own.stories)
    return {
        "bcubed_f1": own_f1,
        "of_bulk": min(own_f1 / at_once, 1.0),
        "orders_mean": fmean(others),
        "orders_least_of_bulk": min(min(others) / at_once, 1.0),
    }


MEASURES = tuple(
    Measure(name=f"online.{name}", corpora=(corpus,), run=partial(one_by_one, corpus))
    for name, corpus in (("giveme5w1h", GIVEME), ("ecbplus", ECB))
)
