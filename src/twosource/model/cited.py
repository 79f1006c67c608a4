"""Cited words: the exact stretch of an article, and the label that stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twosource.model.identity import ArticleId, Digest, OutletId, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The exact stretch of an article that something comes from.

    `words` stand at `span`; `before` and `after` are the text around them, up to 160 code points
    each, so that a reader sees the place. The digests tell whether text and capture are still
    what was cited.
    """

    article: ArticleId
    outlet: OutletId
    url: str
    published: datetime | None  # UTC; None where the page does not say
    span: Span
    words: str
    before: str
    after: str
    words_digest: Digest
    text_digest: Digest  # of the whole part that the span lies in
    capture_digest: Digest


LabelKind = Literal["corroborated", "one informant", "informant not stated", "one report"]
Flag = Literal[
    "disputed", "denied", "withdrawn at source", "called wrong", "on record", "attribution dropped"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """How well a claim is carried; `text` is the words shown: "corroborated: 2 reports…"."""

    kind: LabelKind
    reports: int
    informants: int
    copies: int
    outlets: int
    informant: str | None = None  # the one known informant, for "one informant"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedText:
    """A sentence of a source and where it stands; `text` is its words, white space folded."""

    text: str
    citations: tuple[Citation, ...]
    label: Label | None = None  # None where no claim is made of it
