"""Whom a page names as where its text or picture comes from is kept as a credit."""

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
from twosource.stages.extract.beside.captions import split_credit


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


@pytest.mark.parametrize(
    ("inside", "head", "kind", "words"),
    [
        (f"<p>HUSTAD, March 3 (Norda) — {FIRST}</p>{paragraphs(SECOND)}", "", "dateline", "Norda"),
        (f"{paragraphs(FIRST, SECOND, THIRD)}<p>(Norda)</p>", "", "dateline", "Norda"),
        (
            paragraphs(FIRST, SECOND, THIRD) + "<p>The mate told Norda that it was dark.</p>",
            "",
            "told",
            "Norda",
        ),
        (
            paragraphs(FIRST, SECOND, THIRD)
            + "<p>The mate told the Evening Lantern that it was dark.</p>",
            "",
            "told",
            "the Evening Lantern",
        ),
        (
            paragraphs(FIRST, SECOND, THIRD)
            + "<p><i>This article first appeared in Norda.</i></p>",
            "",
            "syndication",
            "Norda",
        ),
        ("", "<meta name='author' content='Norda'>", "byline", "Norda"),
        (
            "",
            "<link rel='canonical' href='https://www.norda.example/wire/7'>",
            "canonical",
            "https://www.norda.example/wire/7",
        ),
        (
            f"{paragraphs(FIRST, SECOND)}<figure><figcaption>{CAPTION}</figcaption></figure>",
            "",
            "caption",
            "Ann Lee/Norda",
        ),
    ],
)
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


def test_owner_and_distributor_below_the_text_are_credits() -> None:
    words = "(c) 2026 Norda. Distributed by The Mallard."
    article = read(page(f"{paragraphs(FIRST, SECOND, THIRD)}<p class='legal'>{words}</p>"))
    found = {(each.kind, each.outlet) for each in article.credits}
    assert found == {("syndication", "norda"), ("syndication", "mallard")}


def test_house_that_owns_its_own_text_is_no_credit() -> None:
    for owner in ("The Harbour Post", "Somebody Unheard Of"):
        foot = f"<p class='legal'>© 2026 {owner}</p>"
        assert read(page(f"{paragraphs(FIRST, SECOND, THIRD)}{foot}")).credits == ()


def test_labels_of_a_picture_in_the_text_give_its_caption_and_its_maker() -> None:
    article = between("<p>Image source, Norda</p><p>Image caption, The quay at noon</p>")
    (caption,) = [part for part in article.parts if part.kind == "caption"]
    assert (caption.text, caption.credit) == ("The quay at noon", "Norda")


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
