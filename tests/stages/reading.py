"""Invented articles for tests of linking, with their sentences split by plain rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from tests import factories
from tests.factories import NOON
from twosource.languages import open_language
from twosource.model.annotated import Annotated
from twosource.model.identity import LanguageCode, Span
from twosource.settings import AnnotateSettings


def read_article(
    text: str,
    headline: str = "",
    *,
    outlet: str = "harbour-post",
    published: datetime | None = NOON,
    changes: Mapping[str, object] = MappingProxyType({}),
) -> Annotated:
    """Return an invented article with its sentences."""
    made = factories.article(text.strip(), headline=headline, outlet=outlet, published=published)
    article = replace(made, **changes)  # type: ignore[arg-type]  # the fields are typed there
    language = open_language(LanguageCode("und"), AnnotateSettings())
    spans = (Span(start=s, end=e) for s, e in language.split_sentences(article.text))
    return factories.annotated(article, sentences=tuple(spans))
