"""Read articles from JSON Lines: one record a line, packed or not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import zstandard

from twosource.canonical import digest_of_bytes
from twosource.edges.sources.saved import changed_at, make_capture, missing, opened, unpacking
from twosource.edges.sources.wire import Wire
from twosource.errors import BrokenRecordError, EmptySourceError, FetchError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.text.record import NAMES, RECORD_TYPE, field_of, record_in

MOST_LINE_BYTES = 50_000_000  # a longer line is a mistake, not a record
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class JsonLinesSource:
    """Brings the records {id?, url?, headline?, text | html, published?, outlet?, language?}.

    The fields may have other names that are usual: `twosource.text.record`. A record without an
    address is known by its id ("record:…"), or else by its digest.
    """

    def __init__(self, place: str, wire: Wire) -> None:
        self._place, self._wire = place, wire

    def captures(self) -> Iterator[Capture | Failed]:
        """Yield a capture a record; a broken line is yielded as Failed with its number."""
        if self._place.startswith(("http://", "https://")):
            yield from self._remote()
            return
        path = Path(self._place)
        if not path.is_file():
            raise missing(path, "a JSON Lines file (.jsonl, also .gz, .zst)")
        with opened(path) as file:
            yield from read_records(file, self._place, changed_at(path))

    def _remote(self) -> Iterator[Capture | Failed]:
        # The reader of archives loads the HTTP library, which files on disk do not need.
        from twosource.edges.archives import RemoteArchive

        now = datetime.now(UTC).replace(microsecond=0)
        with RemoteArchive(self._place, self._wire.fetcher).open(0) as packed:
            file = unpacking(packed, urlsplit(self._place).path)
            yield from read_records(file, self._place, now)


def read_records(file: BinaryIO, name: str, fetched_at: datetime) -> Iterator[Capture | Failed]:
    """Yield a capture for every record of an open file; raises EmptySourceError if it has none."""
    records = _Records(name, fetched_at)
    empty = True
    for number, line in _lines(file):
        empty = False
        yield records.read(number, line)
    if empty:
        raise EmptySourceError(name, "one JSON object a line")


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | Exception]]:
    number = 0
    while True:
        number += 1
        try:
            line = _next_line(file)
        except FetchError as error:
            if number == 1:
                raise
            yield number, error
            return
        except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
            yield number, error  # a packed file cut short: what came before is kept
            return
        if not line:
            return
        if line := line.removeprefix(BYTE_ORDER_MARK).strip():
            yield number, line


class _Records:
    """Makes captures of the lines of one file."""

    def __init__(self, name: str, fetched_at: datetime) -> None:
        self._name, self._fetched_at = name, fetched_at

    def read(self, number: int, line: bytes | Exception) -> Capture | Failed:
        """Return the capture of a line, or why it gives none."""
        try:
            if isinstance(line, Exception):
                found = "cannot be read" if number == 1 else "the file breaks off"
                raise BrokenRecordError(self._name, number, f"{found}: {line}")
            record = self._checked(number, line)
        except BrokenRecordError as error:
            return Failed.by(error, f"{self._name}, line {number}", "source")
        name = field_of(record, "id") or digest_of_bytes(line)
        return make_capture(
            url=field_of(record, "url") or f"record:{name}",
            body=line,
            media_type=RECORD_TYPE,
            fetched_at=self._fetched_at,
            via=f"jsonl:{self._name}#{number}",
        )

    def _checked(self, number: int, line: bytes) -> dict[str, object]:
        address = self._name
        if len(line) > MOST_LINE_BYTES:
            raise BrokenRecordError(address, number, f"longer than {MOST_LINE_BYTES:,} bytes")
        try:
            record = record_in(line)
        except RecursionError as error:
            raise BrokenRecordError(address, number, "nested too deep to be a record") from error
        except ValueError as error:
            utf_8 = "; the file is no UTF-8, save it as that" if not _is_utf_8(line) else ""
            found = f"no JSON ({error}); wanted one object a line{utf_8}"
            raise BrokenRecordError(address, number, found) from error
        if not isinstance(record, dict):
            raise BrokenRecordError(address, number, "no JSON object; wanted one a line")
        if not any(isinstance(record.get(name), str) for name in (*NAMES["text"], *NAMES["html"])):
            raise BrokenRecordError(address, number, 'has no "text" and no "html"')
        return record


def _is_utf_8(line: bytes) -> bool:
    try:
        return "\0" not in line.decode()  # of UTF-16 every second byte is none
    except UnicodeDecodeError:
        return False


def _next_line(file: BinaryIO) -> bytes:
    line = file.readline(MOST_LINE_BYTES + 2)
    while len(line) > MOST_LINE_BYTES and not line.endswith(b"\n"):
        # Too long to be a record: run to its end without keeping it.
        rest = file.readline(MOST_LINE_BYTES)
        if not rest:
            break
        line = line[: MOST_LINE_BYTES + 1] + rest[-1:]
    return line
