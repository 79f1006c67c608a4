"""Keep what comparing the sentences of a story has found, so that one more article costs little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from twosource.stages.dossier.claims.alike import likeness
from twosource.stages.dossier.claims.candidates import candidates
from twosource.stages.dossier.claims.shared import SAME_CLAIM
from twosource.stages.dossier.in_common import Counts, Weights
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import Known, kept_per_story

Scored = tuple[float, int, int]
"""How surely two things told are one claim, and their places, the earlier first."""


class Compared:
    """What was found of pairs of things told, handed from one revision of a story to the next.

    What two sentences are to each other they tell themselves. So of a story that has one article
    more only pairs with one of its sentences are looked for, or with one whose words tell less now.
    """

    def __init__(self) -> None:
        self._last = _Pairs.of((), (), ())
        self._likeness = Known[float]()

    def alike(self, told: Sequence[Told], beside: Set[int]) -> list[Scored]:
        """Return the pairs that are likely one claim, but for those of `beside`, in no order.

        Things told that were compared before must stand in the order in which they stood.
        """
        self._likeness.anew()
        last = self._last
        own = [place for place in range(len(told)) if place not in beside]
        place_of = {id(told[place]): place for place in own}
        fresh = frozenset(place_of.values()).difference(
            place_of.get(id(each), -1) for each in last.told
        )
        found = last.standing(place_of)
        for one, other in candidates(told, beside, fresh):
            score = likeness(told[one], told[other])
            if score >= SAME_CLAIM:
                found.append((round(score, 6), one, other))
        self._last = _Pairs.of(told, own, found)
        return found

    def likeness(self, one: Told, other: Told) -> float:
        """Return how surely two things told are one claim, 0 to 1."""
        return self._likeness.of(lambda: likeness(one, other), one, other)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pairs:
    """Things told that were all compared, and the pairs of their places that are likely one."""

    told: tuple[Told, ...]
    one: Counts
    other: Counts
    scores: Weights

    @staticmethod
    def of(told: Sequence[Told], own: Sequence[int], found: Sequence[Scored]) -> _Pairs:
        place = np.zeros(len(told), dtype=np.intp)
        place[list(own)] = np.arange(len(own))
        scores, one, other = zip(*found, strict=True) if found else ((), (), ())
        return _Pairs(
            told=tuple(told[each] for each in own),
            one=place[list(one)],
            other=place[list(other)],
            scores=np.array(scores),
        )

    def standing(self, place_of: Mapping[int, int]) -> list[Scored]:
        """Return the pairs that stand still, given where each thing told, by its id, is now."""
        now = np.array([place_of.get(id(each), -1) for each in self.told], dtype=np.intp)
        one, other = now[self.one], now[self.other]
        both = (one >= 0) & (other >= 0)
        columns = (each[both].tolist() for each in (self.scores, one, other))
        return list(zip(*columns, strict=True))


@kept_per_story
def compared() -> Compared:
    """Return what was found of the pairs of a story's sentences."""
    return Compared()
