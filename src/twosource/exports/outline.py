"""Lay out a dossier as titled blocks of cited lines, for every form that is plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from twosource.exports.lines import Line
from twosource.exports.lines_of_sources import (
    left_out_lines,
    naming_lines,
    perspective_lines,
    revision_lines,
    source_lines,
)
from twosource.exports.lines_told import (
    claim_lines,
    entity_lines,
    figure_lines,
    happening_lines,
    statement_lines,
    summary_lines,
)
from twosource.exports.phrases import HEADINGS, BlockName, Heading, more_claims, more_statements
from twosource.exports.reading import Reading
from twosource.exports.storyline import storyline_lines

Lines = Callable[[Reading], Iterator[Line]]

BLOCKS: Mapping[BlockName, Lines] = MappingProxyType(
    {
        "summary": summary_lines,
        "statements": statement_lines,
        "claims": claim_lines,
        "figures": figure_lines,
        "timeline": happening_lines,
        "storyline": storyline_lines,
        "names": naming_lines,
        "left_out": left_out_lines,
        "sources": source_lines,
        "perspectives": perspective_lines,
        "countries": lambda reading: entity_lines(reading, reading.dossier.countries),
        "organizations": lambda reading: entity_lines(reading, reading.dossier.organizations),
        "persons": lambda reading: entity_lines(reading, reading.dossier.persons),
        "revision": revision_lines,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of the dossier, ready to be set in type; a block is never without a line."""

    name: BlockName
    heading: Heading
    lines: tuple[Line, ...]
    empty: bool  # its one line says that it has nothing
    more: str = ""  # what the dossier leaves out, and how to see it
    # How much each entry matters where not all are shown; () where the first matter most.
    weights: tuple[int, ...] = ()


def outline(reading: Reading) -> tuple[Block, ...]:
    """Return all blocks below the headline, in the dossier's order.

    A block with nothing to say has the sentence that says so as its only line.
    """
    return tuple(_block(name, lines, reading) for name, lines in BLOCKS.items())


def more_words(name: BlockName, reading: Reading) -> str:
    """Return how many claims or statements the reports make beside those listed; "" for none."""
    dossier = reading.dossier
    if name == "claims":
        return more_claims(dossier.claims_in_all - len(dossier.claims), dossier.story)
    if name == "statements":
        return more_statements(dossier.statements_in_all - len(dossier.statements))
    return ""


def _block(name: BlockName, lines: Lines, reading: Reading) -> Block:
    heading = HEADINGS[name]
    found = tuple(lines(reading))
    return Block(
        name=name,
        heading=heading,
        lines=found or (Line(words=heading.empty),),
        empty=not found,
        more=more_words(name, reading),
        weights=_weights(reading) if name == "timeline" else (),
    )


def _weights(reading: Reading) -> tuple[int, ...]:
    """Return how much each happening matters: the event itself, then what most outlets tell."""
    happenings = reading.dossier.timeline
    return tuple(len(each.outlets) + 1000 * (each.era == "during") for each in happenings)
