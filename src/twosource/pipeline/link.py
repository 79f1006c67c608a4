"""Link new articles: who copied whom, and which story each belongs to; keep what was decided."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Lineage, Link
from twosource.model.outcome import Failed
from twosource.outlets import Outlets
from twosource.pipeline.edits import announce_edits
from twosource.pipeline.links import Linkers, events_copied, find_links
from twosource.pipeline.place import Desk, distance
from twosource.pipeline.read import Reader
from twosource.pipeline.tell import Tell
from twosource.pipeline.together import around_lineages
from twosource.pipeline.undisturbed import undisturbed
from twosource.pipeline.verdicts import as_judged, keep_apart
from twosource.protocols import Engine, Store
from twosource.settings import ClusterSettings, Settings
from twosource.stages import lineage
from twosource.stages.linking import components

log = logging.getLogger(__name__)

BATCH = 2000  # articles that are linked in one transaction: what an interrupt can cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the new articles of a run did to the stories."""

    touched: tuple[StoryId, ...]  # have other articles than before, or are new
    grown: frozenset[StoryId]  # hold a new article


def link_new(
    *,
    store: Store,
    engine: Engine,
    reader: Reader,
    outlets: Outlets,
    settings: Settings,
    tell: Tell,
    by: Linkers,
) -> Linked:
    """Give every article that stands in no story its lineage and story."""
    new, touched = store.unlinked(), set[StoryId]()
    for start in range(0, len(new), BATCH):
        with store.transaction(), undisturbed():
            articles = _marked(store.annotated(new[start : start + BATCH]), store, engine, reader)
            found = find_links(articles, by.by_copying, store)
            events = find_links(articles, by.by_event, store)
            store.add_links(as_judged(found, store))
            keep_apart(articles, store)
            copies = [link for link in found if link.kind == "lineage"]
            near = _of_one_time(copies, store, settings.cluster)
            store.add_alike(events_copied(events, near, store.verdicts("lineage")))
            ids = [each.article.id for each in articles]
            decide_lineages(ids, store, outlets)
            desk = Desk(store, settings.cluster)
            desk.place(ids)
            touched |= desk.touched
            # Who repeats a report that comes only now may stand in a story that nothing else moved.
            again = [link for link in found if link.kind == "background"]
            ends = {end for link in again for end in (link.left, link.right)}
            store.mark_stale([story.id for story in store.stories_of(sorted(ends))])
            announce_edits(articles, store)
        tell("linking", min(start + BATCH, len(new)), len(new))
    log.info("linked articles=%d stories=%d", len(new), len(touched))
    grown = frozenset(story.id for story in store.stories_of(new))
    return Linked(touched=tuple(sorted(touched)), grown=grown)


def _of_one_time(copies: Iterable[Link], store: Store, settings: ClusterSettings) -> list[Link]:
    """Return the links between articles that may be of one story: a reprint weeks later is not."""
    times = store.times([end for link in copies for end in (link.left, link.right)])
    reach = timedelta(hours=settings.horizon_hours)
    return [each for each in copies if distance(times[each.left], times[each.right]) <= reach]


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


def decide_lineages(touched: Iterable[ArticleId], store: Store, outlets: Outlets) -> None:
    """Decide anew the lineages of all articles that hang together with the touched ones.

    Each set that hangs together by itself: an agency that two reports of different events credit
    has made neither of the other.
    """
    around = around_lineages(touched, store)
    held = {each.article.id: each for each in store.annotated(around.articles)}
    own: dict[ArticleId, list[Link]] = defaultdict(list)
    for link in around.links:
        own[link.left].append(link)
    found: list[Lineage] = []
    for part in components(around.articles, around.ends):
        inside = [link for article in part for link in own[article]]
        articles = [held[article] for article in part]
        found += lineage.decide(articles, inside, outlets)
    store.put_lineages(found)


def decide_stories(
    judged: Sequence[ArticleId], store: Store, settings: Settings
) -> tuple[StoryId, ...]:
    """Decide anew the stories of articles a person has spoken of, and those around them.

    Returns the stories that are new or have other articles than before, now stale.
    """
    desk = Desk(store, settings.cluster)
    desk.judge(judged)
    return tuple(sorted(desk.touched))
