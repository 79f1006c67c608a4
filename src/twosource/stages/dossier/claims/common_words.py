"""Let the words that a story is full of tell less: in it they tell no two things apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import log

from twosource.model.material import StoryMaterial
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import KnownOf, known_per_story

COMMON = 0.25  # of a story's sentences: a word in so many of them ("ferry") tells half as much
RARE = 0.03  # of a story's sentences: up to here a word tells all that it tells elsewhere
FEW = 40  # sentences; in a story of fewer, one sentence more or less tells nothing of a word
STEPS = 10  # from nothing to all that a word tells: within one, a sentence more changes nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many sentences an article has, and in how many of them each word stands."""

    sentences: int
    holding: Mapping[str, int]


_counted: KnownOf[Counted] = known_per_story()
_weighed: KnownOf[Told] = known_per_story()
_together: KnownOf[tuple[Told, ...]] = known_per_story()


def less_common(
    told: Sequence[tuple[Told, ...]], material: StoryMaterial
) -> tuple[tuple[Told, ...], ...]:
    """Return what each article tells, the words of many of the story's sentences weighing less.

    A word of every fourth sentence tells half of what it tells elsewhere, a rare one all of it.
    What weighs as it did in the story's last revision is the very same value.
    """
    counted, weighed, together = _counted(material), _weighed(material), _together(material)
    tells = _tells_of([counted.of(partial(_count, article), article) for article in told])

    def in_story(each: Told) -> Told:
        share = [tells[concept] for concept in each.concepts]
        return weighed.of(partial(_weighing, each, share), each, given=share)

    now = ([in_story(each) for each in article] for article in told)
    return tuple(together.of(partial(tuple, article), *article) for article in now)


def _count(told: Sequence[Told]) -> Counted:
    sentences: dict[int, set[str]] = defaultdict(set)
    for each in told:
        sentences[each.place] |= each.concepts.keys()
    holding = Counter(concept for each in sentences.values() for concept in each)
    return Counted(sentences=len(sentences), holding=holding)


def _tells_of(counted: Sequence[Counted]) -> Mapping[str, float]:
    """Return how much of its weight each word keeps, of those that stand in these articles."""
    holding = Counter[str]()
    for each in counted:
        holding.update(each.holding)
    every = max(sum(each.sentences for each in counted), FEW)
    tells = {count: _tells(count / every) for count in set(holding.values())}
    return {concept: tells[count] for concept, count in holding.items()}


def _weighing(told: Told, share: Sequence[float]) -> Told:
    """Return a thing told as it weighs in its story, by which share each of its words keeps."""
    kept = zip(told.concepts.items(), share, strict=True)
    concepts = {concept: weight * tells for (concept, weight), tells in kept}
    return replace(told, concepts=concepts, weight=sum(concepts.values()))


def _tells(share: float) -> float:
    """Return how much of its weight a word keeps that this share of all sentences have."""
    if share <= RARE:
        return 1.0
    whole = 1.0 - 0.5 * log(share / RARE) / log(COMMON / RARE)
    return max(0.5, round(STEPS * whole) / STEPS)
