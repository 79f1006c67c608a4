"""A sentence without a source goes on with who told the one it leans on."""

from __future__ import annotations

from dataclasses import replace

from tests.stages.dossier.stories import Report, read
from twosource.model.identity import Span
from twosource.stages.dossier.telling.sentences import read_told

TOLD = "The hull is sound, the harbour office said."


def goes_on_with(*, between: str, after: str) -> str:
    """Return who is taken to have told the second of two sentences; "" for nobody."""
    text = f"{TOLD}{between}{after}"
    second = len(TOLD) + len(between)
    both = (Span(start=0, end=len(TOLD)), Span(start=second, end=len(text)))
    annotated = replace(read(Report(outlet="herald", text=text)), sentences=both)
    told = read_told(annotated, lambda article, span: None)[-1]
    return annotated.article.words(told.goes_on) if told.goes_on else ""


def test_what_leans_on_a_told_sentence_goes_on_with_its_source() -> None:
    after = "A third of it is still under the road."
    assert goes_on_with(between=" ", after=after) == "the harbour office"


def test_what_stands_by_itself_goes_on_with_nobody() -> None:
    assert goes_on_with(between=" ", after="The road stays open until autumn.") == ""


def test_the_next_paragraph_goes_on_with_nobody() -> None:
    assert goes_on_with(between="\n\n", after="A third of it is still under the road.") == ""
