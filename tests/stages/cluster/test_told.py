"""Two stories that tell other figures are two, however much alike their reports are."""

from __future__ import annotations

from dataclasses import replace

from tests.stages.cluster.test_cleft import linked, stories
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.stages import cluster
from twosource.stages.cluster.cleft import surely_otherwise
from twosource.stages.cluster.told import Told, figures_told, own_figures


def telling(links: list[Link], figures: dict[str, str]) -> list[Link]:
    """Return links with the figures, parted by blanks, that both articles tell."""
    sets = {ArticleId(article): set(told.split()) for article, told in figures.items()}
    return [
        replace(each, figures=tuple(sorted(sets[each.left] & sets[each.right]))) for each in links
    ]


def surely(links: list[Link]) -> float:
    told, other = (figures_told(map(ArticleId, each), links) for each in ("ab", "yz"))
    return surely_otherwise(told, 2, other, 2)


MAY, JUNE = {"a": "4.25 7.9 140", "b": "4.25 7.9 88"}, {"y": "4.5 5.1 77", "z": "4.5 5.1 62"}
ALIKE = linked("ab", "yz", 0.95, 0.9)


def test_two_decisions_told_with_other_figures_are_two_stories() -> None:
    assert stories("abyz", telling(ALIKE, MAY | JUNE)) == {"ab", "yz"}


def test_reports_that_share_no_more_than_their_likeness_are_one_story() -> None:
    assert stories("abyz", telling(ALIKE, dict.fromkeys("abyz", ""))) == {"abyz"}


def test_a_figure_that_stays_while_the_toll_grows_keeps_an_event_together() -> None:
    first, later = {"a": "5.9 6 230", "b": "5.9 6 230"}, {"y": "5.9 19 412", "z": "5.9 19 412"}
    assert stories("abyz", telling(ALIKE, first | later)) == {"abyz"}


def test_what_one_report_alone_tells_is_no_other_event() -> None:
    alone = {"a": "4.25 7.9", "b": "140", "y": "4.5", "z": "5.1 77"}
    assert stories("abyz", telling(ALIKE, alone)) == {"abyz"}


def test_common_figures_part_nobody() -> None:
    assert stories("abyz", telling(ALIKE, {"a": "2 3", "b": "2 3", "y": "4 5", "z": "4 5"})) == {
        "abyz"
    }


def test_a_round_number_is_not_another_figure_than_what_it_rounds() -> None:
    exact, about = {"a": "58400 7", "b": "58400 7"}, {"y": "60000 11", "z": "60000 11"}
    assert stories("abyz", telling(ALIKE, exact | about)) == {"abyz"}
    raised = {"y": "5 11", "z": "5 11", "a": "4.75 7.9 141", "b": "4.75 7.9 141"}
    assert surely(telling(ALIKE, raised)) > 0


def test_where_many_figures_are_told_a_few_may_coincide() -> None:
    many = "4.25 7.9 141 1,904 612"
    told = {"a": many, "b": many, "y": "612 4.5 5.1 3.3 877 1,217", "z": "4.5 5.1 3.3 877 1,217"}
    assert stories("abyz", telling(ALIKE, told)) == {"ab", "yz"}


def test_two_storms_in_two_countries_are_two_stories() -> None:
    assert stories("abyz", telling(ALIKE, {"a": "FR", "b": "FR", "y": "PT", "z": "PT"})) == {
        "ab",
        "yz",
    }


def test_a_country_that_both_tell_keeps_an_event_together() -> None:
    told = {"a": "FR US", "b": "FR US", "y": "PT US", "z": "PT US"}
    assert stories("abyz", telling(ALIKE, told)) == {"abyz"}


def test_a_country_that_few_of_the_others_tell_parts_two_no_less() -> None:
    links = telling(
        linked("abc", "xyz", 0.95, 0.9),
        dict.fromkeys("abc", "FR") | dict.fromkeys("xy", "PT") | {"z": "FR PT"},
    )
    assert stories("abcxyz", links) == {"abc", "xyz"}


def test_two_quakes_near_two_towns_of_a_country_are_two_stories() -> None:
    told = {"a": "dervan TR", "b": "dervan TR", "y": "pelin TR", "z": "pelin TR"}
    assert stories("abyz", telling(ALIKE, told)) == {"ab", "yz"}


def test_a_place_that_both_tell_keeps_an_event_together() -> None:
    told = {"a": "dervan", "b": "dervan", "y": "dervan pelin", "z": "pelin"}
    assert stories("abyz", telling(ALIKE, told)) == {"abyz"}


def test_a_country_that_one_report_alone_tells_parts_nobody() -> None:
    assert stories("abyz", telling(ALIKE, {"a": "FR", "b": "FR", "y": "PT", "z": ""})) == {"abyz"}


def test_the_weekday_of_most_reports_tells_two_matches_apart() -> None:
    told = {"a": "Saturday", "b": "Saturday", "y": "Wednesday", "z": "Wednesday"}
    assert stories("abyz", telling(ALIKE, told)) == {"ab", "yz"}


def test_a_report_that_names_the_day_of_the_match_before_parts_two_no_less() -> None:
    links = telling(
        linked("abc", "xyz", 0.95, 0.9),
        dict.fromkeys("abc", "Saturday")
        | dict.fromkeys("xy", "Wednesday")
        | {"z": "Saturday Wednesday"},
    )
    assert stories("abcxyz", links) == {"abc", "xyz"}


def test_a_weekday_that_few_reports_name_is_not_the_days_of_the_event() -> None:
    links = telling(
        linked("abcd", "yz", 0.95, 0.9),
        {"a": "Monday", "b": "Monday", "c": "", "d": "", "y": "Friday", "z": "Friday"},
    )
    assert stories("abcdyz", links) == {"abcdyz"}


def test_printings_of_one_report_tell_its_figures_once() -> None:
    first = dict.fromkeys("abc", "4.25 7.9")
    links = telling(linked("abc", "yz", 0.95, 0.9), first | JUNE)
    copies = [
        replace(each, verdict="same") if each.left in "ab" and each.right in "bc" else each
        for each in links
    ]
    assert stories("abcyz", links) == {"abc", "yz"}
    assert stories("abcyz", copies) == {"abcyz"}


def test_figures_that_many_articles_give_part_less_surely_than_rare_ones() -> None:
    common = dict.fromkeys("ab", "46 20") | dict.fromkeys("yz", "180")
    assert 0 < surely(telling(ALIKE, common)) < surely(telling(ALIKE, MAY | JUNE)) == 1


def test_the_rarest_figures_of_a_story_are_shown_first() -> None:
    links = telling(ALIKE, MAY | JUNE)
    told, other = (figures_told(map(ArticleId, each), links) for each in ("ab", "yz"))
    assert own_figures(told, 2, other, 2) == ["4.25", "7.9"]


def test_a_country_that_most_of_both_tell_is_neither_ones_own() -> None:
    some, others = Told({"FR": 3, "4.25": 3}), Told({"FR": 2, "4.5": 3})
    assert own_figures(some, 3, others, 3) == ["4.25"]
    assert own_figures(some, 3, others, 6) == ["FR", "4.25"]


def test_the_reason_names_what_each_story_tells() -> None:
    one, other = ([ArticleId(each) for each in ends] for ends in ("ab", "yz"))
    (_, figures) = cluster.company(one, other, telling(ALIKE, MAY | JUNE))
    assert figures == "reports of the one story tell 4.25, 7.9, of the other 4.5, 5.1"


def test_the_reason_names_countries_in_words() -> None:
    one, other = ([ArticleId(each) for each in ends] for ends in ("ab", "yz"))
    links = telling(ALIKE, {"a": "FR 46", "b": "FR 46", "y": "PT", "z": "PT"})
    (_, scenes) = cluster.company(one, other, links)
    assert scenes == "reports of the one story tell France, 46, of the other Portugal"


def test_the_reason_names_the_weekday_that_a_report_of_the_other_story_gives_too() -> None:
    one, other = ([ArticleId(each) for each in ends] for ends in ("abc", "xyz"))
    days = dict.fromkeys("abc", "Saturday") | dict.fromkeys("xy", "Wednesday")
    links = telling(linked("abc", "xyz", 0.95, 0.9), days | {"z": "Saturday Wednesday"})
    (_, scenes) = cluster.company(one, other, links)
    assert scenes == "reports of the one story tell Saturday, of the other Wednesday"
