"""Read a list of feeds (OPML), from a file or from the web, and bring what each of them has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from twosource.edges.sources.feed import FeedSource
from twosource.edges.sources.markup import local_name, read_xml, unpacked
from twosource.edges.sources.saved import missing, read_saved
from twosource.edges.sources.wire import Wire
from twosource.errors import EmptySourceError, SourceError
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.model.visited import Visit

WANTED = "a list of feeds (OPML)"


class OpmlSource:
    """Brings what the feeds of a list have, one feed after the other."""

    def __init__(self, place: str, wire: Wire) -> None:
        self._place, self._wire = place, wire

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield the items of each feed in the list's order; a feed that fails is told and passed.

        Raises MissingSourceError, NotAFeedError or EmptySourceError for the list itself.
        """
        for address in self.feeds():
            try:
                yield from FeedSource(address.partition(":")[2], self._wire).captures()
            except SourceError as error:
                yield Failed.by(error, address, "source")

    def feeds(self) -> tuple[str, ...]:
        """Return the source addresses of the feeds in the list, each once, in its order."""
        root = read_xml(*self._read(), self._place, WANTED)
        urls = (
            outline.get(name, "").strip()
            for outline in root.iter()
            if local_name(outline) == "outline"
            for name in ("xmlUrl", "xmlurl", "xmlURL")
        )
        feeds = tuple(
            dict.fromkeys(
                f"feed:{url}" for url in urls if url.lower().startswith(("http://", "https://"))
            )
        )
        if not feeds:
            raise EmptySourceError(self._place, WANTED)
        return feeds

    def _read(self) -> tuple[bytes, str]:
        if self._place.startswith(("http://", "https://")):
            fetched = self._wire.fetcher.fetch(self._place)
            return unpacked(fetched.body, self._place), fetched.media_type
        path = Path(self._place)
        if not path.is_file():
            raise missing(path, WANTED)
        return read_saved(path), ""
