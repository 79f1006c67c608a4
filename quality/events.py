"""Read the labelled sets of events as articles with sentences, and what they are truth for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from quality.texts import FETCHED, bare_article, rows
from twosource.languages import open_language
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import LanguageCode, Span
from twosource.settings import AnnotateSettings
from twosource.stages.annotate import find_times


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


def article_of(row: Mapping[str, Any]) -> Annotated:
    """Return a record as an article; one that is only a headline has it as text too."""
    headline = row.get("headline") or ""
    text = row.get("text") or headline
    url = row.get("url") or f"https://{row['id']}.example/"
    article = bare_article(
        text,
        name=row["id"],
        headline=headline,
        outlet=row.get("outlet") or f"outlet of {row['id']}",
        url=url,
        published=moment(row.get("published")),
    )
    return with_sentences(replace(article, blocks=(), fetched_at=FETCHED))


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
