"""Put the figures of a story's reports together that measure one thing of one scope."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.stages.dossier.figures.alike import meaning_digits, same_value
from twosource.stages.dossier.figures.outcomes import PERSON
from twosource.stages.dossier.figures.quantity import Quantity, scopes_differ, told_by_two
from twosource.stages.dossier.sameness import likeness

LEAST_CONTEXT = 0.2  # Dice of the words round two figures, below which they tell of other things
TOLL_CONTEXT = 0.35  # the same for tolls that are not told early
CROWDED_CONTEXT = 0.4  # the same where an article has several values in that unit
UNNAMED_CONTEXT = 0.35  # the same where a text does not name what it measures
OTHER_THING_CONTEXT = (
    0.5  # the same where counts of one round number are of things called otherwise
)
LARGE = 1000  # a count that two reports hardly share by chance
LEAST_ALONE = 5  # a count of one kind of thing that each of two reports tells but once
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
    return groups


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
    others = [n for n, other in zip(near, group, strict=True) if not same_value(each, other)]
    if 2 * sum(n > 0 for n in others) < len(others):
        return 0.0
    return max(near)


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
    # one house may write of two events; only what it corrects in a later version is an update
    two_sources = one.outlet != other.outlet or one.old != other.old
    set_beside = one.article == other.article and told_by_two(one, other)
    return (two_sources and one.article != other.article) or set_beside or same_value(one, other)


def _told_without_its_verb(one: Quantity, other: Quantity) -> bool:
    """Return whether one large number of people is told with what befell them and without."""
    untold = not one.outcome or not other.outcome
    people = one.figure.unit == other.figure.unit == PERSON
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
    if scopes_differ(one, other) or one.is_small or other.is_small:
        return 0.0
    if one.outcome:
        return 1 + alike if _one_count(one, other, alike) else 0.0
    if one.article == other.article:
        return 1.0 if one.of and one.of == other.of else 0.0  # two parties' numbers, set beside
    if one.dimension == "percent" and not _of_one_day(one, other):
        return 0.0  # shares rise by one number at noon and by another at the close
    return alike_in_matter(one, other, alike)


def _nearness_of_equals(one: Quantity, other: Quantity, alike: float) -> float:
    matter = likeness(one.of, other.of)
    if one.outcome and one.outcome == other.outcome:
        return 1 + alike
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
        unnamed = told and one.is_measured and not (one.crowded or other.crowded)
        return alike if unnamed and alike >= UNNAMED_CONTEXT else 0.0
    matter = likeness(one.of, other.of)
    if one.crowded or other.crowded:
        wanted = CROWDED_CONTEXT
    else:
        wanted = LEAST_CONTEXT / 2 if one.is_measured and other.is_measured else LEAST_CONTEXT
    return matter + alike if matter >= LEAST_MATTER and alike >= wanted else 0.0


def _of_one_day(one: Quantity, other: Quantity) -> bool:
    """Return whether two shares hold for one time, or each has somebody who gives it."""
    told = one.figure.when, other.figure.when
    moved = one.late != other.late or one.early != other.early
    return (all(told) and told[0] == told[1]) or bool(one.issuer and other.issuer) or moved


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
