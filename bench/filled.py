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
from twosource.pipeline.links import linkers
from twosource.stages.linking import story_id

BATCH = 1000
SETTINGS = Settings(engine="serial")
LONG_AGO = datetime(1, 2, 1, tzinfo=UTC)


def fill(place: str, articles: Iterator[Annotated], count: int) -> datetime:
    """Put so many articles of a stream into a store; return when the last was published.

    Keys are what the linkers read, so that new articles find what they would find; links are left
    out, since the stories are known.
    """
    store, by, newest = open_store(place), linkers(SETTINGS), LONG_AGO
    stories: dict[str, list[ArticleId]] = defaultdict(list)
    rest = islice(articles, count)
    while batch := list(islice(rest, BATCH)):
        touched = set()
        with store.transaction():
            for each in batch:
                article = each.article
                store.add_article(each)
                for linker in (by.by_copying, by.by_event):
                    store.add_keys(linker.kind, article.id, *linker.found_by(each))
                event = " ".join(article.headline.split()[:2])
                stories[event].append(article.id)
                touched.add(event)
                newest = article.published or newest
            found = [
                Story(id=story_id(stories[event][0]), articles=tuple(stories[event]))
                for event in sorted(touched)
            ]
            store.put_stories(found, [], "")
            ids = [each.article.id for each in batch]
            store.put_lineages(alone(ids))
        by.by_copying.prints.forget()
        by.by_event.prints.forget()
    store.close()
    return newest


def alone(articles: Sequence[ArticleId]) -> list[Lineage]:
    """Return each article as the only one of its lineage."""
    return [Lineage(id=LineageId(each), origin=each, members=(each,)) for each in articles]
