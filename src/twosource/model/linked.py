"""What belongs together: links between articles, lineages of copies, stories, and who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twosource.errors import InvalidValueError
from twosource.model.annotated import MentionKind
from twosource.model.identity import (
    ArticleId,
    CountryCode,
    EntityId,
    LineageId,
    OutletId,
    Span,
    StoryId,
)

# "background": of two reports of one outlet that has used paragraphs again; joins nothing.
LinkKind = Literal["lineage", "background", "story", "entity", "storyline"]
Verdict = Literal["same", "different", "copy", "independent", "related", "unrelated"]
DerivationKind = Literal["verbatim", "excerpt", "rewrite", "translation", "update", "item"]
ChangeKind = Literal["opened", "joined", "left", "merged", "split", "edited", "tied", "untied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of one article and the stretch of another that tells the same in its words."""

    left: Span
    right: Span
    overlap: float  # how alike both are: what both say over their mean weight, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What compare, or a person, found between two articles. `left` sorts before `right`."""

    kind: LinkKind
    left: ArticleId
    right: ArticleId
    score: float  # 0 to 1, six decimals
    why: tuple[str, ...]
    derivation: DerivationKind | None = None  # of a lineage link: how the one uses the other
    passages: tuple[Passage, ...] = ()
    wording: tuple[float, float] = (
        0.0,
        0.0,
    )  # of a lineage link: share of the left's runs of words
    # that stand in the right, and of the right's in the left, 0 to 1
    # Of a story link: figures that both give, "4.25", and what of a scene one begins with and the
    # other tells: a country, "FR", a weekday, "Thursday", a place by its sound, "skrv"; sorted.
    figures: tuple[str, ...] = ()
    bodies: float = 0.0  # of a story link: how like the bodies are, 0 to 1; 0 for not compared
    # Of a story link: how far the left points to the right, by telling what that one begins with,
    # and the right to the left: a weight in tenths, to 255; 0 for little or not asked.
    points: tuple[int, int] = (0, 0)
    verdict: Verdict | None = None  # None unless a person has judged

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise InvalidValueError("Link", "score", str(self.score), "0 to 1")
        if not self.left < self.right:
            raise InvalidValueError(
                "Link",
                "left, right",
                f"{self.left}, {self.right}",
                "two ids in sorted order",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An article with what those that may be linked to it are found by."""

    article: ArticleId
    keys: bytes  # signed 64-bit numbers, each once, one after the other, high byte first
    marks: bytes = b""  # unsigned 16-bit ones, likewise; none: nobody is told apart
    between: tuple[datetime, datetime]  # when those were published that are near it in time


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How one article comes from another, held here or known only by its outlet."""

    copy: ArticleId
    original: ArticleId | None = None  # None where the original is not held
    outlet: OutletId | None = None  # of the original
    kind: DerivationKind | None  # None where nothing tells: the original is not held
    overlap: float  # share of the copy that stands in the original, 0 to 1; 0 if not known
    directed: bool = True  # False where nothing tells which of the two came first
    passages: tuple[Passage, ...] = ()  # left: the copy, right: the original
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBackground:
    """What a report repeats, nearly word for word, of an earlier one of its own outlet.

    It is no copy of it and no version: two reports, though what is repeated was told before.
    """

    later: ArticleId
    earlier: ArticleId
    headline: str  # of the earlier one, which may stand in another story
    published: datetime  # when that was, UTC
    sentences: int  # that are repeated
    of: int  # sentences that the later one has
    passages: tuple[Passage, ...]  # left: the later one, right: the earlier


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One report and all that was made of it: whatever its members say together, one report says.

    An article that nobody copied is a lineage of one.
    """

    id: LineageId
    origin: ArticleId | None = None  # None where the origin is not held
    outlet: OutletId | None = None  # of the origin; None where nobody names it
    members: tuple[ArticleId, ...]  # sorted by (published, id), the origin among them if held
    derivations: tuple[Derivation, ...] = ()
    # Reports of other lineages that a member prints among other things, as a digest does; by page.
    items: tuple[Derivation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The reports of one event.

    Its id was made from the id of the article that founded it, and stays when stories merge or
    split, even if that article leaves.
    """

    id: StoryId
    articles: tuple[ArticleId, ...]  # sorted by (published, id)
    merged_from: tuple[StoryId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """What a run did to a story, announced by `twosource changes`."""

    kind: ChangeKind
    story: StoryId
    other: StoryId | None = None  # the story merged in, split off or tied; None for other kinds
    articles: tuple[ArticleId, ...] = ()  # of an edit: the page before, the page now
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DensityWindow:
    """How dense the stream was over the closed 72 hours before a decision."""

    until: datetime | None = None  # UTC; None for undated articles
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body, place or country that several mentions stand for."""

    id: EntityId
    kind: MentionKind
    name: str  # the fullest well-supported form; a country's ISO 3166 English name
    country: CountryCode | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """Which entity a mention of an article stands for."""

    entity: EntityId
    article: ArticleId
    span: Span
