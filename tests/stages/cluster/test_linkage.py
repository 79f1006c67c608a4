"""Stories are what joining all that are each other's most alike, round after round, gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import combinations
from math import sqrt

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twosource.alike import alike_of
from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.cluster.linkage import LEAST_HEARD
from twosource.stages.cluster.seating import near_stories
from twosource.stages.cluster.strays import LEAST_LINKED, LEAST_MEAN, LEAST_SUM, MOST_BESIDE

WINDOW = DensityWindow(articles=400)
ARTICLES = "abcdefgh"
MONDAY = datetime(2026, 2, 2, tzinfo=UTC)
PAIRS = tuple(combinations(ARTICLES, 2))

# So near each other that no two groups are told apart by how close each is to its own, and of
# such kind that no two means are equal: then either may come first. Roots of primes are no sums
# of each other.
PRIMES = [number for number in range(2, 108) if all(number % each for each in range(2, number))]
SCORES = [0.28 + 0.2 * (sqrt(prime) % 1) for prime in PRIMES[: len(PAIRS)]]
scores = st.tuples(
    st.permutations(SCORES), st.lists(st.booleans(), min_size=len(PAIRS), max_size=len(PAIRS))
)


def round_after_round(alike: dict[tuple[str, str], float], least: float) -> set[str]:
    def pairs(one: str, other: str) -> list[float]:
        return [alike[min(a, b), max(a, b)] for a in one for b in other]

    def mean(one: str, other: str) -> float:
        found = pairs(one, other)
        lone = len(one) == 1 or len(other) == 1
        heard = max(sum(map(bool, found)), LEAST_HEARD * len(found)) if lone else len(found)
        enough = round(sum(found) / max(heard, 1), 9) >= least
        return round(sum(found) / len(found), 9) if enough else 0.0

    stories, merged = set(ARTICLES), set(ARTICLES)
    while merged:
        most_alike = {one: max(stories - {one}, key=partial(mean, one)) for one in stories}
        merged = {
            one
            for one, other in most_alike.items()
            if most_alike[other] == one and mean(one, other)
        }
        stories = stories - merged | {"".join(sorted(one + most_alike[one])) for one in merged}
        if len(stories) == 1:
            break
    return strays_taken_in(stories, pairs)


def strays_taken_in(stories: set[str], pairs: Callable[[str, str], list[float]]) -> set[str]:
    def mean(one: str, other: str) -> float:
        return round(sum(pairs(one, other)) / len(one) / len(other), 9)

    if len(stories) == 1:
        return stories
    may_join = {}
    for one in stories:
        likest, *others = sorted(stories - {one}, key=partial(mean, one), reverse=True)
        sure = all(mean(one, other) <= MOST_BESIDE * mean(one, likest) for other in others)
        linked = sum(map(bool, pairs(one, likest))) / len(likest)
        sure &= linked > LEAST_LINKED and mean(one, likest) >= LEAST_MEAN
        sure &= sum(pairs(one, likest)) >= LEAST_SUM
        if len(one) == 1 and sure:
            may_join[mean(one, likest)] = one, likest
    if not may_join:
        return stories
    stray, story = may_join[max(may_join)]
    return strays_taken_in(stories - {stray, story} | {"".join(sorted(stray + story))}, pairs)


# Two lone reports join one after the other, until a single story is left.
ALL_AT_LAST = (
    [*SCORES[:2], SCORES[3], SCORES[2], *SCORES[4:]],
    [flag == "1" for flag in "0111110001011110001111111001"],
)


@settings(max_examples=200)
@given(scores)
@example(ALL_AT_LAST)
def test_loops_over_columns_give_the_stories_of_the_plain_rule(
    drawn: tuple[list[float], list[bool]],
) -> None:
    alike = {pair: score * linked for pair, score, linked in zip(PAIRS, *drawn, strict=True)}
    links = [
        Link(kind="story", left=ArticleId(one), right=ArticleId(other), score=score, why=())
        for (one, other), score in alike.items()
        if score
    ]
    times = dict.fromkeys(map(ArticleId, ARTICLES))
    found = {"".join(s) for s in cluster.decide(times, links, WINDOW, ClusterSettings())}
    assert found == round_after_round(alike, cluster.threshold(WINDOW))


def test_what_is_like_a_report_of_days_before_must_be_more_like_it_to_join() -> None:
    def joined(score: float, days: float, horizon: int = 72) -> bool:
        one, other = ArticleId("a"), ArticleId("b")
        link = Link(kind="story", left=one, right=other, score=score, why=())
        times = {one: MONDAY, other: MONDAY + timedelta(days=days)}
        settings = ClusterSettings(horizon_hours=horizon)
        return len(cluster.decide(times, [link], WINDOW, settings)) == 1

    assert joined(0.4, days=1)
    assert not joined(0.4, days=2.5)
    assert joined(0.8, days=2.5)
    assert joined(1.0, days=3)
    assert joined(1.0, days=60, horizon=24 * 90)


def stories_of(
    articles: str,
    scores: dict[str, float],
    window: DensityWindow = WINDOW,
    bodies: dict[str, float] | None = None,
) -> set[str]:
    links = [
        Link(
            kind="story",
            left=ArticleId(pair[0]),
            right=ArticleId(pair[1]),
            score=score,
            why=(),
            bodies=(bodies or {}).get(pair, 0.0),
        )
        for pair, score in scores.items()
    ]
    times = dict.fromkeys(map(ArticleId, articles))
    return {"".join(s) for s in cluster.decide(times, links, window, ClusterSettings())}


TRIO = {"ab": 0.8, "ac": 0.8, "bc": 0.8}


def test_angle_that_is_like_some_reports_of_a_single_story_joins_it() -> None:
    assert stories_of("abcd", TRIO | {"ad": 0.3, "bd": 0.15}) == {"abcd"}
    assert stories_of("abcd", TRIO | {"ad": 0.3, "bd": 0.1}) == {"abc", "d"}
    assert stories_of("abcd", TRIO | {"ad": 0.2, "bd": 0.2, "cd": 0.2}) == {"abc", "d"}
    assert stories_of("abcd", TRIO | {"ad": 0.5}) == {"abc", "d"}


def test_report_left_alone_joins_by_how_like_the_bodies_are() -> None:
    angle = TRIO | {"ad": 0.2, "bd": 0.2}
    assert stories_of("abcd", angle, bodies={"ad": 0.3, "bd": 0.3}) == {"abcd"}
    assert stories_of("abcd", angle, bodies={"ad": 0.15, "bd": 0.15}) == {"abc", "d"}
    assert stories_of("ab", {"ab": 0.2}, bodies={"ab": 0.3}) == {"ab"}
    assert stories_of("ab", {"ab": 0.2}) == {"a", "b"}


def test_how_like_bodies_are_brings_no_two_stories_together() -> None:
    pairs = {"ab": 0.8, "cd": 0.8, "ac": 0.2, "ad": 0.2, "bc": 0.2, "bd": 0.2}
    assert stories_of("abcd", pairs, bodies=dict.fromkeys(pairs, 0.5)) == {"ab", "cd"}


def test_among_few_articles_no_report_joins_by_less() -> None:
    few = DensityWindow(articles=200)
    assert stories_of("abcd", TRIO | {"ad": 0.28, "bd": 0.15}) == {"abcd"}
    assert stories_of("abcd", TRIO | {"ad": 0.28, "bd": 0.15}, few) == {"abc", "d"}


def test_angle_that_is_like_two_stories_stays_alone() -> None:
    other = {"ef": 0.8, "eg": 0.8, "fg": 0.8}
    both = TRIO | other | {"ad": 0.3, "bd": 0.2}
    assert stories_of("abcdefg", both | {"de": 0.15}) == {"abcd", "efg"}
    assert stories_of("abcdefg", both | {"de": 0.28}) == {"abc", "d", "efg"}


def test_two_reports_that_are_like_one_report_of_a_story_stay_two() -> None:
    assert stories_of("abcde", TRIO | {"ad": 0.5, "ae": 0.5, "de": 0.9}) == {"abc", "de"}


def test_cases_that_are_decided_together_are_decided_each_by_itself() -> None:
    def linked(articles: str, score: float) -> list[Link]:
        return [
            Link(kind="story", left=ArticleId(one), right=ArticleId(other), score=score, why=())
            for one, other in combinations(articles, 2)
        ]

    times = dict.fromkeys(map(ArticleId, "abcdefghijklmnop"))
    links = [*linked("abc", 0.9), *linked("defghijkl", 0.5), *linked("mn", 0.1)]
    found = {"".join(s) for s in cluster.decide(times, links, WINDOW, ClusterSettings())}
    assert found == {"abc", "defghijkl", "m", "n", "o", "p"}


def test_an_article_may_join_by_a_high_score_by_copying_and_by_a_persons_word() -> None:
    def link(other: str, score: float) -> Link:
        return Link(kind="story", left=ArticleId("a"), right=ArticleId(other), score=score, why=())

    links = cluster.linked(
        alike_of(
            [
                link("b", 0.6),
                link("c", 0.3),
                replace(link("g", 0.15), bodies=0.4),
                replace(link("d", 0.1), verdict="same"),
                replace(link("e", 0.9), verdict="different"),
                replace(link("f", 0.0), derivation="rewrite"),
            ]
        )
    )
    alone = np.array([cluster.NOWHERE, 1, 2, 3, 4, 5, 6])
    stands = cluster.standing(alone)
    near = {least: near_stories(links, stands, np.zeros(1, int), least) for least in (0.5, 0.25)}
    names = {least: "".join("abcdefg"[each] for each in sorted(near[least])) for least in near}
    assert names == {0.5: "bdf", 0.25: "bcdfg"}
