"""Articles find their stories one after the other; once undated ones are many, all look again."""

from __future__ import annotations

from contextlib import closing
from itertools import pairwise

import pytest

from tests.factories import NOON, annotated, article, hours, keyed
from twosource.alike import alike_of
from twosource.edges.stores import open_store
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.pipeline.place import Desk
from twosource.settings import ClusterSettings
from twosource.stages import cluster

MANY = cluster.REFERENCE_ARTICLES
NAMES = [ArticleId(f"article {number:03}") for number in range(MANY + 2)]


def told_apart(ends: list[int]) -> dict[int, bool]:
    """Return after each batch whether the first two stand apart, alike by .24, all undated."""
    apart = {}
    with closing(open_store("sqlite::memory:")) as store:
        desk = Desk(store, ClusterSettings())
        for start, end in pairwise([0, *ends]):
            with store.transaction():
                for name in NAMES[start:end]:
                    store.add_article(annotated(article(id=name, published=None)))
                    store.add_keys("story", [keyed(name, 1)])
                if not start:
                    pair = Link(kind="story", left=NAMES[0], right=NAMES[1], score=0.24, why=())
                    store.add_alike(alike_of([pair]))
                desk.place(NAMES[start:end])
            apart[end] = len(store.stories_of(NAMES[:2])) == 2
    return apart


@pytest.mark.parametrize("ends", [[10, MANY - 1, MANY, MANY + 2], [MANY - 1, MANY + 2]])
def test_twins_joined_among_few_undated_articles_part_once_these_are_many(ends: list[int]) -> None:
    assert told_apart(ends) == {end: end >= MANY for end in ends}


def test_they_part_in_one_batch_too() -> None:
    assert told_apart([MANY + 2]) == {MANY + 2: True}


def link(one: int, other: int, score: float, points: tuple[int, int] = (0, 0)) -> Link:
    return Link(
        kind="story", left=NAMES[one], right=NAMES[other], score=score, why=(), points=points
    )


# Two reports and an angle, which is the first, second or third to come: it points to both of them.
ANGLES = {
    0: [link(1, 2, 0.9), link(0, 1, 0.01, (45, 0)), link(0, 2, 0.01, (33, 0))],
    1: [link(0, 2, 0.9), link(0, 1, 0.01, (0, 45)), link(1, 2, 0.01, (33, 0))],
    2: [link(0, 1, 0.9), link(0, 2, 0.01, (0, 45)), link(1, 2, 0.01, (0, 33))],
}


# The third is like the second, which is of the first's event, by .35, but fills the first's frame
# with other names. It points to both reports of the last two, and is none of their angles.
ATTACHED = [
    link(0, 1, 0.9),
    link(1, 2, 0.35),
    link(0, 2, 0.0),
    link(3, 4, 0.9),
    link(2, 3, 0.01, (42, 0)),
    link(2, 4, 0.01, (42, 0)),
]


def stories_in_batches(links: list[Link], ends: list[int]) -> list[tuple[ArticleId, ...]]:
    with closing(open_store("sqlite::memory:")) as store:
        for start, end in pairwise([0, *ends]):
            with store.transaction():
                for at, name in enumerate(NAMES[start:end], start):
                    store.add_article(annotated(article(id=name, published=NOON + hours(at))))
                    store.add_keys("story", [keyed(name, 1)])
                store.add_alike(
                    alike_of([each for each in links if NAMES[start] <= each.right < NAMES[end]])
                )
                Desk(store, ClusterSettings()).place(NAMES[start:end])
        return sorted(story.articles for story in store.stories_of(NAMES[: ends[-1]]))


@pytest.mark.parametrize("angle", ANGLES)
@pytest.mark.parametrize("ends", [[1, 2, 3], [1, 3], [2, 3], [3]])
def test_an_angle_joins_both_reports_whenever_it_comes_and_however_the_log_is_cut(
    angle: int, ends: list[int]
) -> None:
    assert stories_in_batches(ANGLES[angle], ends) == [tuple(NAMES[:3])]


@pytest.mark.parametrize("ends", [[5], [3, 5], [4, 5], [1, 2, 3, 4, 5]])
def test_whom_an_article_is_like_is_known_however_the_log_is_cut(ends: list[int]) -> None:
    one, two, three, four, five = NAMES[:5]
    assert stories_in_batches(ATTACHED, ends) == [(one, two), (three,), (four, five)]


@pytest.mark.parametrize("ends", [[3], [1, 3], [2, 3]])
def test_an_angle_that_waits_joins_the_report_it_points_to_when_that_comes(ends: list[int]) -> None:
    links = [link(0, 2, 0.9), link(1, 2, 0.01, (42, 0))]
    assert stories_in_batches(links, ends) == [tuple(NAMES[:3])]


# The fourth is like the third by .35 and points to one of its story, which is too little to join.
REPORTS = [link(0, 1, 0.9), link(0, 2, 0.9), link(1, 2, 0.9)]
LIKE_ITS_OWN = [*REPORTS, link(2, 3, 0.35), link(0, 3, 0.01, (0, 45))]
NEXT = [*(link(report, 4, 0.9) for report in (0, 1, 2)), link(3, 4, 0.01, (42, 0))]


@pytest.mark.parametrize("ends", [[5], [4, 5], [3, 5], [1, 2, 3, 4, 5]])
def test_an_angle_that_is_like_one_report_joins_when_the_next_of_its_story_comes(
    ends: list[int],
) -> None:
    assert stories_in_batches(LIKE_ITS_OWN, [4]) == [tuple(NAMES[:3]), (NAMES[3],)]
    assert stories_in_batches([*LIKE_ITS_OWN, *NEXT], ends) == [tuple(NAMES[:5])]
