"""What was read of an article is at hand until others crowd it out."""

from __future__ import annotations

from collections.abc import Sequence

from tests.factories import annotated, article
from twosource.model.annotated import Annotated
from twosource.pipeline.prints import Prints

ONE, OTHER, THIRD = (annotated(article(text)) for text in ("A quay.", "A pier.", "A mole."))


def texts(articles: Sequence[Annotated]) -> list[str]:
    return [each.article.text for each in articles]


def test_an_article_is_read_once_and_the_one_longest_unused_is_let_go() -> None:
    read = list[str]()

    def words(articles: Sequence[Annotated]) -> list[str]:
        read.extend(texts(articles))
        return texts(articles)

    prints = Prints(words, 2)
    for each in (ONE, OTHER, ONE, THIRD):
        prints.of(each)
    assert read == ["A quay.", "A pier.", "A mole."]
    assert prints.held([ONE.article.id]) == {ONE.article.id: "A quay."}
    prints.let_go()
    assert [each.article.id in prints for each in (ONE, OTHER, THIRD)] == [True, False, True]


def test_what_is_forgotten_is_read_anew() -> None:
    prints = Prints(texts, 2)
    prints.of(ONE)
    prints.forget()
    assert ONE.article.id not in prints


def test_an_article_given_twice_at_once_is_read_as_one() -> None:
    prints = Prints(texts, 2)
    prints.take([ONE, OTHER, ONE])
    held = prints.held([ONE.article.id, OTHER.article.id, ONE.article.id])
    assert list(held.values()) == ["A quay.", "A pier."]
