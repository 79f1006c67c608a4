"""Find for each sentence of two texts its counterpart in the other, in loops over their terms."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part
from twosource.text.shingles import Hashes

Numbers = NDArray[np.int64]
Masses = NDArray[np.float64]

NONE = -1
NEARLY = 1 - 1e-9  # of a square: what is less by more than numbers are rounded is less


class Laid(NamedTuple):
    """The sentences of a text as `align.Sentences` has them."""

    terms: Hashes
    starts: Numbers
    inside: Numbers
    weights: Masses
    masses: Masses


class Counterparts(NamedTuple):
    """Of each sentence of a text the likest of another, and how alike they are."""

    places: Numbers  # NONE where no sentence is like enough
    likeness: Masses  # 0 to 1
    masses: Masses  # weight of what both say


@part
def met(left: Laid, right: Laid) -> tuple[Masses, Masses]:
    """Return what every sentence shares with every one of the other text, by its own weights.

    First as a table by left and right, then as one by right and left.
    """
    mine = np.zeros((len(left.masses), len(right.masses)))
    its = np.zeros((len(right.masses), len(left.masses)))
    here = there = 0
    while here < len(left.terms) and there < len(right.terms):
        if left.terms[here] == right.terms[there]:
            for one in range(left.starts[here], left.starts[here + 1]):
                for other in range(right.starts[there], right.starts[there + 1]):
                    row, column = left.inside[one], right.inside[other]
                    mine[row, column] += left.weights[one]
                    its[column, row] += right.weights[other]
            here, there = here + 1, there + 1
        elif left.terms[here] < right.terms[there]:
            here += 1
        else:
            there += 1
    return mine, its


@part
def counterparts(
    shared: Masses, own: Masses, other: Masses, least_likeness: float, least_mass: float
) -> Counterparts:
    """Return the counterparts of sentences by a table of what each shares with each of another.

    Likeness is the shared weight over the geometric mean of both sentences' weights: 1 for the same
    words, and still high where one sentence was cut into two. Ties go to the earlier one.
    """
    found = Counterparts(np.full(len(own), NONE), np.zeros(len(own)), np.zeros(len(own)))
    least_square = least_mass * least_mass * NEARLY
    for row in range(len(own)):
        best, least = 0.0, least_likeness * least_likeness * NEARLY * own[row]
        for column in range(len(other)):
            mass = shared[row, column]
            if mass * mass < max(least_square, least * other[column]):
                continue  # most cost no root and no division
            likeness = min(1.0, mass / np.sqrt(own[row] * other[column]))
            if mass >= least_mass and likeness >= least_likeness and likeness > best:
                best, least = likeness, likeness * likeness * NEARLY * own[row]
                found.places[row], found.masses[row] = column, mass
        found.likeness[row] = best
    return found


@compiled
def best_pairs(
    left: Laid, right: Laid, least_likeness: float, least_mass: float, least_terms: int
) -> tuple[Counterparts, Counterparts]:
    """Return the counterparts of the left and of the right sentences that share so many terms."""
    mine, its = met(left, right)
    ones = np.ones(len(left.weights))
    terms, _ = met(Laid(left.terms, left.starts, left.inside, ones, left.masses), right)
    mine = np.where(terms >= least_terms, mine, 0.0)
    its = np.where(terms.transpose() >= least_terms, its, 0.0)
    return (
        counterparts(mine, left.masses, right.masses, least_likeness, least_mass),
        counterparts(its, right.masses, left.masses, least_likeness, least_mass),
    )


@part
def heaviest_forward(pairs: Counterparts) -> float:
    """Return the mass of the heaviest run of pairs that goes forward in both texts.

    Two sentences may share a counterpart. A rewrite tells in its source's order, two reporters do
    not.
    """
    up_to = np.zeros(len(pairs.places))  # the heaviest run that ends with each
    heaviest = 0.0
    for row in range(len(pairs.places)):
        if pairs.places[row] == NONE:
            continue
        for before in range(row):
            if NONE < pairs.places[before] <= pairs.places[row]:
                up_to[row] = max(up_to[row], up_to[before])
        up_to[row] += pairs.masses[row]
        heaviest = max(heaviest, up_to[row])
    return heaviest


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
