"""Open the parts a newsroom works with by their names, and let go of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property

from twosource.archive import Archive
from twosource.edges.engines import ENGINES
from twosource.edges.fetch.fetched import KnownRules
from twosource.edges.sources.wire import Wire
from twosource.languages import open_language
from twosource.model.identity import LanguageCode
from twosource.pipeline.links import linkers
from twosource.pipeline.press import Press
from twosource.pipeline.publish import Composer
from twosource.pipeline.read import Reader
from twosource.pipeline.summarizers import SUMMARIZERS
from twosource.pipeline.tell import Tell, quiet
from twosource.recipe import Recipe
from twosource.settings import Settings


class Parts(Archive):
    """The open store with engine, reader and way to the world beside it."""

    def __init__(self, settings: Settings, *, tell: Tell = quiet, more_outlets: str = "") -> None:
        super().__init__(settings, more_outlets)
        self._tell = tell
        self._rules = KnownRules()
        self._engine = ENGINES.open(settings.engine)()
        self._reader = Reader(
            extract=settings.extract, annotate=settings.annotate, more_outlets=self._more_outlets
        )

    @cached_property
    def _press(self) -> Press:
        # Made when first asked for: to list what the store holds, no outlet table is read.
        return Press(
            store=self._store,
            engine=self._engine,
            reader=self._reader,
            composer=self._composer,
            outlets=self._outlets,
            linkers=linkers(self.settings),
            settings=self.settings,
            tell=self._tell,
        )

    def close(self) -> None:
        """Let go of store and workers; calling it twice is fine."""
        self._engine.close()
        super().close()

    def _composer(self) -> Composer:
        # Only now is the language model looked at: reading a store needs none.
        model = open_language(LanguageCode("en"), self.settings.annotate).model
        return Composer(
            summarizer=SUMMARIZERS.open(self.settings.summarizer)(self.settings.dossier),
            recipe=Recipe(settings=self.settings, model=model).digest,
            settings=self.settings.dossier,
        )

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
