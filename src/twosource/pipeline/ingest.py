"""Bring captures in: keep each, read it, keep the article or the failure."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from itertools import islice

from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated
from twosource.model.identity import CaptureId
from twosource.model.outcome import MOST_REASONS, Failed, RunReport
from twosource.model.visited import Ended, Item, Visit
from twosource.pipeline.ledger import Ledger
from twosource.pipeline.press import Press
from twosource.pipeline.undisturbed import undisturbed
from twosource.protocols import Store

log = logging.getLogger(__name__)

BATCH = 128  # captures that stand or fall together: what an interrupt can cost


def ingest(
    captures: Iterable[Item],
    press: Press,
    *,
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
    press.tell("reading", 0, None)
    while batch := list(islice(stream, batch_size)):
        counts = _ingest_batch(batch, press, wanted=wanted, remember=remember, ledger=ledger)
        report = added(report, counts)
        read += sum(isinstance(item, Capture | Failed) for item in batch)
        press.tell("reading", read, None)
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
    batch: Sequence[Item],
    press: Press,
    *,
    wanted: Callable[[Article], bool],
    remember: bool,
    ledger: Ledger | None,
) -> RunReport:
    store = press.store
    known = store.holds_captures([item.id for item in batch if isinstance(item, Capture)])
    fresh = {c.id: c for c in batch if isinstance(c, Capture) and c.id not in known}
    outcomes = list(press.engine.map(press.reader, fresh.values()))
    kept = [
        (capture, outcome)
        for capture, outcome in zip(fresh.values(), outcomes, strict=True)
        if isinstance(outcome, Failed) or wanted(outcome.article)
    ]
    failed = [each for each in (*batch, *outcomes) if isinstance(each, Failed)]
    with store.transaction():
        for item in batch:
            if isinstance(item, Failed):
                store.add_failure(item)
        articles = 0
        for capture, outcome in kept:
            store.add_capture(capture)
            article = _keep(capture, outcome, store)
            articles += article is not None
            if article is not None and ledger is not None:
                ledger.count(capture.via, article)
        _remember(batch, store=store, remember=remember, ledger=ledger)
    return RunReport(
        captures=len(fresh),
        articles=articles,
        known=len(known),
        unwanted=len(fresh) - len(kept),
        failed=len(failed),
        reasons=tuple(each.message for each in failed[:MOST_REASONS]),
    )


def _keep(capture: Capture, outcome: Annotated | Failed, store: Store) -> Article | None:
    """Keep what reading a capture gave; return the article if there is one that is new."""
    if isinstance(outcome, Failed):
        store.add_failure(outcome)
        return None
    store.clear_failure(capture.url)
    return outcome.article if store.add_article(outcome) else None


def _remember(
    batch: Sequence[Item], *, store: Store, remember: bool, ledger: Ledger | None
) -> None:
    for item in batch:
        if isinstance(item, Visit) and item.led_to and not item.failed:
            # Its page is known by the address it was led to; what failed at this one is mended.
            store.clear_failure(item.url)
        if isinstance(item, Visit) and remember:
            store.put_visit(item)
        elif isinstance(item, Ended) and ledger is not None:
            ledger.close(item, store)


def read_failed(press: Press) -> RunReport:
    """Read the captures again that gave no article; those that do now are kept as articles."""
    store, report = press.store, RunReport()
    for batch in _again(sorted({each.capture for each in store.failures() if each.capture}), press):
        with store.transaction():
            new = [_keep(capture, outcome, store) for capture, outcome in batch]
        reasons = [outcome.message for _, outcome in batch if isinstance(outcome, Failed)]
        counts = RunReport(
            captures=len(batch),
            articles=sum(each is not None for each in new),
            failed=len(reasons),
            reasons=tuple(reasons),
        )
        report = added(report, counts)
    return report


def reread(press: Press) -> Iterator[Annotated]:
    """Yield every held capture read anew; failures are kept or cleared on the way."""
    for batch in _again(press.store.capture_ids(), press):
        with press.store.transaction():
            for capture, outcome in batch:
                if isinstance(outcome, Failed):
                    press.store.add_failure(outcome)
                else:
                    press.store.clear_failure(capture.url)
        yield from (outcome for _, outcome in batch if isinstance(outcome, Annotated))


def _again(
    ids: Sequence[CaptureId], press: Press
) -> Iterator[list[tuple[Capture, Annotated | Failed]]]:
    """Yield held captures with what they are read as now, in batches."""
    for start in range(0, len(ids), BATCH):
        captures = [press.store.capture(each) for each in ids[start : start + BATCH]]
        yield list(zip(captures, press.engine.map(press.reader, captures), strict=True))
        press.tell("reading again", min(start + BATCH, len(ids)), len(ids))


def added(one: RunReport, other: RunReport) -> RunReport:
    """Return the sums of two reports."""
    names = (field.name for field in fields(RunReport))
    sums = {name: getattr(one, name) + getattr(other, name) for name in names}
    return RunReport(**sums | {"reasons": sums["reasons"][:MOST_REASONS]})


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
