"""Plain text as a reader saves it, letters-only pages, records, and bytes of every encoding."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.stages.extract.webpages import (
    BODY,
    FIRST,
    SECOND,
    THIRD,
    page,
    paragraphs,
    read,
    texts,
)
from twosource.errors import NoBodyError, NotTextError
from twosource.model.acquired import Article
from twosource.stages.extract.reading.page import decode

JAPANESE = "<meta charset='shift_jis'>"
GERMAN = "Käse und Brot am Kai. " * 20
CAPTION = (
    "The ferry Solvaer lies on the rocks at Hustad in Norway on March 3, 2026. (Ann Lee/Norda)"
)
SAVED = f"""World News

Ferry Is Stuck Upon Rocks After Night of Storm

The rescue came amid doubts about the age of the company’s ships.

On Monday night, {FIRST[0].lower()}{FIRST[1:]}

{SECOND}

Related Stories

Harbour Wall to Be Rebuilt in Spring
Old Tug Finds a New Home

‘Nobody Asked the Engineer’

{THIRD} The mate told Norda that it was dark.

{CAPTION}
{CAPTION}
As the wind drops, the owners of the ship Source link

Leave a Reply

This site uses Akismet to reduce spam. Learn how your comment data is processed.
"""


def saved() -> Article:
    return read(SAVED, url="file:///saved/ferry.txt", media_type="text/plain")


def test_saved_text_gives_section_headline_and_deck() -> None:
    article = saved()
    assert article.section == "World News"
    assert article.headline == "Ferry Is Stuck Upon Rocks After Night of Storm"
    assert article.deck == "The rescue came amid doubts about the age of the company’s ships."


def test_saved_text_keeps_the_cut_sentence_and_says_that_it_is_cut() -> None:
    article = saved()
    assert texts(article)[-1] == "As the wind drops, the owners of the ship"
    assert article.truncated


def test_saved_text_is_parted_from_what_was_saved_along() -> None:
    article = saved()
    assert [(part.name, part.text) for part in article.parts] == [
        ("related 1", "Harbour Wall to Be Rebuilt in Spring"),
        ("related 2", "Old Tug Finds a New Home"),
        ("caption 1", CAPTION),
        ("source_link 1", "Source link"),
        ("notice 1", "Leave a Reply"),
        (
            "notice 2",
            "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        ),
    ]
    assert "Related" not in article.text
    assert {credit.kind for credit in article.credits} == {"told", "caption"}


def test_subheading_in_plain_text_is_a_heading() -> None:
    article = saved()
    kinds = dict(zip(texts(article), (block.kind for block in article.blocks), strict=True))
    assert kinds["‘Nobody Asked the Engineer’"] == "heading"


def test_hard_wrapped_letters_in_pre_become_paragraphs() -> None:
    wrapped = (
        "PLAIN NEWS -- letters only\n\nFerry aground at Hustad, passengers off\n\n"
        "Ruth, Tuesday 3 March 2026, 06:50 GMT\n\n"
        "The ferry Solvaer ran aground off the west coast of Norway on Monday\n"
        "night in a gale. All of the passengers had been taken off by four in\n"
        "the morning.\n\nThe ship stands upright. She has diesel in her tanks. People who\n"
        "look after birds are worried and have said so on the radio since\nthe early morning.\n"
    )
    article = read(
        f"<html><head><title>Plain</title></head><body><pre>{wrapped}</pre></body></html>"
    )
    assert article.headline == "Ferry aground at Hustad, passengers off"
    assert article.byline == ("Ruth",)
    assert article.published == datetime(2026, 3, 3, 6, 50, tzinfo=UTC)
    assert texts(article)[1].endswith("on the radio since the early morning.")


def record(*, at: str = "https://www.harbour-post.example/7", **fields: object) -> Article:
    body = json.dumps(fields).encode()
    return read(
        body,
        url=at,
        media_type="application/x-twosource-record+json",
    )


def test_record_with_text_is_taken_as_it_stands() -> None:
    article = record(
        headline="Ferry aground", text="\n".join(BODY), published="2026-03-03", language="en"
    )
    assert texts(article) == list(BODY)
    assert article.headline == "Ferry aground"
    assert article.published == datetime(2026, 3, 3, tzinfo=UTC)


def test_record_of_a_crawler_has_its_headline_date_and_author() -> None:
    article = record(
        title="Ferry aground",
        maintext="\n".join(BODY),
        date_publish="2026-03-03 09:00:00",
        authors=["Ada Lund"],
    )
    assert article.headline == "Ferry aground"
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-03T09:00:00+00:00"
    assert article.byline == ("Ada Lund",)


def test_a_correction_in_the_text_of_a_record_stands_beside_it() -> None:
    note = "Correction: An earlier version of this article said the ferry had 142 passengers."
    article = record(text="\n".join((note, *BODY)))
    assert texts(article) == list(BODY)
    assert [(part.kind, part.text) for part in article.parts] == [("correction", note)]
    assert record(text=note).text == note


def test_a_line_with_a_bullet_in_a_record_is_an_item_without_it() -> None:
    article = record(text="\n".join((*BODY, "* July 2013: A train derails near Malmo.")))
    assert article.text.endswith("\n\nJuly 2013: A train derails near Malmo.")
    assert article.blocks[-1].kind == "list item"


def test_record_states_more_than_its_html() -> None:
    article = record(headline="Stated headline", html=page())
    assert article.headline == "Stated headline"
    assert article.text == "\n\n".join(BODY)


@pytest.mark.parametrize(
    ("fields", "genre"),
    [
        ({"headline": "Opinion: The harbour was warned"}, "opinion"),
        ({"headline": "The harbour was warned", "section": "Opinion"}, "opinion"),
        ({"url": "https://www.harbour-post.example/opinion/7"}, "opinion"),
        ({"headline": "The harbour was warned", "section": "Public opinion"}, "news"),
    ],
)
def test_record_has_the_genre_that_headline_section_or_address_names(
    fields: dict[str, str], genre: str
) -> None:
    assert record(text="\n".join(BODY), **fields).genre.name == genre
    assert record(text="\n".join((genre.upper(), *BODY))).genre.name == genre
    dated = f"{genre.upper()} - Oban, 3 March 2026"
    assert record(text="\n".join((dated, *BODY))).genre.name == genre


def test_half_a_character_in_a_record_does_no_harm() -> None:
    body = b'{"headline": "Ferry \\ud83d aground", "text": "' + "\\n".join(BODY).encode() + b'"}'
    article = read(body, media_type="application/x-twosource-record+json")
    assert article.headline == "Ferry \ufffd aground"


@pytest.mark.parametrize("body", [b"{", b"[1]", b'"text"', b"\xff\xfe"])
def test_record_that_is_no_object_is_no_text(body: bytes) -> None:
    with pytest.raises(NotTextError):
        read(body, media_type="application/x-twosource-record+json")


@pytest.mark.parametrize(
    ("body", "media_type", "text"),
    [
        ("Käse".encode(), "text/html; charset=iso-8859-1", "Käse"),
        ("Käse".encode("cp1252"), "text/html", "Käse"),
        ("it’s".encode("cp1252"), "text/html; charset=iso-8859-1", "it’s"),
        (f"{JAPANESE}船".encode("cp932"), "text/html", f"{JAPANESE}船"),
        ("Паром".encode("cp1251"), "text/html; charset=windows-1251", "Паром"),
        ("Käse".encode("utf-16"), "text/html", "Käse"),
        ("\ufeffKäse".encode(), "text/html", "Käse"),
        (GERMAN.encode() + b"it\x92s", "text/html", f"{GERMAN}it’s"),
        (b"one\r\ntwo\rthree", "text/plain", "one\ntwo\nthree"),
    ],
)
def test_bytes_are_read_in_their_encoding(body: bytes, media_type: str, text: str) -> None:
    assert decode(body, media_type, "https://a.example/") == text


@pytest.mark.parametrize(
    "body",
    [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04zip", b"\x1f\x8bgzip", bytes(range(256)) * 40],
)
def test_bytes_that_are_no_text_are_refused(body: bytes) -> None:
    with pytest.raises(NotTextError):
        read(body)


@pytest.mark.parametrize("body", ["", "<html></html>", "<p>Too short.</p>", "   "])
def test_page_without_text_has_no_body(body: str) -> None:
    with pytest.raises(NoBodyError):
        read(body)


def test_soft_hyphens_are_gone_and_text_is_composed() -> None:
    article = read(
        page(paragraphs("Fa\u00adhre auf Grund: Cafe\u0301 am Kai ist zu. " + FIRST, SECOND))
    )
    assert article.text.startswith("Fahre auf Grund: Café am Kai ist zu.")


def test_language_is_told_by_the_words_where_the_page_declares_another() -> None:
    french = (
        "Le traversier s'est échoué lundi soir au large de la côte norvégienne avec ses passagers.",
        "Tous les passagers ont été évacués par hélicoptère avant l'aube, selon les garde-côtes.",
    )
    assert read(page(paragraphs(*french))).language == "fr"


def test_id_is_the_same_whatever_the_run_and_another_for_other_words() -> None:
    assert read(page()).id == read(page()).id
    assert read(page()).id != read(page(paragraphs(FIRST, SECOND))).id
    assert THIRD in read(page()).text


def test_record_of_one_sentence_is_an_article() -> None:
    assert (
        record(headline="Ferry aground", text="A ferry ran aground.").text == "A ferry ran aground."
    )


def test_saved_page_belongs_to_the_outlet_it_calls_its_own() -> None:
    head = '<link rel="canonical" href="https://www.harbour-post.example/sea/ferry">'
    assert read(page(head=head), url="file:///saved/ferry.html").outlet == "harbour-post"


def test_a_record_names_the_outlet_that_no_table_knows() -> None:
    text = "\n".join(BODY)
    placed = record(at="https://havn.example/a", text=text, outlet="The Quay")
    assert (placed.outlet, placed.outlet_name) == ("havn.example", "The Quay")
    names = ("The Quay", "The Pier")
    one, other = (record(at="file:a.jsonl#1", text=text, outlet=name) for name in names)
    assert (one.outlet, other.outlet) == names
    assert record(at="file:a.jsonl#1", text=text).outlet == "unknown"
