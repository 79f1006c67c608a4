"""Read articles from JSON Lines: one record a line, packed or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec
import zstandard

from twosource.canonical import digest_of_bytes
from twosource.edges.sources.folder import failed
from twosource.edges.sources.saved import changed_at, make_capture, opened
from twosource.errors import BrokenRecordError, EmptySourceError, MissingSourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed

RECORD_TYPE = "application/x-twosource-record+json"
MOST_LINE_BYTES = 50_000_000  # a longer line is a mistake, not a record
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class JsonLinesSource:
    """Brings the records {id?, url?, headline?, text | html, published?, outlet?, language?}.

    A record without an address is known by its id ("record:…"), or else by its digest.
    """

    def __init__(self, place: str) -> None:
        self._path = Path(place)

    def captures(self) -> Iterator[Capture | Failed]:
        """Yield a capture a record; a broken line is yielded as Failed with its number."""
        if not self._path.is_file():
            raise MissingSourceError(str(self._path), "a JSON Lines file (.jsonl, also .gz, .zst)")
        fetched_at = changed_at(self._path)
        empty = True
        for number, line in self._lines():
            empty = False
            yield self._record(number, line, fetched_at)
        if empty:
            raise EmptySourceError(str(self._path), "one JSON object a line")

    def _lines(self) -> Iterator[tuple[int, bytes | Exception]]:
        with opened(self._path) as file:
            number = 0
            while True:
                number += 1
                try:
                    line = _next_line(file)
                except (OSError, EOFError, zstandard.ZstdError) as error:
                    yield number, error  # a packed file cut short: what came before is kept
                    return
                if not line:
                    return
                if line := line.removeprefix(BYTE_ORDER_MARK).strip():
                    yield number, line

    def _record(
        self, number: int, line: bytes | Exception, fetched_at: datetime
    ) -> Capture | Failed:
        try:
            if isinstance(line, Exception):
                raise BrokenRecordError(str(self._path), number, f"the file breaks off: {line}")
            record = self._checked(number, line)
        except BrokenRecordError as error:
            return failed(f"{self._path}, line {number}", error)
        name = record.get("id")
        return make_capture(
            url=str(record.get("url") or f"record:{name or digest_of_bytes(line)}"),
            body=line,
            media_type=RECORD_TYPE,
            fetched_at=fetched_at,
            via=f"jsonl:{self._path}#{number}",
        )

    def _checked(self, number: int, line: bytes) -> dict[str, object]:
        address = str(self._path)
        if len(line) > MOST_LINE_BYTES:
            raise BrokenRecordError(address, number, f"longer than {MOST_LINE_BYTES:,} bytes")
        try:
            record = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise BrokenRecordError(address, number, f"is no JSON: {error}") from error
        if not isinstance(record, dict):
            raise BrokenRecordError(address, number, "is no JSON object")
        if not any(isinstance(record.get(key), str) for key in ("text", "html")):
            raise BrokenRecordError(address, number, 'has no "text" and no "html"')
        return record


def _next_line(file: BinaryIO) -> bytes:
    line = file.readline(MOST_LINE_BYTES + 2)
    while len(line) > MOST_LINE_BYTES and not line.endswith(b"\n"):
        # Too long to be a record: run to its end without keeping it.
        rest = file.readline(MOST_LINE_BYTES)
        if not rest:
            break
        line = line[: MOST_LINE_BYTES + 1] + rest[-1:]
    return line
