"""Keep count of what each source brings, and of how it fares from one look to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from twosource.model.acquired import Article
from twosource.model.visited import Ended, SourceState
from twosource.pipeline.schedule import after_look, health
from twosource.protocols import Store
from twosource.settings import FetchSettings


@dataclass(slots=True)
class _Tally:
    articles: int = 0
    undated: int = 0


@dataclass(slots=True)
class Ledger:
    """The states of the sources of one run, brought up to date as each source ends."""

    states: dict[str, SourceState]
    settings: FetchSettings
    notices: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    _tallies: dict[str, _Tally] = field(default_factory=dict)

    def count(self, source: str, article: Article) -> None:
        """Take that a source brought a new article."""
        tally = self._tallies.setdefault(self._state_address(source), _Tally())
        tally.articles += 1
        tally.undated += article.published is None

    def _state_address(self, via: str) -> str:
        """Return the source that a capture came by; a page of a folder names its own path."""
        kind, _, path = via.partition(":")
        if via in self.states or kind != "page":
            return via
        folders = (each for each in self.states if each.startswith("folder:"))
        return next((each for each in folders if path.startswith(each[len("folder:") :])), via)

    def close(self, ended: Ended, store: Store) -> None:
        """Take that a source has ended, and keep its state; called inside a transaction."""
        before = self.states.get(ended.source)
        if before is None:
            return
        tally = self._tallies.pop(ended.source, _Tally())
        after = after_look(before, ended, tally.articles, tally.undated, self.settings)
        self.states[ended.source] = after
        store.put_source(after)
        self.notices += _news(before, after, ended)
        if ended.not_before:
            self.waiting += told_of(after, ended.at)
        if ended.in_part:
            self.waiting.append(f"{ended.source} has more pages; twosource update goes on with it")


def _news(before: SourceState, after: SourceState, ended: Ended) -> Sequence[str]:
    """Return what is wrong with a source now that was not before, as sentences."""
    known = {finding.word for finding in health(before, ended.at)}
    return [
        f"{after.address} {finding.told}"
        for finding in health(after, ended.at)
        if finding.word not in known and finding.is_trouble
    ]


def told_of(state: SourceState, now: datetime) -> list[str]:
    """Return in a sentence that a source asked to be left alone; nothing for one that did not."""
    return [f"{state.address} {each.told}" for each in health(state, now) if each.word == "waiting"]
