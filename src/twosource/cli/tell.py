"""Say in sentences what a run brought, what could not be read, and what is wrong with a source."""

from __future__ import annotations

import sys
from dataclasses import fields

import click

from twosource.canonical import to_bytes
from twosource.cli.app import NO
from twosource.exports.hostile import shown
from twosource.exports.phrases import counted
from twosource.model.outcome import MOST_REASONS, RunReport
from twosource.pipeline.look import LookReport


def tell_look(report: LookReport, as_json: bool) -> None:
    """Print what a round brought and what is newly wrong; exit 1 if anything is."""
    tell_round(report, as_json)
    if report.run.failed or report.notices:
        raise click.exceptions.Exit(NO)


def tell_run(report: RunReport, as_json: bool) -> None:
    """Print what a run brought; exit 1 if anything could not be read."""
    if as_json:
        print(to_bytes(report).decode())
    else:
        _tell_reasons(report)
        print(sentence(report))
    if report.failed:
        raise click.exceptions.Exit(NO)


def tell_round(report: LookReport, as_json: bool, at: str = "") -> None:
    """Print what one round of looking brought; `at` is the time that stands before it in a log."""
    if as_json:
        run = {field.name: getattr(report.run, field.name) for field in fields(report.run)}
        said = {**run, "notices": report.notices, "waiting": report.waiting}
        print(to_bytes(said).decode(), flush=True)
        return
    for notice in report.notices:
        print(f"{at}NOTICE {notice}", file=sys.stderr, flush=True)
    for waiting in report.waiting:
        print(waiting, file=sys.stderr, flush=True)
    _tell_reasons(report.run)
    print(f"{at}{sentence(report.run)}", flush=True)


def sentence(report: RunReport) -> str:
    """Return what a run did, in a sentence or two."""
    known = f", {report.known} known before" if report.known else ""
    unwanted = report.unwanted
    others = f"; {unwanted} not of the days and languages asked for" if unwanted else ""
    failed = f"; {report.failed} could not be read" if report.failed else ""
    pages = f"{counted(report.captures, 'page')}{known}: {counted(report.articles, 'article')}"
    read = f"{pages if report.captures else f'Nothing new{known}'}{others}{failed}."
    if not (report.stories or report.revisions):
        return read
    return (
        f"{read} {counted(report.stories, 'story', 'stories')} new or changed, "
        f"{counted(report.revisions, 'dossier')} published."
    )


def _tell_reasons(report: RunReport) -> None:
    for reason in report.reasons:
        print(f"could not be read: {shown(reason)}", file=sys.stderr, flush=True)
    more = report.failed - len(report.reasons)
    if more > 0 and len(report.reasons) == MOST_REASONS:
        print(f"and {more} more: twosource failures lists all", file=sys.stderr, flush=True)
