"""The stories that grew can be read before those that only lost or gained an older article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.pipeline.test_storylines import STRIKE, bring
from twosource.model.identity import StoryId
from twosource.newsroom import Newsroom
from twosource.pipeline.run import publish_stale
from twosource.settings import DossierSettings, Settings

SETTINGS = Settings(engine="serial")


class Watched(Newsroom):
    """A newsroom that notes, whenever stories are published, which have a second revision."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, tell=self._note)
        self.seen: list[set[StoryId]] = []

    def _note(self, work: str, done: int, total: int | None) -> None:
        if work == "publishing":
            numbers = {story.id: self._store.revision(story.id) for story in self.stories()}
            self.seen.append({story for story, it in numbers.items() if it and it.number > 1})

    def publish_all(self, grown: set[StoryId]) -> None:
        """Publish all stories anew, as after a run in which these grew."""
        with self._store.transaction():
            self._store.mark_stale([story.id for story in self.stories()])
        publish_stale(self._press, grown)
        assert self._store.stale_stories() == ()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of a store of three tied stories, with shorter summaries from now on."""
    first = replace(SETTINGS, store=f"sqlite:{tmp_path / 'news.db'}")
    with Watched(first) as newsroom:
        bring(newsroom, STRIKE, tmp_path)
        assert newsroom.seen == [set()]  # all three are new: they were published together
    return replace(first, dossier=DossierSettings(summary_sentences=1))


@pytest.mark.parametrize("number", range(3))
def test_a_story_that_grew_can_be_read_before_the_others_are_begun(
    number: int, settings: Settings
) -> None:
    with Watched(settings) as newsroom:
        stories = [story.id for story in newsroom.stories()]
        newsroom.publish_all({stories[number]})
        assert newsroom.seen == [{stories[number]}, set(stories)]


def test_stories_read_the_same_whichever_was_published_first(settings: Settings) -> None:
    with Watched(settings) as newsroom:
        stories = [story.id for story in newsroom.stories()]
        newsroom.publish_all(set(stories))
        assert newsroom.seen == [set(stories)]
        together = [newsroom.dossier(story) for story in stories]
    assert all(each.storyline for each in together)
    shorter = replace(settings, dossier=DossierSettings(summary_sentences=2))
    for grown in stories:
        with Watched(shorter) as newsroom:
            newsroom.publish_all({grown})
        with Watched(settings) as newsroom:
            newsroom.publish_all({grown})
            again = [newsroom.dossier(story) for story in stories]
        for one, other in zip(together, again, strict=True):
            assert replace(other, number=one.number, changes=one.changes, seal=one.seal) == one
