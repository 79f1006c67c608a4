"""Look at sources again: fetch what is new in each, and keep how each fared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from twosource.model.acquired import Article
from twosource.model.outcome import RunReport
from twosource.model.visited import SourceState
from twosource.pipeline.gather import gather
from twosource.pipeline.ledger import Ledger
from twosource.pipeline.press import Press
from twosource.pipeline.run import Only, run
from twosource.protocols import Source

LOOK_BATCH = 24  # pages whose fetching an interrupt can cost; each has taken a second or so


@dataclass(frozen=True, slots=True, kw_only=True)
class LookReport:
    """What one round of looking brought."""

    sources: int
    run: RunReport
    notices: tuple[str, ...]  # what is newly wrong with a source, a sentence each
    due_at: datetime | None  # UTC, when the next source is due; None where there is none
    waiting: tuple[str, ...] = ()  # what its server wants left alone for now, a sentence each


def look(
    sources: Mapping[str, Callable[[], Source]],
    press: Press,
    *,
    stop: Callable[[], None],
    wanted: Callable[[Article], bool],
    remember: bool,
    only: Only | None = None,
) -> LookReport:
    """Read these kept sources side by side, link what is new, publish what changed.

    `stop` cuts the connections of sources that are still read when the run ends early.
    """
    states = {state.address: state for state in press.store.sources()}
    ledger = Ledger(states=states, settings=press.settings.fetch)
    stream = gather(list(sources.items()), press.settings.fetch.hosts_at_once, stop)
    try:
        report = run(
            stream,
            press,
            wanted=wanted,
            only=only,
            remember=remember,
            ledger=ledger,
            batch_size=LOOK_BATCH,
        )
    finally:
        stream.close()
    return LookReport(
        sources=len(sources),
        run=report,
        notices=tuple(ledger.notices),
        due_at=next_due(tuple(ledger.states.values())),
        waiting=tuple(ledger.waiting),
    )


def next_due(states: tuple[SourceState, ...]) -> datetime | None:
    """Return when the first of these sources is due; None where there are none."""
    return min((state.due_at for state in states), default=None)
