"""Read the article's text off a page: the lines chosen for body, put together as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from twosource.stages.extract.beside.parts import Found
from twosource.stages.extract.body.choice import Chosen, choose
from twosource.stages.extract.body.paragraphs import (
    hidden_by_script,
    paragraphs_of,
    told_paragraphs,
)
from twosource.stages.extract.body.truncation import breaks_off
from twosource.stages.extract.body.wall import is_sold
from twosource.stages.extract.body.witness import witness_of
from twosource.stages.extract.layout import Paragraph
from twosource.stages.extract.markup.headline import PARTING
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Reading
from twosource.stages.extract.reading.walk import read_lines
from twosource.stages.extract.script.drawn import draw_story

MOST_OF_A_SHELL = 600  # characters that a page shows which a script is still to fill


@dataclass(frozen=True, slots=True)
class Text:
    """A page's lines, which of them are the article, and the paragraphs they make."""

    reading: Reading
    chosen: Chosen
    paragraphs: tuple[Paragraph, ...]
    trailing: Sequence[Found]  # source links that stood glued to the last words
    cut: bool  # whether the words before such a link break off

    @property
    def first(self) -> int:
        """Return the index of the body's first line, that after the last where it has none."""
        return self.chosen.body[0] if self.chosen.body else len(self.reading.lines)

    @property
    def size(self) -> int:
        """Return the characters of the body."""
        return sum(len(each.text) for each in self.paragraphs)

    @property
    def stops_short(self) -> bool:
        """Return whether the last paragraph stops in mid-sentence."""
        last = self.paragraphs[-1] if self.paragraphs else None
        return last is not None and last.kind == "paragraph" and breaks_off(last.text)


def read_text(
    root: etree._Element, reading: Reading, metadata: Metadata, authors: Sequence[str], url: str
) -> Text:
    """Return the article's text as the page shows it, or as its own data tells it.

    A page that shows next to nothing is drawn by a script; its text then stands in the JSON-LD's
    articleBody or in the data of the script. What is sold is not read from there.
    """
    shown = _text_of(reading, metadata, authors, url)
    if shown.size >= MOST_OF_A_SHELL or is_sold(metadata) or _has_wall(reading):
        return shown
    drawn = draw_story(root, (*headlines_of(metadata), *PARTING.split(metadata.title)))
    if drawn is None:
        return shown
    return max(shown, _text_of(read_lines(drawn), metadata, authors, url), key=_size)


def headlines_of(metadata: Metadata) -> tuple[str, ...]:
    """Return what the page's markup calls its headline."""
    return metadata.said("headline"), metadata.tag("og:title"), metadata.title


def _text_of(reading: Reading, metadata: Metadata, authors: Sequence[str], url: str) -> Text:
    told = metadata.article.fields.get("articleBody") if metadata.article else None
    body_told = told if isinstance(told, str) else ""
    descriptions = (
        metadata.said("description"),
        metadata.tag("og:description"),
        metadata.tag("description"),
    )
    chosen = choose(reading, witness_of(body_told), headlines_of(metadata), descriptions, authors)
    paragraphs, trailing, cut = paragraphs_of(reading, chosen, url)
    if hidden_by_script(paragraphs, body_told):
        paragraphs = told_paragraphs(body_told)
    return Text(reading, chosen, paragraphs, trailing, cut)


def _has_wall(reading: Reading) -> bool:
    return any(place.own & zones.WALL for place in reading.places)


def _size(text: Text) -> int:
    return text.size
