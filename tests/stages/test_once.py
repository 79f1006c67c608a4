"""What is read of an article once is read no second time, and never for another article."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tests.stages.dossier.marked import Told, material
from twosource.model.annotated import Annotated
from twosource.stages.once import ARTICLES, Known, once_per_article, once_per_link, once_per_story


def test_an_article_is_read_once_however_often_it_is_asked_about() -> None:
    asked: list[str] = []

    @once_per_article
    def headline(annotated: Annotated) -> str:
        asked.append(annotated.article.id)
        return annotated.article.headline

    article = Told("herald", "The ferry sank.", headline="Ferry sinks").done()
    assert [headline(article), headline(article)] == ["Ferry sinks"] * 2
    assert len(asked) == 1


def test_an_article_that_was_read_otherwise_is_read_anew() -> None:
    @once_per_article
    def sentences(annotated: Annotated) -> int:
        return len(annotated.sentences)

    article = Told("herald", "The ferry sank. It was towed.").done()
    assert sentences(article) == len(article.sentences) > 1
    assert sentences(replace(article, sentences=article.sentences[:1])) == 1


def test_no_more_articles_are_held_than_a_store_holds() -> None:
    asked: list[str] = []

    @once_per_article
    def words(annotated: Annotated) -> str:
        asked.append(annotated.article.text)
        return annotated.article.text

    articles = [Told("herald", f"Ferry {number} sank.").done() for number in range(ARTICLES + 1)]
    for each in (*articles, articles[0]):
        words(each)
    assert len(asked) == len(articles) + 1


def test_a_story_with_one_more_article_is_another_story() -> None:
    @once_per_story
    def size(of: object) -> int:
        return len(getattr(of, "articles", ()))

    one, other = Told("herald", "The ferry sank."), Told("post", "The ferry was towed.")
    assert [size(material(one)), size(material(one, other))] == [1, 2]


def test_a_link_is_read_once_with_what_is_given_and_anew_with_something_else() -> None:
    asked: list[str] = []

    @once_per_link
    def length(link: list[str], of: list[str]) -> int:
        asked.extend(of)
        return len(link) + len(of)

    link, ferry, like_it = ["from", "to"], ["ferry"], ["ferry"]
    assert [length(link, each) for each in (ferry, ferry, like_it)] == [3, 3, 3]
    assert asked == ["ferry", "ferry"]


def test_an_answer_is_kept_while_each_revision_asks_for_it() -> None:
    asked: list[str] = []
    known, ferry, quay = Known[int](), ["ferry"], ["quay"]

    def words(of: list[str]) -> int:
        asked.extend(of)
        return len(of)

    for things in ([ferry, quay], [ferry], [ferry, quay]):
        known.anew()
        assert [known.of(partial(words, each), each) for each in things] == [1] * len(things)
    assert asked == ["ferry", "quay", "quay"]


def test_an_answer_is_found_anew_where_something_else_is_given() -> None:
    known, ferry = Known[float](), ["ferry"]
    assert known.of(lambda: 0.5, ferry, given=(1, 2)) == 0.5
    assert known.of(lambda: 0.7, ferry, given=(1, 2)) == 0.5
    assert known.of(lambda: 0.7, ferry, given=(1, 3)) == 0.7


def test_an_answer_that_equals_the_one_before_is_that_very_value() -> None:
    known, ferry = Known[list[str]](), ["ferry"]
    before = known.of(lambda: ["aground"], ferry, given=1)
    known.anew()
    assert known.of(lambda: ["aground"], ferry, given=2) is before
    assert known.of(lambda: ["afloat"], ferry, given=3) == ["afloat"]
