"""Measure whether dates are found and resolved to the right day, month or year."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quality.measure import Measure
from quality.texts import bare_article
from twosource.languages.english.language import english_stops
from twosource.languages.sentences import split_sentences
from twosource.model.annotated import TimeMention
from twosource.model.identity import Span
from twosource.stages.annotate.times.find import find_times

PLATINUM = "dates-tempeval3-platinum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One time the annotators marked, and what overlaps it most of what was found."""

    article: str
    words: str
    type: str
    value: str
    found: TimeMention | None


def platinum(data: Path) -> Mapping[str, float]:
    """Return the share of the 96 DATEs with the right value, and how well stretches are found.

    `date_value_accuracy`: of all DATEs of the gold, those overlapped by a mention whose value is
    letter for letter the gold's. `all_value_accuracy` the same over DATE, TIME, DURATION and SET.
    `found_f1`: any overlap counts, type and value do not. Articles are read as published on their
    creation day.
    """
    marked, spurious = [], 0
    for row in read_rows(data):
        times = times_of(row)
        golds = list(_marked(row, times))
        marked += golds
        used = {id(gold.found) for gold in golds if gold.found}
        spurious += sum(id(time) not in used for time in times)
    dates = [each for each in marked if each.type == "DATE"]
    hit = sum(each.found is not None for each in marked)
    precision, recall = hit / (hit + spurious), hit / len(marked)
    return {
        "date_value_accuracy": sum(map(is_right, dates)) / len(dates),
        "all_value_accuracy": sum(map(is_right, marked)) / len(marked),
        "found_f1": 2 * precision * recall / (precision + recall),
    }


def read_rows(data: Path) -> list[dict[str, Any]]:
    """Return the annotated articles."""
    lines = (data / PLATINUM / "platinum.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def times_of(row: Mapping[str, Any]) -> tuple[TimeMention, ...]:
    """Return the times found in one article's body."""
    published = datetime.fromisoformat(row["created"]).replace(tzinfo=UTC)
    article = bare_article(row["text"], published=published)
    sentences = [Span(start=a, end=b) for a, b in split_sentences(row["text"], english_stops())]
    return tuple(t for t in find_times(article, sentences) if t.span.part == "body")


def is_right(marked: Marked) -> bool:
    """Return whether the value is the gold's."""
    return marked.found is not None and marked.found.value == marked.value


def _marked(row: Mapping[str, Any], times: tuple[TimeMention, ...]) -> Iterator[Marked]:
    for gold in row["timex"]:
        span = Span(start=gold["start"], end=gold["end"])
        best = max(
            (time for time in times if time.span.touches(span)),
            key=lambda time: (
                min(time.span.end, span.end) - max(time.span.start, span.start),
                -len(time.span),
            ),
            default=None,
        )
        words = row["text"][span.start : span.end]
        yield Marked(
            article=row["id"], words=words, type=gold["type"], value=gold["value"], found=best
        )


MEASURES = (Measure(name="dates.tempeval3", corpora=(PLATINUM,), run=platinum),)
