"""Commands that read pages and keep nothing: extract, annotate."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from twosource.canonical import to_bytes
from twosource.cli.app import NO, JsonOption, app, settings_for
from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated as Marked
from twosource.model.identity import BODY, Span
from twosource.model.outcome import Failed
from twosource.newsroom import open_newsroom
from twosource.stages.resolve import resolve

Paths = Annotated[list[str], typer.Argument(help="Saved pages, folders or JSON Lines files.")]


@app.command()
def extract(paths: Paths, as_json: JsonOption = False) -> None:
    """Print the article of every page; nothing is kept."""
    failed = False
    with open_newsroom("sqlite::memory:", settings=settings_for("")) as newsroom:
        for outcome in newsroom.read(*paths):
            if isinstance(outcome, Failed):
                failed = True
                print(f"twosource: {outcome.message}", file=sys.stderr)
                if as_json:
                    print(to_bytes({"path": outcome.item, "error": outcome.message}).decode())
                continue
            capture, article = outcome
            if as_json:
                print(to_bytes(_extracted(capture, article)).decode())
            else:
                deck = f"{article.deck}\n\n" if article.deck else ""
                print(f"{article.headline}\n\n{deck}{article.text}\n")
    if failed:
        raise typer.Exit(NO)


@app.command()
def annotate(paths: Paths, as_json: JsonOption = False) -> None:
    """Print the names, statements, figures and dates of every article; nothing is kept.

    Offsets count code points of the article's text, which is printed along.
    """
    failed = False
    with open_newsroom("sqlite::memory:", settings=settings_for("")) as newsroom:
        for outcome in newsroom.read(*paths):
            marked = outcome if isinstance(outcome, Failed) else newsroom.marked(outcome[1])
            if isinstance(marked, Failed):
                failed = True
                print(f"twosource: {marked.message}", file=sys.stderr)
                continue
            if as_json:
                print(to_bytes(_annotated(marked)).decode())
            else:
                _print_marks(marked)
    if failed:
        raise typer.Exit(NO)


def _extracted(capture: Capture, article: Article) -> dict[str, Any]:
    """Return what `extract --json` prints of an article."""
    return {
        "path": capture.via.partition(":")[2],
        "url": article.url,
        "canonical": article.canonical,
        "outlet": article.outlet,
        "kind": article.kind,
        "genre": article.genre,
        "section": article.section,
        "headline": article.headline,
        "deck": article.deck,
        "paragraphs": [
            {"text": article.text[block.start : block.end], "kind": block.kind}
            for block in article.blocks
        ],
        "published": article.published,
        "changed": article.changed,
        "byline": article.byline,
        "credits": article.credits,
        "links": [
            {"text": part.text, "address": part.address} for part in article.parts if part.address
        ],
        "captions": [
            {"text": part.text, "credit": part.credit}
            for part in article.parts
            if part.kind == "caption"
        ],
        "parts": article.parts,
        "entries": article.entries,
        "truncated": article.truncated,
        "walled": article.walled,
        "language": article.language,
    }


def _annotated(marked: Marked) -> dict[str, Any]:
    """Return what `annotate --json` prints: the marks of the body, by code points of `text`."""
    article = marked.article
    entities, mentions = resolve([marked])
    names = {entity.id: entity.name for entity in entities}
    meant = {mention.span: names[mention.entity] for mention in mentions}
    return {
        "id": article.url.removeprefix("record:"),
        "text": article.text,
        "mentions": [
            {**_place(m.span), "kind": m.kind, "entity": meant.get(m.span), "acts": m.acts}
            for m in marked.mentions
            if m.span.part == BODY
        ],
        "quotes": [
            {
                "start": quote.content[0].start,
                "end": quote.content[-1].end,
                "content": [_place(span) for span in quote.content],
                "kind": quote.kind,
                "sense": quote.sense,
                "speaker": _place(near) if (near := quote.pronoun or quote.speaker) else None,
                "meant": _place(quote.speaker) if quote.speaker else None,
                "cue": _place(quote.cue) if quote.cue else None,
            }
            for quote in marked.quotes
            if quote.content[0].part == BODY
        ],
        "figures": [figure for figure in marked.figures if figure.span.part == BODY],
        "times": [time for time in marked.times if time.span.part == BODY],
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _print_marks(marked: Marked) -> None:
    article = marked.article
    print(article.headline)
    for mention in marked.mentions:
        print(f"  name    {mention.kind:<13} {article.words(mention.span)}")
    for quote in marked.quotes:
        who = article.words(quote.speaker) if quote.speaker else "?"
        said = " … ".join(article.words(span) for span in quote.content)
        print(f"  {quote.kind:<8} {quote.sense:<9} {who}: {said}")
    for figure in marked.figures:
        told = article.words(figure.span)
        print(f"  figure  {told}  = {figure.value:g} {figure.unit or ''} {figure.of or ''}")
    for time in marked.times:
        print(f"  {time.type.lower():<8} {article.words(time.span)}  = {time.value}")
    print()
