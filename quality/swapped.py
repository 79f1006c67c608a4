"""Measure stories on twins made at run time: are the same words of other people another event?

Of each story of two sets a twin is made (`quality.swapping`) and set beside it, both in one batch
without dates. In half of the batches each report has its counterpart in the twin, as machines and
agencies write; in the others half of the reports tell the one event and half the other. Of each
story it is measured too whether one report and its counterpart stay two, and whether lineage takes
the counterpart for a copy. Beside them stand reports of one event whose figures were updated or
rounded and whose names are spelt otherwise; those must stay together. Half of the events may be
read while rules are written, by a fixed rule; of the other half only the figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from itertools import chain, combinations, product
from pathlib import Path
from random import Random
from statistics import fmean

from quality.events import labelled, undated
from quality.measure import Measure
from quality.pairs import Pair, as_article, linked
from quality.partitions import bcubed
from quality.stories import ECB, GIVEME, stories_of
from quality.swapping import (
    Cast,
    Exchange,
    cast_of,
    exchanged,
    later_figures,
    other_countries,
    other_figures,
    respelt,
    rounded_figure,
)
from twosource.model.annotated import Annotated
from twosource.text.normalize import read_words

SEED = 20261123
LEAST_TOLD, MOST_REPORTS = 2, 8  # of an event
LEAST_HALVED = 4  # reports, so that each event is told by two
LEAST_WORDS = 60  # of a report
LEAD_WORDS = 60
LEAST_CHANGED_FIRST = 2  # words of headline and lead
LEAST_CHANGED = 4  # words of a report; where fewer change it tells the same
ASKED = 2  # reports of each event that are set beside their counterpart alone
ELSEWHERE = "another outlet"
ALL_BUT_ONE = "all_but_one"  # the country told most stays, or the name where there is no country
KINDS = ("names", "places", "numbers", "all", ALL_BUT_ONE)
HALVES = {"read": 0, "unread": 1}

CONTROLS: Mapping[str, Callable[[Cast, Random], Exchange]] = {
    "updated": lambda _, chance: Exchange(figure=later_figures(chance)),
    "rounded": lambda _, __: Exchange(figure=rounded_figure),
    "respelt": lambda cast, chance: Exchange(names=respelt(cast.others, chance)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """The reports of an event and those of its twin, in the same order."""

    event: tuple[Annotated, ...]
    twin: tuple[Annotated, ...]


def told_apart(half: int, data: Path) -> Mapping[str, float]:
    """Answer by kind of exchange the shares of pairs kept apart, of single ones, of no copies."""
    figures: dict[str, float] = {}
    for kind in KINDS:
        same, others, once, copies = [], [], [], []
        for couple in couples_of(half, kind, data):  # one after the other: each is read but once
            same.append(_mixed(couple))
            if len(couple.event) >= LEAST_HALVED:
                others.append(_mixed(_halved(couple)))
            once.append(_once_apart(couple))
            copies.append(no_copies(couple))
        figures[f"{kind}.same_hands_apart"] = fmean(apart for apart, _ in same)
        figures[f"{kind}.other_hands_apart"] = fmean(apart for apart, _ in others)
        figures[f"{kind}.bcubed_f1"] = fmean(f1 for _, f1 in (*same, *others))
        figures[f"{kind}.once_apart"] = fmean(once)
        figures[f"{kind}.no_copies"] = fmean(copies)
    return figures


def couples_of(half: int, kind: str, data: Path) -> Iterator[Couple]:
    """Yield the events of one half with twins of that kind; none where too little changes."""
    stories = events(half, data)
    for event, reports in stories.items():
        exchange = _exchange(event, stories, kind)
        pairs = [pair for each in reports if (pair := counterpart(each, exchange))]
        if len(pairs) >= LEAST_TOLD:
            one, other = zip(*pairs, strict=True)
            yield Couple(event=one, twin=other)


@cache
def events(half: int, data: Path) -> dict[str, tuple[Annotated, ...]]:
    """Return the reports of the events of one half, undated, those of news length alone."""
    found: defaultdict[str, list[Annotated]] = defaultdict(list)
    for row in chain.from_iterable(labelled(data / name) for name in (GIVEME, ECB)):
        words = len(row.article.article.text.split())
        if words >= LEAST_WORDS and blake2b(row.topic.encode()).digest()[0] % 2 == half:
            found[row.event].append(undated(row.article))
    return {
        event: tuple(reports[:MOST_REPORTS])
        for event, reports in found.items()
        if len(reports) >= LEAST_TOLD
    }


def _exchange(event: str, stories: Mapping[str, Sequence[Annotated]], kind: str) -> Exchange:
    """Return what is exchanged in an event's twin of that kind."""
    chance = Random(f"{SEED} {event} {kind}")
    cast = _cast(tuple(stories[event]))
    stock = [_cast(tuple(each)) for other, each in stories.items() if other != event]
    of: dict[str, str] = {}
    if kind != "numbers" and kind != "names":
        of |= other_countries(cast.countries[kind == ALL_BUT_ONE :], chance)
        of |= exchanged(cast.places, [word for each in stock for word in each.places], chance)
    if kind != "numbers" and kind != "places":
        kept = kind == ALL_BUT_ONE and not cast.countries
        others = [word for each in stock for word in each.others]
        of |= exchanged(cast.others[kept:], others, chance)
    counted = kind not in ("names", "places")
    return Exchange(
        names=of, figure=other_figures(chance) if counted else None, days=chance.randrange(1, 5)
    )


def of_one_event(half: int, data: Path) -> Mapping[str, float]:
    """Answer the shares of what stays together where outlets tell an event's reports otherwise.

    With one figure in four updated, all figures rounded, or one name in four spelt otherwise: of
    pairs that were one story until every other report was retold, and of reports with their own
    retelling alone; and the share of retellings that are known as copies.
    """
    figures: dict[str, float] = {}
    for kind, retelling in CONTROLS.items():
        whole, beside, copies = [], [], []
        for event, reports in events(half, data).items():
            told = retelling(_cast(reports), Random(f"{SEED} {event} {kind}"))
            later = tuple(_retold(each, told) for each in reports)
            by_turns = [pair[n % 2] for n, pair in enumerate(zip(reports, later, strict=True))]
            whole.append(_still(reports, by_turns, stories_of(by_turns)))
            pairs = list(zip(reports, later, strict=True))[:ASKED]
            beside.append(fmean(_as_one(pair, stories_of(pair)) for pair in pairs))
            copies.append(fmean(linked(*pair) for pair in pairs))
        figures[f"{kind}_whole"] = fmean(whole)
        figures[f"{kind}_together"] = fmean(beside)
        figures[f"{kind}_copies"] = fmean(copies)
    return figures


@cache
def _cast(reports: tuple[Annotated, ...]) -> Cast:
    return cast_of([(each.article.headline, each.article.text) for each in reports])


def counterpart(report: Annotated, exchange: Exchange) -> Pair | None:
    """Return a report and what the twin's tells; None where hardly anything is another."""
    headline, text = (
        exchange.told(each) for each in (report.article.headline, report.article.text)
    )
    before, after = (f"{report.article.headline} {report.article.text}", f"{headline} {text}")
    if (
        _changed(before, after) < LEAST_CHANGED
        or _changed(_opening(before), _opening(after)) < LEAST_CHANGED_FIRST
    ):
        return None
    return report, as_article(report, text, report.article.outlet, headline)


def _retold(report: Annotated, exchange: Exchange) -> Annotated:
    headline, text = (
        exchange.told(each) for each in (report.article.headline, report.article.text)
    )
    return as_article(report, text, ELSEWHERE, headline)


def _changed(before: str, after: str) -> int:
    words = Counter(read_words(before).forms), Counter(read_words(after).forms)
    return len(words[0] - words[1])


def _opening(text: str) -> str:
    return " ".join(text.split()[:LEAD_WORDS])


def _mixed(couple: Couple) -> tuple[float, float]:
    """Return the share of pairs kept apart, and B-cubed F1, in a batch of event and twin.

    What falls to either is measured against the stories that the event alone comes to.
    """
    found = stories_of([*couple.event, *couple.twin])
    pairs = product(couple.event, couple.twin)
    truth: dict[str, Hashable] = {}
    for side in (couple.event, couple.twin):
        alone = _alone(side)
        truth |= {each.article.id: (side, alone[each.article.id]) for each in side}
    return 1 - fmean(_as_one(pair, found) for pair in pairs), bcubed(truth, found)[2]


def _still(
    reports: tuple[Annotated, ...], later: Sequence[Annotated], found: Mapping[str, int]
) -> float:
    """Return which share of the pairs that are one story when alone are one as told later."""
    before = _alone(reports)
    alike = zip(combinations(reports, 2), combinations(later, 2), strict=True)
    pairs = [pair for each, pair in alike if _as_one(each, before)]
    return fmean(_as_one(pair, found) for pair in pairs) if pairs else 1.0


@cache
def _alone(reports: tuple[Annotated, ...]) -> dict[str, int]:
    return stories_of(reports)


def _as_one(pair: Pair, found: Mapping[str, int]) -> bool:
    one, other = pair
    return found[one.article.id] == found[other.article.id]


def _halved(couple: Couple) -> Couple:
    """Return the same event and twin told by different reports, each by every other one."""
    return Couple(event=couple.event[::2], twin=couple.twin[1::2])


def _once_apart(couple: Couple) -> float:
    """Return the share of reports that stay two with their counterpart, each pair alone."""
    pairs = list(zip(couple.event, couple.twin, strict=True))[:ASKED]
    return fmean(len(set(stories_of(pair).values())) == 2 for pair in pairs)


def no_copies(couple: Couple) -> float:
    """Return the share of reports whose counterpart is taken for no copy, of any outlet."""
    pairs = list(zip(couple.event, couple.twin, strict=True))[:ASKED]
    elsewhere = [(one, as_article(other, other.article.text, ELSEWHERE)) for one, other in pairs]
    return fmean(not linked(*pair) for pair in (*pairs, *elsewhere))


MEASURES = tuple(
    Measure(name=f"twins.{name}_{half}", corpora=(GIVEME, ECB), run=partial(run, number))
    for half, number in HALVES.items()
    for name, run in (("swapped", told_apart), ("retold", of_one_event))
)
