"""Measure how well the difference between two reports' figures is told, on pairs of our own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from quality.measure import Measure
from twosource.canonical import digest
from twosource.languages import Language, open_language
from twosource.model.acquired import Article, Block, Outlet
from twosource.model.annotated import Annotated, Figure
from twosource.model.dossier import FigureComparison, FigureValue
from twosource.model.identity import (
    ArticleId,
    CaptureId,
    Digest,
    LanguageCode,
    LineageId,
    OutletId,
    Span,
    StoryId,
)
from twosource.model.linked import Lineage, Story
from twosource.model.material import StoryMaterial
from twosource.settings import AnnotateSettings
from twosource.stages.annotate import annotate
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.figures.compare import compare_figures
from twosource.stages.resolve import resolve

PAIRS = Path(__file__).parent / "pairs" / "figures.txt"
SCOPES = Path(__file__).parent / "pairs" / "figures_scopes.txt"
HELD_OUT = Path(__file__).parent / "pairs" / "figures_held_out.txt"
NOT_COMPARED = "none"
_HEAD = re.compile(r"== (?P<kind>\w+): (?P<what>.+)")
_REPORT = re.compile(r"(?P<time>\d\d-\d\d \d\d:\d\d) (?P<before>.*)\[(?P<figure>.+)\](?P<after>.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One report's text and the place of its figure."""

    published: datetime
    text: str
    figure: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Reports of one event, one figure of each, and how these differ."""

    kind: str
    what: str
    told: tuple[Told, ...]


def read_pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
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
                text=report["before"] + report["figure"] + report["after"],
                figure=Span(
                    start=len(report["before"]), end=len(report["before"] + report["figure"])
                ),
            )
            for report in reports
            if report is not None
        ),
    )


def measure(data: Path) -> Mapping[str, float]:
    """Return the share of pairs whose kind of difference is told right.

    `held_accuracy` is the same of pairs whose errors nobody has looked at. `no_false_conflict` is
    the share of these pairs without a conflict between which none is shown. `scopes_accuracy` is of
    pairs that were written last, most of them of two scopes.
    """
    seen, held, scopes = read_pairs(), read_pairs(HELD_OUT), read_pairs(SCOPES)
    peaceful = [each for each in (*seen, *held) if each.kind != "conflict"]
    return {
        "accuracy": _share([relation_of(each) == each.kind for each in seen]),
        "held_accuracy": _share([relation_of(each) == each.kind for each in held]),
        "scopes_accuracy": _share([relation_of(each) == each.kind for each in scopes]),
        "no_false_conflict": _share([relation_of(each) != "conflict" for each in peaceful]),
    }


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers)


MEASURES = (Measure(name="figure_pairs", corpora=(), run=measure),)


@cache
def relation_of(pair: Pair) -> str:
    """Return how the dossier says that the pair's figures differ, "none" where it says nothing."""
    reports = [_annotated(told, f"outlet-{place}") for place, told in enumerate(pair.told)]
    figures = [_marked(*each) for each in zip(reports, pair.told, strict=True)]
    material = _material(reports)
    for comparison in compare_figures(material, citer(material)):
        if comparison.relation != "single" and all(
            figure is not None and _holds(comparison, report, figure)
            for report, figure in zip(reports, figures, strict=True)
        ):
            return comparison.relation
    return NOT_COMPARED


def _marked(report: Annotated, told: Told) -> Figure | None:
    return next((each for each in report.figures if each.span.touches(told.figure)), None)


def _holds(comparison: FigureComparison, report: Annotated, figure: Figure) -> bool:
    return any(
        _is(value, figure) and any(each.article == report.article.id for each in value.citations)
        for value in comparison.values
    )


def _is(value: FigureValue, figure: Figure) -> bool:
    return (value.value, value.high, value.unit) == (figure.value, figure.high, figure.unit)


def _material(reports: Sequence[Annotated]) -> StoryMaterial:
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


@cache
def _english() -> Language:
    return open_language(LanguageCode("en"), AnnotateSettings())


def _annotated(told: Told, outlet: str) -> Annotated:
    address = f"https://{outlet}.example/{digest(told.text)[:8]}"
    article = Article(
        id=ArticleId(digest((outlet, told.text))),
        capture=CaptureId("pair"),
        capture_digest=Digest("pair"),
        url=address,
        canonical=address,
        outlet=OutletId(outlet),
        headline="",
        language=LanguageCode("en"),
        text=told.text,
        blocks=(Block(start=0, end=len(told.text)),),
        published=told.published,
        fetched_at=told.published + timedelta(hours=1),
    )
    return annotate(article, _english())
