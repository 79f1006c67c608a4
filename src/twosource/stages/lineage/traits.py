"""Measure how much of one article another holds: its wording, its sentences, and their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part
from twosource.stages.lineage.amounts import Converted, converted
from twosource.stages.lineage.fingerprint import Fingerprint, Sheet
from twosource.stages.lineage.wording import Overlap, overlaps, stretches
from twosource.text.counterparts import (
    NONE,
    Counterparts,
    Laid,
    counterparts,
    heaviest_forward,
    met,
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
LITTLE_MASS = 30.0  # weight of about one sentence


class Taken(NamedTuple):
    """How much of one article (the copy) stands in another, each 0 to 1 but for one weight."""

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
    names: float  # of all its rare names and figures, in the other
    agree: float  # of the names and figures of its sentences, in their counterparts or beside them;
    # of a rewording also those elsewhere in the other, each as 0.7
    recounted: float  # of the figures of its sentences, not in their counterparts nor beside them


class Shared(NamedTuple):
    """What stands in both of two articles."""

    names: int  # rare names and figures
    runs: int  # different ones
    of_one: Overlap
    of_other: Overlap
    converted: tuple[Converted, ...]  # amounts that each tells in its own unit


class Retold(NamedTuple):
    """The figures of an article that stand in another in another unit, a row for each."""

    inside: NDArray[np.int64]  # the sentence
    there: NDArray[np.int64]  # the other's
    figures: Hashes


def shared_by(one: Fingerprint, other: Fingerprint) -> Shared:
    """Return what stands in both articles."""
    of_one, of_other = overlaps(one.wording, other.wording)
    return Shared(
        names=len(one.names & other.names),
        runs=int(np.count_nonzero(of_one.inside)),
        of_one=of_one,
        of_other=of_other,
        converted=converted(one.amounts, other.amounts),
    )


def taken(one: Fingerprint, other: Fingerprint, shared: Shared) -> tuple[Taken, Taken]:
    """Return how much of one article stands in the other, and how much of the other in the one.

    What both have between quotation marks is left out: two reporters heard the same speech. What
    one quotes and the other tells in its own voice counts: a page that quotes a report copies it.
    """
    left, right = one.sheet, other.sheet
    overlap = (shared.of_one, shared.of_other)
    here = _retold(shared.converted)
    there = _retold([(its, mine) for mine, its in shared.converted])
    steps = (
        len(left.wording.at)
        + len(right.wording.at)
        + len(left.whole.masses) * len(right.whole.masses)
    )
    sides = take.over(2 * steps)(left, right, overlap, here, there, shared.names)
    return Taken(*sides[0].tolist()), Taken(*sides[1].tolist())


def _retold(converted: Sequence[Converted]) -> Retold:
    rows = [
        (mine.sentence, its.sentence, figure)
        for mine, its in converted
        for figure in sorted(mine.figures)
    ]
    return Retold(
        inside=np.array([inside for inside, _, _ in rows], dtype=np.int64),
        there=np.array([there for _, there, _ in rows], dtype=np.int64),
        figures=np.array([figure for _, _, figure in rows], dtype=np.uint64),
    )


@compiled
def take(
    one: Sheet,
    other: Sheet,
    overlap: tuple[Overlap, Overlap],
    here: Retold,
    there: Retold,
    names: int,
) -> NDArray[np.float64]:
    """Return what `taken` wants, a row for each article."""
    left = voice(one, overlap[0])
    right = voice(other, overlap[1])
    mine, its = met(left, right)
    pairs = counterparts(mine, left.masses, right.masses, LEAST_LIKENESS, LEAST_MASS)
    back = counterparts(its, right.masses, left.masses, LEAST_LIKENESS, LEAST_MASS)
    sides = np.zeros((2, 14))
    write(sides[0], one, other, left, pairs, overlap[0], here, names)
    write(sides[1], other, one, right, back, overlap[1], there, names)
    return sides


@part
def voice(article: Sheet, overlap: Overlap) -> Laid:
    """Return its sentences, with its quotations where the other article tells them as its own."""
    wording = article.wording
    own = 0
    for place in range(len(wording.at)):
        own += wording.quoted[place] and overlap.told[wording.at[place]]
    if wording.quotations and own >= QUOTED_FROM * wording.quotations:
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
        side[0] = found.runs / found.counted
        side[2] = found.elsewhere / found.counted
    runs = np.count_nonzero(overlap.inside)
    if runs:
        side[1] = runs / len(overlap.inside)
    total = sentences.masses.sum()
    if total == 0.0:
        total = 1.0
    mass = pairs.masses.sum()
    long, side[5] = blocks(pairs)
    side[3] = mass / total
    side[4] = (mass - long + LITTLE_MASS) / (total - long + LITTLE_MASS)
    ordered = heaviest_forward(pairs)
    side[6], side[7] = ordered / total, ordered
    if mass:
        side[8] = ordered / mass
        side[9] = pairs.masses[pairs.likeness >= SAME_WORDS].sum() / mass
    if copy.opening < len(pairs.likeness):
        side[10] = pairs.likeness[copy.opening]
    same = names + len(np.unique(retold.figures))
    side[11] = (same + FEW_MARKS) / (len(copy.names) + FEW_MARKS)
    reworded = side[0] < REWORDED and side[11] >= NEARLY_ALL
    side[12], side[13] = agreeing(copy, original, pairs, retold, reworded)


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
def stands_beside(text: Laid, term: int, sentence: int) -> bool:
    """Return whether a term stands in the sentence of that number or a neighbour of it."""
    place = np.searchsorted(text.terms, term)
    if place == len(text.terms) or text.terms[place] != term:
        return False
    for entry in range(text.starts[place], text.starts[place + 1]):
        if abs(text.inside[entry] - sentence) <= 1:
            return True
    return False


@part
def is_retold(retold: Retold, figure: int, inside: int, there: int) -> bool:
    """Return whether a figure stands in the other's sentence or beside it, in another unit."""
    for row in range(len(retold.figures)):
        beside = abs(retold.there[row] - there) <= 1
        if retold.figures[row] == figure and retold.inside[row] == inside and beside:
            return True
    return False
