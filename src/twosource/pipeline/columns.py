"""Hold the links between articles as columns of numbers, found by the articles at their ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.stages.cluster import DIFFERENT, SAME, UNSAID, Places
from twosource.stages.linking import contradiction

SAYS: Mapping[str | None, int] = {"same": SAME, "different": DIFFERENT}


class Columns:
    """Links between articles that are known by their places in a sorted list.

    What is made from another article is held to be the same as it, unless a person has spoken of
    the two.
    """

    def __init__(self, links: Iterable[Link], place: Mapping[ArticleId, int]) -> None:
        """Take links that have both ends in the list."""
        self._links = list(links)
        self.ones = np.array([place[link.left] for link in self._links], dtype=np.intp)
        self.others = np.array([place[link.right] for link in self._links], dtype=np.intp)
        made = [link.derivation is not None and not link.verdict for link in self._links]
        self._made = np.array(made, dtype=np.bool_)
        self._bare = np.array([link.score for link in self._links], dtype=np.float64)
        self.scores = np.where(self._made, 1.0, self._bare)
        said = np.array([SAYS.get(link.verdict, UNSAID) for link in self._links], dtype=np.int8)
        self.said = np.where(self._made, np.int8(SAME), said)
        # By which two articles may join: a person's word outranks every score.
        self._joins = np.where(self.said == UNSAID, self.scores, self.said == SAME)
        self._wanted = np.zeros(len(self._links), dtype=np.bool_)  # scratch, all False between uses
        ends = np.concatenate([self.ones, self.others])
        order = np.argsort(ends, kind="stable")
        self._by_end = np.tile(np.arange(len(self._links)), 2)[order]
        self._starts = np.searchsorted(ends[order], np.arange(len(place) + 1))

    def joined_to(self, place: int, least: float) -> list[int]:
        """Return the places that may join a place by a link between the two of such a score."""
        links = self._by_end[self._starts[place] : self._starts[place + 1]]
        links = links[self._joins[links] >= least]
        ends: list[int] = (self.ones[links] + self.others[links] - place).tolist()
        return ends

    def of(self, places: Places) -> Places:
        """Return the links that have one of these places at an end, in order."""
        first, counts = self._starts[places], self._starts[places + 1] - self._starts[places]
        stretches = np.repeat(first - (np.cumsum(counts) - counts), counts)
        self._wanted[self._by_end[stretches + np.arange(len(stretches))]] = True
        found = np.flatnonzero(self._wanted)
        self._wanted[found] = False
        return found

    def figures(self, links: Places) -> list[tuple[str, ...]]:
        """Return the figures that both ends of each link give."""
        return [self._links[link].figures for link in links.tolist()]

    def heard(self, links: Places) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
        """Return scores and sayings of links of one case in which a person keeps two apart.

        Who keeps apart what copying would join, even by a detour, is heard.
        """
        scores, said = self._bare[links], self.said[links]
        said[self._made[links]] = UNSAID
        judged = [link for each in links.tolist() if (link := self._links[each]).verdict]
        for at in np.lexsort((self.others[links], self.ones[links])).tolist():
            link = self._links[links[at]]
            if self._made[links[at]]:
                same = replace(link, score=1.0, verdict="same")
                if contradiction([*judged, same]) is None:
                    scores[at], said[at] = 1.0, SAME
                    judged.append(same)
        return scores, said
