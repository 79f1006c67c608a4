"""Fetch single pages for a source, and decide when each is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from twosource.edges.fetch.fetched import Fetched
from twosource.edges.sources.saved import make_capture
from twosource.edges.sources.wire import Wire
from twosource.errors import AnswerError, FetchError, LaterError, UnreachableError
from twosource.model.acquired import Capture, Told
from twosource.model.outcome import Failed
from twosource.model.visited import Visit
from twosource.settings import FetchSettings

MOST_FAILURES = 6  # in a row, with growing pauses over about half a day; then a page is given up
FIRST_RETRY_MINUTES = 10
MOST_RETRY_MINUTES = 360


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A page that a source points to, and what it says of it."""

    url: str
    changed_at: datetime | None = None  # UTC; None where the source does not say
    told: tuple[tuple[Told, str], ...] = ()
    once: bool = False  # no source leads to it, so that nobody comes back to it by himself


def is_wanted(lead: Lead, known: Visit | None) -> bool:
    """Say whether a page is to be fetched: not known, or changed since it was looked at.

    What is to be repeated at a time of its own (`due_at`) waits for that.
    """
    if known is None:
        return True
    newer = lead.changed_at is not None and lead.changed_at > known.at
    return newer and known.looks > 0


def look_at(
    lead: Lead, source: str, known: Visit | None, wire: Wire
) -> Iterator[Capture | Failed | Visit]:
    """Fetch a page: yield its capture or its failure, then what to remember of it."""
    now = datetime.now(UTC).replace(microsecond=0)
    before = known or Visit(url=lead.url, source=source, at=now, status=0)
    before = replace(before, told=lead.told or before.told)
    try:
        fetched = wire.fetcher.fetch(lead.url, known)
    except LaterError as error:
        # Nobody failed: the host asked for patience, and the page is still to be had.
        if lead.once:
            yield Failed.by(error, lead.url, "source")
        due_at = now + timedelta(seconds=error.wait_seconds)
        yield replace(before, at=now, due_at=due_at)
        yield from wire.pauses()
        return
    except FetchError as error:
        yield Failed.by(error, lead.url, "source")
        yield after_failure(before, now, error)
        return
    if fetched.body:
        # Short links and links that count clicks lead to a page; what counts is where it stands.
        yield make_capture(
            url=fetched.final_url,
            body=fetched.body,
            media_type=fetched.media_type,
            fetched_at=fetched.fetched_at,
            via=source,
            told=before.told,
        )
    yield after_success(before, fetched, wire.settings)


def look_again(source: str, wire: Wire) -> Iterator[Capture | Failed | Visit]:
    """Fetch the pages of a source whose time has come: those that failed, and for their edits."""
    for known in wire.due(source, datetime.now(UTC)):
        if wire.claim(known.url):
            yield from look_at(Lead(url=known.url), source, known, wire)


def after_answer(before: Visit, fetched: Fetched, *, complete: bool = True) -> Visit:
    """Return the visit after an answer; what has not changed (304) and leaves unsaid is as it was.

    What was not read to its end has no mark: the next time it must come whole.
    """
    known = before if fetched.status == 304 else fetched
    return replace(
        before,
        at=fetched.fetched_at,
        status=fetched.status,
        etag=fetched.etag or known.etag if complete else "",
        last_modified=fetched.last_modified or known.last_modified if complete else "",
        looks=before.looks + 1,
        moved_to=fetched.moved_to,
    )


def after_success(before: Visit, fetched: Fetched, settings: FetchSettings) -> Visit:
    """Return the visit after a page came: looked at again for edits until it has settled."""
    return replace(
        after_answer(before, fetched),
        failed=0,
        due_at=next_look(before.looks + 1, fetched.fetched_at, settings),
        led_to=fetched.final_url if fetched.final_url != before.url else "",
    )


def next_look(looks: int, at: datetime, settings: FetchSettings) -> datetime | None:
    """Return when a page is looked at for edits after so many looks; None when it has settled."""
    hours = settings.revisit_hours
    return at + timedelta(hours=hours[looks - 1]) if looks <= len(hours) else None


def after_failure(before: Visit, now: datetime, error: FetchError) -> Visit:
    """Return the visit after a failure: tried again later if time can mend it."""
    failed = before.failed + 1
    status = error.status if isinstance(error, AnswerError) else 0
    passing = isinstance(error, UnreachableError) or status >= 500
    minutes = min(FIRST_RETRY_MINUTES * 2 ** (failed - 1), MOST_RETRY_MINUTES)
    due_at = now + timedelta(minutes=minutes) if passing and failed < MOST_FAILURES else None
    return replace(before, at=now, status=status, failed=failed, due_at=due_at)
