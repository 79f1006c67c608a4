"""Bring sources into the store: read them once, or keep them and look again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from twosource.edges.sources import (
    LASTING,
    lasting_sources,
    open_source,
    split_address,
    whole_address,
)
from twosource.edges.sources.wire import Wire
from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated
from twosource.model.outcome import Failed, RunReport
from twosource.model.visited import SourceState
from twosource.newsroom.parts import Parts
from twosource.pipeline.gather import one_by_one
from twosource.pipeline.ingest import added, read_failed, within
from twosource.pipeline.ledger import Ledger, told_of
from twosource.pipeline.look import LookReport, look
from twosource.pipeline.run import Only, rebuild, run
from twosource.pipeline.schedule import new_source

LOOKED_AT = frozenset({"feed", "sitemap", "opml"})  # side by side, also when they are first added


class Intake(Parts):
    """Reads sources into the store, once or again and again."""

    def update(
        self,
        *addresses: str,
        only: Only | None = None,
        since: date | None = None,
        until: date | None = None,
        languages: Sequence[str] = (),
    ) -> RunReport:
        """Read the sources, link what is new and publish the stories that changed.

        Without an address only what an earlier run left undone is done. Raises SourceError where
        a source cannot be read at all; what came before is kept.
        """
        return self._take(addresses, None, only, since, until, languages)

    def _take(
        self,
        addresses: Sequence[str],
        ledger: Ledger | None,
        only: Only | None,
        since: date | None,
        until: date | None,
        languages: Sequence[str],
    ) -> RunReport:
        with self._wire(since) as wire:
            sources = {address: open_source(address, wire) for address in addresses}
            return run(
                one_by_one(sources),
                self._press,
                wanted=within(since, until, frozenset(languages)),
                only=only,
                remember=not (since or until or languages),
                ledger=ledger,
            )

    def add(
        self,
        *addresses: str,
        only: Only | None = None,
        since: date | None = None,
        until: date | None = None,
        languages: Sequence[str] = (),
    ) -> LookReport:
        """Read sources, and keep the feeds, sitemaps and folders among them to be looked at again.

        Raises SourceError where a page, file, folder or archive cannot be read at all; a feed or
        sitemap that cannot is told among the notices.
        """
        kinds = {address: split_address(address)[0] for address in addresses}
        once = [whole_address(each) for each in addresses if kinds[each] not in LOOKED_AT]
        run = RunReport()
        if once or not addresses:
            folders = [each for each in once if split_address(each)[0] in LASTING]
            ledger = Ledger(states=self._states_of(folders), settings=self.settings.fetch)
            run = self._take(once, ledger, only, since, until, languages)
        kept = self.keep(*addresses)
        web = [address for address in kept if address.partition(":")[0] in LOOKED_AT]
        if not web:
            return LookReport(sources=len(once), run=run, notices=(), due_at=None)
        looked = self.look(*web, only=only, since=since, until=until, languages=languages)
        both = added(run, looked.run)
        return replace(looked, sources=looked.sources + len(once), run=both)

    def retry(self) -> RunReport:
        """Try again what failed: fetch the pages that could not be had, read those that were.

        What fails again stays among the failures.
        """
        again = read_failed(self._press)
        web = ("http://", "https://")
        pages = [
            failed.item
            for failed in self.failures()
            if failed.capture is None and failed.item.startswith(web)
        ]
        return added(again, self.update(*(f"page:{page}" for page in pages)))

    def keep(self, *addresses: str) -> tuple[str, ...]:
        """Keep the feeds, sitemaps and folders among these, to be looked at from now on.

        Returns their whole addresses; a list of feeds stands for the feeds in it. Raises
        SourceError for a list that cannot be read.
        """
        kept: list[str] = []
        with self._wire(None) as wire:
            for address in addresses:
                kept += lasting_sources(address, wire)
        with self._store.transaction():
            for state in self._states_of(kept).values():
                self._store.put_source(state)
        return tuple(dict.fromkeys(kept))

    def _states_of(self, addresses: Sequence[str]) -> dict[str, SourceState]:
        """Return how sources have fared so far; those that are not kept yet are new."""
        held = {state.address: state for state in self._store.sources()}
        now = datetime.now(UTC).replace(microsecond=0)
        return {
            address: held.get(address) or new_source(address, now, self.settings.fetch)
            for address in addresses
        }

    def look(
        self,
        *addresses: str,
        due_only: bool = False,
        only: Only | None = None,
        since: date | None = None,
        until: date | None = None,
        languages: Sequence[str] = (),
    ) -> LookReport:
        """Fetch what is new in kept sources, all by default, link it and publish what changed.

        A source that asked to be left alone is left alone, one named here too. With `due_only`
        those whose time has not come are left out as well. A source that breaks is told among
        the notices and stops nobody else.
        """
        now = datetime.now(UTC)
        kept = {state.address: state for state in self._store.sources()}
        named = [self._kept(address) for address in addresses] or list(kept)
        waiting = {each: told_of(kept[each], now) for each in named}
        chosen = [
            each for each in named if not (waiting[each] or (due_only and kept[each].due_at > now))
        ]
        with self._wire(since, watching=True) as wire:
            report = look(
                {address: partial(open_source, address, wire) for address in chosen},
                self._press,
                stop=wire.close,
                wanted=within(since, until, frozenset(languages)),
                remember=not (since or until or languages),
                only=only,
            )
        # While watching it was said when the pause began.
        held = () if due_only else tuple(told for each in named for told in waiting[each])
        return replace(report, waiting=(*held, *report.waiting))

    def rebuild(self) -> RunReport:
        """Compute everything again from the kept captures; ids and verdicts stay."""
        return rebuild(self._press)

    def read(self, *addresses: str) -> Iterator[tuple[Capture, Article] | Failed]:
        """Yield every page with its article, or why it gives none; nothing is kept."""
        with Wire(self.settings.fetch) as wire:
            for address in addresses:
                for item in open_source(address, wire).captures():
                    if isinstance(item, Failed):
                        yield item
                    elif isinstance(item, Capture):
                        article = self._reader.article(item)
                        if isinstance(article, Failed):
                            yield replace(article, item=item.via)  # the whole path of a file
                        else:
                            yield item, article

    def marked(self, article: Article) -> Annotated | Failed:
        """Return an article with its names, quotes, figures and dates."""
        return self._reader.marked(article)
