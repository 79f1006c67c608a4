from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations
from math import nan

import numpy as np
import pytest

from tests.factories import NOON, hours
from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.alike import alike_of
from twosource.errors import ContradictionError
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link, Verdict
from twosource.settings import ClusterSettings
from twosource.stages import cluster

SETTINGS = ClusterSettings()
THIN = DensityWindow(articles=40)
AGENCY = read_article(ferry.AGENCY, "Ferry captain says steering failed twice before Orsund crash")
INDEPENDENT = read_article(ferry.INDEPENDENT, "Families of Maren Lind injured wait", outlet="echo")
TWIN = read_article(ferry.TWIN, "Ferry captain says steering failed before Calvera crash")
UNRELATED = read_article(ferry.UNRELATED, "Library to open on Sundays")


def link(one: Annotated, other: Annotated) -> Link | None:
    return cluster.compare(cluster.read(one), cluster.read(other), SETTINGS)


def at(hour: float | None) -> datetime | None:
    return None if hour is None else NOON + hours(hour)


def joined(pair: str, score: float, verdict: Verdict | None = None) -> Link:
    left, right = sorted(ArticleId(each) for each in pair)
    return Link(kind="story", left=left, right=right, score=score, why=(), verdict=verdict)


def stories(times: Mapping[str, float | None], links: Sequence[Link]) -> list[str]:
    moments = {ArticleId(article): at(hour) for article, hour in times.items()}
    return ["".join(story) for story in cluster.decide(moments, links, THIN, SETTINGS)]


def test_two_reports_of_one_accident_are_one_event() -> None:
    found = link(AGENCY, INDEPENDENT)
    assert found is not None
    assert found.score > 0.5
    assert any("Maren Lind" in reason for reason in cluster.reasons(AGENCY, INDEPENDENT, SETTINGS))


def test_two_accidents_told_in_the_same_words_are_two_events() -> None:
    found = link(AGENCY, TWIN)
    assert found is None or found.score < cluster.threshold(THIN)


def test_reports_without_common_words_are_not_linked() -> None:
    assert link(AGENCY, UNRELATED) is None


def test_a_page_without_headline_is_found_to_report_the_event_too() -> None:
    bare = [read_article(text, published=at(2)) for text in (ferry.AGENCY, ferry.INDEPENDENT)]
    for one, other in ((AGENCY, bare[1]), (bare[0], bare[1])):
        found = link(one, other)
        assert found is not None
        assert found.score > 0.5


def test_the_title_of_a_page_without_headline_is_what_its_lead_comes_back_to() -> None:
    lead = "The mayor has closed the swing bridge. Nobody could say for how long."
    more = "The bridge is a swing bridge of 1911. The mayor wants another swing bridge there."
    bare, headed = (cluster.read(read_article(f"{lead}\n\n{more}", h)) for h in ("", "Closed"))
    assert {"swing", "mayor"} < set(bare.title)
    assert set(headed.title) == {"clos"}
    assert (bare.headed, headed.headed) == (False, True)


def test_the_order_of_the_two_does_not_matter() -> None:
    assert link(AGENCY, INDEPENDENT) == link(INDEPENDENT, AGENCY)


def test_dated_articles_beyond_the_horizon_are_not_linked() -> None:
    late = read_article(ferry.AGENCY, "Ferry captain says steering failed", published=at(73))
    assert link(AGENCY, late) is None


def test_undated_articles_skip_the_horizon() -> None:
    undated = read_article(ferry.AGENCY, "Ferry captain says steering failed", published=None)
    assert link(AGENCY, undated) is not None


def test_reports_of_one_event_share_keys() -> None:
    keys = [set(cluster.block(cluster.read(each))) for each in (AGENCY, INDEPENDENT, UNRELATED)]
    assert len(keys[0] & keys[1]) >= 4 > len(keys[0] & keys[2])


def test_a_mean_above_the_threshold_makes_one_story() -> None:
    links = [joined("ab", 0.9), joined("bc", 0.6), joined("ac", 0.3)]
    assert stories({"a": 0, "b": 1, "c": 2, "d": 3}, links) == ["abc", "d"]


def test_one_strong_link_into_a_large_story_is_not_enough() -> None:
    links = [
        *(joined(one + other, 0.9) for one, other in combinations("abcde", 2)),
        joined("ex", 0.5),
    ]
    assert stories(dict.fromkeys("abcde", 0) | {"x": 1}, links) == ["abcde", "x"]


def test_an_angle_joins_its_story_by_some_of_the_reports_if_it_is_quite_like_these() -> None:
    story = [joined(one + other, 0.9) for one, other in combinations("abcde", 2)]
    angle = [joined("ax", 0.4), joined("bx", 0.4)]
    assert stories(dict.fromkeys("abcde", 0) | {"x": 1}, [*story, *angle]) == ["abcdex"]
    pair = [*story, *angle, joined("ay", 0.4), joined("by", 0.4), joined("xy", 0.95)]
    assert stories(dict.fromkeys("abcde", 0) | {"x": 1, "y": 1}, pair) == ["abcde", "xy"]


def test_an_angle_joins_the_story_that_is_like_it_on_the_whole() -> None:
    links = [joined("ab", 0.9), joined("cd", 0.9)]
    near = [joined("ax", 0.6), joined("cx", 0.5), joined("dx", 0.5)]
    assert stories(dict.fromkeys("abcd", 0) | {"x": 1}, [*links, *near]) == ["ab", "cdx"]


def test_pairs_beyond_the_horizon_do_not_count_in_the_mean() -> None:
    links = [joined("ab", 0.9), joined("bc", 0.9)]
    assert stories({"a": 0, "b": 50, "c": 100}, links) == ["abc"]


def test_stories_come_in_order_of_their_first_articles_and_so_do_members() -> None:
    links = [joined("ab", 0.9)]
    assert stories({"a": 5, "b": 2, "c": 0, "d": None}, links) == ["d", "c", "ba"]


def test_a_verdict_joins_what_no_score_joins() -> None:
    assert stories({"a": 0, "b": 1}, [joined("ab", 0, "same")]) == ["ab"]


def test_a_report_joins_what_a_hundred_outlets_print_though_it_was_compared_with_few() -> None:
    printed = [f"p{number:03}" for number in range(100)]
    reprints = [
        Link(kind="story", left=ArticleId(printed[0]), right=ArticleId(each), score=1.0, why=(),
             verdict="same") for each in printed[1:]
    ]  # fmt: skip
    compared = [
        Link(kind="story", left=ArticleId(each), right=ArticleId("z"), score=0.6, why=())
        for each in printed[:16]
    ]
    times = dict.fromkeys([*printed, "z"], 0.0)
    assert stories(times, [*reprints, *compared]) == ["".join([*printed, "z"])]
    assert stories(times, [*reprints, *compared[:1]]) == ["".join(printed), "z"]


def test_a_verdict_parts_also_by_way_of_a_third() -> None:
    links = [joined("ab", 0.0, "different"), joined("bc", 0.9), joined("ac", 0.8)]
    assert stories({"a": 0, "b": 1, "c": 2}, links) == ["a", "bc"]


def test_verdicts_that_cannot_all_hold_are_an_error() -> None:
    links = [joined("ab", 1, "same"), joined("bc", 1, "same"), joined("ac", 0, "different")]
    with pytest.raises(ContradictionError):
        stories({"a": 0, "b": 1, "c": 2}, links)


def test_the_order_of_articles_and_links_changes_no_story() -> None:
    times = {"a": 0.0, "b": 1.0, "c": 2.0, "d": 3.0, "e": 4.0}
    links = [joined(a + b, 0.1 + (ord(a) * ord(b)) % 9 / 10) for a, b in combinations("abcde", 2)]
    backwards = dict(reversed(times.items()))
    assert stories(times, links) == stories(backwards, links[::-1])


def test_a_denser_stream_asks_for_more_up_to_four_hundred_articles() -> None:
    some, many = DensityWindow(articles=400), DensityWindow(articles=20_000)
    assert cluster.threshold(THIN) < cluster.threshold(some) == cluster.threshold(many)


def test_of_settled_stories_a_new_article_joins_the_one_with_the_highest_mean() -> None:
    links = [joined("ax", 0.9), joined("bx", 0.8), joined("cx", 0.7)]
    names = "abcdx"
    board = cluster.Board(
        links=cluster.linked(alike_of(links, [ArticleId(each) for each in names])),
        seconds=np.full(len(names), nan),
        rank=np.arange(len(names)),
        least=np.full(len(names), nan),
    )
    stands = cluster.standing(np.array([0, 1, 1, 0, cluster.NOWHERE]))  # a with d, b with c
    known = cluster.threshold(THIN) * np.ones(1)
    asked = cluster.touches([[4]], joining=known, moments=np.full(1, nan), least=known)
    cluster.seat(
        [ArticleId(each) for each in names], board, stands, asked, replace(SETTINGS, most_at_once=1)
    )
    assert cluster.members(board.rank, stands.stories) == {0: [0, 3], 1: [1, 2, 4]}


def test_a_copy_counts_as_a_link_that_may_join() -> None:
    assert not cluster.may_join(joined("ab", 0.0))
    assert cluster.may_join(replace(joined("ab", 0.0), derivation="rewrite"))
    assert not cluster.may_join(replace(joined("ab", 0.0, "different"), derivation="rewrite"))
