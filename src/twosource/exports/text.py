"""Write a dossier for a terminal: 88 columns, numbered sources, no colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from twosource.exports.columns import wrapped
from twosource.exports.hostile import shown
from twosource.exports.lines import Line
from twosource.exports.marks import MEANING
from twosource.exports.outline import Block, outline, under_headline
from twosource.exports.phrases import INHERITED, PROMISE
from twosource.exports.reading import Reading
from twosource.model.cited import Citation
from twosource.model.dossier import Dossier
from twosource.protocols import Export

WIDTH = 88  # fixed, so that equal dossiers give equal bytes; fits two terminals side by side
STEP = "    "
BRIEF_ENTRIES = 3  # of each block: a story on two or three screens
TEXT_ENTRIES = 8  # of each block: a story of forty outlets would run to two thousand lines
ALL_LISTED = frozenset({"sources", "nothing"})  # the numbers behind words name sources


def write_text(dossier: Dossier, most: int | None = TEXT_ENTRIES) -> bytes:
    """Return the dossier as UTF-8 text of at most 88 columns, long blocks cut with their count.

    Of each block `most` entries are told, None for all. "[3]" behind words names the third source,
    the article in which they stand. An address longer than a line is cut.
    """
    reading = Reading(dossier)
    blocks = (_block(block, reading, most) for block in outline(reading))
    parts = ("\n".join(_head(reading)), *blocks, "\n".join(_foot(cut=most is not None)))
    return ("\n\n".join(parts) + "\n").encode()


def _head(reading: Reading) -> Iterator[str]:
    headline = reading.dossier.headline
    yield "═" * WIDTH
    yield wrapped(shown(headline.text) + _numbers(headline.citations, reading), WIDTH)
    for words in under_headline(reading):
        yield wrapped(words, WIDTH)
    yield "═" * WIDTH


def _block(block: Block, reading: Reading, most: int | None) -> str:
    title = block.heading.title.upper()
    lines = (line for line in block.lines if most is None or not line.detail)
    entries = _entries(lines, reading)
    airy = any(line.depth for line in block.lines)
    shown_entries = entries if block.name in ALL_LISTED else _foremost(entries, block, most)
    if left := len(entries) - len(shown_entries):
        shown_entries.append(f"… and {left} more")
    if block.more:
        shown_entries.append(wrapped(block.more, WIDTH))
    body = ("\n\n" if airy else "\n").join(shown_entries)
    return f"{title}\n{'─' * len(title)}\n{body}"


def _foremost(entries: list[str], block: Block, most: int | None) -> list[str]:
    """Return the entries there is room for, in their order: the first, or those that matter."""
    if most is None or not block.weights:
        return entries[:most]
    by_weight = sorted(range(len(entries)), key=lambda at: -block.weights[at])
    return [entries[at] for at in sorted(by_weight[:most])]


def _entries(lines: Iterable[Line], reading: Reading) -> list[str]:
    """Return each entry of a block with the lines that are set in below it."""
    entries: list[list[str]] = []
    for line in lines:
        if line.depth == 0 or not entries:
            entries.append([])
        entries[-1].append(set_line(line, reading))
    return ["\n".join(entry) for entry in entries]


def set_line(line: Line, reading: Reading) -> str:
    """Return a line wrapped and set in as deep as it stands, with the numbers of its sources."""
    indent = STEP * line.depth
    words = line.words + _numbers(line.cites, reading)
    return wrapped(words, WIDTH, indent, indent + ("  " if line.depth else ""))


def _numbers(cites: tuple[Citation, ...], reading: Reading) -> str:
    order = {entry.article: at for at, entry in enumerate(reading.dossier.sources, start=1)}
    numbers = sorted({order[cite.article] for cite in cites if cite.article in order})
    return "".join([" ", *(f"[{number}]" for number in numbers)]) if numbers else ""


def _foot(*, cut: bool) -> Iterator[str]:
    yield "─" * WIDTH
    if cut:
        yield "Cut here are long blocks and why a copy is one: --as full prints everything."
    yield wrapped(MEANING, WIDTH)
    yield wrapped(INHERITED, WIDTH)
    yield wrapped(PROMISE, WIDTH)


TEXT = Export(name="text", media_type="text/plain; charset=utf-8", suffix=".txt", write=write_text)
FULL = replace(TEXT, name="full", suffix=".full.txt", write=partial(write_text, most=None))
BRIEF = replace(
    TEXT, name="brief", suffix=".brief.txt", write=partial(write_text, most=BRIEF_ENTRIES)
)
