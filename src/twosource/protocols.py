"""The six doors: what a source, language, engine, store, summarizer and export must do.

A language is a value (`twosource.languages.language.Language`) and an export is a value
(`Export` below); the other four are Protocols. Parts are opened by name through
`twosource.catalogue.Door`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from twosource.model.acquired import Capture
from twosource.model.annotated import Annotated
from twosource.model.claimed import InformantVerdict
from twosource.model.dossier import Dossier, Revision
from twosource.model.identity import ArticleId, CaptureId, StoryId
from twosource.model.linked import Keyed, Lineage, Link, LinkKind, Story, StoryChange
from twosource.model.material import Draft, StoryMaterial
from twosource.model.outcome import Failed
from twosource.model.storyline import StoryProfile, StorySketch, StoryTie
from twosource.model.visited import SourceState, Visit

T = TypeVar("T")
R = TypeVar("R")


class Source(Protocol):
    """Brings captures from one address."""

    def captures(self) -> Iterator[Capture | Failed | Visit]:
        """Yield what the address holds, in an order that is the same every time.

        A broken item is yielded as Failed and the next one follows. Raises MissingSourceError or
        EmptySourceError before the first item when there is nothing to read. A Visit says what to
        remember of an address until the next run; it follows the captures that came from there,
        and is kept together with them or not at all.
        """


class Engine(Protocol):
    """Runs pure functions over many items; one verb is enough."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply `function` to every item. Results come in the order of the items.

        `function` and items must pickle for engines that cross processes. An exception of the
        function ends the map and is raised to the caller.
        """

    def close(self) -> None:
        """Let go of workers; calling it twice is fine."""


class Summarizer(Protocol):
    """Chooses the sentences that stand as headline and summary."""

    def draft(self, material: StoryMaterial) -> Draft:
        """Return a choice of stretches; equal material gives an equal choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A form a dossier can be written in."""

    name: str
    media_type: str
    suffix: str  # of its files, with the dot
    write: Callable[[Dossier], bytes]  # pure: equal dossiers give equal bytes


class Store(Protocol):
    """Keeps the facts: captures, articles, keys, links, verdicts, stories and revisions.

    All writing happens inside `transaction()`: what was written stands whole or not at all.
    Readers see only finished transactions. Every method may raise StoreError's leaves.
    Lists come sorted by (published, id), undated first, where nothing else is said.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Open one unit of work; left by an exception it leaves no trace."""

    def close(self) -> None:
        """Let go of the store; calling it twice is fine."""

    # captures and failures
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

    # sources and visits
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

    # articles
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

    # keys and links
    def add_keys(self, kind: LinkKind, keyed: Sequence[Keyed]) -> None:
        """Keep the keys and marks of articles that are held; of any other nothing is kept."""

    def neighbours(
        self, kind: LinkKind, keyed: Sequence[Keyed], least: int, most: int
    ) -> tuple[tuple[tuple[ArticleId, int], ...], ...]:
        """Return for each article those that share at least `least` keys, and how many they share.

        Those that share most come first, ties by (published, id), at the most `most` of them. Never
        the article itself, nor one that comes after it in `keyed`: so the same are found whether
        articles are asked for at once or one by one. Nor a dated one that is not between its times.
        In a large store many articles share keys by chance. So where both have marks, one that
        shares odd keys alone must share five odd marks and two in five of the fewer too, and every
        one three in ten of the even marks of the fewer or ten odd ones; but none who shares a key
        that is two more than a whole four is left out.
        """

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links; one of the same kind and pair is replaced, a verdict only by a verdict."""

    def links_of(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of a kind that have one of these articles at an end, sorted by ends."""

    def links_among(self, kind: LinkKind, articles: Sequence[ArticleId]) -> tuple[Link, ...]:
        """Return the links of a kind that have both ends among these articles, in no order."""

    def verdicts(self, kind: LinkKind) -> tuple[Link, ...]:
        """Return the links of a kind that a person has judged."""

    # the stream
    def unlinked(self) -> tuple[ArticleId, ...]:
        """Return the ids of the articles that stand in no story yet."""

    def times(self, articles: Sequence[ArticleId]) -> dict[ArticleId, datetime | None]:
        """Return when these articles were published, None for an undated one."""

    def newest_linked(self) -> datetime | None:
        """Return when the newest article that has been linked was published, None for none."""

    def count_published(self, after: datetime, until: datetime) -> int:
        """Return how many articles were published after one time and until another."""

    def published(self, after: datetime, until: datetime) -> tuple[datetime, ...]:
        """Return when the articles came that were published after one time and until another."""

    def count_undated(self) -> int:
        """Return how many undated articles have been linked."""

    # lineages and stories
    def put_lineages(self, lineages: Sequence[Lineage]) -> None:
        """Keep lineages; the earlier lineages of their members are dropped."""

    def lineages_of(self, articles: Sequence[ArticleId]) -> tuple[Lineage, ...]:
        """Return the lineages these articles are members of."""

    def put_stories(
        self, stories: Sequence[Story], changes: Sequence[StoryChange], mark: str
    ) -> None:
        """Keep stories and announce what happened to them, at that mark.

        Their articles leave the stories they were in; a story named in `merged_from` redirects.
        """

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""

    def story(self, story: StoryId) -> Story:
        """Return a story, also by an id that was merged into it; raises NotHeldError."""

    def stories_of(self, articles: Sequence[ArticleId]) -> tuple[Story, ...]:
        """Return the stories these articles stand in."""

    def changes(self, since: str) -> tuple[tuple[str, StoryChange], ...]:
        """Return what happened to stories after a mark, with the mark of each; "" for all.

        Marks are stream times in ISO 8601 (the newest article's of the run that wrote them).
        """

    def stale_stories(self) -> tuple[StoryId, ...]:
        """Return the stories that changed since they were last published, sorted."""

    def mark_stale(self, stories: Sequence[StoryId]) -> None:
        """Say that these stories are to be published again."""

    def mark_fresh(self, story: StoryId) -> None:
        """Say that what is published of a story is up to date."""

    # storylines
    def put_profile(self, profile: StoryProfile, keys: Mapping[int, float]) -> None:
        """Keep what a story is known by, and the weighed keys under which it is found."""

    def profiles(self, stories: Sequence[StoryId]) -> tuple[StoryProfile, ...]:
        """Return what these stories are known by, those that are held, sorted by story id."""

    def profiles_near(
        self, keys: Mapping[int, float], least: float, most: int, since: str, until: str
    ) -> tuple[StoryProfile, ...]:
        """Return the stories that share keys enough, sorted by story id.

        Enough is where the products of the weights of each shared key add up to `least`; the
        `most` that reach furthest. Only those whose last report is of the day `since` or later, and
        whose first of `until` or earlier (ISO dates).
        """

    def put_ties(self, stories: Sequence[StoryId], ties: Sequence[StoryTie]) -> None:
        """Keep these as the only ties that the stories have."""

    def ties_of(self, stories: Sequence[StoryId]) -> tuple[StoryTie, ...]:
        """Return the ties that have one of these stories at an end, sorted by their ends."""

    # revisions
    def add_revision(self, revision: Revision) -> None:
        """Publish a revision."""

    def revision(self, story: StoryId, number: int | None = None) -> Revision | None:
        """Return a revision, the newest by default; None where the story has none."""

    def put_sketch(self, sketch: StorySketch) -> None:
        """Keep the sketch by which other dossiers know a published story."""

    def sketches(self) -> tuple[StorySketch, ...]:
        """Return the sketches of all published stories, sorted by story id."""

    def sketches_of(self, themes: Sequence[str], most: int) -> tuple[StorySketch, ...]:
        """Return the sketches of the newest stories of each theme, sorted by story id.

        At least `most` of each theme, if there are so many, and all of the day of the last.
        """

    def add_informant_verdict(self, verdict: InformantVerdict) -> None:
        """Keep a person's word on two informants of a claim."""

    def informant_verdicts(self) -> tuple[InformantVerdict, ...]:
        """Return all of them, sorted."""

    # the whole
    def drop_computed(self) -> None:
        """Forget all that can be computed again: unjudged links, lineages, story membership."""

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many of each thing are held, for `twosource doctor`."""
