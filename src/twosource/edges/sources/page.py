"""Read one page: a saved one from a file, or one from the web; or the entries of a saved feed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from twosource.edges.sources.saved import (
    changed_at,
    make_capture,
    media_type_of,
    missing,
    read_saved,
    shown,
)
from twosource.edges.sources.saved_feed import parts_of
from twosource.edges.sources.visiting import Lead, look_at
from twosource.edges.sources.wire import Wire
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.model.visited import Visit

WEB = ("http://", "https://")


class PageSource:
    """Brings a saved page (HTML, text), a saved feed's entries, or a page of the web, politely."""

    def __init__(self, place: str, wire: Wire) -> None:
        self._place, self._wire = place, wire

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield the page; raises MissingSourceError or SourceError for a file."""
        if self._place.lower().startswith(WEB):
            known = self._wire.recall([self._place]).get(self._place)
            yield from look_at(
                Lead(url=self._place, once=True), f"page:{self._place}", known, self._wire
            )
            return
        path = Path(self._place)
        if not path.is_file():
            raise missing(path, "a saved page, a folder or a JSON Lines file")
        yield from parts_of(
            make_capture(
                url=f"file:{shown(Path(path.name))}",
                body=read_saved(path),
                media_type=media_type_of(path),
                fetched_at=changed_at(path),
                via=f"page:{shown(path)}",
            )
        )
