"""What a feed told of a page stands in where the page is silent, and nowhere else."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.factories import capture
from tests.stages.extract.webpages import BODY, FETCHED, OUTLETS, page
from twosource.model.acquired import Article, Told
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract

BARE = "<html><body><div>{}</div></body></html>".format("".join(f"<p>{text}</p>" for text in BODY))
TIME = "2026-03-03T07:40:00+00:00"
Said = tuple[tuple[Told, str], ...]


def read(
    source: str, *told: tuple[Told, str], url: str = "https://harbour-post.example/1"
) -> Article:
    return extract(
        capture(source, url, "text/html; charset=utf-8", FETCHED, told), OUTLETS, ExtractSettings()
    )


def test_a_page_without_headline_author_and_date_has_those_of_its_feed() -> None:
    told: Said = (("headline", "Ferry  aground"), ("byline", "Ann Lee"), ("published", TIME))
    article = read(BARE, *told)
    assert article.headline == "Ferry aground"
    assert article.byline == ("Ann Lee",)
    assert article.published == datetime(2026, 3, 3, 7, 40, tzinfo=UTC)
    assert article.told == ("headline", "byline", "published")


def test_a_page_that_speaks_for_itself_is_believed_and_not_its_feed() -> None:
    head = (
        '<meta property="article:published_time" content="2026-03-03T09:15:00Z">'
        '<meta name="author" content="Bo Ray">'
    )
    told: Said = (
        ("headline", "Another"),
        ("byline", "Ann Lee"),
        ("published", TIME),
        ("language", "fr"),
    )
    article = read(page(head=head), *told)
    assert article.headline == "Ferry runs aground off Hustad"
    assert article.byline == ("Bo Ray",)
    assert article.published == datetime(2026, 3, 3, 9, 15, tzinfo=UTC)
    assert (article.language, article.told) == ("en", ())


def test_a_page_that_gives_the_day_alone_has_the_hour_of_its_feed() -> None:
    dated = page(head='<meta name="date" content="2026-03-03">')
    assert read(dated, ("published", TIME)).published == datetime(2026, 3, 3, 7, 40, tzinfo=UTC)
    # A feed that tells of another day is not believed.
    other = read(dated, ("published", "2026-02-20T07:40:00+00:00"))
    assert (other.published, other.told) == (datetime(2026, 3, 3, tzinfo=UTC), ())


def test_when_an_entry_was_changed_is_when_its_page_was_unless_the_page_says_so() -> None:
    later, latest = "2026-03-03T09:40:00+00:00", "2026-03-04T09:40:00+00:00"
    silent = read(BARE, ("published", TIME), ("changed", later))
    assert (silent.changed, silent.told) == (
        datetime(2026, 3, 3, 9, 40, tzinfo=UTC),
        ("published", "changed"),
    )
    assert read(BARE, ("published", TIME), ("changed", TIME)).changed is None
    head = f'<meta property="article:modified_time" content="{later}">'
    spoken = read(page(head=head), ("published", TIME), ("changed", latest))
    assert (spoken.changed, spoken.told) == (
        datetime(2026, 3, 3, 9, 40, tzinfo=UTC),
        ("published",),
    )


def test_a_feed_that_dates_a_page_after_it_was_fetched_is_not_believed() -> None:
    assert read(BARE, ("published", "2031-01-01T00:00:00+00:00")).published is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("desk@post.example (Ann Lee)", ("Ann Lee",)),
        ("desk@post.example", ()),
        ("Ann Lee, Bo Ray", ("Ann Lee", "Bo Ray")),
    ],
)
def test_an_author_of_a_feed_is_a_name_without_its_mail(
    written: str, names: tuple[str, ...]
) -> None:
    assert read(BARE, ("byline", written)).byline == names


@pytest.mark.parametrize(
    "told",
    [
        (("source", "Norda"),),
        (("source", "Norda Newswire"), ("source address", "https://norda.example/rss")),
        (("source address", "https://norda.example/rss"),),
    ],
)
def test_whom_a_feed_names_as_source_is_credited_with_the_report(told: Said) -> None:
    [credit] = read(page(), *told).credits
    assert (credit.kind, credit.outlet) == ("rss", "norda")


@pytest.mark.parametrize(
    "told",
    [
        (("source", "The Harbour Post"),),
        (("source", "Harbour Post"),),
        (("source", "HP online"), ("source address", "https://www.harbour-post.example/")),
    ],
)
def test_a_feed_that_names_the_outlet_itself_credits_nobody(told: Said) -> None:
    assert read(page(), *told).credits == ()


def test_a_source_that_no_table_knows_is_kept_by_its_words() -> None:
    [credit] = read(page(), ("source", "Old Gull Weekly")).credits
    assert (credit.kind, credit.words, credit.outlet) == ("rss", "Old Gull Weekly", None)


def test_a_whole_text_of_a_feed_has_its_author_from_the_feed() -> None:
    record = json.dumps({"url": "https://harbour-post.example/1", "html": BARE}).encode()
    kind = "application/x-twosource-record+json"
    made = capture(record, media_type=kind, told=(("byline", "Ann Lee"), ("headline", "Aground")))
    article = extract(made, OUTLETS, ExtractSettings())
    assert (article.byline, article.headline) == (("Ann Lee",), "Aground")


def test_the_line_behind_a_blog_s_text_is_no_body_and_credits_another_outlet() -> None:
    line = "<p>The post Ferry aground appeared first on <a href='/'>{}</a>.</p>"
    kind = "application/x-twosource-record+json"
    for name, credits in (("Norda", [("syndication", "norda")]), ("The Harbour Post", [])):
        html = "".join(f"<p>{text}</p>" for text in BODY) + line.format(name)
        record = json.dumps({"url": "https://harbour-post.example/1", "html": html})
        url = "https://harbour-post.example/1"
        article = extract(capture(record, url, kind), OUTLETS, ExtractSettings())
        assert article.text == "\n\n".join(BODY)
        assert [(credit.kind, credit.outlet) for credit in article.credits] == credits
