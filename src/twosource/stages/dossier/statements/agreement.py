"""Say how far two sayings come to the same, and whether one says the opposite of the other."""

from __future__ import annotations

from datetime import date
from math import isclose

from twosource.stages.dossier.statements.gist import Gist

DAY_WEIGHT = 0.3  # of a day or month that both name
NEARER = 0.8  # to the shorter saying: a part of what was said is often all that is told
ROUNDED = 0.01  # relative
DENIED = 0.3  # of the weight shared: less is said no to in another clause


def overlap(one: Gist, other: Gist) -> float:
    """Return the share of weight two sayings have in common, 0 to 1, nearer to the shorter's."""
    shorter, longer = sorted((one.weight, other.weight))
    if not shorter:
        return 0.0
    return min(1.0, shared_weight(one, other) / (NEARER * shorter + (1 - NEARER) * longer))


def shared_weight(one: Gist, other: Gist) -> float:
    """Return how much what both name tells, days among it."""
    things = one.told.keys() & other.told.keys()
    weights = sum(one.told[thing] for thing in sorted(things))
    return weights + DAY_WEIGHT * len(one.days & other.days)


def at_odds(one: Gist, other: Gist) -> bool:
    """Return whether two sayings cannot be one: another number, day or name, or the opposite."""
    return (
        count_otherwise(one, other)
        or _opposed(one, other)
        or _apart(one.names, other.names)
        or _other_days(one.days, other.days)
    )


def count_otherwise(one: Gist, other: Gist) -> bool:
    """Return whether both give numbers, and none in common."""
    return bool(one.numbers and other.numbers) and not share_number(one.numbers, other.numbers)


def share_number(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether a number of one stands in the other too, rounding allowed: 240 and 240.1."""
    return any(isclose(a, b, rel_tol=ROUNDED) for a in one for b in other)


def _opposed(one: Gist, other: Gist) -> bool:
    """Return whether one says no to what the other says yes to, or tells the opposite of it."""
    opposite = any(
        other.ends.get(thing, signs).isdisjoint(signs) for thing, signs in one.ends.items()
    )
    return opposite or _denies(one, other) or _denies(other, one)


def _denies(one: Gist, other: Gist) -> bool:
    """Return whether one says no to much of what both tell, and the other says no to nothing."""
    if other.negates:
        return False
    common = sorted(one.denied & other.told.keys())
    return bool(common) and sum(other.told[each] for each in common) >= DENIED * sum(
        other.told[each] for each in one.told.keys() & other.told.keys()
    )


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both name somebody or something of one kind, and none in common."""
    kinds = {name.partition(":")[0] for name in one} & {name.partition(":")[0] for name in other}
    return any({name for name in one if name.startswith(kind)}.isdisjoint(other) for kind in kinds)


def _other_days(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both name days, months or years, and none may be the other's."""
    return bool(one and other) and not any(_may_be_one_day(a, b) for a in one for b in other)


def _may_be_one_day(one: str, other: str) -> bool:
    """Return whether two dates may mean one day.

    The year of a month is often only guessed ("from mid-August"), a weekday is read a week off, and
    what is "today" by one clock is yesterday by another.
    """
    if one.startswith(other) or other.startswith(one) or (len(one) > 4 and one[4:] == other[4:]):
        return True
    if not len(one) == len(other) == len("2026-03-04"):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) in (1, 7)
