"""Measure family trees: does a copy of a copy go to the report it was made from?

Families grow at run time out of real articles: each new page is made, in one of the ways of
`quality.rewording`, of the first report or of a copy of it, hours after the page it was made
from. The parent of each is known. Of some, two pages hold the same: a later cut of a page and of
its reprint are the same words, and nobody can tell them apart, so that 1 cannot be reached.
Ids are left to chance: a report whose id sorted before its copies' was found by that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from quality.copies import lineages_of
from quality.events import labelled, undated
from quality.measure import Measure
from quality.pairs import as_article, sentences_of
from quality.rewording import KINDS, paragraphs
from quality.texts import FETCHED
from twosource.canonical import digest
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import Derivation

SEED = 20261122
SIZES = (10, 10, 10, 20, 20, 40)
OFTEN = {  # how often pages are made in each way
    "reprint_with_junk": 3,
    "wire_edit": 3,
    "excerpt": 2,
    "light_rewording": 2,
    "heavy_rewording": 1,
    "machine_translated_style": 1,
}
OF_THE_FIRST = 0.4  # share of the pages made of the first report itself
LEAST_SENTENCES = 12  # of a page that others are made of
MEAN_DELAY_HOURS = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A report with all that was made of it, and of which page each was made."""

    pages: tuple[Annotated, ...]  # the report first
    parents: Mapping[ArticleId, ArticleId]


def family_of(report: Annotated, size: int, foreign: Sequence[Annotated], chance: Random) -> Family:
    """Return a family of so many pages that descend from a report."""
    pages, parents = [_at(report, FETCHED)], dict[ArticleId, ArticleId]()
    while len(pages) < size:
        can_be = [page for page in pages if len(page.sentences) >= LEAST_SENTENCES]
        parent = pages[0] if chance.random() < OF_THE_FIRST else chance.choice(can_be)
        kind = chance.choices(list(OFTEN), list(OFTEN.values()))[0]
        text = KINDS[kind](sentences_of(parent), chance, sentences_of(chance.choice(foreign)))
        made = as_article(parent, paragraphs(text, chance), f"outlet {len(pages)}")
        article = replace(made.article, id=ArticleId(f"{report.article.id} {len(pages):02}"))
        moment = parent.article.published or FETCHED
        delay = timedelta(hours=0.2 + chance.expovariate(1 / MEAN_DELAY_HOURS))
        pages.append(_at(replace(made, article=article), moment + delay))
        parents[article.id] = parent.article.id
    return Family(pages=tuple(pages), parents=parents)


def in_no_order(family: Family) -> Family:
    """Return a family whose ids tell nothing: those of real pages are digests of what they hold."""
    ids = {each.article.id: ArticleId(digest(("page", each.article.id))) for each in family.pages}
    return Family(
        pages=tuple(
            replace(each, article=replace(each.article, id=ids[each.article.id]))
            for each in family.pages
        ),
        parents={ids[copy]: ids[parent] for copy, parent in family.parents.items()},
    )


def _at(page: Annotated, moment: datetime) -> Annotated:
    address = f"https://{page.article.outlet}.example/{page.article.id}".replace(" ", "-")
    return replace(
        page,
        article=replace(page.article, published=moment, url=address, canonical=address),
    )


def families(data: Path) -> Iterator[Family]:
    """Yield the families, of articles of 15 sentences and more."""
    chance = Random(SEED)
    rows = [undated(row.article) for row in labelled(data / GIVEME)]
    long = [each for each in rows if LEAST_SENTENCES + 3 <= len(each.sentences) <= 50]
    for size in SIZES:
        yield in_no_order(family_of(chance.choice(long), size, rows, chance))


def parents_found(data: Path) -> Mapping[str, float]:
    """Answer the shares of pages with the right parent, and with an ancestor for their parent.

    With their times; and without, where the two ends of a derivation may be either way round,
    since nothing tells, and none may be called directed.
    """
    right: list[bool] = []
    above: list[bool] = []
    tied: list[bool] = []
    open_ends: list[bool] = []
    for family in families(data):
        found = {each.copy: each.original for each in derived(family.pages)}
        for page, parent in family.parents.items():
            right.append(found.get(page) == parent)
            above.append(found.get(page) in ancestors(page, family.parents))
        timeless = derived([undated(page) for page in family.pages])
        edges = {frozenset((each.copy, each.original)) for each in timeless}
        tied += [frozenset(pair) in edges for pair in family.parents.items()]
        open_ends += [not each.directed for each in timeless]
    return {
        "parent": sum(right) / len(right),
        "ancestor": sum(above) / len(above),
        "undated_edge": sum(tied) / len(tied),
        "undated_left_open": sum(open_ends) / len(open_ends),
    }


def derived(pages: Sequence[Annotated]) -> list[Derivation]:
    """Return whose copy each copy among the pages is held to be."""
    return [each for lineage in lineages_of(pages) for each in lineage.derivations]


def ancestors(page: ArticleId, parents: Mapping[ArticleId, ArticleId]) -> set[ArticleId]:
    """Return the pages that a page was made from, by way of others too."""
    above = set[ArticleId]()
    while page in parents:
        page = parents[page]
        above.add(page)
    return above


GIVEME = "events-giveme5w1h.jsonl.gz"

MEASURES = (Measure(name="descent.giveme5w1h_by_chance", corpora=(GIVEME,), run=parents_found),)
