"""Measure statements against PolNeAR: are the right words found, and given to the right speaker?

A statement found counts as right when its words and those of an annotated one share at least
half of all their letters and its speaker shares a word's letter with the annotated source (or
both have none); each annotated statement is matched once, best overlap first. A quoted segment is
a stretch in double quotation marks within a statement, matched in the same way.
Only the development articles are read here, and no text of theirs is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.measure import Measure
from quality.texts import bare_article, english, rows
from twosource.model.annotated import Quote
from twosource.stages.annotate.parts import passages_of
from twosource.stages.annotate.quotes import find_quotes

CORPUS = "quotes-polnear-dev.jsonl.gz"
LEAST_OVERLAP = 0.5  # shared letters over all letters of both
LEAST_DIRECT = 0.95  # of a direct statement's letters stand in marks

_DOUBLE = re.compile(r"[\"“][^\"”\n]*(?:[\"”]|$)|``(?:(?!'')[^\n])*(?:''|$)", re.MULTILINE)
_QUOTED = re.compile(rf"{_DOUBLE.pattern}|''(?:(?!'')[^\n])*(?:''|$)", re.MULTILINE)

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement, annotated or found, as letters of the text."""

    content: frozenset[int]
    speaker: frozenset[int]
    kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many were right, found and wanted."""

    right: int = 0
    placed: int = 0  # words right, whoever the speaker
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            right=self.right + other.right,
            placed=self.placed + other.placed,
            found=self.found + other.found,
            wanted=self.wanted + other.wanted,
        )

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (self.found + self.wanted) if self.right else 0.0


def measure_dev(data: Path) -> Mapping[str, float]:
    """Answer F1 of quoted segments, of all statements, of each kind, and the speakers' accuracy."""
    return figures(rows(data / CORPUS), find)


def find(text: str) -> list[Told]:
    """Return what Twosource finds in a text."""
    language = english()
    passages = passages_of(bare_article(text), language)
    return [_told(quote, text) for quote in find_quotes(passages, language)]


def figures(
    annotated: Iterable[dict[str, Any]], find: Callable[[str], list[Told]]
) -> Mapping[str, float]:
    """Answer the figures for whatever finds statements in a text."""
    segments, totals = Tally(), {kind: Tally() for kind in ("all", "direct", "mixed", "indirect")}
    for row in annotated:
        wanted, found = wanted_of(row), find(row["text"])
        segments += compare(segments_of(wanted, row["text"]), segments_of(found, row["text"]))
        totals["all"] += compare(wanted, found)
        for kind in ("direct", "mixed", "indirect"):
            totals[kind] += compare(
                [each for each in wanted if each.kind == kind],
                [each for each in found if each.kind == kind],
            )
    return {
        "segments_f1": segments.f1,
        "all_f1": totals["all"].f1,
        **{f"{kind}_f1": totals[kind].f1 for kind in ("direct", "mixed", "indirect")},
        "speaker_accuracy": totals["all"].right / max(1, totals["all"].placed),
    }


def wanted_of(row: Mapping[str, Any]) -> list[Told]:
    """Return what the annotators marked; attributions without content tell nothing to find."""
    return [
        Told(
            content=letters_of(each["content"], row["text"]),
            speaker=letters_of(each["source"], row["text"]),
            kind=_kind(each["content"], row["text"]),
        )
        for each in row["attributions"]
        if each["content"]
    ]


def _kind(content: Sequence[Sequence[int]], text: str) -> str:
    """Return the kind of an annotated statement: by the share of its letters in double marks.

    The set's own kinds take "…" and “…” for marks and no others; two typewriter apostrophes, as
    one of its papers writes them, and ”…” are marks as well.
    """
    if _opens_as_it_closes(content, text):
        return "direct"
    letters = letters_of(content, text)
    quoted = letters_of((found.span() for found in _QUOTED.finditer(text)), text)
    share = len(letters & quoted) / max(1, len(letters))
    return "direct" if share >= LEAST_DIRECT else "mixed" if share else "indirect"


def _opens_as_it_closes(content: Sequence[Sequence[int]], text: str) -> bool:
    """Return whether a statement stands in ” and ”."""
    words = text[content[0][0] : content[-1][1]].strip()
    return words[:1] == words[-1:] == "”"


def segments_of(told: Iterable[Told], text: str) -> list[Told]:
    """Return the stretches in double quotation marks that lie in statements, with speakers.

    Where statements lie in one another, the speaker of the narrowest one said the words.
    """
    found: list[Told] = []
    for segment in _DOUBLE.finditer(text):
        letters = letters_of([segment.span()], text)
        holding = [
            each for each in told if len(letters & each.content) > LEAST_OVERLAP * len(letters)
        ]
        if holding:
            narrowest = min(len(each.content) for each in holding)
            speakers = [each.speaker for each in holding if len(each.content) == narrowest]
            found.append(Told(content=letters, speaker=frozenset().union(*speakers), kind="direct"))
    return found


def compare(wanted: Sequence[Told], found: Sequence[Told]) -> Tally:
    """Match what was found with what was wanted, best overlap first, and count."""
    pairs = sorted(
        (
            (-_overlap(one.content, other.content), not _same_speaker(one, other), i, j)
            for i, one in enumerate(wanted)
            for j, other in enumerate(found)
            if not one.content.isdisjoint(other.content)
        ),
    )
    left, right = set(range(len(wanted))), set(range(len(found)))
    placed = correct = 0
    for negative, wrong, i, j in pairs:
        if -negative >= LEAST_OVERLAP and i in left and j in right:
            left.remove(i)
            right.remove(j)
            placed += 1
            correct += not wrong
    return Tally(right=correct, placed=placed, found=len(found), wanted=len(wanted))


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)


def _same_speaker(one: Told, other: Told) -> bool:
    if not one.speaker or not other.speaker:
        return not one.speaker and not other.speaker
    return not one.speaker.isdisjoint(other.speaker)


def _told(quote: Quote, text: str) -> Told:
    speaker = [(quote.speaker.start, quote.speaker.end)] if quote.speaker else []
    return Told(
        content=letters_of([(span.start, span.end) for span in quote.content], text),
        speaker=letters_of(speaker, text),
        kind=quote.kind,
    )


def letters_of(stretches: Iterable[Sequence[int]], text: str) -> frozenset[int]:
    """Return the places of a text's letters and digits within some stretches."""
    return frozenset(i for start, end in stretches for i in range(start, end) if text[i].isalnum())


MEASURES = (Measure(name="quotes.polnear", corpora=(CORPUS,), run=measure_dev),)
