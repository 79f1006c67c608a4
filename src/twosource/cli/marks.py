"""What `annotate --json` prints of an article: its marks, each with its place in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from twosource.model.acquired import Capture
from twosource.model.annotated import Annotated, Figure, Quote
from twosource.model.identity import BODY, Span
from twosource.stages.resolve import resolve
from twosource.text.handed_in import in_hand
from twosource.text.record import RECORD_TYPE, field_of, record_in

Place = Callable[[Span | None], dict[str, int] | None]


def marks_of(capture: Capture, marked: Annotated) -> dict[str, Any]:
    """Return the marks of an article's body, by code points of the `text` returned along.

    A record of a JSON Lines file comes back under its own id with its own text, as it was handed
    in; a page with its address and the body that was read out of it.
    """
    article = marked.article
    record = record_in(capture.body) if capture.media_type == RECORD_TYPE else {}
    given = "" if field_of(record, "html") else field_of(record, "text")
    held = in_hand(given, article.text) if given else None

    def place(span: Span | None) -> dict[str, int] | None:
        if span is None or span.part != BODY:
            return None
        start, end = held.place(span.start, span.end) if held else (span.start, span.end)
        return {"start": start, "end": end}

    return {
        "id": field_of(record, "id") or article.url.removeprefix("record:"),
        "text": held.text if held else article.text,
        **_placed_marks(marked, place),
    }


def _placed_marks(marked: Annotated, place: Place) -> dict[str, Any]:
    """Return the marks by kind, those that `place` has a place for."""
    entities, mentions = resolve([marked])
    names = {entity.id: entity.name for entity in entities}
    meant = {mention.span: names[mention.entity] for mention in mentions}
    return {
        "mentions": [
            {**at, "kind": each.kind, "entity": meant.get(each.span), "acts": each.acts}
            for each in marked.mentions
            if (at := place(each.span))
        ],
        "quotes": [
            {**at, **_quote(each, place)} for each in marked.quotes if (at := place(_whole(each)))
        ],
        "figures": [
            {**at, **_figure(each), "issuer": place(each.issuer)}
            for each in marked.figures
            if (at := place(each.span))
        ],
        "times": [
            {**at, "type": each.type, "value": each.value, "granularity": each.granularity}
            for each in marked.times
            if (at := place(each.span))
        ],
    }


def _whole(quote: Quote) -> Span:
    """Return the stretch from a quote's first word to its last, what interrupts it included."""
    first, last = quote.content[0], quote.content[-1]
    return Span(part=first.part, start=first.start, end=last.end)


def _quote(quote: Quote, place: Place) -> dict[str, Any]:
    return {
        "content": [place(span) for span in quote.content],
        "kind": quote.kind,
        "sense": quote.sense,
        "speaker": place(quote.pronoun or quote.speaker),  # the words beside the cue
        "meant": place(quote.speaker),  # whom they stand for, where that is told
        "cue": place(quote.cue),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "high": figure.high,
        "unit": figure.unit,
        "approximate": figure.approximate,
        "change": figure.change,
        "of": figure.of,
        "when": figure.when,
        "matter": figure.matter,
    }
