"""Read one record of a JSON Lines file: an article that somebody has already taken apart."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from twosource.errors import NotTextError
from twosource.model.acquired import Genre
from twosource.stages.extract.beside.parts import Found, numbered
from twosource.stages.extract.body.whole import breaks_off
from twosource.stages.extract.layout import Layout, Named, Paragraph
from twosource.stages.extract.markup.byline import clean_names
from twosource.stages.extract.markup.dates import read_time
from twosource.stages.extract.markup.genre import genre_of
from twosource.stages.extract.reading.phrases import is_correction
from twosource.stages.extract.reading.words import one_line
from twosource.stages.extract.webpage import read_webpage
from twosource.text.record import field_of, record_in
from twosource.text.sign_offs import sign_off

LABEL_ENDS = re.compile(r" [-–—|] |: ")
_BULLET = re.compile(r"[*•▪●–-]\s+(?=\S)")


def read_record(body: bytes, url: str, latest: datetime) -> tuple[Layout, str]:
    """Return what a record holds and the outlet it names, "" where it names none.

    {id?, url?, headline?, text | html, published?, outlet?, language?}, under these names or those
    of `twosource.text.record`. What the record states outranks what its html says. Lines of `text`
    are paragraphs; nothing is taken away from them, since the record's maker has chosen them, but a
    correction is set beside them. Raises NotTextError for a record that is no object.
    """
    try:
        record = record_in(body)
    except (ValueError, RecursionError) as error:
        raise NotTextError(url, f"the record is no JSON ({error}), wanted one object") from error
    if not isinstance(record, dict):
        raise NotTextError(url, "the record is no JSON object")
    html = field_of(record, "html")
    layout = (
        _signed(read_webpage(html, url, latest)) if html else _from_text(field_of(record, "text"))
    )
    given: dict[str, Any] = {
        "headline": one_line(field_of(record, "headline")),
        "deck": one_line(field_of(record, "deck")),
        "section": one_line(field_of(record, "section")),
        "published": read_time(field_of(record, "published"), latest),
        "language": field_of(record, "language"),
        "byline": clean_names([field_of(record, "byline")]),
    }
    stated = {name: value for name, value in given.items() if value}
    layout = replace(layout, **stated)
    if layout.genre.name == "unknown":
        layout = replace(layout, genre=_genre(layout, field_of(record, "url") or url))
    return layout, one_line(field_of(record, "outlet"))


def _genre(layout: Layout, url: str) -> Genre:
    """Return the genre that section, first line, headline or address of a mere text name."""
    first = layout.body[0].text if layout.body else ""
    label = LABEL_ENDS.split(first, maxsplit=1)[0]  # "PRESS RELEASE - Oban, 10 March"
    return genre_of((), (layout.section, label), layout.headline, url, (), ())


def _signed(layout: Layout) -> Layout:
    """Return a layout without the line that blog software hangs behind a feed's text.

    Where it names another outlet, that is whose text it is.
    """
    end = sign_off(layout.body[-1].text) if layout.body else None
    if end is None or end.start() > 0:
        return layout
    credit = Named(kind="syndication", words=end["outlet"].strip(" ."))
    return replace(layout, body=layout.body[:-1], named=(*layout.named, credit))


def _paragraph(line: str) -> Paragraph:
    bullet = _BULLET.match(line)
    return (
        Paragraph(text=line[bullet.end() :], kind="list item") if bullet else Paragraph(text=line)
    )


def _from_text(text: str) -> Layout:
    lines = [line for line in map(one_line, text.replace("\r", "\n").split("\n")) if line]
    notes = [line for line in lines if is_correction(line)] if len(lines) > 1 else []
    body = tuple(_paragraph(line) for line in lines if line not in notes)
    parts = numbered(Found("correction", note) for note in notes)
    return Layout(body=body, parts=parts, truncated=bool(body) and breaks_off(body[-1].text))
