"""Read short reports that lie side by side in a file, and make a story of each few."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quality.texts import bare_article, english
from twosource.canonical import digest
from twosource.model.acquired import Outlet
from twosource.model.annotated import Annotated
from twosource.model.identity import LineageId, Span, StoryId
from twosource.model.linked import Lineage, Story
from twosource.model.material import StoryMaterial
from twosource.stages.annotate import annotate
from twosource.stages.resolve import resolve

_HEAD = re.compile(r"== (?P<kind>\w+): (?P<what>.+)")
_REPORT = re.compile(r"(?P<time>\d\d-\d\d \d\d:\d\d) (?P<before>.*)\[(?P<marked>.+)\](?P<after>.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One report's text and the place of what is marked in it."""

    published: datetime
    text: str
    marked: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Reports of one event, what is marked in each, and how that differs."""

    kind: str
    what: str
    told: tuple[Told, ...]


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Return the pairs in the order of the file, whose head says what the kinds mean."""
    _, *stanzas = re.split(r"^(?=== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return tuple(_pair(stanza.strip().splitlines()) for stanza in stanzas)


def _pair(lines: Sequence[str]) -> Pair:
    head = _HEAD.fullmatch(lines[0])
    reports = [_REPORT.fullmatch(line) for line in lines[1:]]
    assert head is not None, lines[0]
    return Pair(
        kind=head["kind"],
        what=head["what"],
        told=tuple(
            Told(
                published=datetime.fromisoformat(f"2026-{report['time']}:00+00:00"),
                text=report["before"] + report["marked"] + report["after"],
                marked=Span(
                    start=len(report["before"]), end=len(report["before"] + report["marked"])
                ),
            )
            for report in reports
            if report is not None
        ),
    )


def reports_of(pair: Pair) -> list[Annotated]:
    """Return the reports of a pair as articles of as many outlets, in the order of the file."""
    return [_annotated(told, f"outlet-{place}") for place, told in enumerate(pair.told)]


def material_of(reports: Sequence[Annotated]) -> StoryMaterial:
    """Return the reports as one story of outlets that copy nobody."""
    ordered = sorted(reports, key=lambda each: (str(each.article.published), each.article.id))
    entities, mentions = resolve(ordered)
    return StoryMaterial(
        story=Story(id=StoryId("pair"), articles=tuple(each.article.id for each in ordered)),
        articles=tuple(ordered),
        lineages=tuple(
            Lineage(
                id=LineageId(each.article.id),
                origin=each.article.id,
                outlet=each.article.outlet,
                members=(each.article.id,),
            )
            for each in ordered
        ),
        entities=entities,
        entity_mentions=mentions,
        outlets=tuple(Outlet(id=each.article.outlet, name=each.article.outlet) for each in ordered),
    )


def _annotated(told: Told, outlet: str) -> Annotated:
    address = f"https://{outlet}.example/{digest(told.text)[:8]}"
    name = digest((outlet, told.text))
    return annotate(
        bare_article(told.text, name=name, outlet=outlet, url=address, published=told.published),
        english(),
    )
