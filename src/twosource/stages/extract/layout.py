"""What a page turned out to hold, before it becomes an article: words sorted by their duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from twosource.model.acquired import ArticleKind, BlockKind, CreditKind, Genre, Part

UNMARKED = Genre()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of the body, on one line."""

    text: str
    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One entry of a live blog: which paragraphs it holds."""

    first: int  # index of its first paragraph
    end: int  # index after its last
    at: datetime | None = None  # UTC; None where the page gives no time
    headline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Words in the markup that name where the text comes from."""

    kind: CreditKind
    words: str
    address: str = ""  # where markup gives an address, instead of words or beside them
    certain: bool = True  # False where the words are a source's only if an outlet is called so


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A page's words by their duty, whatever form it came in."""

    headline: str = ""
    deck: str = ""
    section: str = ""
    body: tuple[Paragraph, ...] = ()
    updates: tuple[Update, ...] = ()
    parts: tuple[Part, ...] = ()
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    changed: datetime | None = None
    canonical: str = ""
    language: str = ""  # as declared, "" where nothing is
    kind: ArticleKind = "article"
    genre: Genre = UNMARKED
    named: tuple[Named, ...] = ()
    sites: tuple[str, ...] = ()  # what the page calls the site it stands on, the surest first
    truncated: bool = False
    walled: bool = False
