"""What things are called: ids, digests, and the span that points into an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from twosource.errors import InvalidValueError

CaptureId = NewType("CaptureId", str)
ArticleId = NewType("ArticleId", str)
OutletId = NewType("OutletId", str)
StoryId = NewType("StoryId", str)
LineageId = NewType("LineageId", str)
EntityId = NewType("EntityId", str)
ClaimId = NewType("ClaimId", str)
Digest = NewType("Digest", str)
LanguageCode = NewType("LanguageCode", str)  # ISO 639-1, "und" where unknown
CountryCode = NewType("CountryCode", str)  # ISO 3166 alpha-2, upper case

PartName = NewType("PartName", str)
"""A part of an article: "body", "headline", "deck", or a kind and number ("caption 2")."""

BODY = PartName("body")
HEADLINE = PartName("headline")
DECK = PartName("deck")

PartKind = Literal["caption", "related", "source_link", "correction", "embed", "notice"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of one part of an article, in code points, the end excluded."""

    part: PartName = BODY
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise InvalidValueError(
                "Span", "start, end", f"{self.start}, {self.end}", "0 <= start <= end"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside this span, in the same part."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Return whether the two spans share at least one code point of the same part."""
        return self.part == other.part and self.start < other.end and other.start < self.end
