"""Read single records of a web archive (WARC) where they lie, in a file or on a server."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, Protocol, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from twosource.edges.fetch.fetched import Fetches
from twosource.edges.fetch.fetcher import Fetcher
from twosource.edges.pieces import Pieces
from twosource.errors import SourceError
from twosource.model.acquired import WarcPlace
from twosource.settings import FetchSettings

RECORD_START = re.compile(rb"WARC/1\.[01]\r\n")
BLOCK_BYTES = 1 << 20
# What fastwarc raises for a record that is damaged in whatever way.
DAMAGED = (OSError, EOFError, ValueError, RuntimeError, OverflowError, AttributeError)


class Archive(Protocol):
    """The stored bytes of one archive."""

    def open(self, offset: int) -> BinaryIO:
        """Open the bytes from an offset on."""

    def mark(self) -> str:
        """Return by what it is known to be as it was; "" where its server tells nothing."""


@dataclass(frozen=True, slots=True)
class LocalArchive:
    """An archive in a file."""

    path: str

    def open(self, offset: int) -> BinaryIO:
        """Open the file at an offset."""
        file = open(self.path, "rb", buffering=BLOCK_BYTES)  # noqa: SIM115 - the caller closes it
        file.seek(offset)
        return file

    def mark(self) -> str:
        """Return when the file was last written, and its size."""
        stamp = os.stat(self.path)
        return f"{stamp.st_mtime_ns}-{stamp.st_size}"


@dataclass(frozen=True, slots=True)
class RemoteArchive:
    """An archive on a web server, read in pieces as they come."""

    url: str
    fetcher: Fetches

    def open(self, offset: int) -> BinaryIO:
        """Ask the server for the bytes from an offset on."""
        # Unbuffered: what came before a connection broke for good is still handed out.
        return cast(BinaryIO, Pieces(self.fetcher.pieces(self.url, offset), offset))

    def mark(self) -> str:
        """Return what its server knows the file by."""
        return self.fetcher.stamp(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What a record says was captured."""

    url: str
    status: int  # of HTTP; 200 for a resource, which has none
    media_type: str
    body: bytes  # chunks joined, unpacked
    at: datetime  # UTC


def payload_of(record: WarcRecord, most_bytes: int) -> Payload | None:
    """Return what a response or resource record holds, None for other records.

    Raises one of DAMAGED where the record is broken, breaks off, or is too large to be a page.
    """
    kind = record.record_type
    if kind not in (WarcRecordType.response, WarcRecordType.resource):
        return None
    if record.content_length > most_bytes:
        raise ValueError(f"it says it has {record.content_length:,} bytes")
    stored = record.reader.read()
    if len(stored) < record.content_length:
        raise ValueError(f"it breaks off after {len(stored):,} of {record.content_length:,} bytes")
    if RECORD_START.search(stored):
        raise ValueError("it runs into the next record")
    record.set_bytes_content(stored)
    status, media_type = 200, record.headers.get("Content-Type") or ""
    if kind == WarcRecordType.response:
        if not record.is_http:
            return None
        record.parse_http(auto_decode="all", quirks_mode=True)
        status = record.http_headers.status_code or 0
        media_type = record.http_headers.get("Content-Type") or ""
    body = record.reader.read(most_bytes + 1)
    if len(body) > most_bytes:
        raise ValueError(f"it unpacks to more than {most_bytes:,} bytes")
    return Payload(
        url=(record.headers.get("WARC-Target-URI") or "").strip("<> "),
        status=status,
        media_type=media_type,
        body=body,
        at=record.record_date.astimezone(UTC).replace(microsecond=0),
    )


def read_in_place(place: WarcPlace, settings: FetchSettings | None = None) -> bytes:
    """Return the bytes of a capture that were left in an archive.

    Raises SourceError where the archive is gone or its record is no longer the same kind of thing.
    """
    limits = settings or FetchSettings()
    try:
        with _archive_at(place, limits) as archive, archive.open(place.offset) as stored:
            for record in ArchiveIterator(stored, parse_http=False):
                payload = payload_of(record, limits.most_bytes)
                if payload is not None:
                    return payload.body
                break
    except DAMAGED as error:
        raise SourceError(f"{place.path}, offset {place.offset}: {error}") from error
    raise SourceError(f"{place.path}, offset {place.offset}: there is no captured page here now")


@contextmanager
def _archive_at(place: WarcPlace, settings: FetchSettings) -> Iterator[Archive]:
    if place.path.startswith(("http://", "https://")):
        with Fetcher(settings) as fetcher:
            yield RemoteArchive(place.path, fetcher)
    else:
        yield LocalArchive(place.path)
