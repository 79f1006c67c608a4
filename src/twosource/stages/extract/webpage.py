"""Read a web page: body, deck, headline and all that its markup and its lines tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from twosource.errors import NotAnArticleError
from twosource.model.acquired import BlockKind
from twosource.stages.extract import zones
from twosource.stages.extract.body import Chosen, choose
from twosource.stages.extract.byline import read_byline
from twosource.stages.extract.deck import headline_line
from twosource.stages.extract.genre import genre_of
from twosource.stages.extract.headline import choose_headline
from twosource.stages.extract.kind import Weighed, count_teasers, kind_of, reason_against
from twosource.stages.extract.layout import Layout, Paragraph
from twosource.stages.extract.lines import Line, LineTag, Reading, read_lines
from twosource.stages.extract.liveblog import find_updates
from twosource.stages.extract.metadata import Metadata, read_metadata
from twosource.stages.extract.origin import named_origins
from twosource.stages.extract.page import parse
from twosource.stages.extract.parts import TRAILING_SOURCE_LINK, Found, find_parts, numbered
from twosource.stages.extract.plaintext import read_plain
from twosource.stages.extract.published import read_changed, read_published
from twosource.stages.extract.section import read_labels, read_section
from twosource.stages.extract.truncation import breaks_off, damaged
from twosource.stages.extract.witness import LEAST_LETTERS, MARKUP, squeeze, witness_of
from twosource.stages.extract.words import one_line

BLOCK_KINDS: dict[LineTag, BlockKind] = {
    "h": "heading",
    "li": "list item",
    "quote": "quote",
    "cell": "table",
}
ONE_BLOCK = frozenset({"p", "li", "h2", "h3", "h4"})  # elements that hold one block of text
LEAST_SHOWN = 0.3  # share of the articleBody's letters; a page that shows less is drawn by script
LETTERS_ONLY = 0.6  # share of a page's text in pre from which on it is a text-only page


def read_webpage(source: str, url: str, latest: datetime) -> Layout:
    """Return what an HTML page holds.

    `latest` is when it was fetched: later dates on it are no dates of publication. Raises
    NoBodyError for an empty page and NotAnArticleError, with the reason, for fronts and pages
    about the site.
    """
    root = parse(source, url)
    metadata = read_metadata(root, url)
    reading = read_lines(root)
    if _is_letters_only(reading):
        return _letters_only(reading, metadata, url, latest)
    headlines = (metadata.said("headline"), metadata.tag("og:title"), metadata.title)
    descriptions = (
        metadata.said("description"),
        metadata.tag("og:description"),
        metadata.tag("description"),
    )
    body_told = _article_body(metadata)
    chosen = choose(reading, witness_of(body_told), headlines, descriptions)
    paragraphs, trailing, cut = _paragraphs(reading, chosen, url)
    if _hidden_by_script(paragraphs, body_told):
        paragraphs = _told_paragraphs(body_told)
    return _described(source, url, latest, metadata, reading, chosen, paragraphs, trailing, cut)


def _described(
    source: str,
    url: str,
    latest: datetime,
    metadata: Metadata,
    reading: Reading,
    chosen: Chosen,
    paragraphs: tuple[Paragraph, ...],
    trailing: list[Found],
    cut: bool,
) -> Layout:
    """Return the layout around a body that has been chosen."""
    around = chosen.around
    first = chosen.body[0] if chosen.body else len(reading.lines)
    sites = _site_names(metadata, url)
    shown = headline_line(reading, (metadata.said("headline"), metadata.tag("og:title")), first)
    headline = choose_headline(
        {
            "shown": reading.lines[shown].text if shown >= 0 else "",
            "json": metadata.said("headline"),
            "og": metadata.tag("og:title"),
            "twitter": metadata.tag("twitter:title"),
            "title": metadata.title,
        },
        sites,
    )
    published = read_published(metadata, reading, around, first, url, latest)
    parts = [*find_parts(reading, around, chosen.body, set(chosen.deck), url), *trailing]
    updates = find_updates(metadata, reading, chosen, paragraphs, latest)
    weighed = Weighed(
        words=sum(len(each.text.split()) for each in paragraphs),
        captions=sum(each.kind == "caption" for each in parts),
        headings=sum(each.kind == "heading" for each in paragraphs),
        teasers=count_teasers(reading, around),
        dated=published is not None,
    )
    reason = reason_against(metadata, weighed, url)
    if reason:
        raise NotAnArticleError(url, reason)
    section = read_section(metadata, reading, around, first, shown)
    labels = (section, *read_labels(reading, around, first))
    types = [name for node in metadata.nodes if not node.elsewhere for name in node.types]
    last = next((each for each in reversed(paragraphs) if each.kind == "paragraph"), None)
    return Layout(
        headline=one_line(headline),
        deck=" ".join(one_line(reading.lines[index].text) for index in chosen.deck),
        section=section,
        body=paragraphs,
        updates=updates,
        parts=numbered(parts),
        byline=tuple(
            one_line(name) for name in read_byline(metadata, reading, around, first, sites)
        ),
        published=published,
        changed=read_changed(metadata, published, latest),
        canonical=metadata.canonical,
        language=metadata.language or metadata.said("inLanguage"),
        kind=kind_of(metadata, len(updates), weighed, headline),
        genre=genre_of(
            types,
            labels,
            headline,
            url,
            metadata.tags.get("article:section", ()),
            metadata.tags.get("og:type", ()),
        ),
        named=named_origins(metadata, reading, chosen),
        truncated=cut
        or damaged(source)
        or (last is not None and last is paragraphs[-1] and breaks_off(last.text)),
        walled=_is_walled(metadata, reading, around, chosen, body_words=weighed.words),
    )


def _paragraphs(
    reading: Reading, chosen: Chosen, url: str
) -> tuple[tuple[Paragraph, ...], list[Found], bool]:
    """Return the body's blocks; lines that one paragraph was parted into by a box are joined.

    Beside them the source link that stood glued to the last words, and whether they break off.
    """
    blocks: list[tuple[int, list[Line]]] = []
    for index in chosen.body:
        line = reading.lines[index]
        if blocks and _goes_on(reading, blocks[-1][1][-1], line):
            blocks[-1][1].append(line)
        else:
            blocks.append((line.holder, [line]))
    paragraphs: list[Paragraph] = []
    trailing: list[Found] = []
    cut = False
    for _, lines in blocks:
        text = one_line(
            (" | " if lines[0].tag == "cell" else " ").join(line.text for line in lines)
        )
        without = TRAILING_SOURCE_LINK.sub("", text)
        if without != text:
            trailing.append(
                Found("source_link", text[len(without) :].strip(), address=lines[-1].address)
            )
            cut, text = cut or breaks_off(without), without
        if text:
            paragraphs.append(Paragraph(text=text, kind=BLOCK_KINDS.get(lines[0].tag, "paragraph")))
    return tuple(paragraphs), trailing, cut


def _goes_on(reading: Reading, above: Line, line: Line) -> bool:
    """Return whether a line belongs to the same paragraph or table row as the line above it."""
    if line.tag == "cell" and above.tag == "cell":
        row = _row(reading, line)
        return row >= 0 and row == _row(reading, above)
    return line.holder == above.holder and reading.places[line.holder].tag in ONE_BLOCK


def _row(reading: Reading, line: Line) -> int:
    """Return the table row a line stands in, -1 outside of tables."""
    place = reading.places[line.place]
    while place.parent >= 0 and place.tag != "tr":
        place = reading.places[place.parent]
    return place.index if place.tag == "tr" else -1


def _is_letters_only(reading: Reading) -> bool:
    total = sum(len(line.text) for line in reading.lines)
    inside = sum(len(line.text) for line in reading.lines if line.tag == "pre")
    return total > 0 and inside > LETTERS_ONLY * total


def _letters_only(reading: Reading, metadata: Metadata, url: str, latest: datetime) -> Layout:
    """Return the layout of a page that is one pre element: what stands in it is plain text."""
    element = max(
        (place.element for place in reading.places if place.tag == "pre"),
        key=lambda each: len("".join(each.itertext())),
    )
    layout = read_plain("".join(element.itertext()), latest)
    title = choose_headline({"title": metadata.title}, _site_names(metadata, url))
    return replace(
        layout,
        headline=layout.headline or title,
        canonical=metadata.canonical,
        language=metadata.language,
        published=layout.published or read_published(metadata, Reading([], []), [], 0, url, latest),
    )


def _hidden_by_script(paragraphs: Sequence[Paragraph], body_told: str) -> bool:
    told = len(squeeze(MARKUP.sub(" ", body_told)))
    shown = sum(len(squeeze(each.text)) for each in paragraphs)
    return told >= LEAST_LETTERS and shown < LEAST_SHOWN * told


def _told_paragraphs(body_told: str) -> tuple[Paragraph, ...]:
    """Return the articleBody as paragraphs, for pages that only a script would fill."""
    text = MARKUP.sub("\n", body_told.replace("</p>", "\n").replace("<br>", "\n"))
    return tuple(Paragraph(text=line) for line in map(one_line, text.split("\n")) if line)


def _article_body(metadata: Metadata) -> str:
    body = metadata.article.fields.get("articleBody") if metadata.article else None
    return body if isinstance(body, str) else ""


def _site_names(metadata: Metadata, url: str) -> tuple[str, ...]:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    names = host.removeprefix("www.").split(".")
    publisher = metadata.article.text("publisher") if metadata.article else ""
    own = names[-2] if len(names) > 1 else host
    return (
        metadata.tag("og:site_name"),
        publisher,
        metadata.tag("application-name"),
        own,
        names[0],
    )


def _is_walled(
    metadata: Metadata, reading: Reading, around: Sequence[int], chosen: Chosen, body_words: int
) -> bool:
    """Return whether the rest of the text stands behind a wall.

    The page says that it is not free and either asks to subscribe near the end of the body, or
    shows far fewer words than it counts itself.
    """
    free = metadata.article.fields.get("isAccessibleForFree", True) if metadata.article else True
    if str(free).lower() not in ("false", "no", "0"):
        return False
    counted = metadata.said("wordCount") or str(
        metadata.article.fields.get("wordCount", "") if metadata.article else ""
    )
    if counted.isdigit() and body_words < 0.6 * int(counted):
        return True
    end = chosen.body[-1] if chosen.body else 0
    near = reading.lines[max(0, end - 2) : end + 12]
    return any(around[line.place] & zones.WALL and len(line.text) > 20 for line in near)
