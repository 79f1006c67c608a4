"""Measure the sentences chosen from several reports against summaries that people wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from quality.measure import Measure
from quality.texts import rows
from twosource.stages.dossier.summary.salience import Sentence, choose

CORPUS = "summaries-multinews-sample.jsonl.gz"
CLUSTERS = 80  # the first that are usable, as the figures to beat were measured
LEAST_DOCUMENT = 200  # code points; shorter ones are what a crawler got instead of an article
ROOM = 220  # words
FEWEST, MOST = 8, 60  # words of a sentence that may be chosen

_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“‘'(]?[A-Z0-9])")
_WORD = re.compile(r"[a-z0-9]+")


def clusters(data: Path) -> Iterator[tuple[list[str], str]]:
    """Yield the documents and the summary of each usable cluster."""
    told = (
        ([text for text in row["documents"] if len(text) > LEAST_DOCUMENT], row["summary"])
        for row in rows(data / CORPUS)
    )
    yield from islice((each for each in told if len(each[0]) > 1), CLUSTERS)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a plain text, split at stops and blank lines."""
    paragraphs = re.split(r"\n\s*\n", text)
    parts = (part for paragraph in paragraphs for part in _END.split(paragraph))
    return [folded for part in parts if (folded := " ".join(part.split()))]


def summary_of(documents: Sequence[str]) -> str:
    """Return ROOM words of the documents' own sentences, in the order they are told."""
    candidates = [
        Sentence(report=number, position=position, text=text, cost=len(text.split()))
        for number, document in enumerate(documents)
        for position, text in enumerate(sentences_of(document))
        if FEWEST <= len(text.split()) <= MOST
    ]
    chosen = sorted(choose(candidates, ROOM), key=lambda k: (candidates[k].position, k))
    return " ".join(candidates[k].text for k in chosen)


def rouge(candidate: str, reference: str, size: int) -> float:
    """Return the F1 of common word n-grams (Lin 2004), lower-cased, neither stemmed nor cut."""
    mine, theirs = _grams(candidate, size), _grams(reference, size)
    common = sum((mine & theirs).values())
    if not common:
        return 0.0
    return 2 * common / (sum(mine.values()) + sum(theirs.values()))


def _grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _measure(data: Path) -> Mapping[str, float]:
    scores = [
        (rouge(summary, wanted, 1), rouge(summary, wanted, 2))
        for documents, wanted in clusters(data)
        for summary in [summary_of(documents)]
    ]
    return {
        "rouge1_f1": sum(one for one, _ in scores) / len(scores),
        "rouge2_f1": sum(two for _, two in scores) / len(scores),
    }


MEASURES = (Measure(name="summaries.multinews", corpora=(CORPUS,), run=_measure),)
