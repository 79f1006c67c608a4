"""Read a web page: body, deck, headline and all that its markup and its lines tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from twosource.errors import NotAnArticleError
from twosource.model.acquired import Genre
from twosource.stages.extract.beside.origin import named_origins
from twosource.stages.extract.beside.parts import Found, find_parts, numbered
from twosource.stages.extract.body.deck import headline_line
from twosource.stages.extract.body.liveblog import find_updates
from twosource.stages.extract.body.text import Text, read_text
from twosource.stages.extract.body.whole import damaged, is_walled
from twosource.stages.extract.layout import Layout
from twosource.stages.extract.markup.byline import read_byline, told_authors
from twosource.stages.extract.markup.genre import genre_of
from twosource.stages.extract.markup.headline import PARTING, choose_headline
from twosource.stages.extract.markup.jsonld import plain
from twosource.stages.extract.markup.kind import Weighed, count_teasers, kind_of, reason_against
from twosource.stages.extract.markup.metadata import Metadata, read_metadata
from twosource.stages.extract.markup.published import read_changed, read_published
from twosource.stages.extract.markup.section import read_labels, read_section
from twosource.stages.extract.plaintext import read_plain
from twosource.stages.extract.reading.lines import Chosen, Reading
from twosource.stages.extract.reading.page import parse
from twosource.stages.extract.reading.walk import read_lines
from twosource.stages.extract.reading.words import one_line

NOTHING = Chosen(Reading([], []), ())
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
    sites = _site_names(metadata, url)
    authors = [name for names in told_authors(metadata, sites) for name in names]
    text = read_text(root, reading, metadata, authors)
    layout = _described(text, metadata, sites, url, latest)
    return replace(layout, truncated=layout.truncated or damaged(source))


def _described(
    text: Text, metadata: Metadata, sites: Sequence[str], url: str, latest: datetime
) -> Layout:
    """Return the layout around a text that has been read."""
    chosen, lines = text.chosen, text.chosen.reading.lines
    named = metadata.said("headline"), metadata.tag("og:title")
    shown = headline_line(chosen.reading, named, chosen.first)
    headline = _headline(metadata, lines[shown].text if shown >= 0 else "", sites)
    published = read_published(metadata, chosen, url, latest)
    section = read_section(metadata, chosen, shown)
    parts = [*find_parts(chosen, url), *text.trailing]
    parts = [each for each in parts if each.text != section]
    updates = find_updates(metadata, chosen, text.paragraphs, published, latest)
    weighed = _weighed(text, parts, dated=published is not None)
    titles = (headline, *PARTING.split(metadata.title))
    reason = reason_against(metadata, weighed, url, titles, text.paragraphs)
    if reason:
        raise NotAnArticleError(url, reason)
    kind = kind_of(metadata, len(updates), weighed, headline)
    names = read_byline(metadata, chosen, sites)
    return Layout(
        headline=one_line(headline),
        deck=" ".join(one_line(lines[index].text) for index in chosen.deck),
        section=section,
        body=text.paragraphs,
        updates=updates,
        parts=numbered(parts),
        byline=tuple(map(one_line, names)),
        published=published,
        changed=read_changed(metadata, published, latest),
        canonical=metadata.canonical,
        language=metadata.language or metadata.said("inLanguage"),
        kind=kind,
        genre=_genre(metadata, (section, *read_labels(chosen)), headline, url),
        named=named_origins(metadata, chosen),
        sites=_own_names(metadata),
        truncated=text.cut or (kind != "gallery" and text.stops_short),
        walled=is_walled(metadata, chosen, body_words=weighed.words),
    )


def _weighed(text: Text, parts: Sequence[Found], *, dated: bool) -> Weighed:
    """Count what tells an article from a front or a gallery."""
    return Weighed(
        words=sum(len(each.text.split()) for each in text.paragraphs),
        captions=sum(each.kind == "caption" for each in parts),
        headings=sum(each.kind == "heading" for each in text.paragraphs),
        teasers=count_teasers(text.chosen.reading),
        dated=dated,
    )


def _headline(metadata: Metadata, shown: str, sites: Sequence[str]) -> str:
    return choose_headline(
        {
            "shown": shown,
            "json": plain(metadata.told("headline")),
            "og": metadata.tag("og:title"),
            "twitter": metadata.tag("twitter:title"),
            "title": metadata.title,
        },
        sites,
    )


def _genre(metadata: Metadata, labels: Sequence[str], headline: str, url: str) -> Genre:
    sections = metadata.tags.get("article:section", ())
    return genre_of(
        metadata.types, labels, headline, url, sections, metadata.tags.get("og:type", ())
    )


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
        published=layout.published or read_published(metadata, NOTHING, url, latest),
    )


def _site_names(metadata: Metadata, url: str) -> tuple[str, ...]:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    names = host.removeprefix("www.").split(".")
    own = names[-2] if len(names) > 1 else host
    return (*_stated_names(metadata), own, names[0])


def _stated_names(metadata: Metadata) -> tuple[str, str, str]:
    publisher = plain(metadata.told("publisher"))
    return metadata.tag("og:site_name"), publisher, metadata.tag("application-name")


def _own_names(metadata: Metadata) -> tuple[str, ...]:
    """Return what may be the name of the site: what its markup states, the end of its title."""
    title = PARTING.split(metadata.title)
    return tuple(filter(None, (*_stated_names(metadata), *title[:0:-1])))
