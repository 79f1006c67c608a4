"""Measure families that are handed on: a wire cut by eight outlets, chains, two agencies merged.

Grown at run time out of real articles, with their times, with half of the times missing, and with
times that are an hour out either way. Asked is whether the families are told apart (ARI), whether
a page goes to the page it was made of, whether it is tied to it at least, be it the wrong way round
where that is left open, and how often the wrong one of two is called the copy: that a copy passes
for the report is worse than that it is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

from quality.copies import GIVEME, lineages_of
from quality.descent import Family, ancestors, in_no_order
from quality.events import labelled
from quality.handling import HANDS
from quality.measure import Measure
from quality.pairs import as_article, by_event, independent_pairs, sentences_of
from quality.partitions import adjusted_rand
from quality.rewording import paragraphs
from quality.texts import FETCHED
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId

SEED = 20261123
OUTLETS_OF_ONE_WIRE = 8
PER_KIND = 24
LEAST_SENTENCES, MOST_SENTENCES = 15, 50
CHAIN = ("all_at_once", "first_half", "in_furniture")


def _wire(report: Annotated, foreign: Sequence[Annotated], chance: Random) -> Family:
    """Let eight outlets cut a wire's text from the end, each elsewhere, with own lines inside."""
    wire = sentences_of(report)
    pages = [report]
    for number in range(OUTLETS_OF_ONE_WIRE):
        kept = wire[: max(4, len(wire) - number * len(wire) // 10)]
        own = sentences_of(chance.choice(foreign))[2:4]
        place = chance.randrange(1, len(kept))
        pages.append(_page(report, [*kept[:place], *own, *kept[place:]], f"paper {number}", chance))
    pages = [_after(page, hours) for hours, page in enumerate(pages)]
    first = pages[0].article.id
    return Family(pages=tuple(pages), parents={each.article.id: first for each in pages[1:]})


def _chain(report: Annotated, foreign: Sequence[Annotated], chance: Random) -> Family:
    """Let one reword the report, one cut that, one set what was cut among its furniture."""
    pages, parents = [report], dict[ArticleId, ArticleId]()
    for number, way in enumerate(CHAIN):
        text = sentences_of(pages[-1])
        half = text[: max(6, len(text) // 2)]
        text = half if way == "first_half" else HANDS[way](text, chance)
        made = _page(report, text, f"link {number}", chance)
        parents[made.article.id] = pages[-1].article.id
        pages.append(_after(made, number + 1))
    return Family(pages=tuple(pages), parents=parents)


def _page(report: Annotated, text: Sequence[str], outlet: str, chance: Random) -> Annotated:
    made = as_article(report, paragraphs(text, chance), outlet)
    name = ArticleId(f"{report.article.id} {outlet}")
    address = f"https://{outlet}.example/{name}".replace(" ", "-")
    article = replace(made.article, id=name, url=address, canonical=address)
    return replace(made, article=article)


def _after(page: Annotated, hours: float) -> Annotated:
    moment = FETCHED + timedelta(hours=hours)
    return replace(page, article=replace(page.article, published=moment))


Timed = Callable[[Annotated, Random], Annotated]


def _half_missing(page: Annotated, chance: Random) -> Annotated:
    missing = chance.random() < 0.5
    return replace(page, article=replace(page.article, published=None)) if missing else page


def _an_hour_out(page: Annotated, chance: Random) -> Annotated:
    published = page.article.published
    assert published is not None
    moment = published + timedelta(hours=chance.choice((-1, 0, 1)))
    return replace(page, article=replace(page.article, published=moment))


TIMES: Mapping[str, Timed] = {
    "timed": lambda page, _: page,
    "half_timed": _half_missing,
    "an_hour_out": _an_hour_out,
}
KINDS = {"wire": _wire, "chain": _chain}


def families(data: Path, kind: str) -> list[Family]:
    """Return families of one kind, of reports of events told by several outlets."""
    chance = Random(SEED)
    rows = [row.article for row in labelled(data / GIVEME)]
    long = [e for e in rows if LEAST_SENTENCES <= len(e.sentences) <= MOST_SENTENCES]
    return [
        in_no_order(KINDS[kind](_after(report, 0), rows, chance))
        for report in chance.sample(long, PER_KIND)
    ]


def handed_on(kind: str, data: Path) -> Mapping[str, float]:
    """Answer, by what is known of the times, ARI, right parents, and directions not wrong."""
    figures: dict[str, float] = {}
    grown = families(data, kind)
    parents = {copy: parent for family in grown for copy, parent in family.parents.items()}
    chance = Random(SEED)
    for times, timed in TIMES.items():
        truth: dict[str, str] = {}
        found: dict[str, str] = {}
        right: list[bool] = []
        tied: list[bool] = []
        not_wrong: list[bool] = []
        pages = [timed(page, chance) for family in grown for page in family.pages]
        for family in grown:
            members = (page.article.id for page in family.pages)
            truth |= dict.fromkeys(members, family.pages[0].article.id)
        for each in lineages_of(pages):
            found |= dict.fromkeys(each.members, each.id)
            for way in each.derivations:
                if way.original is None:
                    continue
                right.append(parents.get(way.copy) == way.original)
                open_end = not way.directed and parents.get(way.original) == way.copy
                tied.append(right[-1] or open_end)
                above = ancestors(way.original, parents)
                not_wrong.append(not (way.directed and way.copy in above))
        figures[f"{times}_ari"] = adjusted_rand(truth, found)
        figures[f"{times}_parent"] = sum(right) / len(parents)
        figures[f"{times}_tied"] = sum(tied) / len(parents)
        figures[f"{times}_not_wrong"] = sum(not_wrong) / len(not_wrong)
    return figures


def merged(data: Path) -> Mapping[str, float]:
    """Answer how often a page merged of two agencies' reports joins one, and the two stay apart."""
    chance = Random(SEED)
    pairs = list(independent_pairs(by_event(labelled(data / GIVEME)), chance))[:60]
    joined: list[bool] = []
    apart: list[bool] = []
    for one, other in pairs:
        left, right = sentences_of(one), sentences_of(other)
        text = [*left[: max(3, len(left) // 2)], *right[1 : max(4, len(right) // 2)]]
        page = _page(one, text, "merging paper", chance)
        found = lineages_of([_after(each, n) for n, each in enumerate((one, other, page))])
        family = next(each.members for each in found if page.article.id in each.members)
        joined.append(len(family) > 1)
        apart.append(not {one.article.id, other.article.id} <= {*family})
    return {"joined": sum(joined) / len(joined), "kept_apart": sum(apart) / len(apart)}


MEASURES = (
    *(
        Measure(name=f"handed_on.{kind}_by_chance", corpora=(GIVEME,), run=partial(handed_on, kind))
        for kind in KINDS
    ),
    Measure(name="handed_on.merged", corpora=(GIVEME,), run=merged),
)
