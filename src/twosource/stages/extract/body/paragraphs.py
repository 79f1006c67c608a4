"""Put the chosen lines together as the paragraphs, headings and list items of the text."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.acquired import BlockKind
from twosource.stages.extract.beside.line_kinds import TRAILING_SOURCE_LINK
from twosource.stages.extract.beside.parts import Found
from twosource.stages.extract.body.choice import Chosen
from twosource.stages.extract.body.truncation import breaks_off
from twosource.stages.extract.body.values import SENTENCE_END
from twosource.stages.extract.body.witness import LEAST_LETTERS, MARKUP
from twosource.stages.extract.layout import Paragraph
from twosource.stages.extract.reading.lines import Line, LineTag, Reading
from twosource.stages.extract.reading.words import one_line, squeeze

BLOCK_KINDS: dict[LineTag, BlockKind] = {
    "h": "heading",
    "li": "list item",
    "quote": "quote",
    "cell": "table",
}
ONE_BLOCK = frozenset({"p", "li", "h2", "h3", "h4"})  # elements that hold one block of text
LONGEST_CELL = 160  # characters; a longer cell that ends in a full stop is a paragraph
LEAST_SHOWN = 0.3  # share of the articleBody's letters; a page that shows less is drawn by script


def paragraphs_of(
    reading: Reading, chosen: Chosen, url: str
) -> tuple[tuple[Paragraph, ...], list[Found], bool]:
    """Return the body's blocks; lines that one paragraph was parted into by a box are joined.

    Beside them the source link that stood glued to the last words, and whether they break off.
    """
    prose = _prose_cells(reading, chosen)
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


def _prose_cells(reading: Reading, chosen: Chosen) -> frozenset[int]:
    """Return the table cells that hold running text: a table that only lays out the page."""
    lines = (reading.lines[index] for index in chosen.body)
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
    place = reading.places[line.place]
    while place.parent >= 0 and place.tag != "tr":
        place = reading.places[place.parent]
    return place.index if place.tag == "tr" else -1


def hidden_by_script(paragraphs: Sequence[Paragraph], body_told: str) -> bool:
    told = len(squeeze(MARKUP.sub(" ", body_told)))
    shown = sum(len(squeeze(each.text)) for each in paragraphs)
    return told >= LEAST_LETTERS and shown < LEAST_SHOWN * told


def told_paragraphs(body_told: str) -> tuple[Paragraph, ...]:
    """Return the articleBody as paragraphs, for pages that only a script would fill."""
    text = MARKUP.sub("\n", body_told.replace("</p>", "\n").replace("<br>", "\n"))
    return tuple(Paragraph(text=line) for line in map(one_line, text.split("\n")) if line)
