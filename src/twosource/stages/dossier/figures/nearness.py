"""Say how surely two figures of a story are of one thing and scope."""

from __future__ import annotations

from twosource.stages.dossier.figures.alike import is_equal, meaning_digits, same_value
from twosource.stages.dossier.figures.aspects import contrasted, told_of_one
from twosource.stages.dossier.figures.matter import (
    LEAST_CONTEXT,
    LEAST_LIKENESS,
    LEAST_MATTER,
    OTHER_THING_CONTEXT,
    alike_in_matter,
    counts_of_two,
    ease,
    given,
    in_common,
    in_turn,
    one_aspect,
    told_days_apart,
    two_aspects,
)
from twosource.stages.dossier.figures.outcomes import COUNTED_ON, PERSON
from twosource.stages.dossier.figures.quantity import (
    SMALL_COUNT,
    Quantity,
    of_one_party,
    scopes_differ,
    told_by_two,
)
from twosource.stages.dossier.sameness import likeness

SAME_VALUE_CONTEXT = 0.1  # Dice of sentences: equal values need less, chance hardly makes them so
TOLL_CONTEXT = 0.35  # the same for tolls that are not told early
# The same for values that nothing but who gives them tells apart, by how many parties give one.
DISPUTED_CONTEXT = (0.95, 0.45, 0.2)
MOST_DISPUTED = (10, 50)  # times; so far apart nobody, and no two parties, count the same
# How much two figures must have in common (`in_common`) to be one number that moved on (told so, or
# by reports between which days lie) or that two parties dispute.
IN_TURN = 1.8
SMALL_TOLD = 2.5  # of small counts, told so or by two parties
DAYS_LATER = 2.5
DISPUTED = 2.5
COMMON = frozenset({"", "second", "percent"})  # dimensions of which many things have one amount
LARGE = 1000  # a count that two reports hardly share by chance
ANOTHER_STRENGTH = 0.5  # on the scale of magnitudes
ANOTHER_DEPTH = 2.0  # times
ELLIPTIC = 2  # words of a sentence beside its number and who gives it: it goes on from another
LEAST_ALONE = 5  # a count of one kind of thing that each of two reports tells but once


def nearness(one: Quantity, other: Quantity) -> float:
    """Return how surely two comparable figures are of one thing and scope, 0 where it is not sure.

    Equal values need little more: chance hardly makes them equal. Different values are of one
    thing only if it is called alike and the sentences speak of the same: rather let a difference
    pass than show one that is none.
    """
    alike = likeness(one.context, other.context)
    if same_value(one, other):
        return _nearness_of_equals(one, other, alike)
    of_two_articles = one.article != other.article
    had_once = of_two_articles and _is_had_once(one, other)
    explained = in_turn(one, other) or given(one, other) == 2 or had_once
    if of_two_articles and not one.outcome and alike < LEAST_LIKENESS and not explained:
        return 0.0
    if scopes_differ(one, other) or one.of_several:
        return 0.0
    if one.outcome and one.outcome not in COUNTED_ON and told_of_one(one.sorts, other.sorts):
        return 0.0  # passengers at Easter, and in a year
    if had_once:
        return 1 + alike
    if one.outcome:
        counted = not (one.is_small or other.is_small)
        return 1 + alike if counted and _one_count(one, other, alike) else 0.0
    if not of_two_articles:
        return 1.0 if _set_beside(one, other) else 0.0
    if _of_two_things(one, other) or contrasted(one.sorts, other.sorts):
        return 0.0
    if _is_one_that_moved(one, other) or _is_one_in_dispute(one, other):
        return in_common(one, other)
    if alike < DISPUTED_CONTEXT[given(one, other)]:
        return 0.0  # the fewer parties give them, the more alike their sentences must be
    of_one_day = bool(one.figure.when) and one.figure.when == other.figure.when
    if one.dimension == "percent" and not (of_one_day or one.issuer or other.issuer):
        return 0.0  # shares rise by one number at noon and by another at the close
    return alike_in_matter(one, other, alike)


def _set_beside(one: Quantity, other: Quantity) -> bool:
    """Return whether one article sets two parties' numbers of one thing beside each other.

    "Police put the crowd at 22,000. Organisers spoke of 80,000."
    """
    if one.of or other.of:
        return one.of == other.of
    elliptic = min(len(one.context), len(other.context)) <= ELLIPTIC
    alike = elliptic or one_aspect(one, other)
    near = max(one.base, other.base) <= MOST_DISPUTED[0] * min(one.base, other.base)
    return alike and near and told_by_two(one, other) and not contrasted(one.sorts, other.sorts)


def _is_had_once(one: Quantity, other: Quantity) -> bool:
    """Return whether two values are of what an event has one of, its strength or its depth.

    An aftershock is half a magnitude weaker at least, a wreck lies at another depth than a quake.
    """
    low, high = sorted((abs(one.base), abs(other.base)))
    if one.unit == other.unit == "magnitude":
        return high - low < ANOTHER_STRENGTH
    return one.aspect == other.aspect == "depth" and high <= ANOTHER_DEPTH * low


def _is_one_that_moved(one: Quantity, other: Quantity) -> bool:
    """Return whether a number of one thing is told as an early or newer one, or days later."""
    if in_turn(one, other):
        least = IN_TURN
    elif told_days_apart(one, other):
        least = DAYS_LATER
    else:
        return False
    return not counts_of_two(one, other) and in_common(one, other) >= least


def _is_one_in_dispute(one: Quantity, other: Quantity) -> bool:
    """Return whether two parties give a number of one thing; a thing has many lengths."""
    of_one_kind = one.unit == other.unit and one.dimension != "m" and not counts_of_two(one, other)
    return given(one, other) == 2 and of_one_kind and in_common(one, other) >= DISPUTED


def _of_two_things(one: Quantity, other: Quantity) -> bool:
    """Return whether two values are most likely of two things, whatever these are called."""
    told = in_turn(one, other) or given(one, other) == 2
    if (one.is_small or other.is_small) and not (told and in_common(one, other) >= SMALL_TOLD):
        return True  # "two men" are two other men in every report
    if one.is_worded_share or other.is_worded_share:
        return True  # "half the town" and 41 per cent of it
    if one.actors and other.actors and not one.actors & other.actors:
        return True  # two banks' losses
    low, high = sorted((abs(one.base), abs(other.base)))
    most = MOST_DISPUTED[given(one, other) == 2 or in_turn(one, other)]
    return high > most * low  # one hospital's nurses and a country's


def _nearness_of_equals(one: Quantity, other: Quantity, alike: float) -> float:
    matter = likeness(one.of, other.of)
    if one.outcome and one.outcome == other.outcome:
        return 1 + alike if _one_toll(one, other, alike) else 0.0
    alone = of_one_party(one, other) or not (one.crowded or other.crowded)
    if one.is_small or other.is_small:
        nested = bool(one.of) and (one.of <= other.of or other.of <= one.of)
        told = alike >= LEAST_CONTEXT or (alone and nested and one.figure.value >= LEAST_ALONE)
        sure = matter >= LEAST_MATTER or nested
        return 1 + matter + alike if one.base == other.base and sure and told else 0.0
    called_alike = one_aspect(one, other) or _so_many_people(one, other)
    if matter >= LEAST_MATTER or (alone and called_alike) or _hardly_by_chance(one, other):
        return 1 + matter + alike
    return 1 + alike if alike >= _context_wanted(one, other) * ease(one, other) else 0.0


def _so_many_people(one: Quantity, other: Quantity) -> bool:
    """Return whether a great number of people is told with what they are and without."""
    people = one.unit == other.unit == PERSON
    unnamed = not (one.of and other.of) and not two_aspects(one, other)
    return people and unnamed and min(one.base, other.base) >= LARGE


def _one_toll(one: Quantity, other: Quantity, alike: float) -> bool:
    """Return whether tolls of one number are of one event: two pilots and two guests are not."""
    telling = one.figure.value > SMALL_COUNT or not scopes_differ(one, other)
    counted = not (one.base_high or other.base_high) and is_equal(one, other)
    return (telling and counted) or _one_count(one, other, alike)


def _context_wanted(one: Quantity, other: Quantity) -> float:
    """Return how much alike sentences must be for an equal amount of what is called otherwise."""
    if not one.is_measured and one.of and other.of and likeness(one.of, other.of) == 0:
        telling = min(map(meaning_digits, (one, other))) > 1
        return LEAST_CONTEXT if telling else OTHER_THING_CONTEXT
    return SAME_VALUE_CONTEXT if one.base == other.base else LEAST_CONTEXT


def _hardly_by_chance(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures of one amount are hardly of two things: 24 m/s, 240.1 bn."""
    alone = one.sole and other.sole and one.base == other.base
    digits = [meaning_digits(each) for each in (one, other)]
    if not one.is_measured:  # "640 places" and "640 pupils", but not 900 patients and 900 doctors
        return alone and min(digits) > 1 and not two_aspects(one, other)
    return one.dimension not in COMMON and (max(digits) > 1 or alone)


def _one_count(one: Quantity, other: Quantity, alike: float) -> bool:
    """Return whether two tolls are of the story's own event.

    Both told early, or in sentences much alike: "479 people" of a storm years ago is neither.
    """
    own_update = one.outlet == other.outlet and one.old != other.old
    return own_update or (one.in_lead and other.in_lead) or alike >= TOLL_CONTEXT
