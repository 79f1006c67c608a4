"""A reader of sources that remembers its visits as a store would."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from twosource.edges.sources import open_source
from twosource.edges.sources.wire import Wire
from twosource.model.acquired import Capture
from twosource.model.outcome import Failed
from twosource.model.visited import Visit
from twosource.settings import FetchSettings

QUICK = FetchSettings(
    private_addresses=True,
    seconds_between=0.0,
    first_wait_seconds=0.001,
    most_wait_seconds=0.1,
    whole_seconds=2.0,
)
PAGE = "<html><body><p>The ferry is afloat.</p></body></html>"
Items = list[Capture | Failed | Visit]


class Memory:
    """Remembers visits as a store would."""

    def __init__(self, settings: FetchSettings = QUICK) -> None:
        self.settings = settings
        self.visits: dict[str, Visit] = {}

    def bring(self, address: str) -> Items:
        """Read a source to its end and remember every visit."""
        with Wire(self.settings, recall=lambda _: dict(self.visits), due=self._due) as wire:
            items = list(open_source(address, wire).captures())
        self.visits |= {item.url: item for item in items if isinstance(item, Visit)}
        return items

    def bodies(self, address: str) -> list[bytes]:
        """Read a source and return the bytes of its captures."""
        return [item.body for item in self.bring(address) if isinstance(item, Capture)]

    def hours_pass(self, hours: float) -> None:
        """Let everything that was remembered be so much older."""
        for url, visit in self.visits.items():
            due_at = visit.due_at - timedelta(hours=hours) if visit.due_at else None
            self.visits[url] = replace(visit, at=visit.at - timedelta(hours=hours), due_at=due_at)

    def _due(self, source: str, now: datetime) -> list[Visit]:
        return [
            visit
            for visit in self.visits.values()
            if visit.source == source and visit.due_at and visit.due_at <= now
        ]


def failures(items: Items) -> list[Failed]:
    return [each for each in items if isinstance(each, Failed)]
