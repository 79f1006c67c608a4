"""Two events of a kind are parted by how much closer the reports of each are to their own."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link, Verdict
from twosource.settings import ClusterSettings
from twosource.stages import cluster

FIRST, SECOND = "abcde", "vwxyz"


def link(one: str, other: str, score: float, verdict: Verdict | None = None) -> Link:
    left, right = sorted((ArticleId(one), ArticleId(other)))
    return Link(kind="story", left=left, right=right, score=score, why=(), verdict=verdict)


def linked(first: str, second: str, inside: float, between: float) -> list[Link]:
    pairs = combinations(first + second, 2)
    return [link(a, b, inside if (a in first) == (b in first) else between) for a, b in pairs]


def stories(articles: str, links: list[Link]) -> set[str]:
    times: Mapping[ArticleId, None] = dict.fromkeys(map(ArticleId, articles))
    window = DensityWindow(articles=len(articles))
    return {"".join(s) for s in cluster.decide(times, links, window, ClusterSettings())}


def test_groups_that_hang_together_far_closer_than_with_each_other_are_two_stories() -> None:
    assert stories(FIRST + SECOND, linked(FIRST, SECOND, 0.97, 0.6)) == {FIRST, SECOND}


def test_groups_of_one_event_told_from_two_angles_are_one_story() -> None:
    assert stories(FIRST + SECOND, linked(FIRST, SECOND, 0.9, 0.6)) == {FIRST + SECOND}


def test_a_report_alone_is_no_second_event_however_much_less_like_the_others_it_is() -> None:
    assert stories(FIRST + "z", linked(FIRST, "z", 0.99, 0.4)) == {FIRST + "z"}


def test_small_groups_must_be_further_apart_than_large_ones() -> None:
    assert stories("abyz", linked("ab", "yz", 0.95, 0.6)) == {"abyz"}
    assert stories("abyz", linked("ab", "yz", 0.99, 0.6)) == {"ab", "yz"}


def test_copies_of_two_reports_do_not_make_two_events() -> None:
    links = linked(FIRST, SECOND, 1.0, 0.6)
    copies = [
        link(each.left, each.right, 1.0, "same") if each.score == 1.0 else each for each in links
    ]
    assert stories(FIRST + SECOND, copies) == {FIRST + SECOND}


def test_a_verdict_joins_two_groups_that_the_cleft_parts() -> None:
    links = [
        link("a", "v", 0.6, "same") if (each.left, each.right) == ("a", "v") else each
        for each in linked(FIRST, SECOND, 0.97, 0.6)
    ]
    assert stories(FIRST + SECOND, links) == {FIRST + SECOND}


def test_two_stories_say_how_alike_their_reports_are_inside_and_between() -> None:
    ids = [[ArticleId(each) for each in group] for group in (FIRST, SECOND)]
    (line,) = cluster.company(ids[0], ids[1], linked(FIRST, SECOND, 0.97, 0.6))
    assert line.count("0.97") == 2
    assert "0.60" in line


def test_of_a_report_alone_nothing_is_said_of_its_company() -> None:
    ids = [[ArticleId(each) for each in group] for group in (FIRST, "z")]
    assert cluster.company(ids[0], ids[1], linked(FIRST, "z", 0.97, 0.6)) == ()
