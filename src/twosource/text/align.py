"""Lay the sentences of one text beside those of another that tell the same, and weigh the order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled
from twosource.text.counterparts import Laid, Masses, Numbers
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
        if not len(self.terms):
            return np.zeros(len(terms), dtype=np.bool_)
        place = self.terms.searchsorted(terms)
        place[place == len(self.terms)] = 0
        found: NDArray[np.bool_] = self.terms[place] == terms
        return found

    def columns(self) -> Laid:
        """Return the columns that a loop goes through."""
        return Laid(self.terms, self.starts, self.inside, self.weights, self.masses)


class Pair(NamedTuple):
    """A sentence of the left text, its best counterpart in the right, and how alike they are.

    No dataclass: hundreds are made for every two articles, and this one takes a fifth of the time.
    """

    left: int  # number of the sentence
    right: int
    likeness: float  # 0 to 1
    mass: float  # weight of what both say


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


def best_pairs(
    left: Sentences,
    right: Sentences,
    least_likeness: float,
    least_mass: float,
    least_terms: int = 1,
) -> tuple[Pair, ...]:
    """Return for each left sentence its likest right one, if it is like enough, in left order.

    Likeness is the weight of the shared terms over the geometric mean of both sentences' weights:
    1 for the same words, and still high where one sentence was cut into two. Two sentences that
    share less than `least_mass`, or fewer terms than `least_terms`, are no pair, however short they
    are. Ties go to the earlier one.
    """
    met = _met(left, right)
    return met.pairs(least_likeness, least_mass, least_terms) if met else ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Met:
    """All pairs of sentences that share a term, sorted by left and right."""

    left: Numbers  # sentences
    right: Numbers
    scale: Masses  # geometric mean of what both weigh
    firsts: Numbers  # where the terms begin that a pair shares
    mine: Masses  # of each shared term, what it weighs on the left

    def pairs(self, least_likeness: float, least: float, least_terms: int) -> tuple[Pair, ...]:
        """Return the likest pair of each left sentence, the earlier of equals, in order."""
        here, there = self.left, self.right
        mass = np.add.reduceat(self.mine, self.firsts)
        likeness = np.minimum(1.0, mass / self.scale)
        alike = (mass >= least) & (likeness >= least_likeness)
        if least_terms > 1:
            alike &= np.diff(self.firsts, append=len(self.mine)) >= least_terms
        enough = alike.nonzero()[0]
        order = enough[np.lexsort((there[enough], -likeness[enough], here[enough]))]
        rows = order[_starts(here[order])]
        return tuple(
            map(Pair, *(column[rows].tolist() for column in (here, there, likeness, mass)))
        )


def _met(left: Sentences, right: Sentences) -> _Met | None:
    """Return which sentences of two texts share terms, None where none do."""
    mine, its = _shared_entries(left, right)
    if not len(mine):
        return None
    meetings = left.inside[mine] * len(right) + right.inside[its]
    order = np.argsort(meetings, kind="stable")
    firsts = _starts(meetings[order])
    one, other = np.divmod(meetings[order[firsts]], len(right))
    return _Met(
        left=one,
        right=other,
        scale=np.sqrt(left.masses[one] * right.masses[other]),
        firsts=firsts,
        mine=left.weights[mine[order]],
    )


def _shared_entries(left: Sentences, right: Sentences) -> tuple[Numbers, Numbers]:
    """Return every left entry with every right one of the same term, as two columns of places."""
    if not len(left.terms) or not len(right.terms):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    place = right.terms.searchsorted(left.terms)
    place[place == len(right.terms)] = 0
    mine = (right.terms[place] == left.terms).nonzero()[0]
    its = place[mine]
    own, own_count = left.starts[mine], left.starts[mine + 1] - left.starts[mine]
    their, their_count = right.starts[its], right.starts[its + 1] - right.starts[its]
    meetings = own_count * their_count
    up_to = meetings.cumsum()
    numbers = np.arange(up_to[-1] if len(up_to) else 0) - (up_to - meetings).repeat(meetings)
    of_mine, of_its = np.divmod(numbers, their_count.repeat(meetings))
    return own.repeat(meetings) + of_mine, their.repeat(meetings) + of_its


def _starts(sorted_numbers: NDArray[np.generic]) -> Numbers:
    """Return where each number that is not the one before it stands."""
    firsts = np.ones(len(sorted_numbers), dtype=np.bool_)
    firsts[1:] = sorted_numbers[1:] != sorted_numbers[:-1]
    return firsts.nonzero()[0]


def heaviest_chain(pairs: Sequence[Pair]) -> float:
    """Return the mass of the heaviest run of pairs that goes forward in both texts.

    The pairs come in left order; two left sentences may share a right one. A rewrite tells in its
    source's order, two reporters do not. Heaviest increasing subsequence over a front that is
    kept rising in both place and mass.
    """
    places: list[int] = []
    masses: list[float] = []
    for pair in pairs:
        before = bisect_right(places, pair.right)
        total = pair.mass + (masses[before - 1] if before else 0.0)
        at = bisect_left(places, pair.right)
        while at < len(places) and masses[at] <= total:
            del places[at], masses[at]
        places.insert(at, pair.right)
        masses.insert(at, total)
    return masses[-1] if masses else 0.0
