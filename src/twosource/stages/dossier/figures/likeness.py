"""Say how much two figures have in common: what is measured, what is told of it, who is meant."""

from __future__ import annotations

from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.sameness import likeness

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
