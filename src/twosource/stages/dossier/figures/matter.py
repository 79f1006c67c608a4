"""Say how surely two figures of different values measure one thing, by its name and sentence."""

from __future__ import annotations

from datetime import date

from twosource.stages.dossier.figures.aspects import LOOSE
from twosource.stages.dossier.figures.quantity import DAY, Quantity
from twosource.stages.dossier.sameness import likeness

LEAST_CONTEXT = 0.2  # Dice of the words round two figures, below which they tell of other things
CROWDED_CONTEXT = 0.4  # the same where an article has several values in that unit
UNNAMED_CONTEXT = 0.35  # the same where a text does not name what it measures
OTHER_THING_CONTEXT = 0.5  # the same where what is measured is called otherwise
EASE = 0.6  # times as much where neither article gives another value of the dimension
LEAST_LIKENESS = LEAST_CONTEXT / 2 * EASE  # below it no values but those told in turn are one's
LEAST_SHARED = 2  # words beside the noun; "the assembly" alone makes no seats the same
DAYS_APART = 2
LEAST_MATTER = 0.5  # Dice of the words for what is measured


def one_aspect(one: Quantity, other: Quantity) -> bool:
    """Return whether the words of two figures tell one aspect of a thing: both the turnout.

    Of things counted the aspect alone is not enough: fighters and schoolgirls are sent, too.
    """
    if not one.aspect or one.aspect != other.aspect or one.aspect in LOOSE:
        return False
    return one.is_measured or not (one.of and other.of) or bool(one.of & other.of)


def two_aspects(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are of different aspects: the profit, the revenue."""
    both = {one.aspect, other.aspect}
    return len(both) == 2 and not both & (LOOSE | {""})


def alike_in_matter(one: Quantity, other: Quantity, alike: float) -> float:
    """Return how surely two figures of different values measure one thing, 0 where it is not sure.

    `alike` is how far their sentences are. Where a text does not name what it measures, the
    sentences must be much alike and neither article may have another value in that unit.
    """
    if one_aspect(one, other):
        return 1 + alike if alike >= _context_wanted(one, other) else 0.0
    if not one.of or not other.of:
        told = bool(one.plain & other.plain)  # more than the names of who is spoken of
        telling = one.is_measured or in_turn(one, other)
        unnamed = told and telling and not (one.crowded or other.crowded)
        return alike if unnamed and alike >= UNNAMED_CONTEXT * ease(one, other) else 0.0
    matter = likeness(one.of, other.of)
    if matter < LEAST_MATTER:  # who flew and what flew "at 11,000 feet"
        told = one.is_measured and len(one.plain & other.plain) > 1
        alone = not (one.crowded or other.crowded)
        return alike if told and alone and alike >= OTHER_THING_CONTEXT * ease(one, other) else 0.0
    alone = not (one.crowded or other.crowded)
    if matter == 1 and alone and in_turn(one, other) and not one.is_measured:
        return matter + alike  # "3,000 nurses by noon": their number "rose to 8,500"
    return matter + alike if alike >= _context_wanted(one, other) else 0.0


def _context_wanted(one: Quantity, other: Quantity) -> float:
    """Return how much alike the sentences must be."""
    if one.crowded or other.crowded:
        return CROWDED_CONTEXT
    measured = one.is_measured and one.dimension != "percent"
    sure = measured or one_aspect(one, other) or (in_turn(one, other) and not one.is_measured)
    return (LEAST_CONTEXT / 2 if sure else LEAST_CONTEXT) * ease(one, other)


def ease(one: Quantity, other: Quantity) -> float:
    """Return how much of the likeness wanted elsewhere is enough for these two.

    In two short reports with one sum of money each, both are most likely the same sum.
    """
    return EASE if one.sole and other.sole else 1.0


def in_turn(one: Quantity, other: Quantity) -> bool:
    """Return whether the words of one say that its number is an early or a newer one."""
    return one.early != other.early or one.late != other.late


def given(one: Quantity, other: Quantity) -> int:
    """Return how many of two figures some party gives."""
    return bool(one.issuer) + bool(other.issuer)


def told_days_apart(one: Quantity, other: Quantity) -> bool:
    """Return whether days lie between two reports, so that what they count may have moved on.

    Two parties that each give a number may contradict each other for weeks, and how long something
    takes does not move on.
    """
    told = one.published[:DAY], other.published[:DAY]
    if not all(told) or given(one, other) == 2 or one.dimension == "second":
        return False
    return abs((date.fromisoformat(told[0]) - date.fromisoformat(told[1])).days) >= DAYS_APART
