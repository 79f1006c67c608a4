"""Let the words that a story is full of tell less: in it they tell no two things apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import Known, kept_per_story

COMMON = 0.25  # of a story's sentences: a word in so many of them ("ferry") tells half as much
RARE = 0.03  # of a story's sentences: up to here a word tells all that it tells elsewhere
FEW = 40  # sentences; in a story of fewer, one sentence more or less tells nothing of a word
STEPS = 10  # from nothing to all that a word tells: within one, a sentence more changes nothing


class LessCommon:
    """Weighs what a story tells, and hands what weighs the same on to its next revision."""

    def __init__(self) -> None:
        self._weighed = Known[Told]()

    def __call__(self, told: Sequence[Told]) -> tuple[Told, ...]:
        """Return the things told, the words that many of a story's sentences have weighing less.

        A word of every fourth sentence tells half of what it tells elsewhere, a rare one
        all of it.
        """
        tells = _tells_of(told)
        self._weighed.anew()
        return tuple(self._telling_less(each, tells) for each in told)

    def _telling_less(self, told: Told, tells: Mapping[str, float]) -> Told:
        weights = tuple([tells[concept] for concept in told.concepts])
        return self._weighed.of(lambda: _weighing(told, weights), told, given=weights)


@kept_per_story
def less_common() -> LessCommon:
    """Return what weighs the words of a story."""
    return LessCommon()


def _tells_of(told: Sequence[Told]) -> Mapping[str, float]:
    sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
    for each in told:
        sentences[each.article, each.place] |= each.concepts.keys()
    counts = Counter(concept for each in sentences.values() for concept in each)
    every = max(len(sentences), FEW)
    return {concept: _tells(count / every) for concept, count in counts.items()}


def _weighing(told: Told, tells: Sequence[float]) -> Told:
    concepts = {c: w * t for (c, w), t in zip(told.concepts.items(), tells, strict=True)}
    return replace(told, concepts=concepts, weight=sum(concepts.values()))


def _tells(share: float) -> float:
    """Return how much of its weight a word keeps that this share of all sentences have."""
    if share <= RARE:
        return 1.0
    whole = 1.0 - 0.5 * log(share / RARE) / log(COMMON / RARE)
    return max(0.5, round(STEPS * whole) / STEPS)
