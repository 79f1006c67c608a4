"""The newsroom: the object a user holds; it reads sources in and answers what the store holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from twosource.errors import MissingSourceError, NotHeldError
from twosource.exports import EXPORTS
from twosource.exports.index import write_index
from twosource.model.acquired import Article
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier, Revision
from twosource.model.identity import ArticleId, OutletId, StoryId
from twosource.model.linked import Lineage, Story, StoryChange, Verdict
from twosource.model.outcome import RunReport
from twosource.model.storyline import StoryProfile
from twosource.newsroom.intake import Intake
from twosource.pipeline.check import Checked, check_claims
from twosource.pipeline.claimed import all_claims, claim_held
from twosource.pipeline.judge import judge_articles, judge_informants
from twosource.pipeline.publish import outlet_by_id
from twosource.pipeline.storylines import matter_of
from twosource.pipeline.tell import Tell, quiet
from twosource.pipeline.verify import verify_exported, verify_story
from twosource.pipeline.why import Why, explain
from twosource.settings import Settings

STORY_DIGITS = 6  # of a story's id name it, where only one begins so


class Newsroom(Intake):
    """Reads sources into a store and hands out dossiers; close it, or use it in a `with`."""

    # what is held

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""
        return self._store.stories()

    def story(self, words: str) -> Story:
        """Return the story of an id, or of the start of one (6 digits at least)."""
        try:
            return self._store.story(StoryId(words))
        except NotHeldError:
            found = [story for story in self.stories() if story.id.startswith(words)]
            if len(words) < STORY_DIGITS or len(found) != 1:
                raise
            return found[0]

    def revision(self, story: str, number: int | None = None) -> Revision:
        """Return a story's revision, the newest by default; raises NotHeldError."""
        held = self.story(story)
        revision = self._store.revision(held.id, number)
        if revision is None:
            name = held.id if number is None else f"{held.id}, revision {number}"
            raise NotHeldError("dossier of story", name, "twosource rebuild composes it")
        return revision

    def dossier(self, story: str, number: int | None = None) -> Dossier:
        """Return a story's dossier, the newest by default; raises NotHeldError."""
        return self.revision(story, number).dossier

    def storyline(self, story: str) -> tuple[StoryProfile, ...]:
        """Return the stories of the running matter that a story belongs to, in time."""
        return matter_of(self.story(story).id, self._store)

    def export(self, dossier: Dossier, name: str) -> bytes:
        """Return a dossier in one of the forms of the export door."""
        return EXPORTS.open(name).write(dossier)

    def index(self, dossiers: Sequence[Dossier]) -> bytes:
        """Return the HTML page that leads to the pages of these dossiers."""
        return write_index(dossiers)

    def article(self, words: str) -> Article:
        """Return the article of an id, the start of one, a record's id or an address."""
        found = self._store.find_articles(words)
        if len(found) != 1:
            hint = f"{len(found)} begin so" if found else "an id, its first 8 digits or an address"
            raise NotHeldError("article", words, hint)
        return self._store.annotated(found)[0].article

    def lineages(self) -> tuple[Lineage, ...]:
        """Return every lineage, those with the most members first."""
        found = self._store.lineages_of(self._store.article_ids())
        return tuple(sorted(found, key=lambda lineage: (-len(lineage.members), lineage.id)))

    def articles(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """Return articles by their ids, in the order asked for."""
        return tuple(each.article for each in self._store.annotated(ids))

    def changes(self, since: str = "") -> tuple[tuple[str, StoryChange], ...]:
        """Return what happened to stories after a time of the stream (ISO 8601); "" for all."""
        return self._store.changes(since)

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many of each thing the store holds."""
        return self._store.counts()

    def outlet_name(self, outlet: OutletId) -> str:
        """Return how an outlet is called, its id where the table does not know it."""
        return outlet_by_id(outlet, self._press.outlets).name

    # asking and judging

    def claims(self, story: str) -> tuple[Claim, ...]:
        """Return every claim of a story, however many its dossier lists, in the dossier's order."""
        return all_claims(self.story(story).id, self._press)

    def claim(self, words: str) -> tuple[Dossier, Claim]:
        """Return the claim of an id, or of the start of one, with its dossier."""
        return claim_held(words, self._store)

    def why(self, one: str, other: str) -> Why:
        """Return what holds two articles, or the first ones of two stories, together or apart."""
        return explain(self._article_of(one), self._article_of(other), self._press)

    def judge(self, verdict: Verdict, one: str, other: str) -> RunReport:
        """Keep a person's verdict on two articles and publish what it changes.

        What is judged related or unrelated are stories: these may be named by their own ids.
        """
        named = self._article_of if verdict in ("related", "unrelated") else self._article_id
        return judge_articles(verdict, named(one), named(other), self._press)

    def _article_id(self, words: str) -> ArticleId:
        return self.article(words).id

    def _article_of(self, words: str) -> ArticleId:
        """Return the article so named, else the first one of the story so named."""
        try:
            return self.article(words).id
        except NotHeldError as no_article:
            try:
                return self.story(words).articles[0]
            except NotHeldError:
                raise no_article from None

    def judge_informant(
        self, claim: str, verdict: Literal["same", "different"], one: str, other: str
    ) -> RunReport:
        """Keep a person's verdict on two informants of a claim and publish what it changes."""
        return judge_informants(claim, verdict, one, other, self._press)

    def check(self, text: str) -> tuple[Checked, ...]:
        """Return for every sentence of a text what the store's dossiers hold on it."""
        return check_claims(text, self._press)

    def verify(self, story: str | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield for each story, or the one, its id and what is not where it says it is."""
        stories = self.stories() if story is None else (self.story(story),)
        for each in stories:
            yield each.id, verify_story(each.id, self._store)

    def verify_file(self, path: str) -> tuple[str, ...]:
        """Return what in an exported JSON dossier is not where it says it is."""
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise MissingSourceError(path, "an exported JSON dossier, or a story's id") from error
        return verify_exported(data, self._store)


def open_newsroom(
    store: str = "", *, settings: Settings | None = None, tell: Tell = quiet, more_outlets: str = ""
) -> Newsroom:
    """Open a newsroom on a store ("sqlite:news.db"), with default settings unless others are given.

    `more_outlets` is a TOML table of outlets beside the bundled one. Raises StoreError's leaves.
    """
    chosen = settings or Settings()
    if store:
        chosen = replace(chosen, store=store)
    return Newsroom(chosen, tell=tell, more_outlets=more_outlets)
