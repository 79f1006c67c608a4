"""Say how surely two sentences without a figure tell one happening."""

from __future__ import annotations

import re

from twosource.stages.dossier.claims.shared import (
    SAME_CLAIM,
    TIME_WEIGHT,
    apart,
    of_other_eras,
    overlap,
    weight_shared,
)
from twosource.stages.dossier.telling.agreement import acts_at_odds
from twosource.stages.dossier.telling.told import Told

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
