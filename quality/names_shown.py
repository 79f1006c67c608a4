"""Measure how the names by which two stories are tied are written: as a whole, as a reader would?

Of each labelled article the heaviest names of its profile are looked at, as a tie would show them.
One that annotators have labelled is right if they label the very same words somewhere in the
article: "New Hampshire", not "Hampshire", nor "Kasich among". One that they have not labelled, or
not where a set is labelled, is not counted. Every other article was not looked at.
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
    """Answer the share of heavy names that are written as annotators label them."""
    every = (row for corpus in CORPORA for row in rows(data / corpus))
    judged = (each for n, row in enumerate(every) if n % 2 == half for each in _judged(row))
    return {"whole": share(right for _, right in judged)}


def _judged(row: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield each heavy name that is labelled as it is shown, and whether that is right."""
    labels = labelled_in(row)
    terms = {form for label in labels for form in read_words(label).forms}
    article = bare_article(row["text"])
    mentions = find_mentions(passages_of(article, english()), (), english())
    known = profile(
        StoryId("shown"), "", [Annotated(article=article, sentences=(), mentions=mentions)]
    )
    for trait in sorted(known.names, key=lambda trait: -trait.weight)[:HEAVIEST]:
        if trait.term in terms:
            yield trait.shown, trait.shown.removesuffix(".") in labels


MEASURES = tuple(
    Measure(name=f"names_shown.{part}", corpora=CORPORA, run=partial(of_half, half))
    for half, part in enumerate(("read", "held_out"))
)
