"""Keep what comparing the sentences of a story has found, so that one more article costs little."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import partial

from twosource.stages.dossier.claims.alike import SAME_CLAIM, bear_out, likeness
from twosource.stages.dossier.claims.candidates import candidates
from twosource.stages.dossier.pairs import Pair, Pairs
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
        self._alike = Pairs[Told]()
        self._likeness = Known[float]()
        self._fitting = Known[bool]()
        self._borne_out = Known[bool]()

    def alike(self, told: Sequence[Told], beside: Set[int]) -> Iterator[Scored]:
        """Yield the pairs that are likely one claim, but for those of `beside`, in order.

        Things told that were compared before must stand in the order in which they stood.
        """
        for known in (self._likeness, self._fitting, self._borne_out):
            known.anew()

        def look(among: Sequence[Told], fresh: Set[int]) -> Iterator[Pair]:
            for one, other in candidates(among, fresh):
                if self.likeness(among[one], among[other]) >= SAME_CLAIM:
                    yield one, other

        own = [place for place in range(len(told)) if place not in beside]
        for one, other in self._alike.of(told, own, look):
            yield round(self.likeness(told[one], told[other]), 6), one, other

    def likeness(self, one: Told, other: Told) -> float:
        """Return how surely two things told are one claim, 0 to 1."""
        return self._likeness.of(partial(likeness, one, other), one, other)

    def bear_out(self, one: Told, other: Told) -> bool:
        """Return whether two things told are one claim by themselves."""
        return self._borne_out.of(partial(bear_out, one, other), one, other)

    def fitting(self, fit: Callable[[], bool], told: Sequence[Told], given: object) -> bool:
        """Return whether two groups of things told fit each other, which `fit` answers."""
        return self._fitting.of(fit, *told, given=given)


@kept_per_story
def compared() -> Compared:
    """Return what was found of the pairs of a story's sentences."""
    return Compared()
