"""What a store must keep of the web: pages, what went wrong with them, and where to look again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from twosource.model.acquired import Capture
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, CaptureId
from twosource.model.outcome import Failed
from twosource.model.visited import SourceState, Visit


class Captures(Protocol):
    """Pages as they came, and failures."""

    def add_capture(self, capture: Capture) -> None:
        """Keep a capture; one that is held already is left as it is.

        Of a capture with a place only the place is kept: its bytes stay in the archive.
        """

    def capture(self, capture: CaptureId) -> Capture:
        """Return a capture; raises NotHeldError."""

    def capture_ids(self) -> tuple[CaptureId, ...]:
        """Return the ids of all captures, sorted."""

    def holds_captures(self, captures: Sequence[CaptureId]) -> frozenset[CaptureId]:
        """Return which of these captures are held."""

    def add_failure(self, failed: Failed) -> None:
        """Keep a failure; a later one of the same item and stage replaces it."""

    def clear_failure(self, item: str) -> None:
        """Forget the failures of an item that has since succeeded."""

    def failures(self) -> tuple[Failed, ...]:
        """Return all failures, sorted by item."""


class Visits(Protocol):
    """Sources, and how each address was found."""

    def put_visit(self, visit: Visit) -> None:
        """Remember how an address was found, in place of what was remembered before."""

    def visits(self, urls: Sequence[str]) -> dict[str, Visit]:
        """Return what is remembered of these addresses, by address."""

    def visits_due(self, source: str, now: datetime) -> tuple[Visit, ...]:
        """Return the visits of a source that are to be repeated by now, the longest due first."""

    def put_source(self, state: SourceState) -> None:
        """Keep a source, in place of what was kept under its address."""

    def drop_source(self, address: str) -> bool:
        """Look at a source no more; False where it was not kept. What it brought stays."""

    def sources(self) -> tuple[SourceState, ...]:
        """Return all sources that are looked at again and again, sorted by address."""


class Articles(Protocol):
    """Articles with their marks."""

    def add_article(self, annotated: Annotated) -> bool:
        """Keep an article; False when it is held already and nothing was done."""

    def put_article(self, annotated: Annotated) -> None:
        """Keep an article in place of what is held under its id, if anything."""

    def keep_only_articles(self, articles: Sequence[ArticleId]) -> None:
        """Forget every other article; revisions that cite it stay readable."""

    def annotated(self, articles: Sequence[ArticleId]) -> tuple[Annotated, ...]:
        """Return articles in the order asked for; raises NotHeldError for one that is not held."""

    def article_ids(self) -> tuple[ArticleId, ...]:
        """Return the ids of all articles."""

    def find_articles(self, words: str) -> tuple[ArticleId, ...]:
        """Return articles named by an id, the start of one (8 digits at least), or an address."""

    def search(self, words: str, most: int) -> tuple[ArticleId, ...]:
        """Return the articles that hold most of these words, best first (full-text search)."""
