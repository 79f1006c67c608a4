"""Make articles of texts of which little else is known, and read the sets in which they come."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from twosource.canonical import digest_of_text
from twosource.languages import Language, open_language
from twosource.model.acquired import Article, Block
from twosource.model.identity import ArticleId, CaptureId, LanguageCode, OutletId
from twosource.settings import AnnotateSettings

FETCHED = datetime(2026, 1, 1, tzinfo=UTC)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def english() -> Language:
    """Return English as it is read by default."""
    return open_language(LanguageCode("en"), AnnotateSettings())


def bare_article(
    text: str,
    *,
    name: str = "measured",
    headline: str = "",
    outlet: str = "measured",
    url: str = "measured:",
    published: datetime | None = None,
) -> Article:
    """Return a text as an article in English, of one paragraph."""
    return Article(
        id=ArticleId(name),
        capture=CaptureId(name),
        capture_digest=digest_of_text(text),
        url=url,
        canonical=url,
        outlet=OutletId(outlet),
        headline=headline,
        language=LanguageCode("en"),
        text=text,
        blocks=(Block(start=0, end=len(text)),),
        published=published,
        fetched_at=published or FETCHED,
    )
