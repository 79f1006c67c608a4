"""Let words that many of a story's sentences have tell less than rare ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

from twosource.stages.dossier.telling.told import Told

COMMON = 0.25  # of a story's sentences: a word in so many of them ("ferry") tells half as much
RARE = 0.03  # of a story's sentences: up to here a word tells all that it tells elsewhere
FEW = 40  # sentences; in a story of fewer, one sentence more or less tells nothing of a word


def less_common(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return the things told with the words that many of a story's sentences have weighing less.

    A word of every fourth sentence tells half of what it tells elsewhere, a rare one all of it.
    """
    sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
    for each in told:
        sentences[each.article, each.place] |= each.concepts.keys()
    counts = Counter(concept for each in sentences.values() for concept in each)
    every = max(len(sentences), FEW)
    tells = {concept: _tells(count / every) for concept, count in counts.items()}
    return tuple(_telling_less(each, tells) for each in told)


def _telling_less(told: Told, tells: Mapping[str, float]) -> Told:
    concepts = {concept: weight * tells[concept] for concept, weight in told.concepts.items()}
    return replace(told, concepts=concepts, weight=sum(concepts.values()))


def _tells(share: float) -> float:
    """Return how much of its weight a word keeps that this share of all sentences have."""
    if share <= RARE:
        return 1.0
    return max(0.5, 1.0 - 0.5 * log(share / RARE) / log(COMMON / RARE))
