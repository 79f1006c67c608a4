"""Small values for tests, with defaults that say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from twosource.canonical import digest, digest_of_bytes
from twosource.columns import KEYS, MARKS, packed
from twosource.model.acquired import Article, Block, Capture, Outlet, Told
from twosource.model.annotated import Annotated
from twosource.model.identity import (
    ArticleId,
    CaptureId,
    LanguageCode,
    OutletId,
    Span,
)
from twosource.model.linked import Keyed

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


def hours(count: float) -> timedelta:
    """Return that many hours."""
    return timedelta(hours=count)


EVER = (NOON - timedelta(days=9999), NOON + timedelta(days=9999))  # around all dates of tests


def keyed(
    name: str,
    *keys: int,
    marks: Sequence[int] = (),
    between: tuple[datetime, datetime] = EVER,
) -> Keyed:
    return Keyed(
        article=ArticleId(name),
        keys=packed(keys, KEYS),
        marks=packed(marks, MARKS),
        between=between,
    )


def capture(
    body: bytes | str = b"<html></html>",
    url: str = "https://harbour-post.example/ferry",
    media_type: str = "text/html; charset=utf-8",
    fetched_at: datetime = NOON,
    told: tuple[tuple[Told, str], ...] = (),
) -> Capture:
    """Return a capture of a page; text is encoded as UTF-8."""
    data = body.encode() if isinstance(body, str) else body
    return Capture(
        id=CaptureId(digest((url, digest_of_bytes(data)))),
        url=url,
        media_type=media_type,
        body=data,
        body_digest=digest_of_bytes(data),
        fetched_at=fetched_at,
        via="test:",
        told=told,
    )


def paragraphs_of(text: str) -> tuple[Block, ...]:
    """Return a block for every stretch between blank lines."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    return tuple(blocks)


def article(
    text: str = "A ferry ran aground off the coast on Tuesday.",
    *,
    outlet: str = "harbour-post",
    headline: str = "Ferry runs aground",
    published: datetime | None = NOON,
    url: str = "",
    **changes: Any,
) -> Article:
    """Return an article of an invented outlet; `changes` override any other field."""
    address = url or f"https://{outlet}.example/{digest((headline, text))[:8]}"
    came_from = capture(text, address)
    fields: dict[str, Any] = {
        "id": ArticleId(digest((address, outlet, headline, text))),
        "capture": came_from.id,
        "capture_digest": came_from.body_digest,
        "url": address,
        "canonical": address,
        "outlet": OutletId(outlet),
        "headline": headline,
        "language": LanguageCode("en"),
        "text": text,
        "blocks": paragraphs_of(text),
        "published": published,
        "fetched_at": (published or NOON) + hours(1),
    }
    return Article(**(fields | changes))


def annotated(of: Article, *, sentences: tuple[Span, ...] | None = None, **marks: Any) -> Annotated:
    """Return an article with its marks; by default each paragraph is one sentence."""
    spans = sentences or tuple(Span(start=b.start, end=b.end) for b in of.blocks)
    return Annotated(article=of, sentences=spans, **marks)


def span_of(of: Article, words: str, nth: int = 0) -> Span:
    """Return where words stand in the body, the nth time they occur (from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def outlet(name: str = "harbour-post", **changes: Any) -> Outlet:
    """Return an outlet called by its id."""
    fields: dict[str, Any] = {"id": OutletId(name), "name": name.replace("-", " ").title()}
    return Outlet(**(fields | changes))
