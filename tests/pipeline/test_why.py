"""Why two articles that are little alike stand in one story."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.factories import annotated, article
from twosource.alike import alike_of
from twosource.edges.stores import open_store
from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Link, Story
from twosource.newsroom import open_newsroom

ONE, OTHER, BETWEEN = map(ArticleId, ("one", "other", "third"))
BODIES = "the bodies are alike by 0.40: enough for a report left alone"
OTHERS = "other reports of the story hold the two together"
THIRD = "is alike with the first with probability 0.60, with the second with 0.50"
BY_BODIES = (ONE, OTHER, 0.15, 0.4)


def pair(left: ArticleId, right: ArticleId, score: float, bodies: float = 0.2) -> Link:
    return Link(kind="story", left=left, right=right, score=score, why=(), bodies=bodies)


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ([pair(ONE, OTHER, 0.5)], None),
        ([pair(*BY_BODIES)], BODIES),
        ([pair(*BY_BODIES), pair(ONE, BETWEEN, 0.6), pair(OTHER, BETWEEN, 0.5)], THIRD),
        ([pair(ONE, OTHER, 0.15)], OTHERS),
    ],
)
def test_what_holds_two_together_is_told_where_their_score_does_not(
    links: list[Link], told: str | None, tmp_path: Path
) -> None:
    url = f"sqlite:{tmp_path / 'news.db'}"
    with closing(open_store(url)) as store, store.transaction():
        for name in (ONE, OTHER, BETWEEN):
            store.add_article(annotated(article(id=name)))
        store.add_alike(alike_of(links))
        store.put_stories([Story(id=StoryId("s"), articles=(ONE, OTHER, BETWEEN))])
    with open_newsroom(url) as newsroom:
        found = newsroom.why(ONE, OTHER).story_why
    said = [each for each in (BODIES, OTHERS, THIRD) if any(line.endswith(each) for line in found)]
    assert said == ([told] if told else [])
