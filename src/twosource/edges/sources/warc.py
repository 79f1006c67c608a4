"""Read web archives (WARC) in place: captures that point to their record instead of copying it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from twosource.edges.archives import (
    DAMAGED,
    Archive,
    LocalArchive,
    Payload,
    RemoteArchive,
    payload_of,
)
from twosource.edges.record_starts import broken_off, has_single_records, next_record
from twosource.edges.sources.saved import make_capture, missing
from twosource.edges.sources.wire import Wire
from twosource.errors import EmptySourceError, FetchError, SourceError
from twosource.model.acquired import Capture, WarcPlace
from twosource.model.outcome import Failed
from twosource.model.visited import IN_PART, Visit

WANTED = "a web archive (.warc, .warc.gz) or a folder of such"
SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
EVERY = 200  # captures after which it is remembered how far an archive was read
READ = 200
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class _Damage:
    offset: int  # of the damaged record, or of the last sound one before it
    at_start: bool  # nothing sound was read since reading started
    reason: str


class WarcSource:
    """Brings the pages of an archive, or of all archives in a folder, in the order of records.

    Of an archive whose records can be read again one by one a capture keeps the place alone; its
    bytes are handed on once, for reading. A damaged record is told with its offset and the next
    sound one is sought. Pictures, redirects, errors and requests are passed over in silence.
    """

    def __init__(self, place: str, wire: Wire) -> None:
        self._place, self._wire = place, wire

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield the pages; raises MissingSourceError, or EmptySourceError if there are none.

        A file that was read to its end and has not changed since is not read again; where a run
        was broken off, the next one goes on near that place.
        """
        empty = True
        for archive, path in self._archives():
            mark = archive.mark()
            known = self._wire.recall([f"warc:{path}"]).get(f"warc:{path}") if mark else None
            same = known is not None and known.etag == mark
            if same and known is not None and known.status == READ:
                empty = False
                continue
            start = known.position if same and known is not None else 0
            for number, item in enumerate(self._pages(archive, path, start), start=1):
                empty = False
                yield item
                if mark and number % EVERY == 0 and (rest := _rest(item)):
                    yield _visit(path, mark, IN_PART, rest)
            if mark:
                yield _visit(path, mark, READ)
        if empty:
            raise EmptySourceError(self._place, "a web archive with pages in it")

    def _archives(self) -> Iterator[tuple[Archive, str]]:
        if self._place.startswith(("http://", "https://")):
            yield RemoteArchive(self._place, self._wire.fetcher), self._place
            return
        path = Path(self._place)
        if not path.exists():
            raise missing(path, WANTED)
        paths = (
            sorted(each for each in path.rglob("*") if each.name.endswith(SUFFIXES))
            if path.is_dir()
            else [path]
        )
        if not paths:
            raise EmptySourceError(self._place, WANTED)
        # The whole path: a store is opened from other folders too.
        yield from ((LocalArchive(str(each)), str(each.resolve())) for each in paths)

    def _pages(self, archive: Archive, path: str, at: int) -> Iterator[Capture | Failed]:
        single = has_single_records(archive)
        start: int | None = at
        untold: _Damage | None = None
        while start is not None:
            damage = None
            for item in self._records(archive, path, start):
                if isinstance(item, Capture):
                    if untold is not None:
                        yield _told(untold, path)
                        untold = None
                    yield item if single else _kept(item)
                else:
                    damage = item
            # A record that breaks as soon as one starts at it is the one that broke before.
            if untold is not None and not (damage is not None and damage.at_start):
                yield _told(untold, path)
            untold = damage
            start = None if damage is None else next_record(archive, damage.offset + 1)
        if untold is not None:
            yield _told(untold, path)

    def _records(self, archive: Archive, path: str, start: int) -> Iterator[Capture | _Damage]:
        """Yield captures, each when it is known where its record ends, up to the first damage."""
        waiting: Capture | None = None
        offset, at_start, before, shared = start, True, -1, False
        # Several records in one packed part have its place; only the first can be read from there.
        with archive.open(start) as stored:
            try:
                for record in ArchiveIterator(stored, parse_http=False):
                    offset, at_start = start + record.stream_pos, record.stream_pos == 0
                    shared, before = offset == before, offset
                    if waiting is not None:
                        yield _ended(waiting, offset)
                        waiting = None
                    payload = payload_of(record, self._wire.settings.most_bytes)
                    if payload is not None and self._is_page(payload):
                        waiting = _capture(payload, path, offset)
                        waiting = _kept(waiting) if shared else waiting
            except FetchError:
                if waiting is not None:
                    yield waiting
                raise
            except DAMAGED as error:
                if waiting is not None:
                    yield waiting
                yield _Damage(offset, at_start, str(error))
                return
            if waiting is not None:
                yield waiting
        end = broken_off(archive, offset)
        if end is not None and (end > offset or before < 0 or shared):
            yield _Damage(end, at_start=False, reason="the file breaks off within it")

    def _is_page(self, payload: Payload) -> bool:
        since = self._wire.since
        kind = payload.media_type.partition(";")[0].strip().lower()
        return (
            200 <= payload.status < 300
            and payload.url.startswith(("http://", "https://"))
            and (kind in PAGE_TYPES or (not kind and payload.body.lstrip()[:1] == b"<"))
            and bool(payload.body)
            and (since is None or payload.at.date() >= since)
        )


def _rest(item: Capture | Failed) -> int:
    """Return where the record after a capture starts, 0 where that is not known."""
    place = item.place if isinstance(item, Capture) else None
    return place.offset + place.length if place and place.length else 0


def _visit(path: str, mark: str, status: int, position: int = 0) -> Visit:
    return Visit(
        url=f"warc:{path}",
        source=f"warc:{path}",
        at=datetime.now(UTC).replace(microsecond=0),
        status=status,
        etag=mark,
        position=position,
    )


def _told(damage: _Damage, path: str) -> Failed:
    name = f"{path}, offset {damage.offset}"
    return Failed.by(
        SourceError(f"{name}: a damaged record ({damage.reason}); passed over"), name, "source"
    )


def _capture(payload: Payload, path: str, offset: int) -> Capture:
    return make_capture(
        url=payload.url,
        body=payload.body,
        media_type=payload.media_type,
        fetched_at=payload.at,
        via=f"warc:{path}",
        place=WarcPlace(path=path, offset=offset, length=0),
    )


def _kept(capture: Capture) -> Capture:
    return replace(capture, place=None)


def _ended(capture: Capture, offset: int) -> Capture:
    if capture.place is None:
        return capture
    return replace(capture, place=replace(capture.place, length=offset - capture.place.offset))
