"""Stories of a running matter are tied as they come, whatever the batches, and tell each other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quality.storylines import own_texts
from tests.stages.storylines.strike import (
    DEAL,
    OTHER_STRIKE,
    SAME_PEOPLE,
    SHORTAGE,
    WALKOUT,
    told,
)
from twosource.edges.stores import open_store
from twosource.errors import ContradictionError
from twosource.model.acquired import Article
from twosource.model.dossier import Dossier
from twosource.model.identity import ArticleId
from twosource.model.linked import Story
from twosource.model.storyline import StoryProfile, StoryTie
from twosource.newsroom import Newsroom, open_newsroom
from twosource.pipeline.storylines import tie_stories
from twosource.settings import Settings, StorylineSettings
from twosource.stages import storylines

STRIKE = (WALKOUT, SHORTAGE, DEAL)
SECOND_REPORT = told(SHORTAGE.headline, f"{SHORTAGE.text} Rolls were gone by nine.", 10.5, "echo")
ALL = (*STRIKE, OTHER_STRIKE, SAME_PEOPLE)


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with open_newsroom("sqlite::memory:", settings=Settings(engine="serial")) as opened:
        yield opened


def bring(newsroom: Newsroom, articles: Sequence[Article], folder: Path) -> None:
    """Bring articles in as one batch."""
    rows = [
        {
            "id": each.url,
            "url": each.url,
            "headline": each.headline,
            "language": "und",  # read by its capitals alone: no model is loaded
            "text": each.text,
            "published": each.published.isoformat() if each.published else None,
        }
        for each in articles
    ]
    path = folder / "batch.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    newsroom.update(f"jsonl:{path}")


def dossier_of(newsroom: Newsroom, article: Article) -> Dossier:
    """Return the dossier of the story that an article stands in."""
    held = newsroom.article(article.url).id
    [story] = [story for story in newsroom.stories() if held in story.articles]
    return newsroom.dossier(story.id)


def related(newsroom: Newsroom, article: Article) -> list[tuple[str, str | None]]:
    """Return headline and order of the stories in an article's storyline."""
    found = dossier_of(newsroom, article).storyline
    return [(each.headline, each.order) for each in found]


def lines(newsroom: Newsroom) -> dict[str, object]:
    """Return every story's storyline by the story's headline."""
    dossiers = (newsroom.dossier(story.id) for story in newsroom.stories())
    return {each.headline.text: each.storyline for each in dossiers}


def test_a_dossier_lists_what_came_before_and_after_in_its_matter_and_nothing_else(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(newsroom, ALL, tmp_path)
    assert related(newsroom, SHORTAGE) == [(WALKOUT.headline, "before"), (DEAL.headline, "after")]
    assert related(newsroom, OTHER_STRIKE) == []
    assert related(newsroom, SAME_PEOPLE) == []


def test_a_later_story_makes_a_revision_of_the_earlier_one_that_names_it(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(newsroom, [WALKOUT], tmp_path)
    assert related(newsroom, WALKOUT) == []
    bring(newsroom, [SHORTAGE], tmp_path)
    earlier = dossier_of(newsroom, WALKOUT)
    assert earlier.number == 2
    assert earlier.changes == (f"of the same matter, after: {SHORTAGE.headline}",)


def test_a_storys_next_report_makes_no_revision_of_the_others(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(newsroom, [WALKOUT, SHORTAGE], tmp_path)
    bring(newsroom, [SECOND_REPORT], tmp_path)
    assert dossier_of(newsroom, SHORTAGE).number == 2
    assert dossier_of(newsroom, WALKOUT).number == 1


@pytest.mark.parametrize("cuts", [(1, 2, 3, 4), (2,), (3,)])
def test_however_the_log_is_cut_the_same_stories_are_tied(
    newsroom: Newsroom, tmp_path: Path, cuts: tuple[int, ...]
) -> None:
    log = sorted(ALL, key=lambda each: str(each.published))
    for begin, end in pairwise((0, *cuts, len(log))):
        bring(newsroom, log[begin:end], tmp_path)
    with open_newsroom("sqlite::memory:", settings=Settings(engine="serial")) as whole:
        bring(whole, log, tmp_path)
        assert lines(newsroom) == lines(whole)


def test_new_ties_are_announced_with_what_ties_them(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(newsroom, [WALKOUT, SHORTAGE], tmp_path)
    [tied] = [change for _, change in newsroom.changes() if change.kind == "tied"]
    assert tied.story == dossier_of(newsroom, SHORTAGE).story
    assert tied.other == dossier_of(newsroom, WALKOUT).story
    assert "Larsmo" in tied.why[0]


def test_a_person_can_part_two_stories_for_good(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(newsroom, STRIKE, tmp_path)
    newsroom.judge("unrelated", WALKOUT.url, DEAL.url)
    assert related(newsroom, WALKOUT) == [(SHORTAGE.headline, "after")]
    assert related(newsroom, DEAL) == [(SHORTAGE.headline, "before")]
    newsroom.rebuild()
    assert related(newsroom, WALKOUT) == [(SHORTAGE.headline, "after")]
    [untied] = [change for _, change in newsroom.changes() if change.kind == "untied"]
    assert untied.other == dossier_of(newsroom, WALKOUT).story


def test_a_person_can_tie_two_stories(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(newsroom, ALL, tmp_path)
    newsroom.judge("related", OTHER_STRIKE.url, WALKOUT.url)
    assert (WALKOUT.headline, "before") in related(newsroom, OTHER_STRIKE)
    assert (OTHER_STRIKE.headline, "after") in related(newsroom, WALKOUT)


def test_verdicts_on_stories_that_cannot_both_hold_are_an_error(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(newsroom, (*STRIKE, SECOND_REPORT), tmp_path)
    with pytest.raises(ContradictionError, match="one story"):
        newsroom.judge("related", SHORTAGE.url, SECOND_REPORT.url)
    newsroom.judge("unrelated", WALKOUT.url, SHORTAGE.url)
    with pytest.raises(ContradictionError, match="unrelated"):
        newsroom.judge("related", WALKOUT.url, SECOND_REPORT.url)
    newsroom.judge("unrelated", WALKOUT.url, DEAL.url)
    newsroom.judge("related", WALKOUT.url, DEAL.url)  # the last word on one pair counts
    assert (DEAL.headline, "after") in related(newsroom, WALKOUT)


def test_the_ties_of_a_merged_story_go_over_to_its_heir(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(newsroom, STRIKE, tmp_path)
    newsroom.judge("same", WALKOUT.url, SHORTAGE.url)
    [before] = dossier_of(newsroom, DEAL).storyline
    assert before.story == dossier_of(newsroom, WALKOUT).story
    assert related(newsroom, WALKOUT) == [(DEAL.headline, "after")]


def test_a_story_that_is_split_is_tied_in_its_parts(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(newsroom, STRIKE, tmp_path)
    newsroom.judge("same", WALKOUT.url, SHORTAGE.url)
    newsroom.judge("different", WALKOUT.url, SHORTAGE.url)
    assert related(newsroom, SHORTAGE) == [(WALKOUT.headline, "before"), (DEAL.headline, "after")]
    assert related(newsroom, DEAL) == [(WALKOUT.headline, "before"), (SHORTAGE.headline, "before")]


def test_a_rebuild_ties_the_same_stories_and_announces_none_of_it_again(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(newsroom, ALL, tmp_path)
    before, announced = lines(newsroom), newsroom.changes()
    assert newsroom.rebuild().revisions == 0
    assert (lines(newsroom), newsroom.changes()) == (before, announced)


def test_a_matter_is_listed_in_time_from_any_of_its_stories(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(newsroom, ALL, tmp_path)
    matter = newsroom.storyline(dossier_of(newsroom, DEAL).story)
    assert [each.headline for each in matter] == [each.headline for each in STRIKE]
    [alone] = newsroom.storyline(dossier_of(newsroom, SAME_PEOPLE).story)
    assert alone.headline == SAME_PEOPLE.headline


def test_why_two_articles_stand_in_one_matter_or_in_two(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(newsroom, ALL, tmp_path)
    assert newsroom.why(WALKOUT.url, DEAL.url).tied
    other = newsroom.why(WALKOUT.url, OTHER_STRIKE.url)
    assert (other.tied, other.tied_why[0]) == (False, "no name in common")


PROFILES = tuple(
    storylines.profile(story, articles[0].article.headline, articles)
    for story, articles in own_texts("dev").stories.items()
)


def ties_of(batches: Sequence[Sequence[StoryProfile]]) -> tuple[StoryTie, ...]:
    """Return the ties of stories that come to a store batch by batch."""
    store = open_store("sqlite::memory:")
    for batch in batches:
        with store.transaction():
            own = [Story(id=each.story, articles=(ArticleId(each.story),)) for each in batch]
            store.put_stories(own)
            tie_stories(batch, store, StorylineSettings())
    return store.ties_of([each.story for each in PROFILES])


def test_a_tie_stands_while_the_story_at_its_other_end_waits_to_be_composed_anew() -> None:
    store = open_store("sqlite::memory:")
    stories = [Story(id=each.story, articles=(ArticleId(each.story),)) for each in PROFILES]
    with store.transaction():
        store.put_stories(stories)
        tie_stories(PROFILES, store, StorylineSettings())
        announced, ties = store.changes(""), store.ties_of([each.id for each in stories])
        [one, other] = store.profiles([ties[0].earlier, ties[0].later])
        store.put_profile(replace(other, names=(), words=()), {})  # as it no longer will be known
        store.mark_stale([other.story])
        assert tie_stories([one], store, StorylineSettings()) == ()
        assert tie_stories([other], store, StorylineSettings()) == ()
    assert store.ties_of([each.id for each in stories]) == ties
    assert store.changes("") == announced


AT_ONCE = ties_of([PROFILES])


@settings(max_examples=8)
@given(st.permutations(PROFILES), st.sets(st.integers(1, len(PROFILES) - 1), max_size=5))
def test_neither_the_order_of_stories_nor_the_batches_change_a_tie(
    order: Sequence[StoryProfile], cuts: set[int]
) -> None:
    ends = [0, *sorted(cuts), len(order)]
    assert ties_of([order[begin:end] for begin, end in pairwise(ends)]) == AT_ONCE


def test_the_texts_hold_matters_worth_cutting() -> None:
    assert len(AT_ONCE) > 40
