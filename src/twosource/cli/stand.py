"""Commands that say whether all stands as it should: verify, doctor."""

from __future__ import annotations

from pathlib import Path

import click

from twosource.canonical import to_bytes
from twosource.cli.app import NO, json_option, settings_option
from twosource.errors import MissingSourceError
from twosource.exports.phrases import counted
from twosource.newsroom import open_newsroom
from twosource.settings import Settings

PROMISE = "The words stand in the captured text. This says nothing of whether they are true."


@click.command()
@click.argument("what", default="", metavar="[STORY|FILE]", help="All stories by default.")
@settings_option
@json_option
def verify(what: str, settings: Settings, as_json: bool) -> None:
    """Re-read every citation; exit 1 if any sentence is not where it says it is, naming it."""
    with open_newsroom(settings=settings) as newsroom:
        if what and Path(what).suffix and not Path(what).is_file():
            raise MissingSourceError(what, "a story's id or an exported dossier (JSON)")
        if what and Path(what).is_file():
            results = [(what, newsroom.verify_file(what))]
        else:
            results = list(newsroom.verify(what or None))
    for name, broken in results:
        if as_json:
            print(to_bytes({"checked": name, "broken": broken}).decode())
        else:
            for sentence in broken:
                print(f"{name}: {sentence}")
    if any(broken for _, broken in results):
        raise click.exceptions.Exit(NO)
    if not as_json:
        print(f"{counted(len(results), 'dossier')} verified. {PROMISE}")


@click.command()
@settings_option
@json_option
def doctor(settings: Settings, as_json: bool) -> None:
    """Say what is installed and what the store holds."""
    from twosource.pipeline.doctor import examine

    with open_newsroom(settings=settings) as newsroom:
        rows = examine(newsroom.settings, newsroom.counts())
    for row in rows:
        if as_json:
            print(to_bytes(row).decode())
        else:
            print(f"{'ok ' if row.fine else 'NOT'}  {row.what:<22} {row.found}")
    if not all(row.fine for row in rows):
        raise click.exceptions.Exit(NO)
