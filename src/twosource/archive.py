"""The archive: what a store holds, handed out; no page is read here and no stage runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from twosource.edges.sources import LASTING, whole_address
from twosource.edges.stores import open_store, require_store
from twosource.errors import BadSettingError, MissingSourceError, NotHeldError
from twosource.exports import EXPORTS
from twosource.model.acquired import Article
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier, Revision
from twosource.model.identity import ArticleId, OutletId
from twosource.model.linked import Lineage, Story, StoryChange
from twosource.model.outcome import Failed
from twosource.model.storyline import StoryProfile
from twosource.model.visited import SourceState
from twosource.outlets import Outlets, load_outlets, outlet_by_id, with_own_names
from twosource.pipeline.matter import matter_of
from twosource.pipeline.named import article_named, claim_named, story_named
from twosource.settings import Settings


class Archive:
    """An open store to read in; close it, or use it in a `with`.

    It opens in a tenth of a second, for it needs none of what reading and linking articles needs.
    """

    def __init__(self, settings: Settings, more_outlets: str = "") -> None:
        """Open the store; `more_outlets` is a TOML table of outlets beside the bundled one."""
        self.settings = settings
        texts = (_table(settings.outlets), more_outlets)
        self._more_outlets = tuple(text for text in texts if text)
        self._store = open_store(settings.store)

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
        """Let go of the store; calling it twice is fine."""
        self._store.close()

    @cached_property
    def _outlets(self) -> Outlets:
        # Read when first asked for: most of what is held tells its outlets' names itself.
        return load_outlets(*self._more_outlets)

    # stories and their dossiers

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the one with the newest article first."""
        return self._store.stories()

    def story(self, words: str) -> Story:
        """Return the story of an id, or of the start of one (6 digits at least)."""
        return story_named(words, self._store)

    def revision(self, story: str, number: int | None = None) -> Revision:
        """Return a story's revision, the newest by default; raises NotHeldError."""
        held = self.story(story)
        newest = self._store.revision(held.id)
        if newest is None:
            raise NotHeldError("dossier of story", held.id, "twosource rebuild composes it")
        if number is None or number == newest.dossier.number:
            return newest
        earlier = number < newest.dossier.number  # a later one may be more than a store can count
        revision = self._store.revision(held.id, number) if earlier else None
        if revision is None:
            hint = f"its newest is {newest.dossier.number}"
            raise NotHeldError(f"revision {number} of story", held.id, hint)
        return revision

    def dossier(self, story: str, number: int | None = None) -> Dossier:
        """Return a story's dossier, the newest by default; raises NotHeldError."""
        return self.revision(story, number).dossier

    def storyline(self, story: str) -> tuple[StoryProfile, ...]:
        """Return the stories of the running matter that a story belongs to, in time."""
        return matter_of(self.story(story).id, self._store)

    def claim(self, words: str) -> tuple[Dossier, Claim]:
        """Return the claim of an id, or of the start of one, with its dossier."""
        return claim_named(words, self._store)

    def changes(self, since: str = "") -> tuple[tuple[str, StoryChange], ...]:
        """Return what was announced of stories after a time (ISO 8601), and when; "" for all."""
        return self._store.changes(since)

    def export(self, dossier: Dossier, name: str) -> bytes:
        """Return a dossier in one of the forms of the export door."""
        return EXPORTS.open(name).write(dossier)

    def index(self, dossiers: Sequence[Dossier]) -> bytes:
        """Return the HTML page that leads to the pages of these dossiers."""
        # Imported here: the templates' engine costs as much as all else that an archive needs.
        from twosource.exports.html import write_index

        return write_index(dossiers)

    # articles and who copied whom

    def article(self, words: str) -> Article:
        """Return the article of an id, the start of one, a record's id or an address."""
        return article_named(words, self._store)

    def articles(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """Return articles by their ids, in the order asked for."""
        return tuple(each.article for each in self._store.annotated(ids))

    def lineages(self) -> tuple[Lineage, ...]:
        """Return every lineage, those with the most members first."""
        found = self._store.lineages_of(self._store.article_ids())
        return tuple(sorted(found, key=lambda lineage: (-len(lineage.members), lineage.id)))

    def outlet_name(self, outlet: OutletId, articles: Iterable[Article] = ()) -> str:
        """Return how an outlet is called: in the table, on its pages among these, or by id."""
        return outlet_by_id(outlet, with_own_names(self._outlets, articles)).name

    # sources and what became of what they brought

    def sources(self) -> tuple[SourceState, ...]:
        """Return the sources that are kept, each with how it has fared."""
        return self._store.sources()

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

    def failures(self) -> tuple[Failed, ...]:
        """Return what could not be read, and why."""
        return self._store.failures()

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many of each thing the store holds."""
        return self._store.counts()


def open_archive(settings: Settings) -> Archive:
    """Open the archive of a store that is there; raises NoStoreError where there is none to read.

    Who brings reports in makes the store; who only asks has most likely named another.
    """
    require_store(settings.store)
    return Archive(settings)


def _table(path: str) -> str:
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MissingSourceError(path, "a TOML table of outlets") from error
    except UnicodeDecodeError as error:
        raise BadSettingError("outlets", f"{path} is no UTF-8 text; save it as that") from error
