"""The command that lists the kept sources with their health, and lets go of one."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from twosource.archive import open_archive
from twosource.canonical import to_bytes
from twosource.cli.app import json_option, settings_option
from twosource.model.visited import SourceState
from twosource.pipeline.schedule import health, new_per_day
from twosource.settings import Settings


@click.command()
@click.option(
    "--drop", default="", metavar="SOURCE", help="Look at this one no more; its articles stay."
)
@settings_option
@json_option
def sources(drop: str, settings: Settings, as_json: bool) -> None:
    """List the sources that are looked at again: when read, new per day, what is wrong.

    Times are UTC.
    """
    with open_archive(settings) as archive:
        if drop:
            archive.drop(drop)
            print(f"{drop} is looked at no more", file=sys.stderr)
        states = archive.sources()
    now = datetime.now(UTC)
    for state in states:
        if as_json:
            print(to_bytes(_told(state, now)).decode())
        else:
            words = ", ".join(finding.word for finding in health(state, now))
            print(
                f"{words:<12}  last read {_minute(state.succeeded_at):<16}  "
                f"{new_per_day(state, now):5.1f} new/day  "
                f"next {_minute(state.due_at):<16}  {state.address}"
            )
            for finding in health(state, now):
                if finding.is_trouble or finding.word == "waiting":
                    print(f"{'':12}  {finding.told}")
    if not states and not as_json:
        print("no source is kept: twosource add feed:https://… keeps one", file=sys.stderr)


def _minute(time: datetime | None) -> str:
    return f"{time:%Y-%m-%d %H:%M}" if time else "never"


def _told(state: SourceState, now: datetime) -> dict[str, object]:
    return {
        "address": state.address,
        "health": [finding.word for finding in health(state, now)],
        "told": [finding.told for finding in health(state, now)],
        "new_per_day": round(new_per_day(state, now), 2),
        "state": state,
    }
