"""Say how surely two sentences tell the same thing, so that they carry one claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from twosource.stages.dossier.telling import measures
from twosource.stages.dossier.telling.measures import Measure
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import one_value, telling

SAME_CLAIM = 0.6  # from here on two sentences carry one claim; docs/dossier.md says what it costs
LEAST_SHARED = 3  # words of weight two sentences without a figure must share
LEAST_SHARED_WEIGHT = 1.0  # of these words: two rare ones and a common one
TIME_WEIGHT = 0.4  # of a day, hour or stretch of time that both name
LEAST_CONTEXT = 0.45  # of the words beside a figure, for another value of it
MOST_GROWTH = 5  # times: from one toll to another; beyond, one of them counts something else
SAME_THING = 0.7  # for a part that failed, or an exact minute: of each a story has but one
OPPOSED = 0.8  # of the words: a "not" turns round what is told only where the rest is the same
COMMON = 0.25  # of a story's sentences: a word in more of them ("ferry") tells half as much


def less_common(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return the things told with the words that most of a story's sentences have weighing less."""
    sentences = {(each.article, each.place): each for each in told}
    counts = Counter(c for each in sentences.values() for c in each.concepts)
    most = COMMON * len(sentences)
    return tuple(
        replace(
            each,
            concepts={
                concept: weight * (0.5 if counts[concept] > most else 1.0)
                for concept, weight in each.concepts.items()
            },
        )
        for each in told
    )


def likeness(one: Told, other: Told) -> float:
    """Return how surely two things told are one claim, 0 to 1; another value may be told of it.

    Figures must measure the same, and with other values beside the same words. Happenings need
    most of the weight of the shorter sentence, and no other day, number or person.
    """
    if one.figure is None and other.figure is None:
        return _happenings(one, other)
    return _figures(one, other)


def _figures(one: Told, other: Told) -> float:
    if one.figure is None or other.figure is None or one.measure is None or other.measure is None:
        return 0.0
    if one.bygone != other.bygone:
        return 0.0
    if _apart(one.days, other.days) and not one.measure.outcome:
        return 0.0
    context = _overlap(one, other)
    if one_value(one.figure, other.figure) and measures.comparable(one.measure, other.measure):
        # A rare value goes far towards one claim, a small one only with rare words counted.
        same = measures.alike(one.measure, other.measure)
        rare = max(telling(one.figure.value), measures.heads_shared(one.measure, other.measure))
        score = min(1.0, 0.35 * rare + 0.35 * same + 0.6 * context)
        # One toll of one outcome is one claim, as another toll of it would be.
        one_toll = bool(one.measure.outcome) and not _apart(one.places, other.places)
        return max(score, same) if one_toll else score
    return _other_values(one, other, one.measure, other.measure, context)


def _other_values(one: Told, other: Told, mine: Measure, yours: Measure, context: float) -> float:
    """Return how surely two sentences give two values of one thing, 0 to 1.

    A toll may change, but not by far, nor from one place to another. Of anything else nearly all
    the rest has to be the same.
    """
    same = measures.alike(mine, yours, equal=False)
    if not mine.outcome:
        return same if same >= SAME_CLAIM and context >= LEAST_CONTEXT else 0.0
    if _apart(one.places, other.places) or one.figure is None or other.figure is None:
        return 0.0
    lower, higher = sorted((one.figure.value, other.figure.value))
    return same if lower * MOST_GROWTH >= higher else 0.0


def tell_apart(one: Told, other: Told) -> bool:
    """Return whether two happenings name other days, numbers, persons or a time long past."""
    if one.figure is not None or other.figure is not None:
        return False
    named = ((one.days, other.days), (one.numbers, other.numbers), (one.persons, other.persons))
    return any(_apart(*pair) for pair in named) or one.bygone != other.bygone


def _happenings(one: Told, other: Told) -> float:
    if tell_apart(one, other):
        return 0.0
    if one.failed & other.failed or one.minutes & other.minutes:
        return SAME_THING
    shared = one.concepts.keys() & other.concepts.keys()
    if len(shared) < LEAST_SHARED or _shared(one, other) < LEAST_SHARED_WEIGHT:
        return 0.0
    overlap = _overlap(one, other)
    return overlap if overlap >= _least(one, other, len(shared)) else 0.0


def _least(one: Told, other: Told, shared: int) -> float:
    """Return the overlap from which two happenings are one.

    What two people say in their own words is one claim only where it is one saying; few words in
    common have to be nearly all.
    """
    if one.negated != other.negated:
        return OPPOSED
    quoted = [each.quote is not None and each.quote.kind != "indirect" for each in (one, other)]
    if all(quoted):
        return 0.85
    return 0.7 if any(quoted) or shared == LEAST_SHARED else SAME_CLAIM


def opposed(one: Told, other: Told) -> bool:
    """Return whether one says no to what the other says yes to, in nearly the same words."""
    return one.negated != other.negated and _overlap(one, other) >= OPPOSED


def _overlap(one: Told, other: Told) -> float:
    """Return the share of weight two sentences have in common, nearer to the shorter one's.

    A time that both name adds to what they share; that only one names a time tells nothing.
    """
    shared = _shared(one, other) + TIME_WEIGHT * len(one.times & other.times)
    shorter, longer = sorted((_weight(one), _weight(other)))
    return min(1.0, shared / (0.8 * shorter + 0.2 * longer)) if shorter else 0.0


def _shared(one: Told, other: Told) -> float:
    return sum(weight for concept, weight in one.concepts.items() if concept in other.concepts)


def _weight(told: Told) -> float:
    return sum(told.concepts.values())


def _apart(one: frozenset[Any], other: frozenset[Any]) -> bool:
    """Return whether both name something and nothing in common."""
    return bool(one and other and not one & other)
