"""Link new articles: who copied whom, and which story each belongs to; keep what was decided."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Lineage, Link, LinkKind
from twosource.model.outcome import Failed
from twosource.outlets import Outlets
from twosource.pipeline.edits import announce_edits
from twosource.pipeline.read import Reader
from twosource.pipeline.tell import Tell
from twosource.pipeline.together import (
    Together,
    around_lineages,
    around_stories,
    copies,
    density,
    one_origin,
    undated_to_decide_again,
)
from twosource.protocols import Engine, Store
from twosource.settings import Settings
from twosource.stages import cluster, lineage
from twosource.stages.linking import components, contradiction, keep_identities

F = TypeVar("F")

log = logging.getLogger(__name__)

BATCH = 2000  # articles that are linked in one transaction: what an interrupt can cost
LEAST_SHARED_KEYS = 2  # at 1, three to four times the pairs, and F1 moved by .002 (quality/stories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker(Generic[F]):
    """One kind of linking: what is read of an article, who is a candidate, what links two."""

    kind: LinkKind
    read: Callable[[Annotated], F]
    block: Callable[[F], tuple[int, ...]]
    horizon: timedelta  # dated articles further apart are no candidates
    most: int  # candidates per article, those that share most keys first
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
    again = undated_to_decide_again(new, store)
    for start in range(0, len(new), BATCH):
        batch = new[start : start + BATCH]
        with store.transaction():
            articles = _marked(store.annotated(batch), store, engine, reader)
            store.add_links(find_links(articles, by_copying, store, engine, tell))
            store.add_links(find_links(articles, by_event, store, engine, tell))
            decide_lineages(batch, store, outlets, settings)
            touched |= set(decide_stories((*batch, *again), store, settings))
            announce_edits(articles, store)
            again = ()
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
            horizon=timedelta(days=settings.lineage.horizon_days),
            most=40,  # each copy of a family of 200 still finds its original
            compare=lambda one, other: lineage.compare(one, other, settings.lineage),
        ),
        Linker(
            kind="story",
            read=cluster.read,
            block=cluster.block,
            horizon=timedelta(hours=settings.cluster.horizon_hours),
            most=100,  # at 40 events-giveme5w1h moved by .002; from 100 on nothing moved
            compare=lambda one, other: cluster.compare(one, other, settings.cluster),
        ),
    )


def find_links(
    articles: Sequence[Annotated], linker: Linker[F], store: Store, engine: Engine, tell: Tell
) -> tuple[Link, ...]:
    """Keep the articles' keys, compare each with those that share keys, return what was found."""
    prints = engine.map(linker.read, articles)
    read = {each.article.id: found for each, found in zip(articles, prints, strict=True)}
    keys = {article: linker.block(found) for article, found in read.items()}
    pairs = _pairs(articles, keys, linker, store)
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
    articles: Sequence[Annotated],
    keys: Mapping[ArticleId, Sequence[int]],
    linker: Linker[F],
    store: Store,
) -> tuple[tuple[ArticleId, ArticleId], ...]:
    """Keep the keys article by article; return each with those of before it that share most.

    Of before it: so the same are found whether the articles come at once or one by one.
    """
    pairs = set()
    for each in articles:
        article, at = each.article.id, each.article.published
        near = store.neighbours(
            linker.kind,
            article,
            keys[article],
            least=LEAST_SHARED_KEYS,
            most=linker.most,
            between=(at - linker.horizon, at + linker.horizon) if at else None,
        )
        pairs |= {(min(article, other), max(article, other)) for other, _ in near}
        store.add_keys(linker.kind, article, keys[article])
    return tuple(sorted(pairs))


def decide_lineages(
    touched: Iterable[ArticleId], store: Store, outlets: Outlets, settings: Settings
) -> None:
    """Decide anew the lineages of all articles that hang together with the touched ones.

    Each set that hangs together by itself: an agency that two reports of different events credit
    has made neither of the other.
    """
    around = around_lineages(touched, store)
    held = {each.article.id: each for each in store.annotated(around.articles)}
    ends = [(link.left, link.right) for link in around.links if one_origin(link)]
    own: dict[ArticleId, list[Link]] = defaultdict(list)
    for link in around.links:
        if link.kind == "lineage":
            own[link.left].append(link)
    found: list[Lineage] = []
    for part in components(around.articles, ends):
        inside = [link for article in part for link in own[article]]
        articles = [held[article] for article in part]
        found += lineage.decide(articles, inside, outlets, settings.lineage)
    store.put_lineages(found)


def decide_stories(
    touched: Iterable[ArticleId], store: Store, settings: Settings
) -> tuple[StoryId, ...]:
    """Decide anew the stories of all articles that hang together with the touched ones.

    A copy stands in the story of its original, unless a person has said otherwise. Each set that
    hangs together by itself has the threshold of its own time. Returns the stories that are new or
    have other articles than before, now stale.
    """
    around = around_stories(touched, store)
    links = _with_copies(around, store)
    times = {each.article.id: each.article.published for each in store.annotated(around.articles)}
    own: dict[ArticleId, list[Link]] = defaultdict(list)
    for link in links:
        own[link.left].append(link)
    groups: list[tuple[ArticleId, ...]] = []
    for part in cluster.parts(around.articles, links):
        dated = {article: times[article] for article in part}
        inside = [link for article in part for link in own[article]]
        groups += cluster.decide(dated, inside, density(dated, store), settings.cluster)
    before = store.stories_of(around.articles)
    stories, changes = keep_identities(before, groups)
    held = {story.id: story.articles for story in before}
    changed = [story for story in stories if held.get(story.id) != story.articles]
    mark = max((moment.isoformat() for moment in times.values() if moment), default="")
    store.put_stories(changed, changes, mark)
    store.mark_stale([story.id for story in changed])
    return tuple(story.id for story in changed)


def _with_copies(around: Together, store: Store) -> tuple[Link, ...]:
    """Return the story links, those between a copy and its original as sure as a verdict.

    Where a person keeps apart what copying would join, even by a detour, the person is heard.
    """
    by_pair = {(link.left, link.right): link for link in around.links}
    judged = [link for link in around.links if link.verdict]
    for pair in copies(around.articles, store):
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
