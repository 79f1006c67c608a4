"""Lay the sentences of one text beside those of another that tell the same, and weigh the order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Terms = Mapping[str, float]
Best = tuple[float, int, float]
"""The best counterpart so far: its likeness, its place below 0 (the earlier is more), its mass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence of the left text, its best counterpart in the right, and how alike they are."""

    left: int  # index of the sentence
    right: int
    likeness: float  # 0 to 1
    mass: float  # weight of what both say


def best_pairs(
    left: Sequence[Terms], right: Sequence[Terms], least_likeness: float, least_mass: float
) -> tuple[Pair, ...]:
    """Return for each left sentence its likest right one, if it is like enough, in left order."""
    return best_pairs_both_ways(left, right, least_likeness, least_mass)[0]


def best_pairs_both_ways(
    left: Sequence[Terms], right: Sequence[Terms], least_likeness: float, least_mass: float
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return the pairs of the left sentences, then those of the right ones with `left` as theirs.

    Likeness is the weight of the shared terms over the geometric mean of both sentences' weights:
    1 for the same words, and still high where one sentence was cut into two. Two sentences that
    share less than `least_mass` are no pair, however short they are. Ties go to the earlier one.
    What two sentences share is found once for both ways; each way weighs it by its own words.
    """
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, terms in enumerate(right):
        for term, mass in terms.items():
            holders[term].append((number, mass))
    right_mass = [sum(terms.values()) for terms in right]
    there: dict[int, Best] = {}
    back: dict[int, Best] = {}
    for number, terms in enumerate(left):
        shared: dict[int, float] = defaultdict(float)
        its: dict[int, float] = defaultdict(float)
        for term, mass in terms.items():
            for holder, its_mass in holders.get(term, ()):
                shared[holder] += mass
                its[holder] += its_mass
        own = sum(terms.values())
        for holder, mass in shared.items():
            if mass < least_mass and its[holder] < least_mass:
                continue
            scale = (own * right_mass[holder]) ** 0.5
            for best, one, other, common in (
                (there, number, holder, mass),
                (back, holder, number, its[holder]),
            ):
                found = min(1.0, common / scale), -other, common
                if common >= least_mass and found[0] >= least_likeness:
                    best[one] = max(best.get(one, found), found)
    return _pairs(there), _pairs(back)


def _pairs(best: Mapping[int, Best]) -> tuple[Pair, ...]:
    return tuple(
        Pair(left=one, right=-other, likeness=likeness, mass=mass)
        for one, (likeness, other, mass) in sorted(best.items())
    )


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
