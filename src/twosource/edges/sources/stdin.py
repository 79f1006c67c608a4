"""Read what is piped in: records as JSON Lines, one page, or a list of addresses."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from io import BufferedReader
from typing import IO, BinaryIO

from twosource.edges.pieces import Pieces
from twosource.edges.sources.jsonl import read_records
from twosource.edges.sources.saved import CHUNK_BYTES, MOST_UNPACKED_BYTES, make_capture
from twosource.edges.sources.visiting import Lead, look_at
from twosource.edges.sources.wire import Wire
from twosource.errors import EmptySourceError, SourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.model.visited import Visit

NAME = "standard input"
WANTED = "records as JSON Lines, a page, or web addresses one a line"
WEB = (b"http://", b"https://")


class StdinSource:
    """Brings what is piped in; what it is shows in its first character.

    "{" starts records, "http" a list of addresses, all else is one page. It can be read once.
    """

    def __init__(self, place: str, wire: Wire, stream: IO[bytes] | None = None) -> None:
        self._wire = wire
        self._stream = stream

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield the captures; raises EmptySourceError where nothing is piped in."""
        piped = self._stream or sys.stdin.buffer
        stream = BufferedReader(Pieces(iter(partial(piped.read, CHUNK_BYTES), b"")))
        start = stream.peek(200).lstrip(b"\xef\xbb\xbf \t\r\n")
        now = datetime.now(UTC).replace(microsecond=0)
        if start.startswith(b"{"):
            yield from read_records(stream, NAME, now)
        elif start.lower().startswith(WEB):
            yield from self._addresses(stream)
        else:
            body = stream.read(MOST_UNPACKED_BYTES + 1)
            if not body.strip():
                raise EmptySourceError(NAME, WANTED)
            if len(body) > MOST_UNPACKED_BYTES:
                raise SourceError(f"{NAME}: more than {MOST_UNPACKED_BYTES:,} bytes; left out")
            yield make_capture(
                url="file:stdin", body=body, media_type="", fetched_at=now, via="stdin:"
            )

    def _addresses(self, lines: BinaryIO) -> Iterator[Capture | Failed | Visit]:
        for line in lines:
            url = line.decode("utf-8", "replace").strip()
            if url and self._wire.claim(url):
                known = self._wire.recall([url]).get(url)
                yield from look_at(Lead(url=url, once=True), "stdin:", known, self._wire)
