"""Measure torn events: do reports of one event, told very differently, stand in one story?

`quality/twins/torn_dev` and `torn_held_out` hold events of four reports each, undated, which share
little but the event: a quake told from two towns, a merger from both firms, a verdict by the
patients and by the surgeon's lawyer, with a wire's 60 words. The first part has been read while
rules were written, the second only measured. Beside them four or six reports are drawn of each
event of the labelled sets and come one by one through a store, in an order by chance: how many
stand in the story that holds most of their event?
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import fmean

from quality.events import Labelled
from quality.gathered import gathered
from quality.measure import Measure
from quality.online import brought, f1_of, shuffled, undated_rows
from quality.stories import ECB, GIVEME, MULTINEWS, stories_of
from quality.twins import TEXTS, texts_in

SIZES = (4, 6)  # reports of each event
LEAST_TORN = 4  # reports of an event that can come apart into two and two


def told_unlike(part: str, _data: Path) -> Mapping[str, float]:
    """Answer the share of pairs of reports of one event that stand together, and B-cubed F1."""
    texts = [row for path in sorted((TEXTS / part).glob("*.txt")) for row, _ in texts_in(path)]
    found = stories_of([row.article for row in texts])
    pairs = [
        found[one.article.article.id] == found[other.article.article.id]
        for number, one in enumerate(texts)
        for other in texts[:number]
        if one.event == other.event
    ]
    return {"together": fmean(pairs), "bcubed_f1": f1_of(texts, found)}


def drawn(name: str, data: Path) -> Mapping[str, float]:
    """Answer which share stands in its event's largest story, and B-cubed F1, where few come."""
    held: list[float] = []
    f1: list[float] = []
    for number, size in enumerate(SIZES):
        rows = shuffled([*_drawn(_rows(name, data), size, number)], number)
        stories = brought(rows).stories
        held += _held(rows, stories)
        f1.append(f1_of(rows, stories))
    return {"held": fmean(held), "bcubed_f1": fmean(f1)}


def _rows(name: str, data: Path) -> Sequence[Labelled]:
    if name in HALVES:
        return gathered(data / MULTINEWS, HALVES[name])
    return undated_rows(SETS[name], data)


def _drawn(rows: Sequence[Labelled], size: int, seed: int) -> Iterator[Labelled]:
    chance, events = Random(seed), defaultdict(list)
    for row in rows:
        events[row.event].append(row)
    for event in sorted(events):
        yield from chance.sample(events[event], min(size, len(events[event])))


def _held(rows: Sequence[Labelled], stories: Mapping[str, Hashable]) -> Iterator[float]:
    """Yield of each event that can come apart the share of its reports in its largest story."""
    events: defaultdict[str, Counter[Hashable]] = defaultdict(Counter)
    for row in rows:
        events[row.event][stories[row.article.article.id]] += 1
    for own in events.values():
        if own.total() >= LEAST_TORN:
            yield max(own.values()) / own.total()


SETS = {"giveme5w1h": GIVEME, "ecbplus": ECB}
HALVES = {"multinews_read": 0, "multinews_held_out": 1}
MEASURES = (
    *(
        Measure(name=f"torn.{part}", corpora=(), run=partial(told_unlike, f"torn_{part}"))
        for part in ("dev", "held_out")
    ),
    *(
        Measure(name=f"torn.{name}", corpora=(corpus,), run=partial(drawn, name))
        for name, corpus in (*SETS.items(), *dict.fromkeys(HALVES, MULTINEWS).items())
    ),
)
