"""Whatever the bytes are, nothing but an ExtractError leaves the stage, and soon."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import capture
from tests.stages.extract.webpages import OUTLETS, page, read
from twosource.errors import ExtractError
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract

SECONDS = 20  # for the slowest page here on a loaded machine; each took under 4 when written
PAGE = page().encode()
WORDS = b"The ferry lies on the rocks. " * 20

markup = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div class=related>", "</div>", "<a href=x>", "</a>", "<table>", "<td>",
         "<script>", "</script>", "<!--", "-->", "<h1>", "<pre>", "<li>", "<br><br>", "&#xD8;",
         "<![CDATA[", "<script type='application/ld+json'>", '{"@type": "NewsArticle", "name":',
         "[", "]", "}", "The ferry lies on the rocks at Hustad. ", "told The ", "(Norda)", "\x00",
         "By Ann Lee ", "3 March 2026 ", "Source link", "\u202e", "…"]
    ),
    max_size=60,
)  # fmt: skip


def outcome(body: bytes) -> str:
    try:
        return extract(capture(body), OUTLETS, ExtractSettings()).text
    except ExtractError:
        return ""


@settings(max_examples=150, deadline=None)
@given(markup)
def test_any_mixture_of_markup_gives_an_article_or_a_refusal(pieces: list[str]) -> None:
    outcome("".join(pieces).encode("utf-8", "replace"))


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(PAGE)), st.integers(0, len(PAGE)), st.binary(max_size=8))
def test_any_damage_to_a_page_gives_an_article_or_a_refusal(
    one: int, two: int, junk: bytes
) -> None:
    start, end = sorted((one, two))
    outcome(PAGE[:start] + junk + PAGE[end:])


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_refusal(body: bytes) -> None:
    outcome(body)


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 30_000 + WORDS,
        b"<b>" * 30_000 + WORDS,
        b"<table><tr><td>" * 5_000 + WORDS,
        b"<p>" * 100_000 + WORDS,
        b"<" * 200_000,
        b"(" * 200_000 + WORDS,
        b"<p>" + b"told The " * 30_000,
        b"<p>" + b"By A " * 30_000,
        b"<p>" + b"story published by permission of The A " * 8_000,
        b"- \n" * 100_000,
        b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script><p>" + WORDS,
        b"<script type='application/ld+json'>" + b'{"a":' * 30_000 + b"</script><p>" + WORDS,
    ],
    ids=range(12),
)
def test_page_made_to_take_long_is_done_soon(body: bytes) -> None:
    started = time.process_time()
    outcome(body)
    assert time.process_time() - started < SECONDS


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>&b; &f; '
        + WORDS
        + b"</p></body></html>"
    )
    text = outcome(bomb)
    assert "aaaaaaaaaa" not in text
    assert "root:" not in text


def test_page_larger_than_the_setting_is_refused_unread() -> None:
    with pytest.raises(ExtractError, match="most_page_bytes"):
        extract(capture(PAGE), OUTLETS, ExtractSettings(most_page_bytes=100))


def test_wrong_types_in_json_ld_do_no_harm() -> None:
    fields = (
        '{"@type": "NewsArticle", "headline": [1, {"a": null}], "author": [[["x"]], 5, null],'
        ' "datePublished": 123, "articleBody": ["x"], "liveBlogUpdate": [5, {"headline": 7}],'
        ' "wordCount": {}, "articleSection": [[]], "isAccessibleForFree": [], "url": 5}'
    )
    head = f'<script type="application/ld+json">{fields}</script>'
    assert read(page(head=head)).headline == "Ferry runs aground off Hustad"
