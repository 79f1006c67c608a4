"""Measure how the names by which two stories are tied are written: as a whole, as a reader would?

Of each labelled article the heaviest names of its profile are looked at, as a tie would tell them.
One that stands where a set is labelled is right if annotators label the very same words in the
article: "New Hampshire", not "Hampshire", nor "Senator". Every other article was not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from quality.measure import Measure, share
from quality.names_found import labelled_in
from quality.texts import bare_article, english, rows
from twosource.model.annotated import Annotated
from twosource.model.identity import StoryId
from twosource.stages.annotate.mentions import find_mentions
from twosource.stages.annotate.parts import passages_of
from twosource.stages.storylines import profile
from twosource.text.normalize import read_words

CORPORA = ("names-msnbc.jsonl.gz", "names-newsfair-dev.jsonl.gz")
HEAVIEST = 8


def of_half(half: int, data: Path) -> Mapping[str, float]:
    """Answer the share of names told that are written as annotators label them."""
    every = (row for corpus in CORPORA for row in rows(data / corpus))
    judged = (each for n, row in enumerate(every) if n % 2 == half for each in _judged(row))
    return {"right": share(right for _, right in judged)}


def _judged(row: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield each of the heaviest names told that is in the labelled stretch, and if it is right."""
    labels, text = labelled_in(row), row["text"]
    labelled = frozenset(read_words(text[slice(*(row.get("evaluation_span") or (0, None)))]).forms)
    article = bare_article(text)
    mentions = find_mentions(passages_of(article, english()), (), english())
    marked = Annotated(article=article, sentences=(), mentions=mentions)
    names = profile(StoryId("shown"), "", [marked]).names
    told = sorted((each for each in names if each.shown), key=lambda each: -each.weight)
    for each in told[:HEAVIEST]:
        if each.term in labelled:
            yield each.shown, each.shown.removesuffix(".") in labels


MEASURES = tuple(
    Measure(name=f"names_shown.{part}", corpora=CORPORA, run=partial(of_half, half))
    for half, part in enumerate(("read", "held_out"))
)
