"""Find where in a web archive its records start, and whether each can be read by itself."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

import zstandard

from twosource.edges.archives import BLOCK_BYTES, RECORD_START, Archive
from twosource.errors import FetchError

MAGIC = b"WARC/"
GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
STARTS = re.compile(RECORD_START.pattern + b"|" + re.escape(GZIP))


def has_single_records(archive: Archive) -> bool:
    """Say whether records can be read one by one: stored plainly, or each packed by itself.

    The first packed part tells: it holds one record, or more. Of one that was packed as a whole
    the second record could only be had by unpacking all that stands before it.
    """
    with archive.open(0) as stored:
        start = _first(stored, BLOCK_BYTES)
    if start.startswith(MAGIC):
        return True
    try:
        if start.startswith(GZIP):
            first = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, 4 * BLOCK_BYTES)
        elif start.startswith(ZSTD):
            first = _first_frame(start)
        else:
            return False
    except (zlib.error, zstandard.ZstdError):
        return True  # damaged; what follows will show
    head, blank, rest = first.partition(b"\r\n\r\n")
    length = next(
        (
            line.partition(b":")[2].strip()
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        b"",
    )
    return bool(blank) and length.isdigit() and len(rest) <= int(length) + len(b"\r\n\r\n")


def broken_off(archive: Archive, offset: int) -> int | None:
    """Return where the last packed part of a file starts if the file ends within it, else None.

    Looked at is what lies from an offset on, that of the last record: reading ends there in
    silence, as if nothing followed. A server that gives no stretches would send all again: it is
    not asked.
    """
    if not archive.mark():
        return None
    start, unpacking = offset, None
    with archive.open(offset) as stored, suppress(zlib.error):
        data = stored.read(BLOCK_BYTES)
        while data:
            if unpacking is None:
                if not data.startswith(GZIP[: len(data)]):
                    break
                unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
            unpacking.decompress(data, BLOCK_BYTES)
            data = unpacking.unconsumed_tail
            if unpacking.eof:
                data = unpacking.unused_data
                start, unpacking = stored.tell() - len(data), None
            data = data or stored.read(BLOCK_BYTES)
    return None if unpacking is None else start


def _first(stored: BinaryIO, count: int) -> bytes:
    """Return the first bytes of a stream that may give them in small pieces, or break off."""
    start = b""
    with suppress(OSError, FetchError):
        while len(start) < count and (piece := stored.read(count - len(start))):
            start += piece
    return start


def _first_frame(start: bytes) -> bytes:
    """Return what the first zstd frame unpacks to, as far as a record's head needs it."""
    unpacking, plain = zstandard.ZstdDecompressor().decompressobj(), b""
    for place in range(0, len(start), 1024):
        if unpacking.eof or len(plain) > 4 * BLOCK_BYTES:
            break
        plain += unpacking.decompress(start[place : place + 1024])
    return plain


def next_record(archive: Archive, offset: int) -> int | None:
    """Return where the next record seems to start at `offset` or after it; None at the end."""
    with archive.open(offset) as stored:
        window, start = b"", offset
        while True:
            block = stored.read(BLOCK_BYTES)
            window += block
            for place in _starts(window, at_end=not block):
                return start + place
            if not block:
                return None
            # A start may lie across the border of two blocks.
            kept = window[-64:]
            start, window = start + len(window) - len(kept), kept


def _starts(window: bytes, *, at_end: bool) -> Iterator[int]:
    """Yield where in a stretch of an archive a record starts, plain or packed."""
    limit = len(window) if at_end else len(window) - 32
    for place in (match.start() for match in STARTS.finditer(window)):
        if place >= limit:
            return
        if window.startswith(MAGIC, place):
            yield place
        else:
            try:
                start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(
                    window[place : place + 4096], len(MAGIC)
                )
            except zlib.error:
                continue
            if start == MAGIC:
                yield place
