"""Say which sentences of a story are worth comparing: those that may carry one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations

from twosource.stages.dossier.claims.alike import (
    LEAST_SHARED,
    LEAST_SHARED_WEIGHT,
    SAME_CLAIM,
    TIME_WEIGHT,
    things_once,
)
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import telling

LEAST_WITH_FIGURE = 2  # words, or a word and a telling value, that two figures must share

ROUNDING = 1e-6  # sums of the same weights in another order differ by less

Pair = tuple[int, int]


def candidates(told: Sequence[Told], beside: Container[int]) -> list[Pair]:
    """Return the pairs of things told that `likeness` may find to be one, in order.

    Those of `beside` are in no pair.
    """
    own = [index for index in range(len(told)) if index not in beside]
    happenings = [index for index in own if told[index].figure is None]
    figures = [index for index in own if told[index].figure is not None]
    found = _alike_in_words(happenings, told) | _telling_one_thing(happenings, told)
    return sorted(found | _alike_in_figures(figures, told) | _befallen(own, told))


def _alike_in_words(happenings: Sequence[int], told: Sequence[Told]) -> set[Pair]:
    """Return the pairs of happenings that may have enough words in common.

    The shorter of the two must find most of its weight in the longer, so they share one of its
    rarest words, of those that it cannot do without: only these are looked up. The prefix filter
    of Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity joins".
    """
    holding: dict[str, list[int]] = defaultdict(list)
    heaviest: dict[str, float] = defaultdict(float)
    for index in happenings:
        for concept, weight in told[index].concepts.items():
            holding[concept].append(index)
            heaviest[concept] = max(heaviest[concept], weight)
    weights = {index: sum(told[index].concepts.values()) for index in happenings}
    found: set[Pair] = set()
    for index in happenings:
        for concept in _indispensable(told[index], weights[index], holding, heaviest):
            for other in holding[concept]:
                if weights[other] >= weights[index] and other != index:
                    found.add((index, other) if index < other else (other, index))
    return {(one, other) for one, other in found if _share_enough(told[one], told[other])}


def _indispensable(
    each: Told,
    weight: float,
    holding: Mapping[str, Sequence[int]],
    heaviest: Mapping[str, float],
) -> Iterator[str]:
    """Yield the rarest words, until those left cannot make two sentences one by themselves."""
    least = max(LEAST_SHARED_WEIGHT, SAME_CLAIM * weight - TIME_WEIGHT * len(each.times))
    rarest = sorted(each.concepts, key=lambda concept: (len(holding[concept]), concept))
    left = sum(heaviest[concept] for concept in rarest)
    for place, concept in enumerate(rarest):
        if left < least - ROUNDING or len(rarest) - place < LEAST_SHARED:
            return
        yield concept
        left -= heaviest[concept]


def _share_enough(one: Told, other: Told) -> bool:
    shared = one.concepts.keys() & other.concepts.keys()
    return len(shared) >= LEAST_SHARED


def _telling_one_thing(happenings: Sequence[int], told: Sequence[Told]) -> set[Pair]:
    """Return pairs that name one exact minute, one part that failed, one rare thing of a month."""
    holding: dict[object, list[int]] = defaultdict(list)
    for index in happenings:
        each = told[index]
        for mark in (*each.minutes, *each.failed, *things_once(each)):
            holding[mark].append(index)
    return _pairs_in(holding)


def _alike_in_figures(figures: Sequence[int], told: Sequence[Told]) -> set[Pair]:
    """Return pairs of figures that share two words, or a word and a value that tells something."""
    holding: dict[object, list[int]] = defaultdict(list)
    for index in figures:
        each = told[index]
        for concept in each.concepts:
            holding[concept].append(index)
        if each.figure is not None and telling(each.figure.value):
            holding[each.figure.value].append(index)
    shared: dict[Pair, int] = defaultdict(int)
    for indices in holding.values():
        for pair in combinations(indices, 2):
            shared[pair] += 1
    return {pair for pair, count in shared.items() if count >= LEAST_WITH_FIGURE}


def _befallen(own: Sequence[int], told: Sequence[Told]) -> set[Pair]:
    """Return pairs of figures that count what befell people in one way."""
    holding: dict[object, list[int]] = defaultdict(list)
    for index in own:
        measure = told[index].measure
        if measure is not None and measure.outcome:
            holding[measure.outcome].append(index)
    return _pairs_in(holding)


def _pairs_in(holding: Mapping[object, Sequence[int]]) -> set[Pair]:
    return {pair for indices in holding.values() for pair in combinations(indices, 2)}
