"""Find links: what a linker reads of an article, who is worth comparing, and what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Generic, TypeVar

import numpy as np

from twosource.alike import alike_of, said_too
from twosource.columns import KEYS, MARKS, packed
from twosource.model.alike import Alike
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import Keyed, Link, LinkKind
from twosource.model.near import Near
from twosource.pipeline.prints import Prints
from twosource.protocols import Store
from twosource.settings import LineageSettings, Settings
from twosource.stages import cluster, lineage

F = TypeVar("F")
L = TypeVar("L")

LEAST_SHARED_KEYS = 2  # at 1, three to four times the pairs, and F1 moved by .002 (quality/stories)
LONG_AGO = datetime(1, 2, 1, tzinfo=UTC)  # when the stream has no time yet: nothing is near it
READ_AT_ONCE = 256  # articles that are read from the store together
PRINTS_HELD = 3000  # 120 MB as they are read, 190 MB where all were laid beside others


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker(Generic[F, L]):
    """One kind of linking: what is read of an article, who is a candidate, what links two."""

    kind: LinkKind
    prints: Prints[F]
    block: Callable[[F], bytes]  # keys, packed
    glance: Callable[[F], bytes]  # marks that tell two apart unread, packed; none are none
    horizon: timedelta  # dated articles further apart are no candidates
    most: int  # candidates per article, those that share most keys first
    compare: Callable[[Sequence[F], Near], L]  # the articles that `Near` names

    def keyed(self, articles: Sequence[Annotated], newest: datetime = LONG_AGO) -> list[Keyed]:
        """Return articles with what they are found by.

        An undated one is set beside the undated and those that the stream has just brought.
        """
        self.prints.take(articles)
        read = self.prints.held([each.article.id for each in articles])
        times = [each.article.published or newest for each in articles]
        return [
            Keyed(
                article=article,
                keys=self.block(own),
                marks=self.glance(own),
                between=(at - self.horizon, at + self.horizon),
            )
            for (article, own), at in zip(read.items(), times, strict=True)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkers:
    """The two ways articles are linked in the store, with what they have read lately."""

    by_copying: Linker[lineage.Fingerprint, tuple[Link, ...]]
    by_event: Linker[cluster.Gist, Alike]


def linkers(settings: Settings) -> Linkers:
    """Return the two ways articles are linked in the store."""
    shelf = cluster.Shelf()
    return Linkers(
        by_copying=Linker(
            kind="lineage",
            prints=Prints(_fingerprints, PRINTS_HELD),
            block=lambda own: packed(lineage.block(own), KEYS),
            glance=lambda own: packed(lineage.glance(own), MARKS),
            horizon=timedelta(days=settings.lineage.horizon_days),
            most=40,  # each copy of a family of 200 still finds its original
            compare=lambda read, near: _copies(read, near, settings.lineage),
        ),
        by_event=Linker(
            kind="story",
            prints=Prints(_gists, cluster.MOST_GISTS),
            block=lambda gist: gist.keys,
            glance=lambda _: b"",
            horizon=timedelta(hours=settings.cluster.horizon_hours),
            most=settings.cluster.most_compared,
            compare=lambda read, near: cluster.weigh(read, near, settings.cluster, shelf),
        ),
    )


def _copies(
    read: Sequence[lineage.Fingerprint], near: Near, settings: LineageSettings
) -> tuple[Link, ...]:
    """Return who of those that share keys is made from whom or repeats it, sorted by ends."""
    others = [read[place] for place in near.others.tolist()]
    beside = (others[start:end] for start, end in pairwise(near.starts.tolist()))
    links = lineage.compare_all(zip(read, beside, strict=False), settings)
    return tuple(sorted(links, key=attrgetter("left", "right")))


def _fingerprints(articles: Sequence[Annotated]) -> list[lineage.Fingerprint]:
    return [lineage.read(each) for each in articles]


def _gists(articles: Sequence[Annotated]) -> list[cluster.Gist]:
    return [cluster.gist_of(cluster.read(each)) for each in articles]


def find_links(articles: Sequence[Annotated], linker: Linker[F, L], store: Store) -> L:
    """Keep the articles' keys, compare each with those that share keys, return what was found."""
    near = keep_keys(articles, linker, store)
    read_missing(near, linker, store)
    links = compare_near(near, linker)
    linker.prints.let_go()
    return links


def keep_keys(articles: Sequence[Annotated], linker: Linker[F, L], store: Store) -> Near:
    """Keep the keys of articles; return for each those before it that share most."""
    newest = store.newest_linked() or LONG_AGO
    keyed = linker.keyed(articles, newest)
    store.add_keys(linker.kind, keyed)
    return store.neighbours(linker.kind, keyed, LEAST_SHARED_KEYS, linker.most)


def read_missing(near: Near, linker: Linker[F, L], store: Store) -> int:
    """Read of those that share keys who was not read lately; return how many."""
    missing = sorted(each for each in near.articles if each not in linker.prints)
    for start in range(0, len(missing), READ_AT_ONCE):
        linker.prints.take(store.annotated(missing[start : start + READ_AT_ONCE]))
    return len(missing)


def compare_near(near: Near, linker: Linker[F, L]) -> L:
    """Return the links of articles to those that share keys with them."""
    return linker.compare([*linker.prints.held(near.articles).values()], near)


def compared(
    one: Annotated, other: Annotated, by: Linkers, settings: LineageSettings
) -> Link | None:
    """Return what speaks for the one being made from the other, also of a pair nobody asked for.

    Of two reports of one outlet that are no versions it may be what the later one repeats.
    """
    prints = by.by_copying.prints
    return next(lineage.compare_all([(prints.of(one), [prints.of(other)])], settings), None)


def alike_anew(pair: tuple[ArticleId, ArticleId], by: Linkers, store: Store) -> Alike:
    """Return what speaks for two articles telling of one event, whatever is kept of them."""
    near = Near(articles=pair, starts=np.array([0, 1]), others=np.array([1]))
    read_missing(near, by.by_event, store)
    return compare_near(near, by.by_event)


def events_copied(events: Alike, copies: Iterable[Link], judged: Iterable[Link]) -> Alike:
    """Return the links between reports of one event, marked where the one is made from the other.

    What is surely copied tells of the same event, however little of it is left; a pair that was no
    candidate gets a link for it. A person's word on a copy outranks what was found.
    """
    made = {(link.left, link.right): link for link in copies if lineage.is_sure(link)}
    for link in judged:
        made.pop((link.left, link.right), None)
        if link.verdict == "copy":
            made[link.left, link.right] = link
    bare = [
        Link(kind="story", left=left, right=right, score=0.0, why=(), derivation=link.derivation)
        for (left, right), link in made.items()
    ]
    return said_too(events, alike_of(bare)) if bare else events
