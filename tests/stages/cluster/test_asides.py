from __future__ import annotations

from dataclasses import replace
from math import log

import numpy as np
import pytest

from tests.factories import NOON
from tests.stages.reading import read_article
from twosource.alike import alike_of
from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.cluster.gist import OF_LEAD
from twosource.stages.cluster.pointing import USUAL_LENGTH, pointing

SETTINGS = ClusterSettings()


def link(ends: str, score: float, points: tuple[int, int] = (0, 0)) -> Link:
    return Link(
        kind="story",
        left=ArticleId(ends[0]),
        right=ArticleId(ends[1]),
        score=score,
        why=(),
        points=points,
    )


def decided(*links: Link) -> list[str]:
    times = {end: NOON for each in links for end in (each.left, each.right)}
    found = cluster.decide(times, links, DensityWindow(articles=50), SETTINGS)
    return sorted("".join(sorted(story)) for story in found)


REPORTS = link("ab", 0.9)
OTHERS = link("cd", 0.9)


def test_an_angle_joins_the_story_to_whose_reports_it_points() -> None:
    assert decided(REPORTS, link("az", 0.01, (0, 42)), link("bz", 0.02, (0, 31))) == ["abz"]


def test_a_report_that_an_article_points_to_does_not_draw_the_article_in_by_pointing_back() -> None:
    assert decided(REPORTS, link("az", 0.01, (42, 0)), link("bz", 0.02, (31, 0))) == ["ab", "z"]


def test_pointing_to_one_report_alone_is_not_enough() -> None:
    assert decided(link("az", 0.01, (0, 92))) == ["a", "z"]


def test_an_article_that_points_to_two_stories_alike_joins_neither() -> None:
    links = [link(f"{each}z", 0.01, (0, 42)) for each in "abcd"]
    assert decided(REPORTS, OTHERS, *links) == ["ab", "cd", "z"]


def test_an_article_that_is_more_like_another_story_is_none_of_its_angles() -> None:
    links = [link(f"{each}z", 0.01, (0, 42)) for each in "ab"]
    assert decided(REPORTS, OTHERS, *links, link("cz", 0.15, (0, 30))) == ["ab", "cd", "z"]


def test_an_article_that_is_like_some_other_is_no_angle_that_nobody_is_like() -> None:
    links = [link(f"{each}z", 0.01, (0, 42)) for each in "ab"]
    others = link("yz", 0.35), link("cy", 0.4), link("cz", 0)
    assert decided(REPORTS, *links, *others) == ["ab", "cy", "z"]


def test_an_article_that_is_like_one_report_may_be_an_angle_of_that_report_s_story() -> None:
    reports = link("ab", 0.9), link("ac", 0.9), link("bc", 0.9)
    links = link("az", 0.35), link("bz", 0.01, (0, 42)), link("cz", 0.01, (0, 42))
    others = link("dx", 0.9), link("dy", 0.9), link("xy", 0.9), link("dz", 0.31)
    assert decided(*reports, *links) == ["abcz"]
    assert decided(*reports, *links, *others) == ["abc", "dxy", "z"]


REPORT = read_article(
    "An old dam broke above the village on Friday evening and mud flooded its streets.\n\n"
    "Soldiers searched the cellars. Four people were missing, the fire service said.",
    "Mud comes at night",
)
WEATHER = read_article(
    "A stubborn low over the ocean steers one front after the other towards the coast, and "
    "each of them has drunk from water two degrees warmer than is usual. Snow will fall on "
    "the hills above a thousand metres, and gusts may reach ninety kilometres an hour. The "
    "forecast for the weekend is hardly better, since another low arrives from the west. Who "
    "wants to hike should choose the south, where clouds are thin.\n\n"
    "Whoever digs mud out of a cellar below that dam, as soldiers and firemen do, has until "
    "noon. Then it pours on the village once more, and the search must rest.",
    "Where the rain falls next",
    outlet="echo",
)


def led(sizes: str, *links: Link) -> str:
    """Return who is led, or leads, by pointing where "y" and then "z" are new, of "abyz".

    `sizes` are those of the stories in which they stand, "y" and "z" first.
    """
    names = tuple(map(ArticleId, "yzab"))
    found = cluster.led(alike_of(links, names), 2, np.array([*map(int, sizes)]))
    return "".join(sorted({names[place] for place in found.ravel().tolist()}))


POINTING = link("az", 0.01, (0, 42))


def test_pointing_leads_a_new_article_to_a_story() -> None:
    assert led("0050", POINTING) == "az"


def test_pointing_leads_nowhere_who_is_like_one_that_stands() -> None:
    assert led("0055", POINTING, link("bz", 0.4)) == ""


def test_pointing_leads_nowhere_who_is_like_one_that_came_just_before() -> None:
    assert led("0050", POINTING, link("yz", 0.4)) == ""
    assert led("0050", link("ay", 0.01, (0, 42)), link("yz", 0.4)) == "ay"


def test_one_that_stands_alone_is_led_to_a_new_article_however_that_is_placed() -> None:
    assert led("0015", POINTING, link("bz", 0.4)) == "az"


def test_one_that_stands_alone_is_led_to_a_new_article_though_it_is_like_another() -> None:
    assert led("1015", link("az", 0.01, (42, 0)), link("ay", 0.4)) == "az"


def test_who_stands_nowhere_is_led_to_no_new_article_that_is_like_another() -> None:
    assert led("0005", POINTING, link("bz", 0.4)) == ""


@pytest.mark.parametrize("apart", [link("yz", 0.0), replace(link("yz", 0.0), verdict="different")])
def test_two_that_are_kept_apart_do_not_meet_in_the_story_that_both_point_to(apart: Link) -> None:
    links = [link(f"{report}{each}", 0.01, (0, 42)) for report in "ab" for each in "yz"]
    assert decided(REPORTS, *links) == ["abyz"]
    assert decided(REPORTS, *links, apart) == ["ab", "y", "z"]


def test_a_page_on_what_the_weather_does_next_points_to_the_report_of_the_flood() -> None:
    found = cluster.compare(cluster.read(REPORT), cluster.read(WEATHER), SETTINGS)
    assert found is not None
    points = found.points if found.left == WEATHER.article.id else found.points[::-1]
    assert points[0]
    assert not points[1]


def test_why_tells_the_words_by_which_an_angle_points_to_a_report() -> None:
    found = cluster.compare(cluster.read(REPORT), cluster.read(WEATHER), SETTINGS)
    [line] = cluster.beginnings_told(found, REPORT, WEATHER)
    assert line.startswith("the second tells what the first begins with: cellar, mud, dam, ")
    [line] = cluster.beginnings_told(found, WEATHER, REPORT)
    assert line.startswith("the first tells what the second begins with: cellar, mud, dam, ")
    assert cluster.beginnings_told(None, REPORT, WEATHER) == ()


def test_plain_words_in_common_count_where_a_name_of_the_beginning_is_told() -> None:
    few = 2 * OF_LEAD
    assert pointing(few, 1, USUAL_LENGTH, 0.2) > pointing(few, 1, USUAL_LENGTH, 0.1)
    assert pointing(few, 0, USUAL_LENGTH, 0.2) == pointing(few, 0, USUAL_LENGTH, 0.0)


def test_plain_words_in_common_count_less_in_a_long_article_than_what_another_begins_with() -> None:
    usual, long = USUAL_LENGTH, USUAL_LENGTH + log(4)
    plain = [pointing(0, 1, length, 1.0) for length in (usual, long)]
    begun = [pointing(20 * OF_LEAD, 0, length, 0.0) for length in (usual, long)]
    assert plain[0] / plain[1] == pytest.approx(4, rel=0.05)
    assert begun[0] / begun[1] == pytest.approx(2, rel=0.05)
