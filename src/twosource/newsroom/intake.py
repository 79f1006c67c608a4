"""What brings sources into the store: the parts opened by name, and all that reads and looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import Self

from twosource.edges.engines import ENGINES
from twosource.edges.fetch.fetched import KnownRules
from twosource.edges.sources import (
    LASTING,
    lasting_sources,
    open_source,
    split_address,
    whole_address,
)
from twosource.edges.sources.wire import Wire
from twosource.edges.stores import open_store
from twosource.errors import MissingSourceError, NotHeldError
from twosource.languages import open_language
from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated
from twosource.model.identity import LanguageCode
from twosource.model.outcome import Failed, RunReport
from twosource.model.visited import SourceState
from twosource.pipeline.ingest import added, read_failed, within
from twosource.pipeline.ledger import told_of
from twosource.pipeline.links import linkers
from twosource.pipeline.look import LookReport, look
from twosource.pipeline.publish import Composer
from twosource.pipeline.read import Reader, outlets_of
from twosource.pipeline.run import Only, Press, rebuild, run
from twosource.pipeline.schedule import new_source
from twosource.pipeline.summarizers import SUMMARIZERS
from twosource.pipeline.tell import Tell, quiet
from twosource.recipe import Recipe
from twosource.settings import Settings

LOOKED_AT = frozenset({"feed", "sitemap", "opml"})  # side by side, also when they are first added


class Intake:
    """Opens the parts and reads sources into the store; close it, or use it in a `with`."""

    def __init__(self, settings: Settings, *, tell: Tell = quiet, more_outlets: str = "") -> None:
        self.settings = settings
        self._tell = tell
        texts = tuple(text for text in (_table(settings.outlets), more_outlets) if text)
        self._store = open_store(settings.store)
        self._rules = KnownRules()
        self._engine = ENGINES.open(settings.engine)()
        self._reader = Reader(
            extract=settings.extract, annotate=settings.annotate, more_outlets=texts
        )

    @cached_property
    def _press(self) -> Press:
        # Made when first asked for: to list what the store holds, no outlet table is read.
        return Press(
            store=self._store,
            engine=self._engine,
            reader=self._reader,
            composer=self._composer,
            outlets=outlets_of(self._reader.more_outlets),
            linkers=linkers(self.settings),
            settings=self.settings,
            tell=self._tell,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of store and workers; calling it twice is fine."""
        self._engine.close()
        self._store.close()

    def _composer(self) -> Composer:
        # Only now is the language model looked at: reading a store needs none.
        model = open_language(LanguageCode("en"), self.settings.annotate).model
        return Composer(
            summarizer=SUMMARIZERS.open(self.settings.summarizer)(self.settings.dossier),
            recipe=Recipe(settings=self.settings, model=model).digest,
            settings=self.settings.dossier,
        )

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
        with self._wire(since) as wire:
            sources = [open_source(address, wire) for address in addresses]
            return run(
                (item for source in sources for item in source.captures()),
                self._press,
                wanted=within(since, until, frozenset(languages)),
                only=only,
                remember=not (since or until or languages),
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
        once = [address for address in addresses if kinds[address] not in LOOKED_AT]
        run = RunReport()
        if once or not addresses:
            run = self.update(*once, only=only, since=since, until=until, languages=languages)
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
        press = self._press
        again = read_failed(store=press.store, engine=press.engine, reader=self._reader)
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
        known = {state.address for state in self._store.sources()}
        now = datetime.now(UTC).replace(microsecond=0)
        with self._store.transaction():
            for address in dict.fromkeys(kept):
                if address not in known:
                    self._store.put_source(new_source(address, now, self.settings.fetch))
        return tuple(dict.fromkeys(kept))

    def drop(self, address: str) -> None:
        """Look at a source no more; what it brought stays. Raises NotHeldError."""
        with self._store.transaction():
            self._store.drop_source(self._kept(address))

    def _kept(self, address: str) -> str:
        """Return the whole address of a kept source, also by its place alone."""
        known = {state.address for state in self._store.sources()}
        places = (whole_address(address), *(f"{kind}:{address}" for kind in sorted(LASTING)))
        for each in (address, *places):
            if each in known:
                return each
        raise NotHeldError("source", address, "twosource sources lists them")

    def sources(self) -> tuple[SourceState, ...]:
        """Return the sources that are kept, each with how it has fared."""
        return self._store.sources()

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

    @contextmanager
    def _wire(self, since: date | None, *, watching: bool = False) -> Iterator[Wire]:
        """Open a run's way to the world; which hosts want to be left alone is kept at its end."""
        with Wire(
            self.settings.fetch,
            recall=self._store.visits,
            due=self._store.visits_due,
            since=since,
            watching=watching,
            rules=self._rules,
        ) as wire:
            try:
                yield wire
            finally:
                pauses = wire.pauses()
                if pauses:
                    with self._store.transaction():
                        for pause in pauses:
                            self._store.put_visit(pause)

    def rebuild(self) -> RunReport:
        """Compute everything again from the kept captures; ids and verdicts stay."""
        return rebuild(self._press)

    def failures(self) -> tuple[Failed, ...]:
        """Return what could not be read, and why."""
        return self._store.failures()

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


def _table(path: str) -> str:
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise MissingSourceError(path, "a TOML table of outlets") from error
