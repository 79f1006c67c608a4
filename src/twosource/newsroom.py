"""The newsroom: the object a user holds; it opens the parts by name and calls the pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

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
from twosource.exports import EXPORTS
from twosource.exports.index import write_index
from twosource.languages import open_language
from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier, Revision
from twosource.model.identity import ArticleId, LanguageCode, OutletId, StoryId
from twosource.model.linked import Lineage, Story, StoryChange, Verdict
from twosource.model.outcome import Failed, RunReport
from twosource.model.visited import SourceState
from twosource.pipeline.check import Checked, check_claims
from twosource.pipeline.claimed import claim_held
from twosource.pipeline.ingest import added, read_failed, within
from twosource.pipeline.judge import judge_articles, judge_informants
from twosource.pipeline.ledger import told_of
from twosource.pipeline.links import linkers
from twosource.pipeline.look import LookReport, look
from twosource.pipeline.publish import Composer, outlet_by_id
from twosource.pipeline.read import Reader, outlets_of
from twosource.pipeline.run import Only, Press, rebuild, run
from twosource.pipeline.schedule import new_source
from twosource.pipeline.summarizers import SUMMARIZERS
from twosource.pipeline.tell import Tell, quiet
from twosource.pipeline.verify import verify_exported, verify_story
from twosource.pipeline.why import Why, explain
from twosource.recipe import Recipe
from twosource.settings import Settings

LOOKED_AT = frozenset({"feed", "sitemap", "opml"})  # side by side, also when they are first added
STORY_DIGITS = 6  # of a story's id name it, where only one begins so


class Newsroom:
    """Reads sources into a store and hands out dossiers; close it, or use it in a `with`."""

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

    # bringing in

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

    def _wire(self, since: date | None, *, watching: bool = False) -> Wire:
        return Wire(
            self.settings.fetch,
            recall=self._store.visits,
            due=self._store.visits_due,
            since=since,
            watching=watching,
            rules=self._rules,
        )

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

    # reading

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""
        return self._store.stories()

    def story(self, words: str) -> Story:
        """Return the story of an id, or of the start of one (6 digits at least)."""
        try:
            return self._store.story(StoryId(words))
        except NotHeldError:
            found = [story for story in self.stories() if story.id.startswith(words)]
            if len(words) < STORY_DIGITS or len(found) != 1:
                raise
            return found[0]

    def revision(self, story: str, number: int | None = None) -> Revision:
        """Return a story's revision, the newest by default; raises NotHeldError."""
        held = self.story(story)
        revision = self._store.revision(held.id, number)
        if revision is None:
            name = held.id if number is None else f"{held.id}, revision {number}"
            raise NotHeldError("dossier of story", name, "twosource rebuild composes it")
        return revision

    def dossier(self, story: str, number: int | None = None) -> Dossier:
        """Return a story's dossier, the newest by default; raises NotHeldError."""
        return self.revision(story, number).dossier

    def export(self, dossier: Dossier, name: str) -> bytes:
        """Return a dossier in one of the forms of the export door."""
        return EXPORTS.open(name).write(dossier)

    def index(self, dossiers: Sequence[Dossier]) -> bytes:
        """Return the HTML page that leads to the pages of these dossiers."""
        return write_index(dossiers)

    def article(self, words: str) -> Article:
        """Return the article of an id, the start of one, a record's id or an address."""
        found = self._store.find_articles(words)
        if len(found) != 1:
            hint = f"{len(found)} begin so" if found else "an id, its first 8 digits or an address"
            raise NotHeldError("article", words, hint)
        return self._store.annotated(found)[0].article

    def lineages(self) -> tuple[Lineage, ...]:
        """Return every lineage, those with the most members first."""
        found = self._store.lineages_of(self._store.article_ids())
        return tuple(sorted(found, key=lambda lineage: (-len(lineage.members), lineage.id)))

    def articles(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """Return articles by their ids, in the order asked for."""
        return tuple(each.article for each in self._store.annotated(ids))

    def changes(self, since: str = "") -> tuple[tuple[str, StoryChange], ...]:
        """Return what happened to stories after a time of the stream (ISO 8601); "" for all."""
        return self._store.changes(since)

    def failures(self) -> tuple[Failed, ...]:
        """Return what could not be read, and why."""
        return self._store.failures()

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many of each thing the store holds."""
        return self._store.counts()

    def outlet_name(self, outlet: OutletId) -> str:
        """Return how an outlet is called, its id where the table does not know it."""
        return outlet_by_id(outlet, self._press.outlets).name

    # asking and judging

    def claim(self, words: str) -> tuple[Dossier, Claim]:
        """Return the claim of an id, or of the start of one, with its dossier."""
        return claim_held(words, self._store)

    def why(self, one: str, other: str) -> Why:
        """Return what holds two articles together or apart."""
        return explain(self.article(one).id, self.article(other).id, self._press)

    def judge(self, verdict: Verdict, one: str, other: str) -> RunReport:
        """Keep a person's verdict on two articles and publish what it changes."""
        return judge_articles(verdict, self.article(one).id, self.article(other).id, self._press)

    def judge_informant(
        self, claim: str, verdict: Literal["same", "different"], one: str, other: str
    ) -> RunReport:
        """Keep a person's verdict on two informants of a claim and publish what it changes."""
        return judge_informants(claim, verdict, one, other, self._press)

    def check(self, text: str) -> tuple[Checked, ...]:
        """Return for every sentence of a text what the store's dossiers hold on it."""
        return check_claims(text, self._press)

    def verify(self, story: str | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield for each story, or the one, its id and what is not where it says it is."""
        stories = self.stories() if story is None else (self.story(story),)
        for each in stories:
            yield each.id, verify_story(each.id, self._store)

    def verify_file(self, path: str) -> tuple[str, ...]:
        """Return what in an exported JSON dossier is not where it says it is."""
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise MissingSourceError(path, "an exported JSON dossier, or a story's id") from error
        return verify_exported(data, self._store)


def open_newsroom(
    store: str = "", *, settings: Settings | None = None, tell: Tell = quiet, more_outlets: str = ""
) -> Newsroom:
    """Open a newsroom on a store ("sqlite:news.db"), with default settings unless others are given.

    `more_outlets` is a TOML table of outlets beside the bundled one. Raises StoreError's leaves.
    """
    chosen = settings or Settings()
    if store:
        chosen = replace(chosen, store=store)
    return Newsroom(chosen, tell=tell, more_outlets=more_outlets)


def _table(path: str) -> str:
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise MissingSourceError(path, "a TOML table of outlets") from error
