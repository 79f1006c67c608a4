"""Hand the pairs that were found among a story's sentences on to its next revision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from typing import Generic, TypeVar

import numpy as np

T = TypeVar("T")

Pair = tuple[int, int]
"""Two places, the earlier first."""


class Pairs(Generic[T]):
    """Pairs of things of which the two alone tell that they are one."""

    def __init__(self) -> None:
        self._things: tuple[T, ...] = ()
        self._found = np.empty((2, 0), dtype=np.intp)
        self._given: object = None

    def of(
        self,
        things: Sequence[T],
        own: Sequence[int],
        look: Callable[[Sequence[T], Set[int]], Iterable[Pair]],
        given: object = None,
    ) -> list[Pair]:
        """Return the pairs among the things that stand at the places `own`, both in order.

        `look` finds in some things those pairs of which one at least stands at the places given:
        what was not there when pairs were last looked for. What was there must stand in the order
        in which it stood. Where something else is given than then, all are looked for anew.
        """
        if given != self._given:
            self._things, self._given = (), given
            self._found = self._found[:, :0]
        inside = [things[place] for place in own]
        place_of = {id(each): place for place, each in enumerate(inside)}
        now = np.array([place_of.get(id(each), -1) for each in self._things], dtype=np.intp)
        standing = now[self._found]
        fresh = frozenset(range(len(inside))).difference(now.tolist())
        pairs = sorted(
            {
                *zip(*standing[:, (standing >= 0).all(axis=0)].tolist(), strict=True),
                *look(inside, fresh),
            }
        )
        self._things = tuple(inside)
        self._found = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
        return [(own[one], own[other]) for one, other in pairs]
