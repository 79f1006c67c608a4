"""Write a dossier as Markdown, every cited stretch as a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.exports.citations import Numbers
from twosource.exports.dates import time_of
from twosource.exports.hostile import shown, web_address
from twosource.exports.lines import Line
from twosource.exports.marks import MEANING
from twosource.exports.outline import Block, outline, under_headline
from twosource.exports.phrases import INHERITED, PROMISE, STATE_MARKS
from twosource.exports.reading import Reading, cells_by_report, columns_of
from twosource.model.cited import Citation
from twosource.model.dossier import Cell, Dossier, Omission
from twosource.model.identity import LineageId
from twosource.protocols import Export

# What Markdown, or HTML inside it, takes for more than a letter anywhere on a line. A hash, dot or
# hyphen matters at its beginning alone, see `inert`.
_INSIDE = re.compile(r"([\\`*_\[\]<>|~&$])")


def write_markdown(dossier: Dossier) -> bytes:
    """Return the dossier as CommonMark with footnotes and one table, in UTF-8.

    Words of sources are escaped: no page can put a heading, link or tag into the dossier.
    """
    reading, numbers = Reading(dossier), Numbers(dossier)
    parts = [
        *_head(reading, numbers),
        *(_block(block, reading, numbers) for block in outline(reading)),
        "\n\n".join(("---", inert(MEANING), inert(INHERITED), inert(PROMISE))),
        "\n".join(_note(citation, reading, numbers) for citation in numbers.cited),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _head(reading: Reading, numbers: Numbers) -> Iterator[str]:
    headline = reading.dossier.headline
    yield f"# {inert(shown(headline.text))}{_marks(headline.citations, numbers)}"
    tally, *others = under_headline(reading)
    yield f"**{inert(tally)}**"
    yield from map(inert, others)


def _block(block: Block, reading: Reading, numbers: Numbers) -> str:
    heading = f"## {block.heading.title}\n\n"
    about = f"*{inert(block.heading.about)}*\n\n"
    if block.name == "left_out":
        return heading + about + _table(reading, numbers)
    told = "\n".join(_line(line, numbers) for line in block.lines)
    return heading + about + told + (f"\n\n{inert(block.more)}" if block.more else "")


def _line(line: Line, numbers: Numbers) -> str:
    return f"{'  ' * line.depth}- {inert(line.words)}{_marks(line.cites, numbers)}"


def _marks(cites: tuple[Citation, ...], numbers: Numbers) -> str:
    return "".join(f"[^{number}]" for number in sorted({numbers.of(cite) for cite in cites}))


def _table(reading: Reading, numbers: Numbers) -> str:
    omissions = reading.left_out
    reports = columns_of(omissions)
    names = [inert(reading.report(report) or report) for report in reports]
    rows = [
        f"| Claim | {' | '.join(names)} |",
        f"|---|{'---|' * len(names)}",
        *(_row(omission, reports, reading, numbers) for omission in omissions),
    ]
    return "\n".join(rows)


def _row(
    omission: Omission, reports: tuple[LineageId, ...], reading: Reading, numbers: Numbers
) -> str:
    cells = cells_by_report(omission)
    told = (_cell(cells[each], numbers) if each in cells else "" for each in reports)
    return f"| {inert(reading.row_words(omission))} | {' | '.join(told)} |"


def _cell(cell: Cell, numbers: Numbers) -> str:
    why = f", {inert(shown(cell.why))}" if cell.why else ""
    cites = (cell.citation,) if cell.citation else ()
    return f"{STATE_MARKS[cell.state]} {cell.state}{why}{_marks(cites, numbers)}"


def _note(citation: Citation, reading: Reading, numbers: Numbers) -> str:
    place = "" if citation.span.part == "body" else f", {citation.span.part}"
    told = f"{reading.outlet(citation.outlet)}, {time_of(citation.published)}{place}"
    address = web_address(citation.url)
    linked = f"<{address}>" if address else inert(shown(citation.url))
    return (
        f"[^{numbers.of(citation)}]: {inert(told)}: “{inert(shown(citation.words))}” "
        f"(characters {citation.span.start}–{citation.span.end}) {linked}"
    )


def inert(words: str) -> str:
    """Return words that Markdown shows as they are, wherever on a line they stand."""
    escaped = _INSIDE.sub(r"\\\1", words)
    first = re.match(r"(\d+)[.)](?!\S)", escaped)
    if first:
        return f"{first[1]}\\{escaped[first.end(1) :]}"
    return f"\\{escaped}" if escaped[:1] in ("#", "-", "+", "=", ">", ":") else escaped


MARKDOWN = Export(
    name="markdown",
    media_type="text/markdown; charset=utf-8",
    suffix=".md",
    write=write_markdown,
)
