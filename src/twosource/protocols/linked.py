"""What a store must keep of how articles hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from twosource.model.alike import Alike
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Keyed, Lineage, Link, LinkKind, Story, StoryChange
from twosource.model.near import Near
from twosource.model.storyline import StoryProfile, StoryTie


class Links(Protocol):
    """Keys, and links between articles."""

    def add_keys(self, kind: LinkKind, keyed: Sequence[Keyed]) -> None:
        """Keep the keys and marks of articles that are held; of any other nothing is kept."""

    def neighbours(self, kind: LinkKind, keyed: Sequence[Keyed], least: int, most: int) -> Near:
        """Return for each article those that share at least `least` keys.

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

    def add_alike(self, alike: Alike) -> None:
        """Keep links between reports of one event, as `add_links` does."""

    def drop_alike(self, pairs: Sequence[tuple[ArticleId, ArticleId]]) -> None:
        """Drop the links between reports of one event of some pairs, sorted ends; verdicts stay."""

    def alike(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the story links that have one of these articles at an end, in no order.

        These articles stand in front of those at the other ends.
        """

    def alike_among(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the story links between these articles, which keep their places, in no order."""

    def drop_verdicts(self, verdicts: Sequence[Link]) -> None:
        """Forget what a person has judged; what was found of the same articles is not kept."""

    def verdicts(self, kind: LinkKind) -> tuple[Link, ...]:
        """Return the links of a kind that a person has judged."""


class Stream(Protocol):
    """How far the stream of articles has come."""

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


class Stories(Protocol):
    """Who copied whom, and which reports are of one event."""

    def put_lineages(self, lineages: Sequence[Lineage]) -> None:
        """Keep lineages; the earlier lineages of their members are dropped."""

    def lineages_of(self, articles: Sequence[ArticleId]) -> tuple[Lineage, ...]:
        """Return the lineages these articles are members of."""

    def put_stories(self, stories: Sequence[Story], changes: Sequence[StoryChange] = ()) -> None:
        """Keep stories and announce, as of now, what happened to them.

        Their articles leave the stories they were in; a story named in `merged_from` redirects.
        """

    def put_taken_down(self, stories: Sequence[Story], announced: int) -> None:
        """Keep what stood before a rebuild, and how much was announced then, until `restate`."""

    def taken_down(self) -> tuple[tuple[Story, ...], int] | None:
        """Return what a rebuild took down and has not yet put up again, if anything."""

    def restate(self, stories: Sequence[Story], history: Sequence[tuple[str, StoryChange]]) -> None:
        """Keep these stories and what happened, and when, in place of all there is."""

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""

    def story(self, story: StoryId) -> Story:
        """Return a story, also by an id that was merged into it; raises NotHeldError."""

    def stories_of(self, articles: Sequence[ArticleId]) -> tuple[Story, ...]:
        """Return the stories these articles stand in."""

    def changes(self, since: str) -> tuple[tuple[str, StoryChange], ...]:
        """Return what was announced of stories after a time, and when; "" for all.

        Times are ISO 8601 in UTC: when it was found, however old the articles are that it is of.
        """

    def stale_stories(self) -> tuple[StoryId, ...]:
        """Return the stories that changed since they were last published, sorted."""

    def mark_stale(self, stories: Sequence[StoryId]) -> None:
        """Say that these stories are to be published again."""

    def mark_fresh(self, story: StoryId) -> None:
        """Say that what is published of a story is up to date."""


class Storylines(Protocol):
    """Which stories are of one running matter."""

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
