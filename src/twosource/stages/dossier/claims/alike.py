"""Say how surely two sentences tell the same thing, so that they carry one claim."""

from __future__ import annotations

import re
from typing import Any

from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.sameness import likeness as dice
from twosource.stages.dossier.telling.agreement import acts_at_odds
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import telling

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


LEAST_SHARED = 3  # words of weight two sentences without a figure must share
LEAST_SHARED_WEIGHT = 1.0  # of these words: two rare ones and a common one
SAME_THING = 0.7  # for a part that failed, or an exact minute: of each a story has but one
LEAST_ONCE = 0.5  # of the words, where both tell one rare thing of one month or year
RARE_THING = 0.5  # weight of a word that a story has for one thing
OPPOSED = 0.8  # of the words: a "not" turns round what is told only where the rest is the same
LEAST_UNNAMED = 0.45  # weight of the words shared beside names: who is meant is not what happened
UNNAMED_SHARE = 0.4  # of all the words beside names of the sentence that has fewer
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?$")


def tell_apart(one: Told, other: Told) -> bool:
    """Return whether two happenings name other days, numbers, persons or a time long past."""
    if one.figure is not None or other.figure is not None:
        return False
    return (
        apart(one.days, other.days)
        or apart(one.numbers, other.numbers)
        or apart(one.persons, other.persons)
        or of_other_eras(one, other)
    )


def happenings(one: Told, other: Told) -> float:
    """Return how surely two sentences tell one happening, 0 to 1; 0 where that is not enough."""
    if tell_apart(one, other) or one.gist is None or other.gist is None:
        return 0.0
    if one.failed & other.failed or one.minutes & other.minutes:
        return SAME_THING
    if _tell_one_thing(one, other) and overlap(one, other) >= LEAST_ONCE:
        return SAME_THING
    found = _done_alike(one, other)
    return 0.0 if found and acts_at_odds(one.gist, other.gist) else found


def _done_alike(one: Told, other: Told) -> float:
    """Return how surely two sentences tell one happening, for all that they may be at odds."""
    shared = len(one.concepts.keys() & other.concepts.keys())
    if shared < LEAST_SHARED or weight_shared(one, other) < LEAST_SHARED_WEIGHT:
        return 0.0
    alike = overlap(one, other)
    if alike < _least(one, other, shared) or not share_more_than_names(one, other):
        return 0.0
    return alike


def _tell_one_thing(one: Told, other: Told) -> bool:
    return not one.times.isdisjoint(other.times) and bool(things_once(one) & things_once(other))


def things_once(told: Told) -> frozenset[tuple[str, str]]:
    """Return the rare things that a sentence tells, each with a month or year that it names.

    Of an inspection in January a story has but one.
    """
    months = [time for time in told.times if _MONTH_OR_YEAR.match(time)]
    rare = [c for c, weight in told.concepts.items() if weight >= RARE_THING]
    return frozenset((time, c) for time in months for c in rare if c not in told.named)


def share_more_than_names(one: Told, other: Told) -> bool:
    """Return whether two sentences share what happened, and not only whom it happened to."""
    names = one.named | other.named
    shared = sum(w for c, w in one.concepts.items() if c in other.concepts and c not in names)
    shared += TIME_WEIGHT * len(one.times & other.times)
    if shared < LEAST_UNNAMED:
        return False
    unnamed = (sum(w for c, w in each.concepts.items() if c not in names) for each in (one, other))
    return shared >= UNNAMED_SHARE * min(unnamed)


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
    return one.negated != other.negated and overlap(one, other) >= OPPOSED


TOLL = 0.9  # for one number of one outcome, of the same people as far as that is told
ONE_COUNTED = 0.4  # for what both figures count; the words round them tell the rest


def amounts(one: Told, other: Told) -> float:
    """Return how surely two figures are one number of one thing, 0 to 1.

    A rare number goes far towards one claim, a small one only with rare words counted. Which other
    values are of one thing, and which are rounded or converted, their rows of figures tell.
    """
    mine, yours = one.quantity, other.quantity
    if mine is None or yours is None or not _one_number(mine, yours) or of_other_eras(one, other):
        return 0.0
    named = mine.is_measured or mine.outcome or mine.of or yours.of  # "release 5.5" counts nothing
    rare = telling(mine.figure.value) if named else 0.0
    same = of_one_thing(mine, yours)
    of_one_toll = bool(mine.outcome and same) and not apart(one.places, other.places)
    if of_one_toll and (rare or _one_kind(mine, yours)):
        return TOLL
    if apart(one.days, other.days) and not mine.outcome:
        return 0.0
    counted = sum(one.concepts.get(word, 0.0) for word in sorted(mine.of & yours.of))
    rare = min(1.0, max(rare, counted))
    return min(1.0, 0.35 * rare + 0.35 * same + 0.6 * overlap(one, other))


def number_of(each: Quantity) -> tuple[object, ...]:
    """Return what two figures share that are one number of one outcome."""
    part = each.adds, each.of_several
    return each.dimension, each.outcome, f"{each.base:.9g}", each.base_high, part


def _one_number(one: Quantity, other: Quantity) -> bool:
    return number_of(one) == number_of(other)


def _one_kind(one: Quantity, other: Quantity) -> bool:
    """Return whether two tolls name the same people, or neither says who: no "ten children"."""
    return bool(one.which) == bool(other.which)


def of_one_thing(one: Quantity, other: Quantity) -> float:
    """Return how surely two figures are of one thing, 0 to 1, by what is told of it."""
    if one.outcome:
        return 0.0 if apart(one.which, other.which) else TOLL
    if apart(one.of, other.of):
        return 0.0
    return min(1.0, ONE_COUNTED * bool(one.of & other.of) + dice(one.context, other.context))


def likeness(one: Told, other: Told) -> float:
    """Return how surely two things told are one claim, 0 to 1.

    Happenings need most of the weight of the shorter sentence, and no other day, number or person.
    """
    if one.figure is None and other.figure is None:
        return happenings(one, other)
    return amounts(one, other)


def bear_out(one: Told, other: Told) -> bool:
    """Return whether two sentences are one claim by themselves, and what tells most is in both.

    In a story of a gorilla, a child and a shot, two sentences that share these words and no more
    tell what the whole story tells.
    """
    if likeness(one, other) < SAME_CLAIM:
        return False
    if one.figure is not None or one.failed & other.failed or one.minutes & other.minutes:
        return True
    shared = one.concepts.keys() & other.concepts.keys()
    most = max((one.concepts[each] for each in shared), default=0.0)
    return all(
        weight <= most
        for told in (one, other)
        for concept, weight in told.concepts.items()
        if concept not in shared
    )
