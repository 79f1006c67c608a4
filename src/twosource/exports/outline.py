"""Lay out a dossier as titled blocks of cited lines, for every form that is plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from twosource.exports.hostile import shown
from twosource.exports.lines import Line, label_words
from twosource.exports.lines_of_sources import (
    kinds_of_copies,
    left_out_lines,
    naming_lines,
    perspective_lines,
    revision_lines,
    revision_words,
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
from twosource.exports.phrases import (
    HEADINGS,
    NOTHING,
    OF_HEADLINE,
    ONE_ALONE,
    BlockName,
    Heading,
    more_claims,
    more_statements,
)
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
        "countries": lambda reading: entity_lines(reading.dossier.countries),
        "organizations": lambda reading: entity_lines(reading.dossier.organizations),
        "persons": lambda reading: entity_lines(reading.dossier.persons),
        "revision": revision_lines,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of the dossier, ready to be set in type; a block is never without a line."""

    name: BlockName | Literal["nothing"]
    heading: Heading
    lines: tuple[Line, ...]
    more: str = ""  # what the dossier leaves out, and how to see it
    # How much each entry matters where not all are shown; () where the first matter most.
    weights: tuple[int, ...] = ()


def outline(reading: Reading) -> tuple[Block, ...]:
    """Return all blocks below the headline, in the dossier's order.

    Those with nothing to say stand together in the last one, each as the sentence that says so.
    """
    missing = without_entry(reading)
    told = tuple(_block(name, reading) for name in BLOCKS if name not in missing)
    said = tuple(Line(words=HEADINGS[name].empty) for name in missing)
    return (*told, Block(name="nothing", heading=NOTHING, lines=said)) if said else told


def under_headline(reading: Reading) -> Iterator[str]:
    """Yield tally, kinds of copies, what one report alone can show, label and revision."""
    yield shown(reading.dossier.tally.text)
    if copies := kinds_of_copies(reading):
        yield f"Copies among them: {copies}"
    if len(reading.reports) == 1:
        yield ONE_ALONE
    if label := reading.dossier.headline.label:
        yield f"{OF_HEADLINE}: {label_words(label)}"
    yield revision_words(reading)


def without_entry(reading: Reading) -> tuple[BlockName, ...]:
    """Return the blocks that have nothing to say, in the dossier's order."""
    return tuple(name for name, lines in BLOCKS.items() if next(lines(reading), None) is None)


def more_words(name: BlockName, reading: Reading) -> str:
    """Return how many claims or statements the reports make beside those listed; "" for none."""
    dossier = reading.dossier
    if name == "claims":
        return more_claims(dossier.claims_in_all - len(dossier.claims), dossier.story)
    if name == "statements":
        return more_statements(dossier.statements_in_all - len(dossier.statements))
    return ""


def _block(name: BlockName, reading: Reading) -> Block:
    weights = WEIGHTS.get(name)
    return Block(
        name=name,
        heading=HEADINGS[name],
        lines=tuple(BLOCKS[name](reading)),
        more=more_words(name, reading),
        weights=tuple(weights(reading)) if weights else (),
    )


def _of_happenings(reading: Reading) -> Iterator[int]:
    """Yield how much each happening matters: the event itself, then what most outlets tell."""
    for each in reading.dossier.timeline:
        yield len(each.outlets) + 1000 * (each.era == "during")


def _of_omissions(reading: Reading) -> Iterator[int]:
    """Yield how much each row matters: who contradicts, then in how many it was not found."""
    for each in reading.left_out:
        states = [cell.state for cell in each.cells]
        yield states.count("not found") + 1000 * states.count("contradicts")


WEIGHTS: Mapping[BlockName, Callable[[Reading], Iterator[int]]] = MappingProxyType(
    {"timeline": _of_happenings, "left_out": _of_omissions}
)
