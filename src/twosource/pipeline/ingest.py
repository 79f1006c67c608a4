"""Bring captures in: keep each, read it, keep the article or the failure."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated
from twosource.model.outcome import MOST_REASONS, Failed, RunReport
from twosource.model.visited import Ended, Item, Visit
from twosource.pipeline.ledger import Ledger
from twosource.pipeline.read import Reader
from twosource.pipeline.tell import Tell
from twosource.pipeline.undisturbed import undisturbed
from twosource.protocols import Engine, Store

log = logging.getLogger(__name__)

BATCH = 128  # captures that stand or fall together: what an interrupt can cost


def ingest(
    captures: Iterable[Item],
    *,
    store: Store,
    engine: Engine,
    reader: Reader,
    tell: Tell,
    wanted: Callable[[Article], bool],
    remember: bool = True,
    ledger: Ledger | None = None,
    batch_size: int = BATCH,
) -> RunReport:
    """Keep what is new and return the counts; a batch that is finished stays finished.

    A visit is kept with the captures before it, so that what was not kept is fetched again;
    none is where `remember` is off, since what was not wanted now may be another time. The
    ledger, if there is one, is told of every outcome and keeps the states of sources.
    """
    report, stream, read = RunReport(), iter(captures), 0
    tell("reading", 0, None)
    while batch := list(islice(stream, batch_size)):
        counts = _ingest_batch(
            batch,
            store=store,
            engine=engine,
            reader=reader,
            wanted=wanted,
            remember=remember,
            ledger=ledger,
        )
        report = added(report, counts)
        read += sum(isinstance(item, Capture | Failed) for item in batch)
        tell("reading", read, None)
    log.info(
        "ingested captures=%d articles=%d known=%d failed=%d",
        report.captures,
        report.articles,
        report.known,
        report.failed,
    )
    return report


@undisturbed()
def _ingest_batch(
    batch: list[Item],
    *,
    store: Store,
    engine: Engine,
    reader: Reader,
    wanted: Callable[[Article], bool],
    remember: bool,
    ledger: Ledger | None,
) -> RunReport:
    known = store.holds_captures([item.id for item in batch if isinstance(item, Capture)])
    broken = [item for item in batch if isinstance(item, Failed)]
    fresh = {c.id: c for c in batch if isinstance(c, Capture) and c.id not in known}
    outcomes = list(engine.map(reader, fresh.values()))
    articles = unwanted = 0
    with store.transaction():
        for failed in broken:
            store.add_failure(failed)
        for capture, outcome in zip(fresh.values(), outcomes, strict=True):
            if isinstance(outcome, Failed):
                store.add_capture(capture)
                store.add_failure(outcome)
                broken.append(outcome)
            elif wanted(outcome.article):
                store.add_capture(capture)
                store.clear_failure(capture.url)
                is_new = store.add_article(outcome)
                articles += is_new
                if ledger is not None and is_new:
                    ledger.count(capture.via, outcome.article)
            else:
                unwanted += 1
        _remember(batch, store=store, remember=remember, ledger=ledger)
    return RunReport(
        captures=len(fresh),
        articles=articles,
        known=len(known),
        unwanted=unwanted,
        failed=len(broken),
        reasons=tuple(failed.message for failed in broken[:MOST_REASONS]),
    )


def _remember(batch: list[Item], *, store: Store, remember: bool, ledger: Ledger | None) -> None:
    for item in batch:
        if isinstance(item, Visit) and item.led_to and not item.failed:
            # Its page is known by the address it was led to; what failed at this one is mended.
            store.clear_failure(item.url)
        if isinstance(item, Visit) and remember:
            store.put_visit(item)
        elif isinstance(item, Ended) and ledger is not None:
            ledger.close(item, store)


def read_failed(*, store: Store, engine: Engine, reader: Reader) -> RunReport:
    """Read the captures again that gave no article; those that do now are kept as articles."""
    ids = sorted({failed.capture for failed in store.failures() if failed.capture})
    captures = [store.capture(each) for each in ids]
    outcomes = list(engine.map(reader, captures))
    articles = 0
    with store.transaction():
        for capture, outcome in zip(captures, outcomes, strict=True):
            if isinstance(outcome, Failed):
                store.add_failure(outcome)
            else:
                store.clear_failure(capture.url)
                articles += store.add_article(outcome)
    reasons = [outcome.message for outcome in outcomes if isinstance(outcome, Failed)]
    return RunReport(
        captures=len(captures),
        articles=articles,
        failed=len(reasons),
        reasons=tuple(reasons[:MOST_REASONS]),
    )


def reread(*, store: Store, engine: Engine, reader: Reader, tell: Tell) -> Iterator[Annotated]:
    """Yield every held capture read anew; failures are kept or cleared on the way."""
    ids = store.capture_ids()
    for start in range(0, len(ids), BATCH):
        batch = [store.capture(each) for each in ids[start : start + BATCH]]
        outcomes = list(engine.map(reader, batch))
        with store.transaction():
            for capture, outcome in zip(batch, outcomes, strict=True):
                if isinstance(outcome, Failed):
                    store.add_failure(outcome)
                else:
                    store.clear_failure(capture.url)
        yield from (outcome for outcome in outcomes if isinstance(outcome, Annotated))
        tell("reading again", min(start + BATCH, len(ids)), len(ids))


def added(one: RunReport, other: RunReport) -> RunReport:
    """Return the sums of two reports."""
    return replace(
        one,
        captures=one.captures + other.captures,
        articles=one.articles + other.articles,
        known=one.known + other.known,
        unwanted=one.unwanted + other.unwanted,
        failed=one.failed + other.failed,
        stories=one.stories + other.stories,
        revisions=one.revisions + other.revisions,
        reasons=(*one.reasons, *other.reasons)[:MOST_REASONS],
    )


def within(
    since: date | None, until: date | None, languages: frozenset[str]
) -> Callable[[Article], bool]:
    """Return the test for articles of some days (ends included) and languages; empty takes all.

    An undated article passes only where no day is asked for.
    """

    def wanted(article: Article) -> bool:
        if languages and article.language not in languages:
            return False
        if since is None and until is None:
            return True
        if article.published is None:
            return False
        day = article.published.date()
        return (since is None or since <= day) and (until is None or day <= until)

    return wanted
