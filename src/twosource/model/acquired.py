"""What came in and what it says: outlets, captures of pages, and the articles read from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twosource.errors import InvalidValueError
from twosource.model.identity import (
    BODY,
    DECK,
    HEADLINE,
    ArticleId,
    CaptureId,
    CountryCode,
    Digest,
    LanguageCode,
    OutletId,
    PartKind,
    PartName,
    Span,
)

OutletKind = Literal[
    "agency",
    "newspaper",
    "broadcaster",
    "online",
    "magazine",
    "press_release",
    "government",
    "satire",
    "aggregator",
    "unknown",
]
ArticleKind = Literal["article", "live blog", "list", "gallery", "video"]
GenreName = Literal[
    "news",
    "analysis",
    "opinion",
    "satire",
    "press release",
    "sponsored",
    "fact-check",
    "unknown",
]
BlockKind = Literal["paragraph", "heading", "list item", "quote", "table"]
CreditKind = Literal[
    "byline",
    "dateline",
    "canonical",
    "syndication",
    "rss",
    "source link",
    "caption",
    "told",
    "reported",
]
# What a feed or a news sitemap tells of a page: whose report it is by <source>, by name and by
# address, and its own headline, byline, times (ISO 8601) and language, which stand in where the
# page is silent.
Told = Literal["source", "source address", "headline", "byline", "published", "changed", "language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Somebody who publishes. What is not certain stays empty and never adds independence."""

    id: OutletId
    name: str
    domains: tuple[str, ...] = ()
    country: CountryCode | None = None  # None where it is not known
    kind: OutletKind = "unknown"
    owner: str = ""  # "" where it is not known
    state: bool = False  # owned or steered by a state
    aliases: tuple[str, ...] = ()  # how texts name it: "AP", "The AP"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcPlace:
    """Where the bytes of a capture lie inside a web archive that is read in place."""

    path: str
    offset: int  # of the record, bytes
    length: int  # of the record as stored, bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One page, feed entry or record as it came, untouched: the truth all citations go back to."""

    id: CaptureId
    url: str
    media_type: str  # as declared, with charset if any: "text/html; charset=utf-8"
    body: bytes  # empty when `place` says where the bytes lie
    body_digest: Digest
    fetched_at: datetime  # UTC
    via: str  # the source address that brought it: "folder:pages"
    place: WarcPlace | None = None  # None unless the bytes stay in an archive
    told: tuple[tuple[Told, str], ...] = ()  # what the source said of it beside the bytes

    def __post_init__(self) -> None:
        if not self.url:
            raise InvalidValueError("Capture", "url", "''", "an address")
        if self.fetched_at.tzinfo is None:
            raise InvalidValueError("Capture", "fetched_at", str(self.fetched_at), "a time in UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """What sort of text it is, and what on the page says so."""

    name: GenreName = "unknown"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading or list item: a stretch of the body."""

    start: int
    end: int
    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A typed stretch of the page that is not body but is evidence."""

    kind: PartKind
    number: int  # from 1, in page order within its kind
    text: str
    credit: str | None = None  # a caption's photo credit, where it has one
    address: str | None = None  # where a source link, related title or embed leads

    @property
    def name(self) -> PartName:
        """Return the name that spans use for this part: "caption 2"."""
        return PartName(f"{self.kind} {self.number}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom the page itself names as where its text comes from."""

    kind: CreditKind
    words: str  # as they stand: "Reuters", "(AFP)"
    outlet: OutletId | None = None  # None where the words name nobody in the outlet table
    span: Span | None = None  # None where they stand in markup and not in a part


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a live blog: a stretch of the body with its own time."""

    start: int
    end: int
    at: datetime | None = None  # UTC; None where the page gives no time
    headline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news text as its page gives it; `text` is the body alone.

    Paragraphs of `text` are parted by a blank line; all text is NFC. Times are UTC.
    """

    id: ArticleId
    capture: CaptureId
    capture_digest: Digest
    url: str
    canonical: str  # the address the page calls its own, else `url`
    outlet: OutletId
    outlet_name: str = ""  # by which its page calls an outlet that no table knows
    kind: ArticleKind = "article"
    genre: Genre = Genre()
    headline: str
    deck: str | None = None  # None where the page has none
    section: str | None = None  # None where the page names none
    language: LanguageCode
    text: str
    blocks: tuple[Block, ...]
    published: datetime | None = None  # None where the page does not say
    changed: datetime | None = None  # None where the page does not say
    fetched_at: datetime
    byline: tuple[str, ...] = ()  # clean names
    credits: tuple[Credit, ...] = ()
    parts: tuple[Part, ...] = ()
    entries: tuple[Entry, ...] = ()  # of a live blog, in page order
    truncated: bool = False
    walled: bool = False
    told: tuple[Told, ...] = ()  # what stands here by the word of its feed or sitemap alone

    def __post_init__(self) -> None:
        if not self.text:
            raise InvalidValueError("Article", "text", "''", "a body")
        for block in self.blocks:
            if not 0 <= block.start < block.end <= len(self.text):
                raise InvalidValueError(
                    "Article",
                    "blocks",
                    f"{block.start}-{block.end}",
                    "stretches of the body",
                )

    def part_text(self, part: PartName) -> str:
        """Return the text of a part by its name; "" for a part this article lacks."""
        if part == BODY:
            return self.text
        if part == HEADLINE:
            return self.headline
        if part == DECK:
            return self.deck or ""
        return next((each.text for each in self.parts if each.name == part), "")

    def words(self, span: Span) -> str:
        """Return the words a span stands for."""
        return self.part_text(span.part)[span.start : span.end]
