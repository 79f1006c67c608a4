"""Read a captured page as a news article: its words, and what says where they come from."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from twosource.canonical import digest
from twosource.errors import NoBodyError, NotTextError
from twosource.model.acquired import Article, Block, BlockKind, Capture
from twosource.model.identity import ArticleId, LanguageCode
from twosource.outlets import Outlets, outlet_of
from twosource.outlets.addresses import host_of
from twosource.settings import ExtractSettings
from twosource.stages.extract.body import choose
from twosource.stages.extract.dates import read_time
from twosource.stages.extract.lines import Line, LineTag, Reading, read_lines
from twosource.stages.extract.metadata import Metadata, read_metadata
from twosource.stages.extract.page import decode, parse
from twosource.stages.extract.witness import witness_of

BLOCK_KINDS: dict[LineTag, BlockKind] = {
    "h": "heading",
    "li": "list item",
    "quote": "quote",
    "cell": "table",
}


def extract(capture: Capture, outlets: Outlets, settings: ExtractSettings) -> Article:
    """Return the article that a capture holds.

    Raises NotTextError for bytes that are no text, NoBodyError for a page without an article's
    text and NotAnArticleError, with the reason, for fronts and indexes. Nothing else is raised,
    whatever the bytes are.
    """
    if len(capture.body) > settings.most_page_bytes:
        raise NotTextError(
            capture.url,
            f"{len(capture.body)} bytes, more than most_page_bytes = {settings.most_page_bytes}",
        )
    text = decode(capture.body, capture.media_type, capture.url)
    root = parse(text, capture.url)
    metadata = read_metadata(root, capture.url)
    reading = read_lines(root)
    chosen = choose(
        reading,
        witness_of(_article_body(metadata)),
        (metadata.said("headline"), metadata.tag("og:title"), metadata.title),
        (metadata.said("description"), metadata.tag("og:description"), metadata.tag("description")),
    )
    body, blocks = join_lines([reading.lines[index] for index in chosen.body])
    deck = " ".join(nfc(reading.lines[index].text) for index in chosen.deck)
    if len(body.split()) < settings.least_body_words and len(body) < 6 * settings.least_body_words:
        raise NoBodyError(
            capture.url,
            f"{len(body.split())} words of running text, wanted {settings.least_body_words}",
        )
    headline = nfc(_headline(metadata, reading))
    # A saved page has no address of its own; then what it calls itself must do.
    address = capture.url if host_of(capture.url) else metadata.canonical
    outlet = outlet_of(address, outlets).id
    return Article(
        id=ArticleId(digest((capture.url, metadata.canonical, outlet, headline, body))),
        capture=capture.id,
        capture_digest=capture.body_digest,
        url=capture.url,
        canonical=metadata.canonical,
        outlet=outlet,
        headline=headline,
        deck=deck or None,
        language=LanguageCode(metadata.language[:2] or "und"),
        text=body,
        blocks=blocks,
        published=_published(metadata, capture.fetched_at),
        fetched_at=capture.fetched_at,
    )


def nfc(text: str) -> str:
    """Return text in composed form, on one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def join_lines(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...]]:
    """Return the body's text, paragraphs parted by a blank line, and where each block stands."""
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0
    for line in lines:
        text = nfc(line.text)
        if text:
            kind = BLOCK_KINDS.get(line.tag, "paragraph")
            blocks.append(Block(start=position, end=position + len(text), kind=kind))
            pieces.append(text)
            position += len(text) + 2
    return "\n\n".join(pieces), tuple(blocks)


def _article_body(metadata: Metadata) -> str:
    body = metadata.article.fields.get("articleBody") if metadata.article else None
    return body if isinstance(body, str) else ""


def _headline(metadata: Metadata, reading: Reading) -> str:
    heading = next(
        (nfc(" ".join(place.element.itertext())) for place in reading.places if place.tag == "h1"),
        "",
    )
    return metadata.said("headline") or heading or metadata.tag("og:title") or metadata.title


def _published(metadata: Metadata, fetched_at: datetime) -> datetime | None:
    said = metadata.said("datePublished") or metadata.tag(
        "article:published_time", "datepublished", "date"
    )
    return read_time(said, fetched_at) if said else None
