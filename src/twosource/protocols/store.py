"""What a store must do: keep every fact, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from twosource.model.claimed import InformantVerdict
from twosource.model.dossier import Revision
from twosource.model.identity import StoryId
from twosource.model.storyline import StorySketch
from twosource.protocols.gathered import Articles, Captures, Visits
from twosource.protocols.linked import Links, Stories, Storylines, Stream


class Revisions(Protocol):
    """What is published, and a person's word on it."""

    def add_revision(self, revision: Revision) -> None:
        """Publish a revision, in place of one of its number."""

    def revision(self, story: StoryId, number: int | None = None) -> Revision | None:
        """Return a revision, the newest by default; None where the story has none."""

    def issued(self, story: StoryId) -> int | None:
        """Return the number of a story's newest revision before the run, 0 for none.

        None where the run has not published one.
        """

    def end_issue(self) -> int:
        """Say that a run has published all; return of how many stories it published a revision."""

    def put_sketch(self, sketch: StorySketch) -> None:
        """Keep the sketch by which other dossiers know a published story."""

    def sketches(self) -> tuple[StorySketch, ...]:
        """Return the sketches of all published stories, sorted by story id."""

    def sketches_of(self, themes: Sequence[str], most: int) -> tuple[StorySketch, ...]:
        """Return the sketches of the newest stories of each theme, sorted by story id.

        At least `most` of each theme, if there are so many, and all of the day of the last.
        """

    def add_informant_verdict(self, verdict: InformantVerdict) -> None:
        """Keep a person's word on two informants of a claim, in place of an earlier one on both."""

    def informant_verdicts(self) -> tuple[InformantVerdict, ...]:
        """Return all of them, sorted."""


class Store(Captures, Visits, Articles, Links, Stream, Stories, Storylines, Revisions, Protocol):
    """Keeps the facts: captures, articles, keys, links, verdicts, stories and revisions.

    All writing happens inside `transaction()`: what was written stands whole or not at all.
    Readers see only finished transactions. Every method may raise StoreError's leaves.
    Lists come sorted by (published, id), undated first, where nothing else is said.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Open one unit of work; left by an exception it leaves no trace."""

    def close(self) -> None:
        """Let go of the store; calling it twice is fine."""

    def drop_computed(self) -> None:
        """Forget all that can be computed again: unjudged links, lineages, story membership."""

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many of each thing are held, for `twosource doctor`."""
