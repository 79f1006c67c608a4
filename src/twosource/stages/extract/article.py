"""Read a captured page as a news article: its words, and what says where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.canonical import digest
from twosource.errors import NoBodyError, NotAnArticleError, NotTextError
from twosource.model.acquired import Article, Block, Capture, Entry, Outlet, Told
from twosource.model.identity import ArticleId, OutletId
from twosource.outlets import NOWHERE, Outlets, outlet_named, outlet_of, own_name
from twosource.settings import ExtractSettings
from twosource.stages.extract.beside.credits import find_credits
from twosource.stages.extract.layout import Layout, Paragraph
from twosource.stages.extract.markup.genre import genre_at
from twosource.stages.extract.markup.tongue import language_of
from twosource.stages.extract.plaintext import looks_plain, read_plain
from twosource.stages.extract.reading.page import decode
from twosource.stages.extract.record import read_record
from twosource.stages.extract.told import completed
from twosource.stages.extract.webpage import read_webpage
from twosource.text.record import RECORD_TYPE

LEAST_FLASH_WORDS = 10  # "Two trains have collided near Bergen, rescuers say; more follows."
LETTERS_A_WORD = 6  # for scripts without spaces, where words cannot be counted
MOST_LETTERS = 500_000  # 80,000 words are a book; the longest article we measure on has 23,304
LETTERS_UNPARTED = 12  # letters between two blanks that no script with spaces reaches


def extract(capture: Capture, outlets: Outlets, settings: ExtractSettings) -> Article:
    """Return the article that a capture holds.

    Raises NotTextError for bytes that are no text, NoBodyError for a page without an article's
    text and NotAnArticleError, with the reason, for fronts and indexes. Nothing else is raised,
    whatever the bytes are.
    """
    size, most = len(capture.body), settings.most_page_bytes
    if size > most:
        raise NotTextError(capture.url, f"{size:,} bytes; extract.most_page_bytes allows {most:,}")
    try:
        layout, stated = _layout(capture)
    except RecursionError as error:
        raise NotTextError(capture.url, "the page is nested too deep to be one") from error
    least = settings.least_body_words
    if layout.headline and layout.published:
        least = min(least, LEAST_FLASH_WORDS)
    if capture.media_type.startswith(RECORD_TYPE):
        least = 1
    if layout.kind == "gallery" and not _is_enough(layout, least):
        layout = replace(layout, body=(*layout.body, *_captions(layout)))
    if not _is_enough(layout, least):
        words = sum(len(each.text.split()) for each in layout.body)
        raise NoBodyError(capture.url, f"{words} words of running text, wanted {least} or more")
    if (letters := sum(len(each.text) for each in layout.body)) > MOST_LETTERS:
        raise NotAnArticleError(capture.url, f"{letters:,} letters, more than {MOST_LETTERS:,}")
    layout, told = completed(layout, capture.told, capture.fetched_at)
    layout = replace(layout, sites=tuple(filter(None, (stated, *layout.sites))))
    outlet = _outlet(capture.url, layout.canonical, stated, outlets)
    return _assembled(capture, layout, told, outlet, outlets)


def _layout(capture: Capture) -> tuple[Layout, str]:
    if capture.media_type.startswith(RECORD_TYPE):
        return read_record(capture.body, capture.url, capture.fetched_at)
    text = decode(capture.body, capture.media_type, capture.url)
    if looks_plain(text, capture.media_type):
        return read_plain(text, capture.fetched_at), ""
    return read_webpage(text, capture.url, capture.fetched_at), ""


def _is_enough(layout: Layout, least: int) -> bool:
    """Return whether a body has so many words; a record may be short, its maker has chosen them."""
    words = sum(len(each.text.split()) for each in layout.body)
    letters = sum(len(each.text) for each in layout.body)
    return words >= least or (
        letters >= LETTERS_A_WORD * least and letters >= LETTERS_UNPARTED * words
    )


def _captions(layout: Layout) -> Iterator[Paragraph]:
    """Yield the captions of a gallery that tells its story in nothing else."""
    for part in layout.parts:
        if part.kind == "caption":
            yield Paragraph(text=part.text)


def _outlet(url: str, canonical: str, stated: str, outlets: Outlets) -> Outlet:
    """Return whose page it is: by its address, and for a saved file by what it calls its own.

    What a record states counts where no table knows the address: an outlet that no table knows
    either is called so. Without an address it is one of its own, for two that are called
    differently must not count as one.
    """
    found = outlet_of(url, outlets)
    if found.id == "unknown":
        found = outlet_of(canonical, outlets)
    if not stated or found.kind != "unknown":
        return found
    named = outlet_named(stated, outlets)
    if named is not None:
        return named
    if "." in stated:
        return outlet_of(stated, outlets)
    if found.id == NOWHERE.id:
        return outlets.by_id(OutletId(stated)) or Outlet(id=OutletId(stated), name=stated)
    return replace(found, name=stated)


def _assembled(
    capture: Capture, layout: Layout, told: tuple[Told, ...], outlet: Outlet, outlets: Outlets
) -> Article:
    text, blocks = joined(layout.body)
    canonical = layout.canonical or capture.url
    headline = layout.headline or _opening(text)
    stated = outlet.name if outlets.by_id(outlet.id) is None and outlet.name != outlet.id else ""
    return Article(
        id=ArticleId(digest((capture.url, canonical, outlet.id, headline, text))),
        capture=capture.id,
        capture_digest=capture.body_digest,
        url=capture.url,
        canonical=canonical,
        outlet=outlet.id,
        outlet_name=stated or own_name(outlet, layout.sites, outlets),
        kind=layout.kind,
        genre=genre_at(outlet, layout.genre),
        headline=headline,
        deck=layout.deck or None,
        section=layout.section or None,
        language=language_of(text, layout.language),
        text=text,
        blocks=blocks,
        published=layout.published,
        changed=layout.changed,
        fetched_at=capture.fetched_at,
        byline=layout.byline,
        credits=find_credits(layout, text, layout.parts, outlet, canonical, outlets),
        parts=layout.parts,
        entries=tuple(_entries(layout, blocks)),
        truncated=layout.truncated,
        walled=layout.walled,
        told=told,
    )


def _entries(layout: Layout, blocks: Sequence[Block]) -> Iterator[Entry]:
    """Yield the entries of a live blog by where they stand in its text."""
    for update in layout.updates:
        yield Entry(
            start=blocks[update.first].start,
            end=blocks[update.end - 1].end,
            at=update.at,
            headline=update.headline,
        )


def joined(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Block, ...]]:
    """Return the body's text, paragraphs parted by a blank line, and where each block stands."""
    blocks: list[Block] = []
    position = 0
    for each in paragraphs:
        blocks.append(Block(start=position, end=position + len(each.text), kind=each.kind))
        position += len(each.text) + 2
    return "\n\n".join(each.text for each in paragraphs), tuple(blocks)


def _opening(text: str) -> str:
    """Return the first words of a text without a headline, so that it can be called something."""
    first = text.split("\n\n", 1)[0]
    return first if len(first) <= 90 else first[:90].rsplit(" ", 1)[0] + " …"
