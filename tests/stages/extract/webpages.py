"""Pages of an invented paper about an invented event, as small as a test needs them."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.factories import capture
from twosource.model.acquired import Article
from twosource.model.identity import PartKind
from twosource.outlets import load_outlets
from twosource.settings import ExtractSettings
from twosource.stages.extract import extract

OUTLETS = load_outlets(
    """
    [[outlet]]
    id = "harbour-post"
    name = "The Harbour Post"
    domains = ["harbour-post.example"]
    country = "GB"
    kind = "newspaper"

    [[outlet]]
    id = "norda"
    name = "Norda"
    domains = ["norda.example"]
    kind = "agency"

    [[outlet]]
    id = "mallard"
    name = "The Mallard"
    domains = ["mallard.example"]
    kind = "satire"
    """
)
FETCHED = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
FIRST = (
    "The ferry Solvaer ran aground off Hustad on Monday night with 187 passengers on board, "
    "the coastguard said."
)
SECOND = (
    "All of them were taken off by helicopter before dawn, and nobody was reported missing on "
    "Tuesday morning."
)
THIRD = (
    "The company that runs the ship said it did not know why both engines had failed at the same "
    "time in a gale."
)
BODY = (FIRST, SECOND, THIRD)
CAPTION = "The Solvaer on the rocks at Hustad on Tuesday. (Ann Lee/Norda)"


def paragraphs(*texts: str) -> str:
    """Return texts as HTML paragraphs."""
    return "\n".join(f"<p>{text}</p>" for text in texts)


def page(inside: str = "", *, head: str = "", title: str = "Ferry runs aground off Hustad") -> str:
    """Return a page with a headline and what stands inside its article, the body by default."""
    return (
        f"<!doctype html><html lang='en'><head><title>{title} - The Harbour Post</title>{head}"
        "</head><body><nav><a href='/'>Home</a> <a href='/sea'>Sea</a></nav>"
        f"<article><h1>{title}</h1>{inside or paragraphs(*BODY)}</article>"
        "<footer><p>Printed on the quay since 1871 by people who know the tides by heart.</p>"
        "</footer></body></html>"
    )


def read(
    source: str | bytes,
    url: str = "https://www.harbour-post.example/sea/ferry-aground",
    media_type: str = "text/html; charset=utf-8",
) -> Article:
    """Return the article of a page's source."""
    return extract(capture(source, url, media_type, FETCHED), OUTLETS, ExtractSettings())


def between(junk: str) -> Article:
    """Return the article of a page with something between its paragraphs."""
    return read(page(f"{paragraphs(FIRST, SECOND)}{junk}{paragraphs(THIRD)}"))


def texts(article: Article) -> list[str]:
    """Return the article's blocks as texts."""
    return [article.text[block.start : block.end] for block in article.blocks]


def parts_of(article: Article, kind: PartKind) -> list[str]:
    """Return the texts of the article's parts of one kind."""
    return [part.text for part in article.parts if part.kind == kind]
