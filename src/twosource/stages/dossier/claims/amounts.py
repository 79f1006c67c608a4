"""Say how surely two sentences give figures of one thing, with one value or with two."""

from __future__ import annotations

from twosource.stages.dossier.claims.shared import (
    SAME_CLAIM,
    TIME_WEIGHT,
    apart,
    of_other_eras,
    overlap,
)
from twosource.stages.dossier.telling import measures
from twosource.stages.dossier.telling.measures import Measure
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import one_value, telling

LEAST_CONTEXT = 0.45  # of the words beside a figure, for another value of it
MOST_GROWTH = 5  # times: from one toll to another; beyond, one of them counts something else
TELLING = 0.8  # from here on a number is hardly told of two things: see values.telling
LEAST_COUNTED = 0.8  # weight of the words of what is counted: "mobile substations", no "missiles"
LEAST_BESIDE = 0.5  # weight of the words shared beside what a small number counts


def amounts(one: Told, other: Told) -> float:
    """Return how surely two figures are told of one thing, 0 to 1, whatever values they have."""
    if one.figure is None or other.figure is None or one.measure is None or other.measure is None:
        return 0.0
    if of_other_eras(one, other):
        return 0.0
    if apart(one.days, other.days) and not one.measure.outcome:
        return 0.0
    context = overlap(one, other)
    if one_value(one.figure, other.figure) and measures.comparable(one.measure, other.measure):
        # A rare value goes far towards one claim, a small one only with rare words counted.
        same = measures.alike(one.measure, other.measure)
        rare = max(telling(one.figure.value), measures.heads_shared(one.measure, other.measure))
        score = min(1.0, 0.35 * rare + 0.35 * same + 0.6 * context)
        if not _tell_more_than_a_number(one, other, one.measure, other.measure):
            score = 0.0
        # One toll of one outcome is one claim, as another toll of it would be.
        of_one = measures.of_same_people(one.measure, other.measure)
        telling_toll = bool(one.measure.outcome) and (of_one or telling(one.figure.value) > 0)
        one_toll = telling_toll and not apart(one.places, other.places)
        return max(score, same) if one_toll else score
    return _other_values(one, other, one.measure, other.measure, context)


def _tell_more_than_a_number(one: Told, other: Told, mine: Measure, yours: Measure) -> bool:
    """Return whether two sentences share enough beside a number and what it counts.

    "Two missiles" were fired in July and in March; "update 5.50" names a thing and counts nothing.
    """
    if one.figure is None or other.figure is None or mine.outcome:
        return True
    counted = mine.of & yours.of
    if mine.unit is None and not (mine.of or yours.of):
        return overlap(one, other) >= SAME_CLAIM
    small = 1.0 - telling(one.figure.value)
    weighed = sum(one.concepts.get(each, 0.0) for each in sorted(counted))
    if small <= 1.0 - TELLING or weighed >= LEAST_COUNTED * small:
        return True
    beside = sum(
        weight
        for concept, weight in one.concepts.items()
        if concept in other.concepts and concept not in counted
    )
    return beside + TIME_WEIGHT * len(one.times & other.times) >= LEAST_BESIDE * small


def _other_values(one: Told, other: Told, mine: Measure, yours: Measure, context: float) -> float:
    """Return how surely two sentences give two values of one thing, 0 to 1.

    A toll may change, but not by far, nor from one place to another. Of anything else nearly all
    the rest has to be the same.
    """
    if _tell_both(one, other):
        return 0.0
    same = measures.alike(mine, yours, equal=False)
    if not mine.outcome:
        return same if same >= SAME_CLAIM and context >= LEAST_CONTEXT else 0.0
    if apart(one.places, other.places) or one.figure is None or other.figure is None:
        return 0.0
    lower, higher = sorted((one.figure.value, other.figure.value))
    return same if lower * MOST_GROWTH >= higher else 0.0


def _tell_both(one: Told, other: Told) -> bool:
    """Return whether either sentence has the other's value too: "three in Rome and two in Bari"."""
    if one.figure is None or other.figure is None:
        return False
    return one.figure.value in other.numbers and other.figure.value in one.numbers
