"""Read the fields of an article that somebody hands in as a record, by the names that they have."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

import msgspec

HALF_A_CHARACTER: Final = re.compile("[\ud800-\udfff]")
RECORD_TYPE: Final = "application/x-twosource-record+json"

# A field's own name, then what crawlers, news interfaces and schema.org call it.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id",),
    "url": ("url", "link"),
    "headline": ("headline", "title"),
    "text": ("text", "body", "content", "maintext", "articleBody", "article_body", "full_text"),
    "html": ("html",),
    "published": (
        *("published", "date", "published_at", "publishedAt", "date_published", "datePublished"),
        *("date_publish", "publish_date", "publication_date", "pubDate", "pub_date"),
    ),
    "outlet": ("outlet", "publisher"),
    "language": ("language", "lang"),
    "byline": ("byline", "author", "authors"),
    "deck": ("deck", "subtitle", "standfirst"),
    "section": ("section", "category"),
}


def record_in(line: bytes) -> Any:
    """Return the JSON value of a line; raises ValueError or RecursionError where it is none.

    Half of a character, left where a script cut a text in two, is read as the sign for one that
    could not be read: no record is lost for it.
    """
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        if b"\\u" not in line:
            raise
        whole = json.dumps(json.loads(line), ensure_ascii=False)
        return msgspec.json.decode(HALF_A_CHARACTER.sub("\ufffd", whole))


def field_of(record: Mapping[str, object], field: str) -> str:
    """Return the words of a field under the first of its names that has any, else "".

    Of a list the parts, with commas between them; of an object its name: {"name": "Norda"}.
    """
    return next(filter(None, (_words(record.get(name)) for name in NAMES[field])), "")


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return _words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return str(value) if value is not None else ""
