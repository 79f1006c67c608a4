"""Lay the sentences of one text beside those of another that tell the same, and weigh the order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Terms = Mapping[str, float]


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
    """Return for each left sentence its likest right one, if it is like enough, in left order.

    Likeness is the weight of the shared terms over the geometric mean of both sentences' weights:
    1 for the same words, and still high where one sentence was cut into two. Two sentences that
    share less than `least_mass` are no pair, however short they are. Ties go to the earlier one.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(right):
        for term in terms:
            holders[term].append(number)
    right_mass = [sum(terms.values()) for terms in right]
    pairs = []
    for number, terms in enumerate(left):
        shared: dict[int, float] = defaultdict(float)
        for term, mass in terms.items():
            for holder in holders.get(term, ()):
                shared[holder] += mass
        own = sum(terms.values())
        best: tuple[float, int, float] | None = None
        for holder, mass in shared.items():
            if mass < least_mass:
                continue
            likeness = min(1.0, mass / (own * right_mass[holder]) ** 0.5)
            if likeness < least_likeness:
                continue
            if best is None or (likeness, -holder) > (best[0], -best[1]):
                best = likeness, holder, mass
        if best is not None:
            pairs.append(Pair(left=number, right=best[1], likeness=best[0], mass=best[2]))
    return tuple(pairs)


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
