"""Link new articles: who copied whom, and which story each belongs to; keep what was decided."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import DensityWindow, Link, LinkKind
from twosource.model.outcome import Failed
from twosource.outlets import Outlets
from twosource.pipeline.read import Reader
from twosource.pipeline.tell import Tell
from twosource.protocols import Engine, Store
from twosource.settings import Settings
from twosource.stages import cluster, lineage
from twosource.stages.linking import contradiction, keep_identities

F = TypeVar("F")

log = logging.getLogger(__name__)

BATCH = 2000  # articles that are linked in one transaction: what an interrupt can cost
MOST_CANDIDATES = 400  # articles that one is compared with, those that share most first
DENSITY_HOURS = 72  # the window that says how dense the stream is


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker(Generic[F]):
    """One kind of linking: what is read of an article, who is a candidate, what links two."""

    kind: LinkKind
    read: Callable[[Annotated], F]
    block: Callable[[F], tuple[int, ...]]
    compare: Callable[[F, F], Link | None]


def link_new(
    *,
    store: Store,
    engine: Engine,
    reader: Reader,
    outlets: Outlets,
    settings: Settings,
    tell: Tell,
) -> tuple[StoryId, ...]:
    """Give every article that stands in no story its lineage and story; return those touched."""
    new, touched = store.unlinked(), set[StoryId]()
    by_copying, by_event = linkers(settings)
    for start in range(0, len(new), BATCH):
        batch = new[start : start + BATCH]
        with store.transaction():
            articles = _marked(store.annotated(batch), store, engine, reader)
            store.add_links(find_links(articles, by_copying, store, engine, tell))
            store.add_links(find_links(articles, by_event, store, engine, tell))
            decide_lineages(batch, store, outlets, settings)
            touched |= set(decide_stories(batch, store, settings))
    log.info("linked articles=%d stories=%d", len(new), len(touched))
    return tuple(sorted(touched))


def _marked(
    articles: Sequence[Annotated], store: Store, engine: Engine, reader: Reader
) -> tuple[Annotated, ...]:
    """Return the articles, those that were kept unmarked now with their marks."""
    bare = [each.article for each in articles if not each.sentences]
    marked: dict[ArticleId, Annotated] = {}
    for outcome in engine.map(reader.marked, bare):
        if isinstance(outcome, Failed):
            store.add_failure(outcome)
        else:
            store.put_article(outcome)
            marked[outcome.article.id] = outcome
    return tuple(marked.get(each.article.id, each) for each in articles)


def linkers(settings: Settings) -> tuple[Linker[lineage.Fingerprint], Linker[cluster.Features]]:
    """Return the two ways articles are linked in the store."""
    return (
        Linker(
            kind="lineage",
            read=lineage.read,
            block=lineage.block,
            compare=lambda one, other: lineage.compare(one, other, settings.lineage),
        ),
        Linker(
            kind="story",
            read=cluster.read,
            block=cluster.block,
            compare=lambda one, other: cluster.compare(one, other, settings.cluster),
        ),
    )


def find_links(
    articles: Sequence[Annotated], linker: Linker[F], store: Store, engine: Engine, tell: Tell
) -> tuple[Link, ...]:
    """Keep the articles' keys, compare each with those that share keys, return what was found."""
    prints = engine.map(linker.read, articles)
    read = {each.article.id: found for each, found in zip(articles, prints, strict=True)}
    keys = {article: linker.block(read[article]) for article in sorted(read)}
    for article, own in keys.items():
        store.add_keys(linker.kind, article, own)
    pairs = _pairs(keys, linker, store)
    ends = {end for pair in pairs for end in pair}
    for held in store.annotated(sorted(ends - read.keys())):
        read[held.article.id] = linker.read(held)
    found = []
    for done, (one, other) in enumerate(pairs, start=1):
        link = linker.compare(read[one], read[other])
        if link is not None:
            found.append(link)
        if done % 1000 == 0 or done == len(pairs):
            tell(f"comparing ({linker.kind})", done, len(pairs))
    return tuple(found)


def _pairs(
    keys: Mapping[ArticleId, Sequence[int]], linker: Linker[F], store: Store
) -> tuple[tuple[ArticleId, ArticleId], ...]:
    pairs = set()
    for article, own in keys.items():
        near = store.neighbours(linker.kind, article, own, least=1, most=MOST_CANDIDATES)
        pairs |= {(min(article, other), max(article, other)) for other, _ in near}
    return tuple(sorted(pairs))


def decide_lineages(
    touched: Iterable[ArticleId], store: Store, outlets: Outlets, settings: Settings
) -> None:
    """Decide anew the lineages of all articles that hang together with the touched ones."""
    members, links = _component(touched, "lineage", store)
    store.put_lineages(lineage.decide(store.annotated(members), links, outlets, settings.lineage))


def decide_stories(
    touched: Iterable[ArticleId], store: Store, settings: Settings
) -> tuple[StoryId, ...]:
    """Decide anew the stories of all articles that hang together with the touched ones.

    A copy stands in the story of its original, unless a person has said otherwise. Returns the
    stories that are new or have other articles than before, now stale.
    """
    members, links = _component(touched, "story", store)
    links = _with_copies(members, links, store)
    times = {each.article.id: each.article.published for each in store.annotated(members)}
    window = density(times, store)
    before = store.stories_of(members)
    stories, changes = keep_identities(
        before, cluster.decide(times, links, window, settings.cluster)
    )
    held = {story.id: story.articles for story in before}
    changed = [story for story in stories if held.get(story.id) != story.articles]
    mark = max((moment.isoformat() for moment in times.values() if moment), default="")
    store.put_stories(changed, changes, mark)
    store.mark_stale([story.id for story in changed])
    return tuple(story.id for story in changed)


def density(times: Mapping[ArticleId, datetime | None], store: Store) -> DensityWindow:
    """Return how many articles the 72 hours before the newest of these brought."""
    newest = max((moment for moment in times.values() if moment), default=None)
    if newest is None:
        return DensityWindow()
    return DensityWindow(
        until=newest,
        articles=store.count_published(newest - timedelta(hours=DENSITY_HOURS), newest),
    )


def _with_copies(
    articles: Sequence[ArticleId], links: Sequence[Link], store: Store
) -> tuple[Link, ...]:
    """Return the story links, those between a copy and its original as sure as a verdict.

    Where a person keeps apart what copying would join, even by a detour, the person is heard.
    """
    by_pair = {(link.left, link.right): link for link in links}
    judged = [link for link in links if link.verdict]
    for pair in _copies(articles, store):
        copied = Link(
            kind="story",
            left=pair[0],
            right=pair[1],
            score=1.0,
            why=("the one is made from the other",),
            verdict="same",
        )
        if contradiction([*judged, copied]) is None:
            by_pair[pair] = copied
            judged.append(copied)
    return tuple(by_pair[pair] for pair in sorted(by_pair))


def _copies(articles: Sequence[ArticleId], store: Store) -> tuple[tuple[ArticleId, ArticleId], ...]:
    return tuple(
        sorted(
            (min(d.copy, d.original), max(d.copy, d.original))
            for family in store.lineages_of(articles)
            for d in family.derivations
            if d.original is not None
        )
    )


def _component(
    touched: Iterable[ArticleId], kind: LinkKind, store: Store
) -> tuple[tuple[ArticleId, ...], tuple[Link, ...]]:
    """Return all articles that links of a kind, or lineages, join to these, and the links."""
    members: set[ArticleId] = set()
    links: dict[tuple[ArticleId, ArticleId], Link] = {}
    frontier = set(touched)
    while frontier:
        members |= frontier
        found = store.links_of(kind, sorted(frontier))
        links |= {(link.left, link.right): link for link in found}
        ends = {end for link in found for end in (link.left, link.right)}
        ends |= {end for each in store.lineages_of(sorted(frontier)) for end in each.members}
        frontier = ends - members
    return tuple(sorted(members)), tuple(links[pair] for pair in sorted(links))
