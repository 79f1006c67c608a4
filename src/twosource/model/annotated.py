"""What is marked in an article: sentences, names, quotes, figures and dates, each by its span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.acquired import Article
from twosource.model.identity import CountryCode, Span

MentionKind = Literal["person", "organization", "place", "country", "other"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Sense = Literal["asserted", "denied", "asked", "supposed", "unsaid"]  # "would not say"
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "minute",
    "hour",
    "day part",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
    "vague",
]
Change = Literal["rise", "fall", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text, without its title; the title stands beside it."""

    span: Span
    kind: MentionKind
    title: Span | None = None  # "Foreign Minister", "Mr.", "spokesperson"; None where none stands
    country: CountryCode | None = None  # of a country, a demonym or a capital that acts
    acts: bool = False  # a capital or seat that does what only a government does ("Beijing said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Something somebody says: the words, who says them, and the cue that tells so.

    Quotation marks stand inside the content span when they belong to it.
    """

    content: tuple[Span, ...]
    speaker: Span | None = None  # None where the text does not say
    cue: Span | None = None  # None for a quote that only stands beside its speaker
    kind: QuoteKind
    sense: Sense = "asserted"
    pronoun: Span | None = None  # "he", where that stands at the cue and `speaker` is whom it means


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity in the text and what the text says it measures."""

    span: Span
    value: float
    high: float | None = None  # upper end of a range, None for a single value
    unit: str | None = None  # canonical: "USD", "km", "percent", "person"; None for a bare number
    approximate: bool = False
    change: Change | None = None  # None where no change is told
    of: str | None = None  # what is measured, lower-cased head words: "dead", "bilateral trade"
    when: str | None = None  # ISO 8601 date or year the figure holds for, None where not told
    issuer: Span | None = None  # who gives the figure, None where not told
    matter: bool = True  # False for ages, scores, ordinals, model names and years


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A date, time or duration in the text and what it resolves to (a TIMEX3 value)."""

    span: Span
    type: TimeType
    value: str  # "2026-03-03", "2026-W10", "P3D", "PRESENT_REF"
    granularity: Granularity


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article with everything marked in it, each list in reading order."""

    article: Article
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeMention, ...] = ()
