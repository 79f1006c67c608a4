"""Lay the sentences of a text out by their terms, to be laid beside those of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled
from twosource.text.counterparts import Counterparts, Laid, Masses, Numbers, best_pairs
from twosource.text.order import in_order
from twosource.text.shingles import Hashes


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The terms of a text's sentences as columns, sorted by term: two texts are joined at once."""

    terms: Hashes  # each once, sorted, as `word_hash` gives them
    starts: Numbers  # of each term's entries, and the end
    inside: Numbers  # of each entry: the number of its sentence
    weights: Masses  # of each entry: what the term weighs in that sentence
    masses: Masses  # of each sentence: the weight of all its terms
    mass: float  # of all

    def __len__(self) -> int:
        return len(self.masses)

    def stand_anywhere(self, terms: Hashes) -> NDArray[np.bool_]:
        """Return which of the terms stand in some sentence."""
        return np.isin(terms, self.terms)

    def columns(self) -> Laid:
        """Return the columns that a loop goes through."""
        return Laid(self.terms, self.starts, self.inside, self.weights, self.masses)


def laid_out(
    terms: Hashes, weights: Masses, inside: NDArray[np.signedinteger[Any]], sentences: int
) -> Sentences:
    """Return so many sentences of a text as columns.

    Of each word in reading order its term is given, what it weighs (a whole fraction of 1, so that
    sums are the same in whatever order) and the number of its sentence. Words that weigh nothing
    and those of no sentence are left out; a term that comes twice in one sentence counts once.
    """
    columns = lay.over(len(terms))(terms, weights, inside, sentences)
    return Sentences(*columns, mass=float(columns[-1].sum()))


@compiled
def lay(
    terms: Hashes, weights: Masses, inside: NDArray[np.signedinteger[Any]], sentences: int
) -> tuple[Hashes, Numbers, Numbers, Masses, Masses]:
    """Return the columns of the sentences, as `Sentences` has them."""
    words = np.flatnonzero((inside >= 0) & (weights > 0))
    met = terms[words]
    starts, entries = np.zeros(len(words) + 1, dtype=np.int64), np.zeros(len(words), dtype=np.int64)
    masses = np.zeros(sentences)
    found = entry = 0
    for place in in_order(met):
        word = words[place]
        if not entry or terms[word] != terms[entries[entry - 1]]:
            starts[found] = entry
            found += 1
        elif inside[word] == inside[entries[entry - 1]]:
            entry -= 1
        entries[entry] = word
        entry += 1
    starts[found] = entry
    entries = entries[:entry]
    for word in entries:
        masses[inside[word]] += weights[word]
    firsts = entries[starts[:found]]
    return (
        terms[firsts],
        starts[: found + 1].copy(),
        inside[entries].astype(np.int64),
        weights[entries],
        masses,
    )


def paired(
    left: Sentences,
    right: Sentences,
    least_likeness: float,
    least_mass: float,
    least_terms: int = 1,
) -> tuple[Counterparts, Counterparts]:
    """Return for each left sentence its likest right one, if it is like enough, and the reverse.

    Two sentences that share less than `least_mass`, or fewer terms than `least_terms`, are no pair,
    however short they are.
    """
    steps = 4 * len(left) * len(right) + len(left.weights) + len(right.weights)
    find = best_pairs.over(steps)
    return find(left.columns(), right.columns(), least_likeness, least_mass, least_terms)
