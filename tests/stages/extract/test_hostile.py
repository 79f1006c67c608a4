"""Whatever the bytes are, nothing but an ExtractError leaves the stage, and soon."""

from __future__ import annotations

import json
import sys
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import capture
from tests.stages.extract.webpages import OUTLETS, page, read
from twosource.errors import ExtractError, NotAnArticleError
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract
from twosource.text.record import RECORD_TYPE

SECONDS = 20  # for the slowest page here on a loaded machine; each took under 4 when written
PAGE = page().encode()
WORDS = b"The ferry lies on the rocks. " * 20

LIVE_BLOG = (
    b'<script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": ['
    + b",".join(b'{"headline": "The ferry lies", "articleBody": "%d"}' % n for n in range(20_000))
    + b"]}</script>"
    + b"<p>The ferry lies on the rocks at Hustad.</p>" * 5_000
)
MANY_AUTHORS = (
    b'<script type="application/ld+json">{"@type": "NewsArticle", "author": ['
    + b",".join(b'{"@id": "#%d"}' % n for n in range(10_000))
    + b']}</script><script type="application/ld+json">['
    + b",".join(b'{"@type": "Person", "@id": "#x%d"}' % n for n in range(10_000))
    + b"]</script><p>"
    + WORDS
)
LONG_WITNESS = (
    b'<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
    + b"The ferry lies on the rocks. " * 40_000
    + b'"}</script>'
    + b"<p>The tug came an hour late and stood off.</p>" * 10_000
)
MANY_ATTRIBUTES = b"<p " + b" ".join(b"a%d='>'" % n for n in range(400_000)) + b">" + WORDS
SHELL = b"<title>The ferry lies on the rocks</title><p>Loading</p>"
CIRCLE = (
    b'<script>x={"A":{"title":"The ferry lies on the rocks","a":[{"__ref":"A"},{"__ref":"A"},'
    b'{"__ref":"B"}]},"B":"' + WORDS * 300 + b'"}</script>'
)

markup = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class=related>",
            "</div>",
            "<a href=x>",
            "</a>",
            "<table>",
            "<td>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<h1>",
            "<pre>",
            "<li>",
            "<br><br>",
            "&#xD8;",
            "<![CDATA[",
            "<script type='application/ld+json'>",
            '{"@type": "NewsArticle", "name":',
            "[",
            "]",
            "}",
            "The ferry lies on the rocks at Hustad. ",
            "told The ",
            "(Norda)",
            "\x00",
            "By Ann Lee ",
            "3 March 2026 ",
            "Source link",
            "\u202e",
            "…",
        ]
    ),
    max_size=60,
)


def outcome(body: bytes) -> str:
    try:
        return extract(capture(body), OUTLETS, ExtractSettings()).text
    except ExtractError:
        return ""


@settings(max_examples=150)
@given(markup)
def test_any_mixture_of_markup_gives_an_article_or_a_refusal(pieces: list[str]) -> None:
    outcome("".join(pieces).encode("utf-8", "replace"))


@settings(max_examples=80)
@given(st.integers(0, len(PAGE)), st.integers(0, len(PAGE)), st.binary(max_size=8))
def test_any_damage_to_a_page_gives_an_article_or_a_refusal(
    one: int, two: int, junk: bytes
) -> None:
    start, end = sorted((one, two))
    outcome(PAGE[:start] + junk + PAGE[end:])


@settings(max_examples=80)
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
        b"<script type='application/ld+json'>{}-->" + b" " * 200_000 + b"x</script><p>" + WORDS,
        b"<script type='application/ld+json'>{}</script>" * 100_000 + b"<p>" + WORDS,
        b"<div class='" + b"related " * 100_000 + b"'><p>" + WORDS,
        b"<meta name=author content='By " + b"(a" * 200_000 + b"'><p>" + WORDS,
        b"<meta property=og:title content='" + b"a: " * 200_000 + b"'><p>" + WORDS,
        b"<i itemscope itemtype=x/NewsArticle>" + b"<b itemprop=author>A B</b>" * 20_000,
        b"<div itemscope itemprop=author>" * 3_000 + b"<p>" + WORDS,
        LIVE_BLOG,
        MANY_AUTHORS,
        LONG_WITNESS,
        b"\x00" * 100_000 + b"<p>" + WORDS,
        b"\xff\xfe" + b"<p>The ferry lies on the rocks. " * 20_000,
        b"<meta charset=utf-16>" + b"<p>The ferry lies on the rocks \xe9. " * 20_000,
        b"<p>" + b"The ferry lies on the rocks. " * 100_000,
        b"<h1>" + WORDS + b"</h1><p>" * 20_000 + WORDS,
        b"<p><img><i>" * 20_000 + WORDS,
        b"<div><img><div>" * 20_000 + WORDS,
        b"<td><font>A B</font><br><b>C D</b><br>" * 20_000,
        SHELL + b"<script>" + b"JSON.parse('a" * 100_000 + b"</script>",
        SHELL + b"<script>" + b'x={"a":"' * 100_000 + b"</script>",
        SHELL + b"<script>x=" + b'{"a":' * 30_000 + b"</script>",
        SHELL + CIRCLE,
        b"&amp;" * 200_000 + b"&#55296;" * 1_000 + WORDS,
        MANY_ATTRIBUTES,
        b"<!-- <a b=' -->" + MANY_ATTRIBUTES + b"'>" + WORDS,
        b"<a" * 200_000 + b"><p>" + WORDS,
    ],
    ids=range(38),
)
def test_page_made_to_take_long_is_done_soon(body: bytes) -> None:
    started = time.process_time()
    outcome(body)
    assert time.process_time() - started < SECONDS


def test_the_words_of_an_element_with_too_many_attributes_are_read() -> None:
    assert outcome(MANY_ATTRIBUTES).startswith("The ferry lies on the rocks.")


def test_nothing_that_a_terminal_obeys_is_left_in_an_article() -> None:
    line = "The \u202eferry&#27;[2J &#x202e;lies&#27;]0;x&#7; on\u2067 rocks. "
    article = read(page(f"<p>{line * 5}</p>", title=line))
    assert article.headline == "The ferry[2J lies]0;x on rocks."
    assert article.text == " ".join([article.headline] * 5)


def test_nor_in_what_a_record_calls_its_outlet() -> None:
    record = {"text": WORDS.decode(), "outlet": "The \x1b[31mQuay\u202e"}
    kept = capture(json.dumps(record), "https://quay.example/ferry", RECORD_TYPE)
    assert extract(kept, OUTLETS, ExtractSettings()).outlet_name == "The [31mQuay"


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


def test_a_text_as_long_as_a_book_is_no_article() -> None:
    book = "<p>The ferry ran aground off the coast.</p>" * 15_000
    with pytest.raises(NotAnArticleError, match="letters, more than 500,000"):
        extract(capture(book.encode()), OUTLETS, ExtractSettings())


def test_wrong_types_in_json_ld_do_no_harm() -> None:
    fields = (
        '{"@type": "NewsArticle", "headline": [1, {"a": null}], "author": [[["x"]], 5, null],'
        ' "datePublished": 123, "articleBody": ["x"], "liveBlogUpdate": [5, {"headline": 7}],'
        ' "wordCount": {}, "articleSection": [[]], "isAccessibleForFree": [], "url": 5}'
    )
    head = f'<script type="application/ld+json">{fields}</script>'
    assert read(page(head=head)).headline == "Ferry runs aground off Hustad"


@pytest.mark.parametrize(
    "piece",
    [
        "<p>The ferry lies on the rocks at Hustad, the coastguard said.</p>",
        "<div class='x'><a href='/1'>Another story about the ferry</a></div>",
        "<div><img><div>The quay of Hustad on Tuesday.</div></div>",
        "<table><tr><td>Ships</td><td>41</td></tr></table>",
        "<span itemprop='author'>Ann Lee</span>",
        "<li><p>10.05</p><p>The ferry lies on the rocks at Hustad.</p></li>",
        "<h2>Related</h2><p><a href='/1'>Another story about the ferry</a></p>",
        "The ferry lies on the rocks. <br><br>",
        "<script type='application/ld+json'>{'@type': 'NewsArticle', 'headline': 'x'}</script>",
    ],
)
def test_twice_the_page_takes_at_most_three_times_the_steps(piece: str) -> None:
    assert steps(piece * 600) <= 3 * steps(piece * 300)


def steps(inside: str) -> int:
    """Return how many functions are called to read a page, ours and the interpreter's."""
    body = page(inside).encode()
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        outcome(body)
    finally:
        sys.setprofile(None)
    return count


def test_memory_for_a_page_stays_within_a_hundred_times_its_size() -> None:
    body = b"<div class=a><p>The ferry lies on the rocks at Hustad. <a href=/x>More</a></p>" * 4_000
    tracemalloc.start()
    outcome(body)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100 * len(body)
