"""Read the article's text off a page: the lines chosen for body, put together as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from twosource.model.acquired import BlockKind
from twosource.stages.extract.beside.line_kinds import TRAILING_SOURCE_LINK
from twosource.stages.extract.beside.parts import Found
from twosource.stages.extract.body.choice import choose
from twosource.stages.extract.body.values import SENTENCE_END
from twosource.stages.extract.body.whole import breaks_off, is_sold
from twosource.stages.extract.body.witness import LEAST_LETTERS, MARKUP, witness_of
from twosource.stages.extract.layout import Paragraph
from twosource.stages.extract.markup.headline import PARTING
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen, Line, LineTag, Reading
from twosource.stages.extract.reading.walk import read_lines
from twosource.stages.extract.reading.words import one_line, squeeze
from twosource.stages.extract.script.drawn import draw_story

MOST_OF_A_SHELL = 600  # characters that a page shows which a script is still to fill

BLOCK_KINDS: dict[LineTag, BlockKind] = {
    "h": "heading",
    "li": "list item",
    "quote": "quote",
    "cell": "table",
}
ONE_BLOCK = frozenset({"p", "li", "h2", "h3", "h4"})  # elements that hold one block of text
LONGEST_CELL = 160  # characters; a longer cell that ends in a full stop is a paragraph
LEAST_SHOWN = 0.3  # share of the articleBody's letters; a page that shows less is drawn by script


@dataclass(frozen=True, slots=True)
class Text:
    """A page's lines, which of them are the article, and the paragraphs they make."""

    chosen: Chosen
    paragraphs: tuple[Paragraph, ...]
    trailing: Sequence[Found]  # source links that stood glued to the last words
    cut: bool  # whether the words before such a link break off

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
    root: etree._Element, reading: Reading, metadata: Metadata, authors: Sequence[str]
) -> Text:
    """Return the article's text as the page shows it, or as its own data tells it.

    A page that shows next to nothing is drawn by a script; its text then stands in the JSON-LD's
    articleBody or in the data of the script. What is sold is not read from there.
    """
    shown = _text_of(reading, metadata, authors)
    if shown.size >= MOST_OF_A_SHELL or is_sold(metadata) or _has_wall(reading):
        return shown
    drawn = draw_story(root, (*headlines_of(metadata), *PARTING.split(metadata.title)))
    if drawn is None:
        return shown
    return max(shown, _text_of(read_lines(drawn), metadata, authors), key=_size)


def headlines_of(metadata: Metadata) -> tuple[str, ...]:
    """Return what the page's markup calls its headline."""
    return metadata.said("headline"), metadata.tag("og:title"), metadata.title


def _text_of(reading: Reading, metadata: Metadata, authors: Sequence[str]) -> Text:
    told = metadata.told("articleBody")
    body_told = told if isinstance(told, str) else ""
    descriptions = (
        metadata.said("description"),
        metadata.tag("og:description"),
        metadata.tag("description"),
    )
    chosen = choose(reading, witness_of(body_told), headlines_of(metadata), descriptions, authors)
    paragraphs, trailing, cut = paragraphs_of(chosen)
    if hidden_by_script(paragraphs, body_told):
        paragraphs = told_paragraphs(body_told)
    return Text(chosen, paragraphs, trailing, cut)


def _has_wall(reading: Reading) -> bool:
    return any(place.own & zones.WALL for place in reading.places)


def _size(text: Text) -> int:
    return text.size


def paragraphs_of(chosen: Chosen) -> tuple[tuple[Paragraph, ...], list[Found], bool]:
    """Return the body's blocks; lines that one paragraph was parted into by a box are joined.

    Beside them the source link that stood glued to the last words, and whether they break off.
    """
    reading, prose = chosen.reading, _prose_cells(chosen)
    blocks: list[list[Line]] = []
    for index in chosen.body:
        line = reading.lines[index]
        if blocks and _goes_on(reading, blocks[-1][-1], line) and line.holder not in prose:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    paragraphs: list[Paragraph] = []
    trailing: list[Found] = []
    cut = False
    for lines in blocks:
        tag: LineTag = "p" if lines[0].holder in prose else lines[0].tag
        text = one_line((" | " if tag == "cell" else " ").join(line.text for line in lines))
        without = TRAILING_SOURCE_LINK.sub("", text)
        if without != text:
            trailing.append(
                Found("source_link", text[len(without) :].strip(), address=lines[-1].address)
            )
            cut, text = cut or breaks_off(without), without
        if text:
            paragraphs.append(Paragraph(text=text, kind=BLOCK_KINDS.get(tag, "paragraph")))
    return tuple(paragraphs), trailing, cut


def _prose_cells(chosen: Chosen) -> frozenset[int]:
    """Return the table cells that hold running text: a table that only lays out the page."""
    lines = (chosen.reading.lines[index] for index in chosen.body)
    return frozenset(
        line.holder
        for line in lines
        if line.tag == "cell" and len(line.text) > LONGEST_CELL and SENTENCE_END.search(line.text)
    )


def _goes_on(reading: Reading, above: Line, line: Line) -> bool:
    """Return whether a line belongs to the same paragraph or table row as the line above it."""
    if line.tag == "cell" and above.tag == "cell":
        row = _row(reading, line)
        return row >= 0 and row == _row(reading, above)
    return line.holder == above.holder and reading.places[line.holder].tag in ONE_BLOCK


def _row(reading: Reading, line: Line) -> int:
    """Return the table row a line stands in, -1 outside of tables."""
    return next((each.index for each in reading.upward(line.place) if each.tag == "tr"), -1)


def hidden_by_script(paragraphs: Sequence[Paragraph], body_told: str) -> bool:
    told = len(squeeze(MARKUP.sub(" ", body_told)))
    shown = sum(len(squeeze(each.text)) for each in paragraphs)
    return told >= LEAST_LETTERS and shown < LEAST_SHOWN * told


def told_paragraphs(body_told: str) -> tuple[Paragraph, ...]:
    """Return the articleBody as paragraphs, for pages that only a script would fill."""
    text = MARKUP.sub("\n", body_told.replace("</p>", "\n").replace("<br>", "\n"))
    return tuple(Paragraph(text=line) for line in map(one_line, text.split("\n")) if line)
