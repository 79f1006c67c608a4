"""Commands that read pages and keep nothing: extract, annotate."""

from __future__ import annotations

import sys
from typing import Any

import click

from twosource.canonical import to_bytes
from twosource.cli.app import NO, json_option, settings_for
from twosource.cli.marks import marks_of
from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated as Marked
from twosource.model.outcome import Failed
from twosource.newsroom import open_newsroom

paths_argument = click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="PATH...",
    help="Saved pages, folders or JSON Lines files.",
)


@click.command()
@paths_argument
@json_option
def extract(paths: tuple[str, ...], as_json: bool) -> None:
    """Print the article of every page; nothing is kept."""
    failed = False
    with open_newsroom("sqlite::memory:", settings=settings_for("")) as newsroom:
        for outcome in newsroom.read(*paths):
            if isinstance(outcome, Failed):
                failed = True
                print(f"twosource: {outcome.message}", file=sys.stderr)
                if as_json:
                    print(
                        to_bytes({"path": _path(outcome.item), "error": outcome.message}).decode()
                    )
                continue
            capture, article = outcome
            if as_json:
                print(to_bytes(_extracted(capture, article)).decode())
            else:
                deck = f"{article.deck}\n\n" if article.deck else ""
                print(f"{article.headline}\n\n{deck}{article.text}\n")
    if failed:
        raise click.exceptions.Exit(NO)


@click.command()
@paths_argument
@json_option
def annotate(paths: tuple[str, ...], as_json: bool) -> None:
    """Print the names, statements, figures and dates of every article; nothing is kept.

    Offsets count code points of the text that is printed along: a record's own, or a page's body.
    """
    failed = False
    with open_newsroom("sqlite::memory:", settings=settings_for("")) as newsroom:
        for outcome in newsroom.read(*paths):
            marked = outcome if isinstance(outcome, Failed) else newsroom.marked(outcome[1])
            if isinstance(marked, Failed):
                failed = True
                print(f"twosource: {marked.message}", file=sys.stderr)
            elif as_json and not isinstance(outcome, Failed):
                print(to_bytes(marks_of(outcome[0], marked)).decode())
            else:
                _print_marks(marked)
    if failed:
        raise click.exceptions.Exit(NO)


def _extracted(capture: Capture, article: Article) -> dict[str, Any]:
    """Return what `extract --json` prints of an article."""
    return {
        "path": _path(capture.via),
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
        "told": article.told,
    }


def _path(address: str) -> str:
    """Return what follows the kind of a source: "page:ferry.html" came from ferry.html."""
    return address.partition(":")[2] or address


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
