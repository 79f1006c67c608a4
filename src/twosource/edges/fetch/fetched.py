"""What fetching gives, and what a source may ask of a fetcher: light, for all who only name it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from twosource.model.visited import Visit

DAY_SECONDS = 86400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered."""

    url: str  # that was asked
    final_url: str  # that answered, after redirects
    moved_to: str  # where permanent redirects lead from `url`, "" where there are none
    status: int  # 200, or 304 for "as you know it"
    media_type: str
    body: bytes  # unpacked; empty with 304
    etag: str
    last_modified: str
    fetched_at: datetime  # UTC
    fresh_seconds: float = 0.0  # for which the server says that nothing will be new


class KnownRules:
    """What the robots.txt of sites said, for whoever outlives single runs: `watch` does.

    Nothing older than a day is handed out (RFC 9309, 2.4). Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[float, str]] = {}

    def put(self, site: str, text: str) -> None:
        """Keep what a site's robots.txt says now."""
        self._texts[site] = (time.monotonic(), text)

    def get(self, site: str) -> str | None:
        """Return what a site's robots.txt said, None where that is not known or too old."""
        read_at, text = self._texts.get(site, (0.0, None))
        return text if text is not None and time.monotonic() - read_at < DAY_SECONDS else None


class Fetches(Protocol):
    """Asks addresses of the web; every method raises FetchError's leaves and nothing else."""

    def fetch(self, url: str, known: Visit | None = None) -> Fetched:
        """Return what an address answers; a 304 where it is as it was at the `known` visit."""

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's site names."""

    def pieces(self, url: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the stored bytes of a large file from `start` on, up to and without `end`."""

    def stamp(self, url: str) -> str:
        """Return by what a large file is known to be as it was, "" where that is not told."""

    def waits(self) -> Mapping[str, float]:
        """Return for how many seconds each host that was asked still wants no request."""

    def close(self) -> None:
        """Close all connections; calling it twice is fine."""
