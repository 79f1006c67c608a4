"""Lines among the paragraphs that are no body."""

from __future__ import annotations

import pytest

from tests.stages.extract.webpages import BODY, FIRST, SECOND, THIRD, page, paragraphs, read, texts


def test_address_alone_on_a_line_is_no_body() -> None:
    article = read(page(paragraphs(FIRST, SECOND, "https://post.example/logo.jpg", THIRD)))
    assert texts(article) == [FIRST, SECOND, THIRD]


def test_kicker_above_the_first_paragraph_is_no_body() -> None:
    inside = f"<div class='content'><h3>The gale</h3>{paragraphs(*BODY)}</div>"
    assert texts(read(page(inside))) == list(BODY)


@pytest.mark.parametrize(
    "words",
    [
        "For all the news from the coast, sign up for our free daily newsletter",
        "This is a breaking news story – more to follow",
        "Hat Ihnen dieser Artikel gefallen? Dann werden Sie Mitglied.",
        "この記事は会員限定です。登録すると続きをお読みいただけます。",
        "To read the whole report of the coastguard on the ferry and its engines, click here.",
    ],
)
def test_call_is_no_body_even_where_the_article_body_of_json_ld_holds_it(words: str) -> None:
    told = " ".join((*BODY, words))
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry runs'
        f' aground off Hustad", "articleBody": "{told}"}}</script>'
    )
    assert texts(read(page(paragraphs(FIRST, SECOND, words, THIRD), head=head))) == list(BODY)


def test_hint_to_those_who_hear_a_link_is_left_out_of_the_sentence() -> None:
    link = "<a href='/x'>the report<span>, opens new tab</span></a>"
    words = f"The mate had read {link} of the coastguard a week before the gale."
    article = read(page(paragraphs(FIRST, words, THIRD)))
    assert texts(article)[1].startswith("The mate had read the report of the coastguard")


def test_time_of_change_above_the_first_paragraph_is_no_body() -> None:
    article = read(page(paragraphs("Updated 15.59 | Published 14.14, 3 March 2026", *BODY)))
    assert texts(article) == list(BODY)


def test_line_above_the_byline_is_the_deck_and_no_body() -> None:
    deck = "Nobody was hurt when both engines failed in the gale"
    above = f"<p>{deck}</p><div class='byline'>By Ann Lee</div>"
    article = read(page(f"{above}<div class='text'>{paragraphs(*BODY)}</div>"))
    assert (article.deck, texts(article)) == (deck, list(BODY))


def test_points_under_a_heading_that_calls_them_so_are_no_body() -> None:
    points = "<h3>Story highlights</h3><ul><li>Both engines failed</li><li>All are safe</li></ul>"
    assert texts(read(page(points + paragraphs(*BODY)))) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Artiklen fortsætter efter annoncen",
        "De tekst gaat verder onder de advertentie",
        "La suite après cette publicité",
        "[Video 20 Sekunden]",
        "Thanks for reading The Quay!",
        "The Quay is a reader-supported publication. Become a subscriber.",
        "3 of 25",
    ],
)
def test_call_in_any_language_parts_no_text(line: str) -> None:
    inside = f"<p>{FIRST}</p><p>{SECOND}</p><p>{line}</p><p>{THIRD}</p>"
    assert texts(read(page(inside))) == list(BODY)


def test_next_article_that_a_page_goes_on_with_is_no_body() -> None:
    other = "<article><h1>Tug sold to a museum</h1>" + paragraphs(
        *(f"{n}: {SECOND}" for n in "abcde")
    )
    assert texts(read(page() + other + "</article>")) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ann Lee in Oslo, additional reporting by Bo Ray; editing by Cy Dole)",
        "With files from The Northern Press",
        "— Norda writer Ann Lee contributed to this report.",
    ],
)
def test_who_helped_with_a_report_is_a_notice_and_no_body(line: str) -> None:
    article = read(page(paragraphs(*BODY, line)))
    assert texts(article) == list(BODY)
    assert [(part.kind, part.text) for part in article.parts] == [("notice", line)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Research by the University of Kessel found that both engines had been serviced in May.",
        "With reports from three islands still missing, the coastguard gave no number.",
        "“The [two owners] asked us to look at the [second] engine as well,” he said.",
    ],
)
def test_sentence_that_begins_like_a_signature_stays(sentence: str) -> None:
    assert texts(read(page(paragraphs(*BODY, sentence)))) == [*BODY, sentence]


@pytest.mark.parametrize(
    "line",
    [
        "Tug sold to a museum in Kessel [VIDEO] Why the Solvaer had two engines [INSIGHT]",
        "[button link='/kit' type='big'] Send us your pictures[/button]",
        "Listen to Harbour Radio live at noon",
    ],
)
def test_links_with_labels_and_codes_of_the_page_are_no_body(line: str) -> None:
    assert texts(read(page(paragraphs(FIRST, SECOND, line, THIRD)))) == list(BODY)
