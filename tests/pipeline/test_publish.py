"""The stories that grew can be read before those that only lost or gained an older article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pipeline.test_storylines import STRIKE, bring
from tests.stages.storylines.strike import DEAL, SHORTAGE, WALKOUT
from twosource.model.dossier import Dossier
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

    def published(self) -> dict[StoryId, Dossier]:
        """Return the dossier of each story."""
        return {story.id: self.dossier(story.id) for story in self.stories()}

    def stale(self) -> set[StoryId]:
        """Return the stories that are still to be published."""
        return set(self._store.stale_stories())

    def make_stale(self, stories: Iterable[StoryId]) -> None:
        """Have stories composed anew by the next run, as if it had moved an older article."""
        with self._store.transaction():
            self._store.mark_stale(sorted(stories))

    def publish_all(self, grown: set[StoryId]) -> None:
        """Publish all stories anew, as after a run in which these grew."""
        self.make_stale([story.id for story in self.stories()])
        publish_stale(self._press, grown)
        assert self.stale() == set()


class Interrupted(Watched):
    """A newsroom that somebody breaks off as soon as the first stories are published."""

    def _note(self, work: str, done: int, total: int | None) -> None:
        super()._note(work, done, total)
        if work == "publishing":
            raise KeyboardInterrupt


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


def test_a_run_broken_off_before_the_others_is_made_whole_by_the_next(tmp_path: Path) -> None:
    """A new story is tied to two: one moved by the same run, the other only told of it."""
    places = [replace(SETTINGS, store=f"sqlite:{tmp_path / name}") for name in ("whole", "cut")]
    for place in places:
        with Watched(place) as newsroom:
            bring(newsroom, [WALKOUT, SHORTAGE], tmp_path)
            newsroom.make_stale([newsroom.stories()[0].id])
    whole, cut = places
    with Watched(whole) as newsroom:
        bring(newsroom, [DEAL], tmp_path)
        wanted = newsroom.published()
    with Interrupted(cut) as newsroom, pytest.raises(KeyboardInterrupt):
        bring(newsroom, [DEAL], tmp_path)
    with Watched(cut) as newsroom:
        news = newsroom.article(DEAL.url).id
        [own] = [story.id for story in newsroom.stories() if news in story.articles]
        first = newsroom.dossier(own)  # the news stands, not tied yet
        assert (first.number, first.storyline) == (1, ())
        assert len(newsroom.stale()) == 2
        bring(newsroom, [DEAL], tmp_path)  # it brings nothing new
        assert newsroom.stale() == set()
        assert newsroom.published() == wanted
    numbers = sorted((each.number, len(each.storyline)) for each in wanted.values())
    assert numbers == [(1, 2), (2, 2), (2, 2)]  # the news, tied by its run; those that were before
