"""The newsroom: the object a user holds; it reads sources in and answers what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from twosource.errors import MissingSourceError, NotHeldError
from twosource.model.claimed import Claim
from twosource.model.identity import ArticleId
from twosource.model.linked import Verdict
from twosource.model.outcome import RunReport
from twosource.newsroom.intake import Intake
from twosource.pipeline.check import Checked, all_claims, check_claims
from twosource.pipeline.judge import judge_articles, judge_informants
from twosource.pipeline.tell import Tell, quiet
from twosource.pipeline.verify import verify_exported, verify_story
from twosource.pipeline.why import Why, WhyStory, explain, explain_story
from twosource.settings import Settings


class Newsroom(Intake):
    """Reads sources into a store and hands out dossiers; close it, or use it in a `with`."""

    def claims(self, story: str) -> tuple[Claim, ...]:
        """Return every claim of a story, however many its dossier lists, in the dossier's order."""
        return all_claims(self.story(story).id, self._press)

    def why(self, one: str, other: str) -> Why:
        """Return what holds two articles, or the first ones of two stories, together or apart."""
        return explain(self._article_of(one), self._article_of(other), self._press)

    def why_story(self, story: str) -> WhyStory:
        """Return what the reports of a story share, and how each is held in it."""
        return explain_story(self.story(story), self._press)

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
