"""Measure how much of one article another holds: its wording, its sentences, and their order."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import part
from twosource.stages.lineage.among import write_item
from twosource.stages.lineage.block import LONG_RUNS
from twosource.stages.lineage.fingerprint import Sheet
from twosource.stages.lineage.wording import Overlap, stretches
from twosource.text.counterparts import (
    NONE,
    Counterparts,
    Laid,
    Numbers,
    counterparts,
    heaviest_forward,
    met,
    stands_beside,
)
from twosource.text.shingles import Hashes

LEAST_LIKENESS = 0.35  # of two sentences that may tell the same; two reporters rarely reach it
LEAST_MASS = 4.0  # of what they share: one rare word, or two that are not
SAME_WORDS = 0.95  # likeness from which on a sentence was taken as it stood
QUOTED_FROM = 0.2  # share of quotations told by the other in its own voice: then it is the source
FEW_MARKS = 2  # where hardly anybody is named, names say little against copying
MOVED = 0.7  # of a name that stands in the other, though not beside the counterpart
REWORDED = 0.05  # wording below which nothing was printed by both, so names were moved, not added
NEARLY_ALL = 0.8  # of the names: who tells the same of others has fewer
MANY_NAMES, FEWER_TIMES = 15, 3  # a report with so many, told with so many times fewer
LITTLE_MASS = 30.0  # weight of about one sentence
TOP = 2 / 3  # of the shorter text; a third and a half told versions from next reports less well


class Taken(NamedTuple):
    """How much of one article (the copy) stands in another, each 0 to 1 but for the weights."""

    wording: float  # of its 5-grams
    whole: float  # the same, with what both have between quotation marks
    scattered: float  # of its 5-grams, in the other but outside the two longest stretches
    covered: float  # of its sentences' weight, with a like sentence in the other
    besides: float  # the same without the two longest blocks that the other has in a row
    uneven: float  # how much less like the rest is than the longest block: 0 for one hand's work
    in_order: float  # of its weight, shared with like sentences in the other's order
    ordered: float  # that weight itself; a sentence tells some 30
    concord: float  # of the shared weight, in the other's order
    as_it_stood: float  # of the shared weight, in sentences whose words were not changed
    opening: float  # likeness of its first telling sentence to the likest of the other
    opens_at: float  # where that one stands: 0 the other's beginning, 1 its end, and if nowhere
    atop: float  # of what it tells first, as much as two thirds of the shorter text, in the other
    names: float  # of all its rare names and figures, in the other
    agree: float  # of the names and figures of its sentences, in their counterparts or beside them;
    # of a rewording also those elsewhere in the other, each as 0.7
    recounted: float  # of the figures of its sentences, not in their counterparts nor beside them
    item: float  # weight of what the other tells of it in a row, among other things; 0: nothing is
    item_from: float  # the other's sentences from here
    item_to: float  # to here
    item_share: float  # of all the other tells


# Where each is written: a loop knows places, no names.
WORDING, WHOLE, SCATTERED, COVERED, BESIDES, UNEVEN, IN_ORDER, ORDERED = range(8)
CONCORD, AS_IT_STOOD, OPENING, OPENS_AT, ATOP, NAMES, AGREE, RECOUNTED, ITEM = range(8, 17)


class Retold(NamedTuple):
    """The figures of an article that stand in another in another unit, a row for each."""

    pairs: Numbers  # which two articles, of many pairs
    inside: Numbers  # the sentence
    there: Numbers  # the other's
    figures: Hashes


@part
def leave_names_out(one: Sheet, other: Sheet) -> bool:
    """Return whether one of two long texts names many, and the other hardly anybody beside it."""
    if min(len(one.wording.at), len(other.wording.at)) < LONG_RUNS:
        return False
    mine, theirs = len(one.named_terms), len(other.named_terms)
    return max(mine, theirs) >= max(MANY_NAMES, FEWER_TIMES * min(mine, theirs))


@part
def take(
    one: Sheet,
    other: Sheet,
    overlap: tuple[Overlap, Overlap],
    here: Retold,
    there: Retold,
    names: int,
    sides: NDArray[np.float64],
) -> None:
    """Write how much of one article stands in the other, and how much of the other in the one."""
    left = voice(one, overlap[0])
    right = voice(other, overlap[1])
    mine, its = met(left, right)
    pairs = counterparts(mine, left.masses, right.masses, LEAST_LIKENESS, LEAST_MASS)
    back = counterparts(its, right.masses, left.masses, LEAST_LIKENESS, LEAST_MASS)
    write(sides[0], one, other, left, pairs, overlap[0], here, names)
    write(sides[1], other, one, right, back, overlap[1], there, names)
    write_top(sides[0], one, left, right, pairs)
    write_top(sides[1], other, right, left, back)
    write_item(sides[0, ITEM:], one, other, right, pairs, back)
    write_item(sides[1, ITEM:], other, one, left, back, pairs)


@part
def voice(article: Sheet, overlap: Overlap) -> Laid:
    """Return its sentences, with its quotations where the other article tells them as its own."""
    wording = article.wording
    own = quotations = 0
    for place in range(len(wording.at)):
        quotations += wording.quoted[place]
        own += wording.quoted[place] and overlap.told[wording.at[place]]
    if quotations and own >= QUOTED_FROM * quotations:
        return article.whole
    return article.told


@part
def write(
    side: NDArray[np.float64],
    copy: Sheet,
    original: Sheet,
    sentences: Laid,
    pairs: Counterparts,
    overlap: Overlap,
    retold: Retold,
    names: int,
) -> None:
    """Write how much of one article stands in the other, in the order of the fields of `Taken`."""
    found = stretches(copy.wording, overlap)
    if found.runs:
        side[WORDING] = found.runs / found.counted
        side[SCATTERED] = found.elsewhere / found.counted
    runs = np.count_nonzero(overlap.inside)
    if runs:
        side[WHOLE] = runs / len(overlap.inside)
    total = sentences.masses.sum()
    if total == 0.0:
        total = 1.0
    mass = pairs.masses.sum()
    long, side[UNEVEN] = blocks(pairs)
    side[COVERED] = mass / total
    side[BESIDES] = (mass - long + LITTLE_MASS) / (total - long + LITTLE_MASS)
    ordered = heaviest_forward(pairs)
    side[IN_ORDER], side[ORDERED] = ordered / total, ordered
    if mass:
        side[CONCORD] = ordered / mass
        side[AS_IT_STOOD] = pairs.masses[pairs.likeness >= SAME_WORDS].sum() / mass
    same = names + len(np.unique(retold.figures))
    side[NAMES] = (same + FEW_MARKS) / (len(copy.names) + FEW_MARKS)
    reworded = side[WORDING] < REWORDED and side[NAMES] >= NEARLY_ALL
    side[AGREE], side[RECOUNTED] = agreeing(copy, original, pairs, retold, reworded)


@part
def write_top(
    side: NDArray[np.float64], copy: Sheet, sentences: Laid, there: Laid, pairs: Counterparts
) -> None:
    """Write what became of an article's opening in the other, and of what it tells first.

    An outlet's later version begins with what its report began with. Its next report brings news,
    and tells further down what went before. Headlines and what stands above a text are left out.
    """
    opening = copy.opening[0]
    side[OPENS_AT] = 1.0
    if opening < len(pairs.places) and pairs.places[opening] != NONE:
        side[OPENING] = pairs.likeness[opening]
        side[OPENS_AT] = there.masses[: pairs.places[opening]].sum() / there.masses.sum()
    top = left = TOP * min(sentences.masses.sum(), there.masses.sum())
    held = 0.0
    for row in range(opening, len(pairs.places)):
        mass = sentences.masses[row]
        if left > 0.0 < mass:
            held += pairs.masses[row] * min(1.0, left / mass)
        left -= mass
    if top:
        side[ATOP] = held / top


@part
def blocks(pairs: Counterparts) -> tuple[float, float]:
    """Return the weight of the two heaviest blocks of sentences that come in a row in both.

    And how much less alike all other sentences are than those of the heaviest. Who copies treats
    the whole text alike. Two reporters who print one release have that word for word, and tell the
    rest each in his own way.
    """
    mass = alike = weight = likeness = 0.0  # of all, and of the block that is gone through
    first = second = alike_in_first = 0.0
    before = NONE
    for row in range(len(pairs.places) + 1):
        place = pairs.places[row] if row < len(pairs.places) else NONE
        goes_on = before != NONE and place != NONE and 0 <= place - before <= 1
        if weight and not goes_on:
            if weight > first:
                first, second, alike_in_first = weight, first, likeness
            elif weight > second:
                second = weight
            mass, alike, weight, likeness = mass + weight, alike + likeness, 0.0, 0.0
        if place != NONE:
            weight += pairs.masses[row]
            likeness += pairs.masses[row] * pairs.likeness[row]
        before = place
    if second == 0.0:
        return first, 0.0
    rest = (alike - alike_in_first) / (mass - first)
    return first + second, max(0.0, alike_in_first / first - rest)


@part
def agreeing(
    copy: Sheet, original: Sheet, pairs: Counterparts, retold: Retold, reworded: bool
) -> tuple[float, float]:
    """Return the share of names and figures that agree, and that of figures that do not.

    Asked are those of the sentences that pair off, whether their counterparts have them. A
    neighbour of the counterpart counts too, since rewriters cut and join sentences. Two quakes
    may be told in the same sentences, but not with the same names and figures in them. A paper's
    own paragraphs beside a wire's do not lower it. What a rewording has elsewhere counts in part.
    """
    told = held = figures = recounted = moved = 0
    for mark in range(len(copy.mark_terms)):
        counterpart = pairs.places[copy.mark_inside[mark]]
        if counterpart == NONE:
            continue
        told += 1
        figures += copy.mark_figures[mark]
        if stands_beside(original.whole, copy.mark_terms[mark], counterpart) or is_retold(
            retold, copy.mark_words[mark], copy.mark_inside[mark], counterpart
        ):
            held += 1
            continue
        recounted += copy.mark_figures[mark]
        if reworded:
            place = np.searchsorted(original.names, copy.mark_words[mark])
            moved += place < len(original.names) and original.names[place] == copy.mark_words[mark]
    return (held + MOVED * moved + 1) / (told + 1), recounted / (figures + FEW_MARKS)


@part
def is_retold(retold: Retold, figure: int, inside: int, there: int) -> bool:
    """Return whether a figure stands in the other's sentence or beside it, in another unit."""
    for row in range(len(retold.figures)):
        beside = abs(retold.there[row] - there) <= 1
        if retold.figures[row] == figure and retold.inside[row] == inside and beside:
            return True
    return False
