"""What a source may use beside its own address: the fetcher, and what is remembered of the web."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from twosource.edges.fetch.fetched import Fetches, KnownRules
from twosource.model.visited import Visit
from twosource.settings import FetchSettings

Recall = Callable[[Sequence[str]], Mapping[str, Visit]]
Due = Callable[[str, datetime], Sequence[Visit]]


def nothing_remembered(urls: Sequence[str]) -> Mapping[str, Visit]:
    """Return what a reader without a store remembers."""
    return {}


def nothing_due(source: str, now: datetime) -> Sequence[Visit]:
    """Return what a reader without a store has to look at again."""
    return ()


class Wire:
    """One run's way to the world, shared by all its sources; close it, or use it in a `with`.

    `recall` and `due` ask the store; they are called from the threads that fetch. `since` is the
    first day that is wanted at all: what is surely older need not be fetched. `watching` says
    that a folder brings only what is new or changed since the last time. `rules` outlive the run.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        recall: Recall = nothing_remembered,
        due: Due = nothing_due,
        since: date | None = None,
        watching: bool = False,
        rules: KnownRules | None = None,
        fetcher: Fetches | None = None,
    ) -> None:
        self.settings = settings or FetchSettings()
        self.recall, self.due, self.since = recall, due, since
        self.watching, self._rules = watching, rules
        self._fetcher = fetcher
        self._claimed: set[str] = set()
        self._lock = threading.Lock()

    @property
    def fetcher(self) -> Fetches:
        """The one fetcher of the run: what keeps every host's pace."""
        with self._lock:
            if self._fetcher is None:
                # Loaded when first asked for: reading a folder needs no HTTP library.
                from twosource.edges.fetch.fetcher import Fetcher

                self._fetcher = Fetcher(self.settings, rules=self._rules, held=self._held)
            return self._fetcher

    def claim(self, url: str) -> bool:
        """Say whether this is the first source of the run that wants to fetch an address."""
        with self._lock:
            first = url not in self._claimed
            self._claimed.add(url)
            return first

    def pauses(self) -> tuple[Visit, ...]:
        """Return, for each host that wants to be left alone for now, until when: to be kept.

        The next run starts from there, in whichever process.
        """
        with self._lock:
            waits = self._fetcher.waits() if self._fetcher is not None else {}
        now = datetime.now(UTC)
        return tuple(
            Visit(
                url=f"host:{host}",
                source="",
                at=now,
                status=0,
                due_at=now + timedelta(seconds=seconds),
            )
            for host, seconds in waits.items()
        )

    def _held(self, host: str) -> float:
        known = self.recall([f"host:{host}"]).get(f"host:{host}")
        until = known.due_at if known else None
        return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until else 0.0

    def close(self) -> None:
        """Close all connections; calling it twice is fine."""
        with self._lock:
            if self._fetcher is not None:
                self._fetcher.close()
            self._fetcher = None

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
