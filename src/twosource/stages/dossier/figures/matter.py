"""Say how surely two figures measure one thing, by its name, its sentence and who is meant."""

from __future__ import annotations

from datetime import date

from twosource.stages.dossier.figures.aspects import LOOSE
from twosource.stages.dossier.figures.quantity import DAY, Quantity
from twosource.stages.dossier.sameness import likeness

LEAST_CONTEXT = 0.2  # Dice of the words round two figures, below which they tell of other things
UNNAMED_CONTEXT = 0.35  # the same where a text does not name what it measures
OTHER_THING_CONTEXT = 0.5  # the same where what is measured is called otherwise
EASE = 0.6  # times as much where neither article gives another value of the dimension
LEAST_LIKENESS = LEAST_CONTEXT / 2 * EASE  # below it no values but those told in turn are one's
LEAST_SHARED = 2  # words beside the noun; "the assembly" alone makes no seats the same
DAYS_APART = 2
LEAST_MATTER = 0.5  # Dice of the words for what is measured
# What each thing in common adds or takes. Set by hand on the pairs of `quality/pairs` whose heads
# say that their errors are read; a noun alone ("cars") never reaches what any decision asks.
ONE_NOUN = 1.0
LIKE_NOUNS = 0.6
TWO_NOUNS = -0.7
NOUN_TOLD_BESIDE = 0.4  # "new cars" and "sales of cars"
ONE_ASPECT = 0.8
SENTENCES = 2.0  # times their likeness without the noun
EACH_WORD = 0.25  # shared beside the noun, at most three
ALONE = 0.8
CROWDED = -1.0
WORDS_COUNTED = 3


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
        return 1 + alike
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
    return matter + alike


def ease(one: Quantity, other: Quantity) -> float:
    """Return how much of the likeness wanted elsewhere is enough for these two.

    In two short reports with one sum of money each, both are most likely the same sum.
    """
    return EASE if one.sole and other.sole else 1.0


def in_turn(one: Quantity, other: Quantity) -> bool:
    """Return whether the words of one say that its number is an early or a newer one."""
    return one.early != other.early or one.late != other.late


def given(one: Quantity, other: Quantity) -> int:
    """Return how many of two parties give a figure each; of one party both are its own."""
    return 0 if one.issuer == other.issuer else bool(one.issuer) + bool(other.issuer)


def told_days_apart(one: Quantity, other: Quantity) -> bool:
    """Return whether days lie between two reports, so that what they count may have moved on.

    Two parties that each give a number may contradict each other for weeks, and how long something
    takes does not move on.
    """
    told = one.published[:DAY], other.published[:DAY]
    if not all(told) or given(one, other) == 2 or one.dimension == "second":
        return False
    return abs((date.fromisoformat(told[0]) - date.fromisoformat(told[1])).days) >= DAYS_APART


def in_common(one: Quantity, other: Quantity) -> float:
    """Return how much two figures of one dimension have in common, about -1 to 5.

    0 is two figures of which nothing says that they are of one thing. Their values do not count.
    """
    nouns = one.of & other.of
    mine, its = one.context - nouns, other.context - nouns
    shared = (one.plain & other.plain) - nouns
    return (
        _nouns(one, other)
        + ONE_ASPECT * (bool(one.aspect) and one.aspect == other.aspect)
        + SENTENCES * likeness(mine, its)
        + EACH_WORD * min(len(shared), WORDS_COUNTED)
        + ALONE * (one.sole and other.sole)
        + CROWDED * (one.crowded or other.crowded)
    )


def _nouns(one: Quantity, other: Quantity) -> float:
    if not (one.of and other.of):
        return NOUN_TOLD_BESIDE * bool((one.of | other.of) & one.context & other.context)
    if one.of == other.of:
        return ONE_NOUN
    if one.of & other.of:
        return LIKE_NOUNS
    if (one.of & other.context) or (other.of & one.context):
        return NOUN_TOLD_BESIDE
    return TWO_NOUNS


def counts_of_two(one: Quantity, other: Quantity) -> bool:
    """Return whether two counts are of two kinds of things: of officers and of accidents."""
    if one.is_measured or (one.aspect and one.aspect == other.aspect):
        return False
    if one.of & other.of:
        return False
    if None not in (one.unit, other.unit) and one.unit != other.unit:
        return True
    told_beside = (one.of & other.context) | (other.of & one.context)  # "sales of used cars"
    return bool(one.of and other.of) and not told_beside
