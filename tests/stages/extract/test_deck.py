"""First paragraphs that are the deck: set in a type of their own, and what the page describes."""

from __future__ import annotations

import json

import pytest

from tests.stages.extract.webpages import BODY, FIRST, SECOND, THIRD, page, paragraphs, read, texts

DECK = "Nobody was hurt when both engines of the Solvaer failed in the gale of Monday night."


def described(words: str) -> str:
    return f"<meta name='description' content='{words}'>"


def opened(make: str = "leadline", first: str = DECK) -> str:
    return f"<p class='{make}'>{first}</p>" + "".join(f"<p class='para'>{t}</p>" for t in BODY)


def test_first_paragraph_of_its_own_type_that_the_page_describes_is_the_deck() -> None:
    article = read(page(opened(), head=described(DECK)))
    assert (article.deck, texts(article)) == (DECK, list(BODY))


@pytest.mark.parametrize(
    ("make", "description"),
    [
        ("para", DECK),
        ("leadline", "All about ships."),
        ("leadline", f"{DECK} {FIRST[:60]}"),
    ],
    ids=["same type", "not described", "description cut out of the text"],
)
def test_first_paragraph_is_body_without_both_signs(make: str, description: str) -> None:
    article = read(page(opened(make), head=described(description)))
    assert (article.deck, texts(article)) == (None, [DECK, *BODY])


def test_what_the_article_body_opens_with_is_no_deck() -> None:
    told = {"@type": "NewsArticle", "articleBody": " ".join((DECK, *BODY))}
    script = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    article = read(page(opened(), head=described(DECK) + script))
    assert (article.deck, texts(article)) == (None, [DECK, *BODY])


def test_all_points_of_a_deck_are_the_deck_though_one_is_described() -> None:
    points = f"<header><div class='preamble'><p>{SECOND}</p><p>{DECK}</p></div></header>"
    source = page(points + paragraphs(FIRST, THIRD, FIRST[:60] + "."), head=described(DECK))
    assert read(source).deck == f"{SECOND} {DECK}"
