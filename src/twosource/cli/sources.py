"""The command that lists the kept sources with their health, and lets go of one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from twosource.canonical import to_bytes
from twosource.cli.app import JsonOption, StoreOption, app, settings_for
from twosource.model.visited import SourceState
from twosource.newsroom import open_newsroom
from twosource.pipeline.schedule import health, new_per_day


@app.command()
def sources(
    drop: Annotated[
        str, typer.Option(metavar="SOURCE", help="Look at this one no more; its articles stay.")
    ] = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List the sources that are looked at again: last success, new per day, what is wrong."""
    with open_newsroom(settings=settings_for(store)) as newsroom:
        if drop:
            newsroom.drop(drop)
        states = newsroom.sources()
    now = datetime.now(UTC)
    for state in states:
        if as_json:
            print(to_bytes(_told(state, now)).decode())
        else:
            words = ", ".join(finding.word for finding in health(state, now))
            success = f"{state.succeeded_at:%Y-%m-%d %H:%M}" if state.succeeded_at else "never"
            print(
                f"{words:<12}  {success:<16}  {new_per_day(state, now):5.1f}/day  {state.address}"
            )
            for finding in health(state, now):
                if finding.is_trouble:
                    print(f"{'':12}  {finding.told}")


def _told(state: SourceState, now: datetime) -> dict[str, object]:
    return {
        "address": state.address,
        "health": [finding.word for finding in health(state, now)],
        "told": [finding.told for finding in health(state, now)],
        "new_per_day": round(new_per_day(state, now), 2),
        "state": state,
    }
