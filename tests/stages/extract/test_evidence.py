"""Captions, related titles, source links, corrections, embeds, notices and credits."""

from __future__ import annotations

import pytest

from tests.stages.extract.webpages import (
    CAPTION,
    FIRST,
    SECOND,
    THIRD,
    between,
    page,
    paragraphs,
    parts_of,
    read,
)


def test_caption_stands_once_with_its_credit() -> None:
    figure = f"<figure><img><figcaption>{CAPTION}</figcaption></figure>"
    article = between(figure + f"<p class='caption'>{CAPTION}</p>")
    (caption,) = [part for part in article.parts if part.kind == "caption"]
    assert caption.text == CAPTION
    assert caption.credit == "Ann Lee/Norda"


def test_related_titles_keep_their_addresses() -> None:
    box = (
        "<div class='related'><h3>Related</h3><ul>"
        "<li><a href='/sea/99'>Harbour wall to be rebuilt in spring</a></li></ul></div>"
    )
    (related,) = [part for part in between(box).parts if part.kind == "related"]
    assert related.text == "Harbour wall to be rebuilt in spring"
    assert related.address == "https://www.harbour-post.example/sea/99"


def test_source_link_glued_to_cut_words_is_parted_and_the_text_counts_as_cut() -> None:
    cut = "The owners of the ferry, who live on the island, "
    link = "<a href='https://www.norda.example/wire/7'>Source link</a>"
    article = read(page(f"{paragraphs(FIRST, SECOND, THIRD)}<p>{cut}{link}</p>"))
    assert article.text.endswith("who live on the island,")
    assert article.truncated
    (part,) = [part for part in article.parts if part.kind == "source_link"]
    assert part.address == "https://www.norda.example/wire/7"
    assert ("source link", "norda") in {(credit.kind, credit.outlet) for credit in article.credits}


@pytest.mark.parametrize(
    "words",
    [
        "Correction: an earlier version of this article gave the number of passengers as 178.",
        "This article was amended on March 4 because the ferry was built in 1998 and not in 1989.",
    ],
)
def test_correction_is_a_part_and_no_body(words: str) -> None:
    article = read(page(f"{paragraphs(FIRST, SECOND, THIRD)}<p class='correction'>{words}</p>"))
    assert parts_of(article, "correction") == [words]
    assert words not in article.text


def test_embedded_post_is_a_part_and_no_body() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>We can see her lights from the quay.</p>"
        "Ann (@ann) <a href='https://social.example/ann/1'>March 3</a></blockquote>"
    )
    (embed,) = [part for part in between(post).parts if part.kind == "embed"]
    assert embed.text.startswith("We can see her lights from the quay.")
    assert embed.address == "https://social.example/ann/1"


def test_reply_form_is_a_notice() -> None:
    source = page().replace(
        "</article>", "<div id='respond'><h3>Leave a Reply</h3></div></article>"
    )
    assert parts_of(read(source), "notice") == ["Leave a Reply"]


def test_page_that_is_not_free_and_shows_a_part_of_its_words_is_walled() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry",'
        ' "isAccessibleForFree": "False", "wordCount": 900}</script>'
    )
    assert read(page(head=head)).walled
    assert not read(page()).walled


def test_source_that_stops_inside_the_text_is_truncated() -> None:
    source = page()
    assert read(source[: source.index("failed at the same")]).truncated
    assert not read(source).truncated


def test_titles_that_stand_link_by_link_are_parted() -> None:
    first, second = "The tug that came an hour late", "Why the engines of the Solvaer failed"
    box = f"<div class='related'><a href='/1'>{first}</a><a href='/2'>{second}</a></div>"
    assert parts_of(between(box), "related") == [first, second]


def test_heading_inside_a_link_to_another_article_is_related() -> None:
    box = "<a class='rich-link' href='/1'><h4>The tug that came an hour late</h4></a>"
    assert parts_of(between(box), "related") == ["The tug that came an hour late"]


def test_report_that_speaks_of_a_report_is_no_correction() -> None:
    words = "This report by the coastguard said that both engines had been serviced in May."
    article = between(f"<p>{words}</p>")
    assert words in article.text
    assert parts_of(article, "correction") == []


def test_boxes_with_their_own_time_are_the_entries_of_a_live_blog() -> None:
    boxes = "".join(
        f"<div class='block'><time datetime='2026-03-03T0{hour}:00:00Z'>0{hour}.00</time>"
        f"<p>{text}</p></div>"
        for hour, text in enumerate((FIRST, SECOND, THIRD), start=5)
    )
    article = read(page(f"<div>{boxes}</div>"))
    assert article.kind == "live blog"
    assert [entry.at.hour for entry in article.entries if entry.at] == [5, 6, 7]


def test_gallery_of_captions_alone_is_read_and_its_captions_are_its_text() -> None:
    slides = "".join(
        f"<figure><img><figcaption>The ferry Solvaer on the rocks, picture {number}."
        " (Ann Lee/Norda)</figcaption></figure>"
        for number in range(1, 7)
    )
    article = read(page(f"<div class='slides'>{slides}</div>"))
    assert article.kind == "gallery"
    assert len(parts_of(article, "caption")) == 6
    assert article.text.startswith("The ferry Solvaer on the rocks, picture 1.")
    assert {(credit.kind, credit.outlet) for credit in article.credits} == {("caption", "norda")}


def test_small_type_beside_a_picture_in_one_paragraph_is_its_caption() -> None:
    article = between(
        "<p><img src=x><small>The quay of Hustad on Tuesday / Ann Lee, Norda</small></p>"
    )
    (caption,) = [part for part in article.parts if part.kind == "caption"]
    assert caption.credit == "Ann Lee, Norda"
    assert "quay of Hustad" not in article.text


def test_paragraph_that_a_picture_stands_in_stays_body() -> None:
    words = "The harbour master said that he had warned of the gale at noon on Monday."
    assert words in between(f"<p><img src=x>{words} <em>Twice.</em></p>").text


@pytest.mark.parametrize("names", ["Correction, March 4:", "Correction on 4 March:"])
def test_dated_correction_is_a_part(names: str) -> None:
    words = f"{names} The ferry was built in 1998."
    assert parts_of(between(f"<p><em>{words}</em></p>"), "correction") == [words]


def test_titles_of_other_articles_are_found_by_the_make_of_their_boxes() -> None:
    boxes = "".join(
        f"<div class='xk2'><a href='/{number}'>Another story about ferry {number}</a></div>"
        for number in range(3)
    )
    assert len(parts_of(between(f"<div class='y9'>{boxes}</div>"), "related")) == 3


def test_entries_are_known_by_the_clock_that_opens_them() -> None:
    boxes = "".join(
        f"<div class='item'><p>{hour}.05</p><p>{text}</p></div>"
        for hour, text in enumerate((THIRD, SECOND, FIRST), start=10)
    )
    article = read(page(f"<section>{boxes}</section>"))
    assert article.kind == "live blog"
    assert len(article.entries) == 3


def test_picture_box_without_a_name_holds_a_caption() -> None:
    box = "<div class='x1'><img src=x><div class='x2'>The quay of Hustad on Tuesday.</div></div>"
    article = between(box)
    assert parts_of(article, "caption") == ["The quay of Hustad on Tuesday."]
    assert "quay of Hustad" not in article.text


@pytest.mark.parametrize("heading", ["More from Sea", "Mehr zum Thema", "関連記事"])
def test_titles_below_a_heading_that_announces_them_are_related(heading: str) -> None:
    title = "<p><a href='/9'>Harbour wall to be rebuilt</a></p>"
    box = f"<div class='x1'><h4>{heading}</h4>{title}</div>"
    source = page().replace("</article>", f"</article>{box}")
    assert parts_of(read(source), "related") == ["Harbour wall to be rebuilt"]


def test_captions_that_a_reader_can_hide_are_captions_under_their_own_titles() -> None:
    slides = "".join(
        f"<p>{words}</p><p>Hide Caption</p><p>{number} of 12</p>"
        for number, words in enumerate(("The quay at noon.", "A tug beside the wreck."), start=1)
    )
    article = between(f"<p>Photos: The ferry on the rocks</p>{slides}")
    assert parts_of(article, "caption") == ["The quay at noon.", "A tug beside the wreck."]
    assert article.text == "\n\n".join((FIRST, SECOND, THIRD))


def test_call_in_a_box_called_caption_is_no_caption() -> None:
    box = "<div class='subscription'><p class='cta-caption'>Thanks for reading the Post!</p></div>"
    assert parts_of(between(box), "caption") == []


def test_dated_line_that_says_what_was_corrected_is_a_correction() -> None:
    note = "5 March 2026: Corrected the number of passengers, which was 187."
    below = f"</article><div><h2>Updates to this page</h2><p>{note}</p></div><article>"
    assert parts_of(read(page(paragraphs(FIRST, SECOND, THIRD) + below)), "correction") == [note]
