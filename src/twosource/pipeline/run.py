"""Run the stages over what sources bring, one after the other, into the store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from twosource.compiled import one_run
from twosource.model.acquired import Article
from twosource.model.identity import ArticleId, CaptureId, StoryId
from twosource.model.linked import Story
from twosource.model.outcome import RunReport
from twosource.model.visited import Item
from twosource.pipeline.ingest import BATCH, ingest, reread
from twosource.pipeline.ledger import Ledger
from twosource.pipeline.link import Linked, link_new
from twosource.pipeline.press import Press
from twosource.pipeline.publish import publish
from twosource.pipeline.replaced import as_read, carry_over, replaced
from twosource.pipeline.undisturbed import undisturbed
from twosource.protocols import Store
from twosource.stages import cluster
from twosource.stages.linking import changes_between

Only = Literal["extract", "annotate", "stories"]


def run(
    captures: Iterable[Item],
    press: Press,
    *,
    wanted: Callable[[Article], bool],
    only: Only | None = None,
    remember: bool = True,
    ledger: Ledger | None = None,
    batch_size: int = BATCH,
) -> RunReport:
    """Read the captures, link what is new, publish what changed; each step resumes by itself.

    `only` names the last step to take; what it leaves undone, a later run does.
    """
    with undisturbed(), one_run():
        report = ingest(
            captures,
            replace(press, reader=replace(press.reader, marks=only != "extract")),
            wanted=wanted,
            remember=remember,
            ledger=ledger,
            batch_size=batch_size,
        )
        if only in ("extract", "annotate"):
            return report
        linked = _link(press)
        report = replace(report, stories=len(linked.touched))
        if only == "stories":
            return report
        return replace(report, revisions=publish_stale(press, linked.grown))


@undisturbed()
def rebuild(press: Press) -> RunReport:
    """Drop all that can be computed again and compute it from the kept captures.

    Story ids and verdicts stay; an article whose text comes out otherwise replaces the old one.
    """
    store, read = press.store, dict[CaptureId, ArticleId]()
    for annotated in reread(press):
        with store.transaction():
            store.put_article(annotated)
        read[annotated.article.capture] = annotated.article.id
    press.linkers.by_copying.prints.forget()
    press.linkers.by_event.prints.forget()
    with store.transaction():
        now = replaced(read, store)
        carry_over(now, store)
        before, announced = store.taken_down() or (store.stories(), len(store.changes("")))
        store.put_taken_down([as_read(story, now) for story in before], announced)
        store.keep_only_articles(tuple(read.values()))
        store.drop_computed()
    linked = _link(press)
    return RunReport(
        captures=len(store.capture_ids()),
        articles=len(read),
        stories=len(linked.touched),
        revisions=publish_stale(press),
    )


def _take_up_ids(before: Sequence[Story], announced: int, store: Store) -> None:
    """Give stories that were made anew their ids of before; announce only what is not as it was."""
    stories = cluster.stories_again(before, store.stories())
    own = {article: story.id for story in stories for article in story.articles}
    told = store.changes("")
    edits = [
        replace(change, story=own[change.articles[-1]])
        for _, change in told[announced:]
        if change.kind == "edited" and change.articles[-1] in own
    ]
    with store.transaction():
        store.restate(stories, told[:announced])
        store.put_stories((), [*changes_between(before, stories), *edits])


def _link(press: Press) -> Linked:
    """Link what is new; after a rebuild, also one that was broken off, give stories their ids."""
    linked = link_new(
        store=press.store,
        engine=press.engine,
        reader=press.reader,
        outlets=press.outlets,
        settings=press.settings,
        tell=press.tell,
        by=press.linkers,
    )
    if (rebuilt := press.store.taken_down()) is not None:
        _take_up_ids(*rebuilt, press.store)
    return linked


def publish_stale(press: Press, grown: Collection[StoryId] = ()) -> int:
    """Publish every story that changed, the grown ones first; return how many revisions came."""
    return publish(
        store=press.store,
        engine=press.engine,
        composer=press.composer(),
        outlets=press.outlets,
        settings=press.settings.storylines,
        tell=press.tell,
        grown=grown,
    )
