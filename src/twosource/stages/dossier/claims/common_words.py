"""Let the words that a story is full of tell less: in it they tell no two things apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import log

from twosource.model.identity import ArticleId
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import Known, kept_per_story

COMMON = 0.25  # of a story's sentences: a word in so many of them ("ferry") tells half as much
RARE = 0.03  # of a story's sentences: up to here a word tells all that it tells elsewhere
FEW = 40  # sentences; in a story of fewer, one sentence more or less tells nothing of a word
STEPS = 10  # from nothing to all that a word tells: within one, a sentence more changes nothing


class LessCommon:
    """Weighs what a story tells, and hands what weighs the same on to its next revision."""

    def __init__(self) -> None:
        self._counted = Known[Counted]()
        self._counts = Counts()
        self._weighed: dict[ArticleId, _Weighed] = {}

    def __call__(self, told: Sequence[tuple[Told, ...]]) -> tuple[tuple[Told, ...], ...]:
        """Return what each article tells, the words of many of the story's sentences weighing less.

        A word of every fourth sentence tells half of what it tells elsewhere, a rare one
        all of it.
        """
        self._counted.anew()
        counted = [self._counted.of(partial(_count, article), article) for article in told]
        tells, before = self._counts.tells_of(counted), self._weighed
        self._weighed = {
            article[0].article: _weighed(article, each.holding, tells, before)
            for article, each in zip(told, counted, strict=True)
            if article
        }
        return tuple(self._weighed[article[0].article].now if article else () for article in told)


@kept_per_story
def less_common() -> LessCommon:
    """Return what weighs the words of a story."""
    return LessCommon()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many sentences an article has, and in how many of them each word stands."""

    sentences: int
    holding: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """What an article tells, as it weighs anywhere and as it weighs in its story."""

    told: tuple[Told, ...]
    tells: tuple[float, ...]  # how much of its weight each of its words keeps
    now: tuple[Told, ...]


def _count(told: Sequence[Told]) -> Counted:
    sentences: dict[int, set[str]] = defaultdict(set)
    for each in told:
        sentences[each.place] |= each.concepts.keys()
    holding = Counter(concept for each in sentences.values() for concept in each)
    return Counted(sentences=len(sentences), holding=holding)


class Counts:
    """In how many sentences of a story each word stands; articles that come or go are counted."""

    def __init__(self) -> None:
        self._articles: dict[int, Counted] = {}  # by their ids, which they keep while held here
        self._holding = Counter[str]()

    def tells_of(self, counted: Sequence[Counted]) -> Mapping[str, float]:
        """Return how much of its weight each word keeps, of those that stand in these articles."""
        before, self._articles = self._articles, {id(each): each for each in counted}
        for one in self._articles.keys() - before.keys():
            self._holding.update(self._articles[one].holding)
        gone = before.keys() - self._articles.keys()
        for one in gone:
            self._holding.subtract(before[one].holding)
        if gone:
            self._holding = +self._holding  # a word that stands in none of these is told no more
        every = sum(each.sentences for each in counted)
        tells = {count: _tells(count / max(every, FEW)) for count in set(self._holding.values())}
        return {concept: tells[count] for concept, count in self._holding.items()}


def _weighed(
    told: tuple[Told, ...],
    words: Iterable[str],
    tells: Mapping[str, float],
    before: Mapping[ArticleId, _Weighed],
) -> _Weighed:
    last, now = before.get(told[0].article), tuple(map(tells.__getitem__, words))
    if last is not None and last.told is told and last.tells == now:
        return last
    held = {id(one): other for one, other in zip(last.told, last.now, strict=True)} if last else {}
    return _Weighed(
        told=told, tells=now, now=tuple(_weighing(each, tells, held.get(id(each))) for each in told)
    )


def _weighing(told: Told, tells: Mapping[str, float], before: Told | None) -> Told:
    """Return a thing told as it weighs in its story, the very same as before while it does."""
    concepts = {concept: weight * tells[concept] for concept, weight in told.concepts.items()}
    if before is not None and before.concepts == concepts:
        return before
    return replace(told, concepts=concepts, weight=sum(concepts.values()))


def _tells(share: float) -> float:
    """Return how much of its weight a word keeps that this share of all sentences have."""
    if share <= RARE:
        return 1.0
    whole = 1.0 - 0.5 * log(share / RARE) / log(COMMON / RARE)
    return max(0.5, round(STEPS * whole) / STEPS)
