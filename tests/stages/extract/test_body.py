"""The body: what is kept, what is left out, and how it hangs together."""

from __future__ import annotations

import pytest

from tests.stages.extract.webpages import BODY, FIRST, SECOND, THIRD, page, paragraphs, read, texts

TEASERS = "".join(
    f"<div class='card'><h3><a href='/{number}'>Harbour wall to be rebuilt in spring {number}"
    f"</a></h3><p>The council has found the money for the stones at last.</p></div>"
    for number in range(5)
)


def test_body_is_the_paragraphs_parted_by_blank_lines() -> None:
    assert read(page()).text == "\n\n".join(BODY)


def test_blocks_are_exact_stretches_of_the_text() -> None:
    article = read(page(f"{paragraphs(FIRST)}<h2>The rescue</h2>{paragraphs(SECOND, THIRD)}"))
    assert texts(article) == [FIRST, "The rescue", SECOND, THIRD]
    assert [block.kind for block in article.blocks] == [
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_body_split_over_two_containers_is_whole() -> None:
    inside = (
        f"<div class='text'>{paragraphs(FIRST, SECOND, THIRD)}</div><aside>{TEASERS}</aside>"
        f"<div class='text'>{paragraphs('Divers will look at the hull on Friday, he said.')}</div>"
    )
    assert texts(read(page(inside)))[-1] == "Divers will look at the hull on Friday, he said."


@pytest.mark.parametrize(
    "junk",
    [
        f"<section>{TEASERS}</section>",
        "<div class='newsletter'><p>The Tide Table: shipping news every single morning.</p></div>",
        "<p>Sign up for our newsletter and never miss a tide again.</p>",
        "<div class='author-bio'><p>Ann Lee has written about ships for years.</p></div>",
        "<div class='sharedaddy'><h3>Share this:</h3><ul><li>Click to share on X</li></ul></div>",
        "<figure><img><figcaption>The ferry on the rocks. (Ann Lee/Norda)</figcaption></figure>",
        "<p style='display:none'>This line is for machines and no reader sees it.</p>",
        "<div id='comments'><p>I was on that ferry once and the soup was cold.</p></div>",
    ],
)
def test_what_stands_between_paragraphs_and_is_no_body_is_left_out(junk: str) -> None:
    article = read(page(f"{paragraphs(FIRST, SECOND)}{junk}{paragraphs(THIRD)}"))
    assert article.text == "\n\n".join(BODY)


def test_box_that_holds_the_article_is_believed_over_its_name() -> None:
    assert read(
        page(f"<div class='related-content'>{paragraphs(*BODY)}</div>")
    ).text == "\n\n".join(BODY)


def test_paragraph_parted_by_a_widget_is_one_paragraph() -> None:
    parted = (
        "<p>The ferry <span>Solvaer<span class='tooltip'>A ship built in 1998</span></span> ran "
        "aground off Hustad on Monday night, the coastguard said.</p>"
    )
    first = texts(read(page(parted + paragraphs(SECOND, THIRD))))[0]
    assert first == (
        "The ferry Solvaer ran aground off Hustad on Monday night, the coastguard said."
    )


def test_names_that_touch_in_the_source_are_parted() -> None:
    inside = f"<p><span>Solvaer</span><span>Hustad</span> {FIRST}</p>{paragraphs(SECOND)}"
    assert read(page(inside)).text.startswith("Solvaer Hustad The ferry")


def test_headline_repeated_as_first_line_is_no_body() -> None:
    inside = f"<h2>Ferry runs aground off Hustad</h2>{paragraphs(*BODY)}"
    assert read(page(inside)).text == "\n\n".join(BODY)


def test_second_printing_is_dropped_but_a_refrain_stays() -> None:
    refrain = "“The sea does not ask,” she said."
    verses = [
        *BODY,
        refrain,
        "The harbour was quiet and the ice had gone out with the tide.",
        refrain,
    ]
    assert texts(read(page(paragraphs(*verses)))) == verses
    twice = paragraphs(*BODY, *(text + " More." for text in BODY))
    printed = f"<div>{twice}</div><div class='print'>{twice}</div>"
    assert len(texts(read(page(printed)))) == 6


def test_text_that_only_a_script_would_show_is_taken_from_the_markup() -> None:
    told = "\\n".join([*BODY, *(text.replace("ferry", "ship") for text in BODY)])
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry", '
        f'"articleBody": "{told}"}}</script>'
    )
    assert read(page("<p>Loading.</p>", head=head)).text.startswith(FIRST)


def test_lines_that_the_second_witness_does_not_know_are_no_body() -> None:
    told = " ".join(BODY + tuple(text.replace("the", "that") for text in BODY))
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry", '
        f'"articleBody": "{told}"}}</script>'
    )
    stray = "Our ferry special with all timetables is in the kiosks from Thursday for two pounds."
    inside = paragraphs(*BODY, stray, *(text.replace("the", "that") for text in BODY))
    assert stray not in read(page(inside, head=head)).text


def test_table_rows_are_one_block_each() -> None:
    table = (
        "<table><tr><td>Passengers</td><td>187</td></tr><tr><td>Crew</td><td>22</td></tr></table>"
    )
    article = read(page(f"{paragraphs(FIRST, SECOND)}{table}{paragraphs(THIRD)}"))
    assert "Passengers | 187" in texts(article)
    assert "table" in {block.kind for block in article.blocks}


def test_heading_whose_class_says_headline_stays_inside_the_text() -> None:
    heading = "<h2 class='text__headline' id='toc_1'>What the mate saw</h2>"
    article = read(page(f"{paragraphs(FIRST, SECOND)}{heading}{paragraphs(THIRD)}"))
    assert texts(article) == [FIRST, SECOND, "What the mate saw", THIRD]


def test_sentence_that_is_mostly_a_link_but_does_not_open_with_it_is_body() -> None:
    words = "It also <a href='/x'>runs the tug that came an hour late and stood off all night</a>."
    article = read(page(f"{paragraphs(FIRST, SECOND)}<p>{words}</p>{paragraphs(THIRD)}"))
    assert "It also runs the tug" in article.text


def test_link_whose_class_says_rollover_keeps_its_words_in_the_sentence() -> None:
    words = "The mate, <a class='rollover-people-link' href='/p'>Bo Ray</a>, was the last to leave."
    article = read(page(f"{paragraphs(FIRST, SECOND)}<p>{words}</p>{paragraphs(THIRD)}"))
    assert "The mate, Bo Ray, was the last to leave." in article.text


def test_paragraphs_of_the_bodys_own_class_are_body_in_a_box_of_another_name() -> None:
    free = f"<div class='teaser-content'><div class='x2'><p class='x1'>{FIRST}</p></div></div>"
    rest = "".join(f"<p class='x1'>{text}</p>" for text in (SECOND, THIRD, FIRST.upper()))
    article = read(page(f"{free}<div class='x2'>{rest}</div>"))
    assert texts(article)[0] == FIRST


def test_short_sentence_in_a_box_like_those_of_the_text_is_body() -> None:
    boxes = "".join(
        f"<div class='x1'>{text}</div>" for text in (FIRST, "Nobody slept.", SECOND, THIRD)
    )
    assert texts(read(page(boxes)))[1] == "Nobody slept."


def test_page_laid_out_with_tables_and_type_alone_is_read_in_paragraphs() -> None:
    cell = (
        "<font size=5><b>Ferry runs aground off Hustad</b></font><br>"
        f"<font size=2><i>By Ann Lee</i></font><br><br><font size=2>{FIRST}<br><br>{SECOND}<br>"
        f"<br>{THIRD} It would ask the yard that had built them in the year before.</font>"
    )
    source = (
        "<html><head><title>The Harbour Post: Ferry runs aground off Hustad</title></head><body>"
        f"<table><tr><td><a href='/'>Home</a></td><td>{cell}</td></tr></table></body></html>"
    )
    article = read(source)
    assert article.headline == "Ferry runs aground off Hustad"
    assert article.byline == ("Ann Lee",)
    assert texts(article)[:2] == [FIRST, SECOND]
    assert {block.kind for block in article.blocks} == {"paragraph"}


def test_text_printed_for_two_screens_is_read_once() -> None:
    once = f"<article><h1>Ferry runs aground</h1>{paragraphs(*BODY)}</article>"
    article = read(page(f"<div class='desktop'>{once}</div><div class='mobile'>{once}</div>"))
    assert texts(article) == list(BODY)


def test_text_that_ends_in_an_address_does_not_break_off() -> None:
    article = read(page(paragraphs(*BODY, "Press office of the coastguard: desk@guard.example")))
    assert not article.truncated


def test_article_with_a_headline_in_each_part_is_whole_where_markup_names_none() -> None:
    parts = "".join(
        f"<article><h1>Part {n}</h1><p>{text}</p></article>" for n, text in enumerate(BODY)
    )
    source = f"<html><head><title>The wreck</title></head><body>{parts}</body></html>"
    assert FIRST in read(source).text
    assert THIRD in read(source).text
