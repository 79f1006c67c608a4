"""Commands that hand out what the store holds: stories, show, lineages, changes, export …"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from twosource.archive import Archive, open_archive
from twosource.canonical import to_bytes
from twosource.cli.app import json_option, settings_option, story_argument, to_folder
from twosource.errors import NotHeldError
from twosource.exports import EXPORTS
from twosource.exports.hostile import shown
from twosource.exports.phrases import COPIES, counted
from twosource.model.acquired import Article
from twosource.model.dossier import Dossier
from twosource.model.linked import Derivation, Lineage, Story, StoryChange
from twosource.settings import Settings

FORMS = "text, brief, full, markdown, html, json or csv."
ID_SHOWN = 8  # digits of an id on screen: enough to name it


@click.command()
@settings_option
@json_option
def stories(settings: Settings, as_json: bool) -> None:
    """List the stories, the newest first."""
    with open_archive(settings) as archive:
        held = archive.stories()
        if not held:
            print("no story yet; twosource add SOURCE brings reports in", file=sys.stderr)
        waiting = 0  # left undone by an interrupted run
        for story in held:
            try:
                dossier = archive.dossier(story.id)
            except NotHeldError:
                waiting += 1
            else:
                list_story(story, dossier, as_json)
    if waiting:
        left = counted(waiting, "story", "stories")
        print(f"{left} not composed yet; twosource update does it", file=sys.stderr)


def list_story(story: Story, dossier: Dossier, as_json: bool) -> None:
    """Print two lines of a story: id, day and headline; its tally."""
    if as_json:
        _line(
            id=story.id,
            headline=dossier.headline.text,
            tally=dossier.tally,
            as_of=dossier.as_of,
            revision=dossier.number,
            articles=story.articles,
        )
        return
    day = f"{dossier.as_of:%Y-%m-%d}" if dossier.as_of else "undated   "
    print(f"{dossier.story[:ID_SHOWN]}  {day}  {dossier.headline.text}")
    print(f"{'':22}{dossier.tally.text}")


@click.command()
@story_argument
@click.option("--as", "form", default="text", metavar="FORM", help=FORMS)
@click.option("--revision", type=int, metavar="NUMBER", help="An earlier one's number.")
@settings_option
def show(story: str, form: str, revision: int | None, settings: Settings) -> None:
    """Print a story's dossier."""
    with open_archive(settings) as archive:
        dossier = archive.dossier(story, revision)
        sys.stdout.buffer.write(archive.export(dossier, form))
        sys.stdout.flush()


@click.command()
@click.argument("stories", nargs=-1, metavar="[STORY]...", help="All by default.")
@click.option(
    "--to",
    required=True,
    type=to_folder,
    metavar="DIR",
    help="The folder to write into.",
)
@click.option("--as", "form", default="html", metavar="FORM", help=FORMS)
@settings_option
def export(stories: tuple[str, ...], to: Path, form: str, settings: Settings) -> None:
    """Write dossiers as files; as html with an index page."""
    with open_archive(settings) as archive:
        wanted = stories or [story.id for story in archive.stories()]
        dossiers = [archive.dossier(story) for story in wanted]
        write_files(dossiers, archive, to, form)
    print(f"{counted(len(dossiers), 'dossier')} written to {to}")


def write_files(dossiers: Sequence[Dossier], archive: Archive, to: Path, form: str) -> None:
    """Write each dossier as a file of that form; as html with an index page."""
    door = EXPORTS.open(form)
    to.mkdir(parents=True, exist_ok=True)
    for dossier in dossiers:
        (to / f"{dossier.story}{door.suffix}").write_bytes(door.write(dossier))
    if form == "html":
        (to / "index.html").write_bytes(archive.index(dossiers))


@click.command()
@story_argument
@settings_option
@json_option
def storyline(story: str, settings: Settings, as_json: bool) -> None:
    """List the stories of the running matter that a story belongs to, in time."""
    with open_archive(settings) as archive:
        own = archive.story(story).id
        for each in archive.storyline(own):
            if as_json:
                _line(id=each.story, first=each.first, last=each.last, headline=each.headline)
            else:
                runs = f" to {each.last}" if each.last != each.first else ""
                mark = "→" if each.story == own else " "
                day = each.first or "undated   "
                print(f"{mark} {each.story[:ID_SHOWN]}  {day}{runs}  {each.headline}")


@click.command()
@settings_option
@json_option
def lineages(settings: Settings, as_json: bool) -> None:
    """List the reports that were copied, each with its copies."""
    with open_archive(settings) as archive:
        for lineage in archive.lineages():
            if as_json:
                print(to_bytes(lineage).decode())
            elif len(lineage.members) > 1 or lineage.derivations or lineage.items:
                _print_lineage(lineage, archive)


def _print_lineage(lineage: Lineage, archive: Archive) -> None:
    held = archive.articles(lineage.members)
    origin = archive.outlet_name(lineage.outlet, held) if lineage.outlet else "unknown"
    print(f"{lineage.id[:ID_SHOWN]}  a report of {origin}, {len(held)} held")
    articles = {each.id: each for each in held}
    made = {each.copy: _made(each, archive, held) for each in lineage.derivations}
    printed = archive.articles([each.original for each in lineage.items if each.original])
    wide = max(map(len, made.values()), default=0)
    for member in lineage.members:
        name = archive.outlet_name(articles[member].outlet, held)
        how = made.get(member, "origin")
        print(f"    {member[:ID_SHOWN]}  {how:<{wide}}  {name}: {articles[member].headline}")
        for item in (each for each in lineage.items if each.copy == member):
            print(f"    {'':{ID_SHOWN}}  with an {_made(item, archive, (*held, *printed))}")


def _made(derivation: Derivation, archive: Archive, held: Sequence[Article]) -> str:
    """Return how a copy was made: "reworded copy of Norda, 57% alike"."""
    of = archive.outlet_name(derivation.outlet, held) if derivation.outlet else "unknown"
    if derivation.kind is None:
        return f"copy of {of}, not held"
    # Nothing is alike where nobody but a person has found the copy.
    alike = f", {derivation.overlap:.0%} alike" if derivation.overlap else ""
    way = "" if derivation.directed else ", or the other way round"
    return f"{COPIES[derivation.kind]} of {of}{alike}{way}"


@click.command()
@click.option(
    "--since",
    default="",
    metavar="TIME",
    callback=lambda _context, _option, given: _in_utc(given),
    help="What was found after this time, ISO 8601; all by default.",
)
@settings_option
@json_option
def changes(since: str, settings: Settings, as_json: bool) -> None:
    """List what happened to stories: opened, joined, merged, split, tied; and pages edited."""
    with open_archive(settings) as archive:
        for at, change in archive.changes(since):
            if as_json:
                _line(at=at, change=change)
            else:
                _print_change(at, change)


def _in_utc(given: str) -> str:
    """Return a time as the store writes it; one without a zone is taken for UTC."""
    if not given:
        return ""
    try:
        moment = datetime.fromisoformat(given)
        in_utc = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:  # the last hours of the calendar have no UTC
        wanted = "a day as 2026-11-22 or a time as 2026-11-22T08:30Z"
        raise click.BadParameter(f"{given!r} is no time; wanted {wanted}") from error
    return in_utc.isoformat()


def _print_change(at: str, change: StoryChange) -> None:
    other = f" {change.other[:ID_SHOWN]}" if change.other else ""
    told = f"{at[:19]}Z  {change.kind:<7} {change.story[:ID_SHOWN]}{other}"
    if change.kind in ("tied", "untied"):
        print(f"{told}  {'; '.join(change.why)}")
        return
    print(f"{told}  {counted(len(change.articles), 'article')}")
    if change.kind == "edited":
        before, now = (each[:ID_SHOWN] for each in change.articles)
        print(f"{'':22}{change.why[0]} (twosource why {before} {now})")


@click.command()
@settings_option
@json_option
def failures(settings: Settings, as_json: bool) -> None:
    """List what could not be read, and why."""
    with open_archive(settings) as archive:
        for failed in archive.failures():
            if as_json:
                print(to_bytes(failed).decode())
            else:
                print(f"{failed.stage:<9} {shown(failed.message)}")


def _line(**values: Any) -> None:
    print(to_bytes(values).decode())
