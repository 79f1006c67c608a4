"""Captions, related titles, source links, corrections, embeds, notices and credits."""

from __future__ import annotations

import pytest

from tests.stages.extract.webpages import FIRST, SECOND, THIRD, page, paragraphs, read
from twosource.model.acquired import Article
from twosource.model.identity import PartKind
from twosource.stages.extract.beside.captions import split_credit

CAPTION = "The Solvaer on the rocks at Hustad on Tuesday. (Ann Lee/Norda)"


def between(junk: str) -> Article:
    return read(page(f"{paragraphs(FIRST, SECOND)}{junk}{paragraphs(THIRD)}"))


def parts_of(article: Article, kind: PartKind) -> list[str]:
    return [part.text for part in article.parts if part.kind == kind]


def test_caption_stands_once_with_its_credit() -> None:
    figure = f"<figure><img><figcaption>{CAPTION}</figcaption></figure>"
    article = between(figure + f"<p class='caption'>{CAPTION}</p>")
    (caption,) = [part for part in article.parts if part.kind == "caption"]
    assert caption.text == CAPTION
    assert caption.credit == "Ann Lee/Norda"


def test_credit_beside_the_caption_joins_it() -> None:
    figure = (
        "<figure><figcaption><span class='caption'>The ferry at dawn.</span>"
        "<span class='credit'>Photo: Ann Lee</span></figcaption></figure>"
    )
    (caption,) = [part for part in between(figure).parts if part.kind == "caption"]
    assert (caption.text, caption.credit) == ("The ferry at dawn.", "Ann Lee")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        (CAPTION, "Ann Lee/Norda"),
        ("The ferry at dawn. Photo: Ann Lee", "Ann Lee"),
        ("The ferry at dawn. (Norda via Getty Images)", "Norda via Getty Images"),
        ("The ferry (left) and the tug (right)", None),
        ("The ferry at dawn.", None),
    ],
)
def test_credit_is_read_from_the_end_of_a_caption(caption: str, credit: str | None) -> None:
    assert split_credit(caption)[1] == credit


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


@pytest.mark.parametrize(
    ("inside", "head", "kind", "words"),
    [
        (f"<p>HUSTAD, March 3 (Norda) — {FIRST}</p>{paragraphs(SECOND)}", "", "dateline", "Norda"),
        (f"{paragraphs(FIRST, SECOND, THIRD)}<p>(Norda)</p>", "", "dateline", "Norda"),
        (
            paragraphs(FIRST, SECOND, THIRD)
            + "<p>The mate told Norda that it was dark.</p>",
            "", "told", "Norda",
        ),
        (
            paragraphs(FIRST, SECOND, THIRD)
            + "<p>The mate told the Evening Lantern that it was dark.</p>",
            "", "told", "the Evening Lantern",
        ),
        (
            paragraphs(FIRST, SECOND, THIRD)
            + "<p><i>This article first appeared in Norda.</i></p>",
            "", "syndication", "Norda",
        ),
        ("", "<meta name='author' content='Norda'>", "byline", "Norda"),
        (
            "", "<link rel='canonical' href='https://www.norda.example/wire/7'>",
            "canonical", "https://www.norda.example/wire/7",
        ),
        (
            f"{paragraphs(FIRST, SECOND)}<figure><figcaption>{CAPTION}</figcaption></figure>",
            "", "caption", "Ann Lee/Norda",
        ),
    ],
)  # fmt: skip
def test_credit_is_found_by_its_kind(inside: str, head: str, kind: str, words: str) -> None:
    article = read(page(inside, head=head))
    found = {(credit.kind, credit.words) for credit in article.credits}
    assert (kind, words) in found
    for credit in article.credits:
        assert credit.span is None or article.words(credit.span) == credit.words


@pytest.mark.parametrize("words", ["the Post", "The Harbour Post"])
def test_outlet_that_names_itself_is_no_credit(words: str) -> None:
    article = read(
        page(f"{paragraphs(FIRST, SECOND)}<p>The mate told {words} that it was dark.</p>")
    )
    assert article.credits == ()


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


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The ferry at dawn. (Photo: Ann Lee)", "Ann Lee"),
        ("The ferry at dawn. Video: Ann Lee", "Ann Lee"),
        ("The ferry at dawn. Ann Lee/Norda", "Ann Lee/Norda"),
        ("The ferry at dawn. It was Tuesday", None),
    ],
)
def test_credit_is_read_without_its_label(caption: str, credit: str | None) -> None:
    assert split_credit(caption) == (caption, credit)


def test_source_named_above_a_picture_is_the_credit_of_its_caption() -> None:
    figure = (
        "<figure><div><span class='visually-hidden'>Image source, </span>Norda</div>"
        "<figcaption>The ferry at dawn</figcaption></figure>"
    )
    (caption,) = [part for part in between(figure).parts if part.kind == "caption"]
    assert (caption.text, caption.credit) == ("The ferry at dawn", "Norda")


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


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The ferry at dawn. © Ann Lee/Norda", "Ann Lee/Norda"),
        ("The ferry at dawn / Ann Lee, Norda", "Ann Lee, Norda"),
        ("The ferry at dawn | Foto: Ann Lee", "Ann Lee"),
        ("The ferry runs Hustad / Orm", None),
    ],
)
def test_credit_is_read_after_a_slash_or_the_sign_of_copyright(
    caption: str, credit: str | None
) -> None:
    assert split_credit(caption) == (caption, credit)


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


def test_source_below_a_table_names_no_source_of_the_text() -> None:
    table = "<table><tr><td>Ships</td><td>41</td></tr></table><p>Source: coastguard, 3 March</p>"
    article = between(table)
    assert parts_of(article, "source_link") == parts_of(article, "caption") == []


def test_paper_that_published_first_is_a_notice_and_a_credit() -> None:
    words = "This story was first published by Norda. Sign up for their letters."
    article = read(page(f"{paragraphs(FIRST, SECOND, THIRD)}<p>{words}</p>"))
    assert parts_of(article, "notice") == [words]
    assert words not in article.text
    assert ("syndication", "norda") in {(each.kind, each.outlet) for each in article.credits}


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


def test_owner_and_distributor_below_the_text_are_credits() -> None:
    words = "(c) 2026 Norda. Distributed by The Mallard."
    article = read(page(f"{paragraphs(FIRST, SECOND, THIRD)}<p class='legal'>{words}</p>"))
    found = {(each.kind, each.outlet) for each in article.credits}
    assert found == {("syndication", "norda"), ("syndication", "mallard")}


def test_house_that_owns_its_own_text_is_no_credit() -> None:
    for owner in ("The Harbour Post", "Somebody Unheard Of"):
        foot = f"<p class='legal'>© 2026 {owner}</p>"
        assert read(page(f"{paragraphs(FIRST, SECOND, THIRD)}{foot}")).credits == ()


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


def test_labels_of_a_picture_in_the_text_give_its_caption_and_its_maker() -> None:
    article = between("<p>Image source, Norda</p><p>Image caption, The quay at noon</p>")
    (caption,) = [part for part in article.parts if part.kind == "caption"]
    assert (caption.text, caption.credit) == ("The quay at noon", "Norda")


def test_call_in_a_box_called_caption_is_no_caption() -> None:
    box = "<div class='subscription'><p class='cta-caption'>Thanks for reading the Post!</p></div>"
    assert parts_of(between(box), "caption") == []


def test_dated_line_that_says_what_was_corrected_is_a_correction() -> None:
    note = "5 March 2026: Corrected the number of passengers, which was 187."
    below = f"</article><div><h2>Updates to this page</h2><p>{note}</p></div><article>"
    assert parts_of(read(page(paragraphs(FIRST, SECOND, THIRD) + below)), "correction") == [note]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("– Vi så den komme, siger havnefoged Birte Holm til Norda.", "Norda"),
        ("„Wir sahen sie kommen“, sagte Kapitän Odd Holm der Nachrichtenagentur Norda.", "Norda"),
        ("« On l’a vue venir », a déclaré le capitaine à l’agence Norda.", "Norda"),
        ("«La vimos venir», dijo el capitán a Norda.", "Norda"),
        ("“We zagen haar komen”, zei kapitein Holm tegen Norda.", "Norda"),
    ],
)
def test_words_said_to_an_outlet_are_its_credit_in_other_languages(said: str, words: str) -> None:
    source = page(paragraphs(FIRST, SECOND, said, THIRD)).replace("<html lang='en'>", "<html>")
    credits = read(source).credits
    assert [(each.kind, each.words, each.outlet) for each in credits] == [("told", words, "norda")]


def test_words_said_to_somebody_who_is_no_outlet_are_no_credit() -> None:
    assert between("<p>– Vi så den komme, siger hun til Mads og Birte.</p>").credits == ()
