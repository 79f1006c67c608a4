"""What is no article is refused with the reason, and a report that looks like one is read."""

from __future__ import annotations

import pytest

from tests.stages.extract.webpages import BODY, page, paragraphs, read
from twosource.errors import NotAnArticleError


@pytest.mark.parametrize("path", ["/about-us/", "/privacy-policy", "/en/contact"])
def test_page_about_the_site_is_refused_with_the_reason(path: str) -> None:
    with pytest.raises(NotAnArticleError) as refused:
        read(page(), url=f"https://harbour-post.example{path}")
    assert path in refused.value.reason


def test_dated_article_is_never_refused_for_its_address() -> None:
    head = '<meta property="article:published_time" content="2026-03-03T06:50:00Z">'
    assert read(page(head=head), url="https://harbour-post.example/about-us/").text


CONSENT = (
    "<p>We and our 214 partners store cookies on your device and read them.</p>"
    "<p>With your consent we process personal data to show you what suits you better.</p>"
    "<p>You may change your choice on this page at any time, as often as you like.</p>"
)


ACCOUNT = (
    "<p>An account is free, takes a minute and gives you five articles of ours a month.</p>" * 2
)


@pytest.mark.parametrize(
    ("title", "inside", "reason"),
    [
        ("Page not found", paragraphs(*BODY), "answers 'Page not found'"),
        ("404 – gone fishing", paragraphs(*BODY), "answers '404"),
        ("Seite nicht gefunden", paragraphs(*BODY), "answers 'Seite"),
        ("Just a moment...", paragraphs(*BODY), "answers 'Just a moment"),
        ("Your choice", CONSENT, "consent to cookies"),
        ("Sign in to read on", ACCOUNT, "asks the reader to sign in"),
    ],
)
def test_what_a_site_sends_instead_of_the_article_is_refused(
    title: str, inside: str, reason: str
) -> None:
    with pytest.raises(NotAnArticleError, match=reason):
        read(page(inside, title=title))


@pytest.mark.parametrize("title", ["404 ships lost in a year", "Sign in the sea puzzles Hustad"])
def test_dated_report_with_such_a_title_is_read(title: str) -> None:
    head = "<meta property='article:published_time' content='2026-03-03T20:10:00Z'>"
    assert read(page(head=head, title=title)).headline == title
