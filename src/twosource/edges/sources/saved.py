"""Make captures of files on disk, unpacked where they are packed."""

from __future__ import annotations

import gzip
import io
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import zstandard

from twosource.canonical import digest, digest_of_bytes
from twosource.errors import SourceError
from twosource.model.acquired import Capture
from twosource.model.identity import CaptureId

MOST_UNPACKED_BYTES = 200_000_000  # of one saved page; a packed bomb ends here
PAGE_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
}


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading, unpacked if its name ends in .gz or .zst."""
    with path.open("rb") as packed:
        if path.suffix == ".gz":
            with gzip.open(packed) as plain:
                yield io.BufferedReader(plain)
        elif path.suffix == ".zst":
            with zstandard.ZstdDecompressor().stream_reader(packed) as plain:
                yield io.BufferedReader(plain)
        else:
            yield packed


def read_saved(path: Path) -> bytes:
    """Return the bytes of a saved page; raises SourceError where it cannot be read."""
    try:
        with opened(path) as file:
            body = file.read(MOST_UNPACKED_BYTES + 1)
    except (OSError, EOFError, zstandard.ZstdError) as error:
        raise SourceError(f"{path}: cannot be read ({error}); wanted a saved page") from error
    if len(body) > MOST_UNPACKED_BYTES:
        raise SourceError(f"{path}: unpacks to more than {MOST_UNPACKED_BYTES:,} bytes; left out")
    return body


def media_type_of(path: Path) -> str:
    """Return the media type that a file's name tells, "" where it tells none."""
    plain = path.with_suffix("") if path.suffix in {".gz", ".zst"} else path
    return PAGE_TYPES.get(plain.suffix.lower()) or mimetypes.guess_type(plain.name)[0] or ""


def changed_at(path: Path) -> datetime:
    """Return when a file was last written: the nearest there is to when it was fetched."""
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


def make_capture(
    *, url: str, body: bytes, media_type: str, fetched_at: datetime, via: str
) -> Capture:
    """Return a capture whose id is that of address and bytes: the same page twice is one."""
    body_digest = digest_of_bytes(body)
    return Capture(
        id=CaptureId(digest((url, body_digest))),
        url=url,
        media_type=media_type,
        body=body,
        body_digest=body_digest,
        fetched_at=fetched_at,
        via=via,
    )
