"""Commands that bring reports in: add, update, rebuild, demo."""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from twosource.canonical import to_bytes
from twosource.cli.app import NO, JsonOption, StoreOption, app, settings_for
from twosource.cli.progress import Bars
from twosource.example import EXAMPLE_ROOT
from twosource.model.outcome import RunReport
from twosource.newsroom import Newsroom, open_newsroom
from twosource.pipeline.run import Only

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@app.command()
def add(
    sources: Annotated[
        list[str], typer.Argument(help="folder:PATH, page:FILE, jsonl:FILE, or a bare path.")
    ],
    store: StoreOption = "",
    only: Annotated[
        Only | None, typer.Option(help="Stop after this step; a later run goes on.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day to keep.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day to keep.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="Keep articles of this language (en, fr, …).")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Read sources, link what is new, publish the stories that changed."""
    with Bars() as bars, open_newsroom(settings=settings_for(store), tell=bars) as newsroom:
        report = newsroom.update(
            *sources,
            only=only,
            since=since.date() if since else None,
            until=until.date() if until else None,
            languages=language or (),
        )
    _tell(report, as_json)


@app.command()
def rebuild(store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Compute everything again from the kept pages; story ids and verdicts stay."""
    with Bars() as bars, open_newsroom(settings=settings_for(store), tell=bars) as newsroom:
        report = newsroom.rebuild()
    _tell(report, as_json)


@app.command()
def demo(
    to: Annotated[
        Path | None, typer.Option(help="Folder for the pages; a new one by default.")
    ] = None,
) -> None:
    """Show what Twosource does: the bundled example, offline, on screen and as pages."""
    folder = to or Path(tempfile.mkdtemp(prefix="twosource-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "demo.db"
    place.unlink(missing_ok=True)
    outlets = (EXAMPLE_ROOT / "outlets.toml").read_text(encoding="utf-8")
    with (
        Bars() as bars,
        open_newsroom(f"sqlite:{place}", tell=bars, more_outlets=outlets) as newsroom,
    ):
        report = newsroom.update(f"folder:{EXAMPLE_ROOT}")
        _show_all(newsroom, folder, bars)
    print(_sentence(report))
    print("Some pages are no articles, or damaged: twosource failures lists such pages and why.")
    print(f"\nThe same as pages: {folder / 'index.html'}")
    print(f"The store:         {place}  (twosource stories --store {place})")


def _show_all(newsroom: Newsroom, folder: Path, bars: Bars) -> None:
    stories = newsroom.stories()
    dossiers = [newsroom.dossier(story.id) for story in stories]
    bars.__exit__(None, None, None)
    for dossier in dossiers:
        sys.stdout.buffer.write(newsroom.export(dossier, "text") + b"\n\n")
        for name, suffix in (("html", ".html"), ("json", ".json")):
            (folder / f"{dossier.story}{suffix}").write_bytes(newsroom.export(dossier, name))
    (folder / "index.html").write_bytes(newsroom.index(dossiers))
    sys.stdout.flush()


def _tell(report: RunReport, as_json: bool) -> None:
    print(to_bytes(report).decode() if as_json else _sentence(report))
    if report.failed:
        raise typer.Exit(NO)


def _sentence(report: RunReport) -> str:
    known = f", {report.known} known before" if report.known else ""
    failed = f"; {report.failed} could not be read (twosource failures)" if report.failed else ""
    return (
        f"{report.captures} pages{known}: {report.articles} articles{failed}. "
        f"{report.stories} stories new or changed, {report.revisions} dossiers published."
    )
