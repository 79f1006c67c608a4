"""Read the labelled sets of events as articles with sentences, and what they are truth for."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from twosource.canonical import digest_of_text
from twosource.languages import open_language
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, CaptureId, LanguageCode, OutletId, Span
from twosource.settings import AnnotateSettings
from twosource.stages.annotate import find_times

FETCHED = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article and the event it is known to report."""

    article: Annotated
    event: str
    topic: str


@cache
def labelled(path: Path) -> tuple[Labelled, ...]:
    """Return the articles of a set of events, in its order; ids are those of the set."""
    return tuple(
        Labelled(article=article_of(row), event=row["event"], topic=row["topic"])
        for row in rows(path)
    )


def rows(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def article_of(row: Mapping[str, Any]) -> Annotated:
    """Return a record as an article; one that is only a headline has it as text too."""
    headline = row.get("headline") or ""
    text = row.get("text") or headline
    url = row.get("url") or f"https://{row['id']}.example/"
    return with_sentences(
        Article(
            id=ArticleId(row["id"]),
            capture=CaptureId(row["id"]),
            capture_digest=digest_of_text(text),
            url=url,
            canonical=url,
            outlet=OutletId(row.get("outlet") or f"outlet of {row['id']}"),
            headline=headline,
            language=LanguageCode("en"),
            text=text,
            blocks=(),
            published=moment(row.get("published")),
            fetched_at=FETCHED,
        )
    )


def with_sentences(article: Article) -> Annotated:
    """Return an article with its sentences and times, and nothing else marked."""
    language = open_language(LanguageCode("und"), AnnotateSettings())
    sentences = tuple(
        Span(start=start, end=end) for start, end in language.split_sentences(article.text)
    )
    return Annotated(article=article, sentences=sentences, times=find_times(article, sentences))


def undated(annotated: Annotated) -> Annotated:
    """Return the article as if its page gave no time."""
    article = replace(annotated.article, published=None)
    return replace(annotated, article=article, times=find_times(article, annotated.sentences))


def moment(written: str | None) -> datetime | None:
    """Return a record's time in UTC; a day counts from its midnight."""
    if not written:
        return None
    found = datetime.fromisoformat(written)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
