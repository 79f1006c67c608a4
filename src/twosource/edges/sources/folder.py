"""Read a folder of saved pages, with their addresses where a list of them lies beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from twosource.edges.sources.saved import (
    changed_at,
    make_capture,
    media_type_of,
    missing,
    read_saved,
    shown,
)
from twosource.edges.sources.saved_feed import parts_of
from twosource.edges.sources.wire import Wire
from twosource.errors import BrokenRecordError, EmptySourceError, SourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.model.visited import Visit

LIST_NAME = "captures.jsonl"


class Listed(msgspec.Struct, frozen=True):
    """One line of `captures.jsonl`: a file of the folder and where it came from."""

    file: str
    url: str
    fetched_at: datetime
    media_type: str = ""


class FolderSource:
    """Brings every file of a folder and its subfolders, sorted by path.

    A folder with a `captures.jsonl` in it gives exactly the files listed there, each with its
    address and the time it was fetched; else a file's address is its path in the folder and the
    time is when it was last written. Hidden files are passed over.
    """

    def __init__(self, place: str, wire: Wire) -> None:
        self._root, self._wire = Path(place), wire

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield the pages; raises MissingSourceError or EmptySourceError.

        In a folder that is watched, files that are as they were are not read again.
        """
        if not self._root.is_dir():
            raise missing(self._root, "a folder of saved pages")
        if (self._root / LIST_NAME).is_file():
            yield from self._listed()
            return
        paths = sorted(path for path in self._root.rglob("*") if self._is_page(path))
        if not paths:
            raise EmptySourceError(str(self._root), "saved pages (.html, .txt, also .gz)")
        if self._wire.watching:
            yield from self._changed(paths)
        else:
            for path in paths:
                yield from self._read(path, None)

    def _changed(self, paths: list[Path]) -> Iterator[Capture | Failed | Visit]:
        marks = {f"file:{shown(path.resolve())}": path for path in paths}
        known = self._wire.recall(list(marks))
        for url, path in marks.items():
            try:
                stamp = path.stat()
            except OSError:
                continue  # gone since the folder was listed
            mark = f"{stamp.st_mtime_ns}-{stamp.st_size}"
            before = known.get(url)
            if before is None or before.etag != mark:
                yield from self._read(path, None)
                now = datetime.now(UTC).replace(microsecond=0)
                source = f"folder:{self._root}"
                looks = before.looks + 1 if before else 1
                yield Visit(url=url, source=source, at=now, status=200, etag=mark, looks=looks)

    def _is_page(self, path: Path) -> bool:
        inside = path.relative_to(self._root)
        return path.is_file() and not any(part.startswith(".") for part in inside.parts)

    def _listed(self) -> Iterator[Capture | Failed | Visit]:
        list_path = self._root / LIST_NAME
        for number, line in enumerate(list_path.read_bytes().splitlines(), start=1):
            try:
                listed = msgspec.json.decode(line, type=Listed)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                broken = BrokenRecordError(str(list_path), number, str(error))
                yield Failed.by(broken, f"{list_path}, line {number}", "source")
                continue
            path = (self._root / listed.file).resolve()
            if not path.is_relative_to(self._root.resolve()):
                outside = SourceError(f"{listed.file}: lies outside of {self._root}; left out")
                yield Failed.by(outside, f"{list_path}, line {number}", "source")
            else:
                yield from self._read(path, listed)

    def _read(self, path: Path, listed: Listed | None) -> Iterator[Capture | Failed]:
        try:
            saved = make_capture(
                url=listed.url if listed else f"file:{shown(path.relative_to(self._root))}",
                body=read_saved(path),
                media_type=(listed.media_type if listed else "") or media_type_of(path),
                fetched_at=listed.fetched_at if listed else changed_at(path),
                via=f"page:{shown(path)}",
            )
        except SourceError as error:
            yield Failed.by(error, shown(path), "source")
        else:
            yield from parts_of(saved)
