"""A made-up log of short reports: invented accidents, told by several outlets, some reprinted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from random import Random

from tests.factories import NOON, hours
from tests.stages.reading import read_article
from twosource.edges.engines import ENGINES
from twosource.edges.stores import open_store
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, StoryId
from twosource.outlets import load_outlets
from twosource.pipeline.link import link_new
from twosource.pipeline.links import linkers
from twosource.pipeline.read import Reader
from twosource.protocols import Store
from twosource.settings import Settings

PLACES = ("Kråkvik", "Tirsk", "Halden Bay", "Calvera", "Monte Azul", "Orsund", "Kessin", "Velm")
SHIPS = ("Maren Lind", "Sofie Brandt", "Solvanna", "Ragna Thule", "Ilse Dorr", "Pell Alvik")
PEOPLE = ("Joren Grunwald", "Mira Ottesen", "Teodor Hask", "Sanna Vik", "Rui Peralta", "Ona Bram")
SETTINGS = Settings()


def reports(chance: Random, event: int) -> list[str]:
    """Return four sentences on an invented accident; each event has its own names and numbers."""
    ship, place = SHIPS[event % len(SHIPS)], PLACES[event % len(PLACES)]
    who, count = PEOPLE[event % len(PEOPLE)], 100 + 37 * event
    told = [
        f"The ferry {ship} struck the breakwater of {place} with {count} passengers on board.",
        f"Captain {who} said that the rudder of the {ship} had failed twice before {place}.",
        f"Divers measured a hole of {event + 2} metres in the hull while {who} was questioned.",
        f"The harbour of {place} stayed closed for {event + 5} hours, its master said.",
        f"Of the {count} people on the {ship}, {event + 3} were taken to the hospital of {place}.",
        f"A teacher from {place} who travelled on the {ship} spoke of one long scrape.",
    ]
    return chance.sample(told, 4)


def log_of(count: int, events: int, seed: int) -> tuple[Annotated, ...]:
    """Return so many articles by (published, id), a fifth of them reprints, a sixth undated."""
    chance, told = Random(seed), dict[int, list[str]]()
    made = []
    for number in range(count):
        event = chance.randrange(events)
        sentences = reports(chance, event)
        if event in told and chance.random() < 0.2:
            sentences = told[event]
        told.setdefault(event, sentences)
        made.append(
            read_article(
                "\n\n".join(sentences),
                f"Ferry {SHIPS[event % len(SHIPS)]} hits breakwater",
                outlet=f"outlet-{number}",
                published=_moment(chance, number, event),
            )
        )
    return tuple(
        sorted(made, key=lambda each: (str(each.article.published or ""), each.article.id))
    )


def _moment(chance: Random, number: int, event: int) -> datetime | None:
    if chance.random() < 1 / 6:
        return None
    return NOON + hours(event * 30 + chance.uniform(0, 60) + number / 3600)


def linked(batches: Sequence[Sequence[Annotated]], settings: Settings = SETTINGS) -> Store:
    """Return a store in memory into which the batches were brought and linked one by one."""
    store = open_store("sqlite::memory:")
    by = linkers(settings)
    reader = Reader(extract=settings.extract, annotate=settings.annotate)
    for batch in batches:
        with store.transaction():
            for each in batch:
                store.add_article(each)
        link_new(
            store=store,
            engine=ENGINES.open("serial")(),
            reader=reader,
            outlets=load_outlets(),
            settings=settings,
            tell=lambda _step, _done, _all: None,
            by=by,
        )
    return store


def stories_in(store: Store) -> set[tuple[ArticleId, ...]]:
    """Return the stories as sets of articles."""
    return {story.articles for story in store.stories()}


def ids_in(store: Store) -> dict[StoryId, tuple[ArticleId, ...]]:
    """Return the articles of each story by its id."""
    return {story.id: story.articles for story in store.stories()}


def lineages_in(store: Store) -> set[tuple[ArticleId, ...]]:
    """Return the lineages as sets of articles."""
    return {each.members for each in store.lineages_of(store.article_ids())}
