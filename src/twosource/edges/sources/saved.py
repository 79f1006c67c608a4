"""Make captures of files on disk, unpacked where they are packed."""

from __future__ import annotations

import io
import mimetypes
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import zstandard

from twosource.canonical import digest, digest_of_bytes
from twosource.edges.pieces import Pieces
from twosource.errors import MissingSourceError, SourceError
from twosource.model.acquired import Capture, Told, WarcPlace
from twosource.model.identity import CaptureId

MOST_UNPACKED_BYTES = 200_000_000  # of one saved page; a packed bomb ends here
CHUNK_BYTES = 1 << 10  # a bomb of zstd grows ten thousandfold, so it is fed in small bites
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
        yield unpacking(packed, path.name)


def unpacking(packed: BinaryIO, name: str) -> BinaryIO:
    """Return a stream unpacked if its name ends in .gz or .zst."""
    for ending, part in PACKINGS.items():
        if name.endswith(ending):
            return io.BufferedReader(Pieces(_unpacked(packed, part)))
    return packed


# What unpacks one part of a stream, by the ending of its name: a gzip member, a zstd frame.
PACKINGS: dict[str, Callable[[], Any]] = {
    ".gz": lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
    ".zst": lambda: zstandard.ZstdDecompressor().decompressobj(),
}


def _unpacked(packed: BinaryIO, start: Callable[[], Any]) -> Iterator[bytes]:
    """Yield what a packed stream holds; raises EOFError where its last part is cut short.

    Unlike the libraries' own readers this hands out all that came before a damage.
    """
    part = None
    data = packed.read(CHUNK_BYTES)
    while data:
        part = part or start()
        yield part.decompress(data)
        data = b""
        if part.eof:
            data, part = part.unused_data, None
        data = data or packed.read(CHUNK_BYTES)
        if part is None and not data.strip(b"\0"):
            return  # the last part was padded
    if part is not None:
        raise EOFError("the packed data ends before its end mark")


def read_saved(path: Path, most_bytes: int = MOST_UNPACKED_BYTES) -> bytes:
    """Return the bytes of a saved page; raises SourceError where it cannot be read."""
    try:
        with opened(path) as file:
            body = file.read(most_bytes + 1)
    except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
        found = f"{shown(path)}: cannot be read ({error})"
        raise SourceError(f"{found}; wanted a saved page") from error
    if len(body) > most_bytes:
        raise SourceError(f"{shown(path)}: unpacks to more than {most_bytes:,} bytes; left out")
    return body


def missing(path: Path, wanted: str) -> MissingSourceError:
    """Return the error of a path at which what is wanted does not lie: it says what does."""
    found = "a folder" if path.is_dir() else "a file" if path.is_file() else "not there"
    return MissingSourceError(shown(path), wanted, found)


def media_type_of(path: Path) -> str:
    """Return the media type that a file's name tells, "" where it tells none."""
    plain = path.with_suffix("") if path.suffix in {".gz", ".zst"} else path
    return PAGE_TYPES.get(plain.suffix.lower()) or mimetypes.guess_type(plain.name)[0] or ""


def shown(path: Path) -> str:
    """Return a path as text that can be kept: bytes of a name that are no UTF-8 stand as \\xe9."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def changed_at(path: Path) -> datetime:
    """Return when a file was last written: the nearest there is to when it was fetched."""
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


def make_capture(
    *,
    url: str,
    body: bytes,
    media_type: str,
    fetched_at: datetime,
    via: str,
    place: WarcPlace | None = None,
    told: tuple[tuple[Told, str], ...] = (),
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
        place=place,
        told=told,
    )
