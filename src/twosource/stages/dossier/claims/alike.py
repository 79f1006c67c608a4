"""Say how surely two sentences tell the same thing, so that they carry one claim."""

from __future__ import annotations

import re
from typing import Any

from twosource.stages.dossier.telling import measures
from twosource.stages.dossier.telling.agreement import acts_at_odds
from twosource.stages.dossier.telling.measures import Measure
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import one_value, telling

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


def likeness(one: Told, other: Told) -> float:
    """Return how surely two things told are one claim, 0 to 1; another value may be told of it.

    Figures must measure the same, and with other values beside the same words. Happenings need
    most of the weight of the shorter sentence, and no other day, number or person.
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
