"""The dossier and its blocks: what is printed, every entry with the stretches it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twosource.model.acquired import GenreName, Outlet, OutletKind
from twosource.model.annotated import Granularity, MentionKind, QuoteKind, Sense
from twosource.model.cited import Citation, CitedText, Label
from twosource.model.claimed import Claim
from twosource.model.identity import (
    ArticleId,
    ClaimId,
    CountryCode,
    Digest,
    EntityId,
    LanguageCode,
    LineageId,
    OutletId,
    StoryId,
)
from twosource.model.linked import DerivationKind, OwnBackground
from twosource.model.storyline import RelatedStory

UNSEALED = Digest("")
"""The seal of a dossier that is not published yet."""

WordingKind = Literal["verbatim", "trimmed", "altered", "translations differ", "paraphrase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way a statement is worded and by which outlets."""

    text: CitedText
    kind: QuoteKind
    relation: WordingKind  # to the fullest wording, which is itself "verbatim"
    outlets: tuple[OutletId, ...]
    reports: int
    differs: tuple[str, ...] = ()  # the words changed inside quotation marks: "“a” / “b”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One utterance, once, with every wording that differs. The first wording is the fullest."""

    speaker: str  # the canonical name, else the words of the text
    speaker_words: str  # with title and role as first told
    entity: EntityId | None = None
    kind: QuoteKind
    sense: Sense
    said_on: str = ""  # ISO date, "" where not told
    wordings: tuple[Wording, ...]
    other_speakers: tuple[str, ...] = ()  # where sources disagree who said it
    label: Label


FigureRelation = Literal["same", "rounding", "unit", "update", "scope", "conflict", "single"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureValue:
    """One value as told, with all the outlets that tell it so."""

    shown: str  # "240.1 billion USD"
    value: float
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    issuer: str = ""  # all who give it, "police and the army"; "" where not told
    as_of: str = ""  # ISO date or year, "" where not told
    outlets: tuple[OutletId, ...]
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        # 19 and 19.0 are one value, and a dossier has one byte form only.
        object.__setattr__(self, "value", float(self.value))
        object.__setattr__(self, "high", None if self.high is None else float(self.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureComparison:
    """The same quantity as the sources give it."""

    what: str
    relation: FigureRelation
    note: str  # one sentence: how the values differ
    values: tuple[FigureValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something dated: the day as resolved, the sentence, and the words that give the day."""

    when: str  # ISO 8601 as fine as told: "2026-03-03", "2026-03", "2026"
    granularity: Granularity
    era: Literal["before", "during", "after"]
    as_told: str  # "Tuesday"
    text: CitedText
    outlets: tuple[OutletId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedBy:
    """How one outlet calls somebody."""

    outlet: OutletId
    words: str
    count: int
    example: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How the outlets call one person, body or place."""

    entity: EntityId
    name: str
    kind: MentionKind
    forms: tuple[NamedBy, ...]


UNKNOWN_LANGUAGE = LanguageCode("und")
CellState = Literal["carries", "contradicts", "not found", "not comparable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one report does with one claim."""

    report: LineageId
    outlet: OutletId  # of the report's origin
    state: CellState
    why: str = ""
    citation: Citation | None = None  # None where it carries nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """One claim across all reports of the story."""

    claim: ClaimId
    text: str
    cells: tuple[Cell, ...]


AngleName = Literal[
    "side angle",
    "advice",
    "chronology",
    "explainer",
    "pictures",
    "profile",
    "questions and answers",
    "reactions",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One article of the story: who published it and whether it is a report or a copy."""

    article: ArticleId
    outlet: Outlet
    url: str
    headline: str
    byline: tuple[str, ...]
    published: datetime | None  # UTC
    kind: OutletKind
    genre: GenreName
    angle: AngleName | None = None  # None for a report of the event itself
    report: LineageId
    role: Literal["report", "copy", "earlier version"]
    derivation: DerivationKind | None = None  # None for a report
    of: str = ""  # what it is a copy of: an outlet's name; "" for a report
    of_article: ArticleId | None = None
    overlap: float = 0.0
    why: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # "cut off", "behind a wall", "corrected"
    repeats: OwnBackground | None = None  # of an earlier report of its own outlet
    language: LanguageCode = UNKNOWN_LANGUAGE  # so that a page can be read out as it is written

    def __post_init__(self) -> None:
        object.__setattr__(self, "overlap", float(self.overlap))  # as the values of figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Perspective:
    """A standing theme the story belongs to, with its evidence."""

    name: str
    evidence: tuple[CitedText, ...]
    related: tuple[RelatedStory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityEntry:
    """A country, body or person of the story, once, however it was spelt."""

    entity: EntityId
    name: str
    country: CountryCode | None = None
    count: int
    outlets: int
    aliases: tuple[str, ...]
    mentions: tuple[Citation, ...]  # the first of each outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The line under the headline: "9 outlets, 3 reports, 1 informant"."""

    outlets: int
    reports: int
    informants: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One story as its sources tell it. Empty blocks are empty tuples; exports say so in words."""

    story: StoryId
    recipe: Digest
    number: int  # of the revision, from 1
    as_of: datetime | None  # time of the newest article in it, UTC; None where all are undated
    changes: tuple[str, ...]  # since the revision before
    headline: CitedText
    tally: Tally
    summary: tuple[CitedText, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    figures: tuple[FigureComparison, ...]
    timeline: tuple[Happening, ...]
    names: tuple[Naming, ...]
    left_out: tuple[Omission, ...]
    sources: tuple[SourceEntry, ...]
    storyline: tuple[RelatedStory, ...] = ()  # the other stories of its running matter, in time
    perspectives: tuple[Perspective, ...]
    countries: tuple[EntityEntry, ...]
    organizations: tuple[EntityEntry, ...]
    persons: tuple[EntityEntry, ...]
    claims_in_all: int = 0  # that the reports make; those listed are the best carried of them
    statements_in_all: int = 0  # the same
    seal: Digest = UNSEALED  # digest of all the rest; "" before it is published


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A published dossier and why it differs from the one before."""

    story: StoryId
    number: int  # from 1
    digest: Digest  # of the dossier's canonical bytes without number and changes
    because: tuple[str, ...]
    dossier: Dossier
