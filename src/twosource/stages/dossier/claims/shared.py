"""Weigh what two things told have in common."""

from __future__ import annotations

from typing import Any

from twosource.stages.dossier.telling.told import Told

SAME_CLAIM = 0.6  # from here on two sentences carry one claim; docs/dossier.md says what it costs
NEARER_SHORTER = 0.8  # how much nearer two sentences' weight is to the shorter's than the longer's
TIME_WEIGHT = 0.4  # of a day, hour or stretch of time that both name


def overlap(one: Told, other: Told) -> float:
    """Return the share of weight two sentences have in common, nearer to the shorter one's.

    A time that both name adds to what they share; that only one names a time tells nothing.
    """
    shared = weight_shared(one, other) + TIME_WEIGHT * len(one.times & other.times)
    shorter, longer = sorted((one.weight, other.weight))
    # Two speakers may have one clause in common; they make one claim only by nearly all they say.
    parted = one.figure is None and apart(one.speakers, other.speakers)
    nearer = 0.5 if parted else NEARER_SHORTER
    return min(1.0, shared / (nearer * shorter + (1 - nearer) * longer)) if shorter else 0.0


def weight_shared(one: Told, other: Told) -> float:
    """Return what the words in common tell in the first of two."""
    return sum(weight for concept, weight in one.concepts.items() if concept in other.concepts)


def apart(one: frozenset[Any], other: frozenset[Any]) -> bool:
    """Return whether both name something and nothing in common."""
    return bool(one and other) and one.isdisjoint(other)


def of_other_eras(one: Told, other: Told) -> bool:
    """Return whether one tells of a time long past, and they name no time in common."""
    return one.bygone != other.bygone and one.times.isdisjoint(other.times)
