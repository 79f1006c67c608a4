"""Fill a store with a made-up stream, whose stories are put in as they are known to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice

from twosource import Settings
from twosource.edges.stores import open_store
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, LineageId
from twosource.model.linked import Lineage, Story
from twosource.pipeline.links import find_links, linkers
from twosource.pipeline.place import Desk
from twosource.stages.linking import story_id

BATCH = 1000
OPEN = 10_000  # articles of the last three days and some hours
SETTINGS = Settings(engine="serial")
LONG_AGO = datetime(1, 2, 1, tzinfo=UTC)


def fill(place: str, articles: Iterator[Annotated], count: int) -> datetime:
    """Put so many articles of a stream into a store; return when the last was published.

    The stories of the last three days are found as the pipeline finds them, with their links; what
    is older is no matter for new articles, so it gets its keys and the stories that it is known to
    tell. Copies are not looked for: each article is its own report.
    """
    store, by = open_store(place), linkers(SETTINGS)
    stories: dict[str, list[ArticleId]] = defaultdict(list)
    rest, newest = islice(articles, count), LONG_AGO
    while batch := list(islice(rest, BATCH)):
        count -= len(batch)
        ids = [each.article.id for each in batch]
        by.by_copying.prints.take(batch)
        with store.transaction():
            for each in batch:
                store.add_article(each)
            store.add_keys("lineage", by.by_copying.keyed(batch))
            store.put_lineages(alone(ids))
            if count < OPEN:
                store.add_alike(find_links(batch, by.by_event, store))
                Desk(store, SETTINGS.cluster).place(ids)
            else:
                store.add_keys("story", by.by_event.keyed(batch))
                store.put_stories(known(batch, stories))
        newest = batch[-1].article.published or newest
        by.by_copying.prints.forget()
    store.close()
    return newest


def known(batch: Sequence[Annotated], stories: dict[str, list[ArticleId]]) -> list[Story]:
    """Return the stories that a batch adds to, which the names in the headlines tell."""
    events = [" ".join(each.article.headline.split()[:2]) for each in batch]
    for event, each in zip(events, batch, strict=True):
        stories[event].append(each.article.id)
    return [
        Story(id=story_id(stories[event][0]), articles=tuple(stories[event]))
        for event in sorted(set(events))
    ]


def alone(articles: Sequence[ArticleId]) -> list[Lineage]:
    """Return each article as the only one of its lineage."""
    return [Lineage(id=LineageId(each), origin=each, members=(each,)) for each in articles]
