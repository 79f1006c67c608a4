"""Read one saved page from a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from twosource.edges.sources.saved import changed_at, make_capture, media_type_of, read_saved
from twosource.errors import MissingSourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed


class PageSource:
    """Brings one file: HTML, or a page saved as text."""

    def __init__(self, place: str) -> None:
        self._path = Path(place)

    def captures(self) -> Iterator[Capture | Failed]:
        """Yield the one page; raises MissingSourceError or SourceError."""
        if not self._path.is_file():
            raise MissingSourceError(str(self._path), "a saved page, a folder or a JSON Lines file")
        yield make_capture(
            url=f"file:{self._path.name}",
            body=read_saved(self._path),
            media_type=media_type_of(self._path),
            fetched_at=changed_at(self._path),
            via=f"page:{self._path}",
        )
