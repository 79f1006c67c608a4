"""Commands that list what the store holds: stories, show, lineages, changes, failures."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from twosource.canonical import to_bytes
from twosource.cli.app import JsonOption, StoreOption, app, settings_for
from twosource.errors import NotHeldError
from twosource.model.linked import StoryChange
from twosource.newsroom import open_newsroom

StoryArgument = Annotated[str, typer.Argument(help="A story's id, or its first digits.")]
ID_SHOWN = 8  # digits of an id on screen: enough to name it


@app.command()
def stories(store: StoreOption = "", as_json: JsonOption = False) -> None:
    """List the stories, the newest first."""
    with open_newsroom(settings=settings_for(store)) as newsroom:
        for story in newsroom.stories():
            try:
                dossier = newsroom.dossier(story.id)
            except NotHeldError:
                # Left undone by an interrupted run.
                print(
                    f"{story.id[:ID_SHOWN]}  not composed yet (twosource update)", file=sys.stderr
                )
                continue
            if as_json:
                _line(
                    id=story.id,
                    headline=dossier.headline.text,
                    tally=dossier.tally,
                    as_of=dossier.as_of,
                    revision=dossier.number,
                    articles=story.articles,
                )
            else:
                day = f"{dossier.as_of:%Y-%m-%d}" if dossier.as_of else "undated   "
                print(f"{story.id[:ID_SHOWN]}  {day}  {dossier.headline.text}")
                print(f"{'':22}{dossier.tally.text}")


@app.command()
def show(
    story: StoryArgument,
    form: Annotated[str, typer.Option("--as", help="text, markdown, html, json, csv …")] = "text",
    revision: Annotated[int | None, typer.Option(help="An earlier revision's number.")] = None,
    store: StoreOption = "",
) -> None:
    """Print a story's dossier."""
    with open_newsroom(settings=settings_for(store)) as newsroom:
        dossier = newsroom.dossier(story, revision)
        sys.stdout.buffer.write(newsroom.export(dossier, form))
        sys.stdout.flush()


@app.command()
def storyline(story: StoryArgument, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """List the stories of the running matter that a story belongs to, in time."""
    with open_newsroom(settings=settings_for(store)) as newsroom:
        own = newsroom.story(story).id
        for each in newsroom.storyline(own):
            if as_json:
                _line(id=each.story, first=each.first, last=each.last, headline=each.headline)
            else:
                runs = f" to {each.last}" if each.last != each.first else ""
                mark = "→" if each.story == own else " "
                day = each.first or "undated   "
                print(f"{mark} {each.story[:ID_SHOWN]}  {day}{runs}  {each.headline}")


@app.command()
def lineages(store: StoreOption = "", as_json: JsonOption = False) -> None:
    """List the reports that were copied, each with its copies."""
    with open_newsroom(settings=settings_for(store)) as newsroom:
        for lineage in newsroom.lineages():
            if as_json:
                print(to_bytes(lineage).decode())
            elif len(lineage.members) > 1 or lineage.derivations:
                origin = newsroom.outlet_name(lineage.outlet) if lineage.outlet else "unknown"
                print(f"{lineage.id[:ID_SHOWN]}  a report of {origin}, {len(lineage.members)} held")
                articles = {a.id: a for a in newsroom.articles(lineage.members)}
                how = {d.copy: d for d in lineage.derivations}
                for member in lineage.members:
                    article = articles[member]
                    kind = how[member].kind if member in how else "origin"
                    share = f"{how[member].overlap:.0%}" if member in how else ""
                    name = newsroom.outlet_name(article.outlet)
                    print(
                        f"    {member[:ID_SHOWN]}  {kind:<9} {share:>4}  {name}: {article.headline}"
                    )


@app.command()
def changes(
    since: Annotated[
        str, typer.Option(help="A time of the stream, ISO 8601; all by default.")
    ] = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List what happened to stories: opened, joined, merged, split, tied; and pages edited."""
    with open_newsroom(settings=settings_for(store)) as newsroom:
        for mark, change in newsroom.changes(since):
            if as_json:
                _line(at=mark, change=change)
            else:
                _print_change(mark, change)


def _print_change(mark: str, change: StoryChange) -> None:
    other = f" {change.other[:ID_SHOWN]}" if change.other else ""
    told = f"{mark or 'undated':<25}  {change.kind:<7} {change.story[:ID_SHOWN]}{other}"
    if change.kind in ("tied", "untied"):
        print(f"{told}  {'; '.join(change.why)}")
        return
    count = len(change.articles)
    print(f"{told}  {count} article{'s' * (count != 1)}")
    if change.kind == "edited":
        before, now = (each[:ID_SHOWN] for each in change.articles)
        print(f"{'':27}{change.why[0]} (twosource why {before} {now})")


@app.command()
def failures(store: StoreOption = "", as_json: JsonOption = False) -> None:
    """List what could not be read, and why."""
    with open_newsroom(settings=settings_for(store)) as newsroom:
        for failed in newsroom.failures():
            if as_json:
                print(to_bytes(failed).decode())
            else:
                print(f"{failed.stage:<9} {failed.message}")


def _line(**values: Any) -> None:
    print(to_bytes(values).decode())
