from __future__ import annotations

from dataclasses import replace

from tests.stages.cluster.test_reasons import CRANE, OTHER, report
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, Verdict
from twosource.stages.cluster import Bond, Told, bond

THIRD = "At Port Orsund's depot 14 trams are scrap. Liv Aune lets the toppled crane be cut up."
ONE, TWO, THREE = (report(text, "") for text in (CRANE, OTHER, THIRD))


def linked(one: ArticleId, other: ArticleId, score: float, verdict: Verdict | None = None) -> Link:
    left, right = sorted((one, other))
    return Link(kind="story", left=left, right=right, score=score, why=(), verdict=verdict)


def of(*links: Link) -> Bond:
    return bond((ONE, TWO, THREE), links)


def test_names_are_given_whole_with_the_number_of_reports_that_tell_them() -> None:
    names = of().names
    assert Told(what="Port Orsund", reports=3) in names
    assert Told(what="Liv Aune", reports=3) in names
    assert not [each for each in names if each.what in ("Port", "Orsund", "Rydell")]


def test_a_figure_or_word_of_one_report_alone_holds_nothing_together() -> None:
    found = of()
    assert [each.what for each in found.figures] == ["14"]
    assert "toppled" in [each.what for each in found.words]
    assert "steel" not in [each.what for each in found.words]


def test_each_report_is_held_by_the_one_it_is_most_like_and_the_edge_comes_last() -> None:
    one, two, three = (each.article.id for each in (ONE, TWO, THREE))
    held = of(linked(one, two, 0.9), linked(one, three, 0.3), linked(two, three, 0.4)).held
    assert {each.article: (each.nearest, each.score) for each in held} == {
        one: (two, 0.9),
        two: (one, 0.9),
        three: (two, 0.4),
    }
    assert held[-1].article == three


def test_what_a_person_judged_is_told_before_any_likeness() -> None:
    one, two, three = (each.article.id for each in (ONE, TWO, THREE))
    [held] = [
        each
        for each in of(linked(one, two, 0.9), linked(one, three, 1.0, "same")).held
        if each.article == one
    ]
    assert (held.nearest, held.judged) == (three, True)


def test_a_report_that_is_linked_to_none_is_said_to_be_like_none() -> None:
    assert all(each.nearest is None and each.score == 0.0 for each in of().held)


def test_of_an_article_that_is_like_none_it_is_said_how_many_beginnings_it_tells() -> None:
    one, two, three = (each.article.id for each in (ONE, TWO, THREE))

    def pointing(begun: ArticleId, score: float) -> Link:
        link = linked(begun, three, score)
        return replace(link, points=(42, 0) if link.left == three else (0, 42))

    nobody = {one: 0, two: 0, three: 0}
    for score, wanted in ((0.1, nobody | {three: 2}), (0.4, nobody)):
        held = of(linked(one, two, 0.9), pointing(one, 0.1), pointing(two, score)).held
        assert {each.article: each.points_to for each in held} == wanted
