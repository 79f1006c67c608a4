"""Put the figures of a story's reports together that measure one thing of one scope."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.stages.dossier.figures.alike import is_equal, meaning_digits, same_value
from twosource.stages.dossier.figures.outcomes import COUNTED_ON, PERSON
from twosource.stages.dossier.figures.quantity import (
    SMALL_COUNT,
    Quantity,
    of_two_days,
    scopes_differ,
    told_by_two,
)
from twosource.stages.dossier.sameness import likeness

LEAST_CONTEXT = 0.2  # Dice of the words round two figures, below which they tell of other things
TOLL_CONTEXT = 0.35  # the same for tolls that are not told early
CROWDED_CONTEXT = 0.4  # the same where an article has several values in that unit
UNNAMED_CONTEXT = 0.35  # the same where a text does not name what it measures
OTHER_THING_CONTEXT = (
    0.5  # the same where counts of one round number are of things called otherwise
)
CONFLICT_CONTEXT = 0.75  # the same where no party gives either number
RETOLD_CONTEXT = 0.6  # nearly one sentence
MOST_DISPUTED = (10, 50)  # times; so far apart nobody, and no two parties, count the same
LARGE = 1000  # a count that two reports hardly share by chance
LEAST_ALONE = 5  # a count of one kind of thing that each of two reports tells but once
LEAST_SHARED = 2  # words beside the noun; "the assembly" alone makes no seats the same
SAME_VALUE_CONTEXT = 0.1  # equal values need less: chance hardly makes them equal
LEAST_MATTER = 0.5  # Dice of the words for what is measured, where the values differ


def same_quantities(found: Sequence[Quantity]) -> list[list[Quantity]]:
    """Return the figures grouped by what they measure, each group in the order of articles.

    A figure joins the group that it fits best, in order of telling.
    """
    groups: list[list[Quantity]] = []
    for each in found:
        fits = [
            (_fit(each, group), -place)
            for place, group in enumerate(groups)
            if group[0].dimension == each.dimension
        ]
        best = max(fits, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(each)
        else:
            groups.append([each])
    return _tolls_of_one_event(groups)


def _tolls_of_one_event(groups: Sequence[list[Quantity]]) -> list[list[Quantity]]:
    """Return the groups, those put together that tell how the toll of the story's event moved.

    An article that tells two numbers of it ("the toll rose through the night from 60 to 84") parts
    them at first.
    """
    kept: list[list[Quantity]] = []
    for group in groups:
        same = next((each for each in kept if _one_event(each, group)), None)
        if same is None:
            kept.append(group)
        else:
            same += group
            same.sort(key=lambda each: (each.place, each.figure.span))
    return kept


def _one_event(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Return whether two groups give the toll of one event.

    Each is told early by two outlets, or the same large number stands in both.
    """
    outcomes = {each.outcome for each in (*one, *other)}
    if len(outcomes) > 1 or not outcomes <= COUNTED_ON:
        return False
    early = [[each for each in group if each.in_lead] for group in (one, other)]
    if not all(early) or any(scopes_differ(a, b) for a in early[0] for b in early[1]):
        return False
    many = all(len({each.outlet for each in group}) > 1 for group in early)
    return many or any(_one_large(a, b) for a in one for b in other)


def _one_large(one: Quantity, other: Quantity) -> bool:
    return is_equal(one, other) and one.figure.value > SMALL_COUNT and one.base_high is None


def _fit(each: Quantity, group: list[Quantity]) -> float:
    """Return how well a figure fits a group, 0 where it does not.

    It must be near one member, and near at least half of those that tell another amount: a number
    that two sentences share must not tie two things together. Tolls of one number may.
    """
    if not all(_comparable(each, other) for other in group):
        return 0.0
    near = [_nearness(each, other) for other in group]
    for n, other in zip(near, group, strict=True):
        if n > 0 and each.base == other.base and (each.outcome or _one_by_name(each, other)):
            return max(near)
    if _of_parties(group) and max(near) > 1:
        return max(near)
    others = [n for n, other in zip(near, group, strict=True) if not same_value(each, other)]
    if 2 * sum(n > 0 for n in others) < len(others):
        return 0.0
    return max(near)


def _of_parties(group: Sequence[Quantity]) -> bool:
    """Return whether the group is of numbers that one article sets beside each other."""
    return len(group) > 1 and len({each.article for each in group}) == 1


def _one_by_name(one: Quantity, other: Quantity) -> bool:
    """Return whether a large number of one kind of thing stands twice: 900,000 households."""
    return bool(one.of) and one.of == other.of and one.figure.value >= LARGE


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Return whether nothing says that two figures measure different things."""
    if one.dimension != other.dimension or (
        one.figure.change != other.figure.change and not same_value(one, other)
    ):
        return False
    if one.aspect and other.aspect and one.aspect != other.aspect:
        return False
    if (one.opinion or other.opinion) and not same_value(one, other):
        return False
    if one.outcome != other.outcome and not _told_without_its_verb(one, other):
        return False
    # one house may write of two events; what it corrects in a later version is an update, and so
    # is the toll that its next report opens with
    two_sources = one.outlet != other.outlet or one.old != other.old or _tolls_in_turn(one, other)
    set_beside = one.article == other.article and told_by_two(one, other)
    return (two_sources and one.article != other.article) or set_beside or same_value(one, other)


def _tolls_in_turn(one: Quantity, other: Quantity) -> bool:
    """Return whether an outlet's two reports each tell a toll early."""
    return bool(one.outcome) and one.in_lead and other.in_lead and one.published != other.published


def _told_without_its_verb(one: Quantity, other: Quantity) -> bool:
    """Return whether one large number of people is told with what befell them and without."""
    untold = not one.outcome or not other.outcome
    people = one.unit == other.unit == PERSON
    return untold and people and min(one.base, other.base) >= LARGE and same_value(one, other)


def _nearness(one: Quantity, other: Quantity) -> float:
    """Return how surely two comparable figures are of one thing and scope, 0 where it is not sure.

    Equal values need little more: chance hardly makes them equal. Different values are of one
    thing only if it is called alike and the sentences speak of the same: rather let a difference
    pass than show one that is none.
    """
    alike = likeness(one.context, other.context)
    if same_value(one, other):
        return _nearness_of_equals(one, other, alike)
    if scopes_differ(one, other) or one.is_small or other.is_small or one.of_several:
        return 0.0
    if one.outcome:
        return 1 + alike if _one_count(one, other, alike) else 0.0
    if one.article == other.article:
        return 1.0 if one.of and one.of == other.of else 0.0  # two parties' numbers, set beside
    if one.is_worded_share or other.is_worded_share:
        return 0.0  # "half the town" and 41 per cent of it: one of them is of something else
    if one.dimension == "percent" and not _of_one_day(one, other, alike):
        return 0.0  # shares rise by one number at noon and by another at the close
    if one.actors and other.actors and not one.actors & other.actors:
        return 0.0  # two banks' losses
    low, high = sorted((abs(one.base), abs(other.base)))
    most = MOST_DISPUTED[_given(one, other) == 2]
    if high > most * low and not _in_turn(one, other):
        return 0.0  # one hospital's nurses and a country's
    if not (_given(one, other) or _in_turn(one, other) or of_two_days(one, other)):
        # Nothing would explain the difference, and no two parties contradict each other.
        if one.countries != other.countries:
            return 0.0  # "exports of steel to China", and all of them
        return alike_in_matter(one, other, alike) if alike >= CONFLICT_CONTEXT else 0.0
    return alike_in_matter(one, other, alike)


def _given(one: Quantity, other: Quantity) -> int:
    """Return how many of two figures some party gives."""
    return bool(one.issuer) + bool(other.issuer)


def _nearness_of_equals(one: Quantity, other: Quantity, alike: float) -> float:
    matter = likeness(one.of, other.of)
    if one.outcome and one.outcome == other.outcome:
        return 1 + alike if _one_toll(one, other, alike) else 0.0
    alone = not (one.crowded or other.crowded)
    if one.is_small or other.is_small:
        nested = bool(one.of) and (one.of <= other.of or other.of <= one.of)
        told = alike >= LEAST_CONTEXT or (alone and nested and one.figure.value >= LEAST_ALONE)
        sure = matter >= LEAST_MATTER or nested
        return 1 + matter + alike if one.base == other.base and sure and told else 0.0
    one_aspect = bool(one.aspect) and one.aspect == other.aspect and alone
    if matter >= LEAST_MATTER or one_aspect or _hardly_by_chance(one, other):
        return 1 + matter + alike
    return 1 + alike if alike >= _context_wanted(one, other) else 0.0


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


def alike_in_matter(one: Quantity, other: Quantity, alike: float) -> float:
    """Return how surely two figures of different values measure one thing, 0 where it is not sure.

    Where a text does not name what it measures, the sentences must be much alike and neither
    article may have another value in that unit.
    """
    if not one.of or not other.of:
        told = bool(one.plain & other.plain)  # more than the names of who is spoken of
        telling = one.is_measured or _in_turn(one, other)
        unnamed = told and telling and not (one.crowded or other.crowded)
        return alike if unnamed and alike >= UNNAMED_CONTEXT else 0.0
    matter = likeness(one.of, other.of)
    crowded = one.crowded or other.crowded
    if crowded:
        wanted = CROWDED_CONTEXT
    elif one.is_measured or _in_turn(one, other):
        wanted = LEAST_CONTEXT / 2
    elif len(one.context & other.context) < LEAST_SHARED and _given(one, other) < 2:
        return 0.0
    else:
        wanted = LEAST_CONTEXT
    if matter < LEAST_MATTER:  # who flew and what flew "at 11,000 feet"
        told = one.is_measured and not crowded and len(one.plain & other.plain) > 1
        return alike if told and alike >= OTHER_THING_CONTEXT else 0.0
    return matter + alike if alike >= wanted else 0.0


def _in_turn(one: Quantity, other: Quantity) -> bool:
    """Return whether the words of one say that its number is an early or a newer one."""
    return one.early != other.early or one.late != other.late


def _of_one_day(one: Quantity, other: Quantity, alike: float) -> bool:
    """Return whether two shares hold for one time, or are given by somebody: by each, or by one
    in nearly the words of the other.
    """
    told = one.figure.when, other.figure.when
    moved = one.late != other.late or one.early != other.early
    given = _given(one, other)
    retold = given == 1 and alike >= RETOLD_CONTEXT
    return (all(told) and told[0] == told[1]) or given == 2 or retold or moved


def _hardly_by_chance(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures of one amount are hardly of two things: 24 m/s, 240.1 bn."""
    common = one.dimension in ("", "second", "month", "percent")
    return one.is_measured and not common and max(map(meaning_digits, (one, other))) > 1


def _one_count(one: Quantity, other: Quantity, alike: float) -> bool:
    """Return whether two tolls are of the story's own event.

    Both told early, or in sentences much alike: "479 people" of a storm years ago is neither.
    """
    own_update = one.outlet == other.outlet and one.old != other.old
    return own_update or (one.in_lead and other.in_lead) or alike >= TOLL_CONTEXT
