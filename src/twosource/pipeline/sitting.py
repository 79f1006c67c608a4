"""Decide at once which stories articles make that do not touch each other's stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model.identity import ArticleId
from twosource.model.linked import Story
from twosource.pipeline.known import Known
from twosource.pipeline.together import Density
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.cluster import DIFFERENT, NOWHERE, Cases, Numbers, Places, Truths

SECONDS_PER_HOUR = 3600.0

Groups = list[list[int]]
"""Stories of one touch: places of articles, in order of time."""


class Touch(NamedTuple):
    """Articles that are to be put into stories, and the stories that may change by them."""

    articles: Sequence[ArticleId]
    near: tuple[Story, ...]
    moment: float  # seconds since 1970: what lies far from it stays; nan where all is near
    undated: int  # articles without a date, so far in the stream


class Sitting:
    """Lays out what is decided at once, and reads the answer.

    Each row is an article that one touch is about. No article stands in two touches.
    """

    def __init__(self, touches: Sequence[Touch], known: Known, settings: ClusterSettings) -> None:
        self.touches, self.known, self.settings = touches, known, settings
        stories = [(case, story) for case, touch in enumerate(touches) for story in touch.near]
        members = [known.members(story) for _, story in stories]
        standing = {place for held in members for place in held}
        asked = [(n, known.place[a]) for n, touch in enumerate(touches) for a in touch.articles]
        loose = [each for each in asked if each[1] not in standing]
        sizes = [len(held) for held in members]
        self.place = _ints([p for held in members for p in held] + [p for _, p in loose])
        self.story = np.repeat(_ints([*range(len(stories)), NOWHERE]), [*sizes, len(loose)])
        of_stories = np.repeat(_ints([case for case, _ in stories]), sizes)
        self.case = np.concatenate([of_stories, _ints([case for case, _ in loose])])
        self.asked = _ints([place for _, place in asked])

    def decided(self, density: Density, most_at_once: int) -> list[Groups]:
        """Return for each touch the stories of its articles; what lies far from it is in none.

        Where more than `most_at_once` articles are near, all stay where they are.
        """
        reach = self.settings.horizon_hours * SECONDS_PER_HOUR
        moments = np.array([touch.moment for touch in self.touches])
        distance = np.abs(self.known.seconds[self.place] - moments[self.case])
        inside = ~(distance > 2 * reach) | self._afar(~(distance > 2 * reach))
        many = np.bincount(self.case, inside) > most_at_once
        stays = many[self.case] | (distance > reach)
        rows = np.flatnonzero(inside)
        rows = rows[np.lexsort((self.place[rows], self.case[rows]))]
        case, place = self.case[rows], self.place[rows]
        settled = np.where(stays[rows], self.story[rows], NOWHERE)
        cases = self._cases(case, place, settled, many, density)
        return self._groups(case, place, cluster.merged(cases, self.settings))

    def _afar(self, near: Truths) -> Truths:
        """Return which articles are of stories none of which is near: a person joined them."""
        met = np.zeros(int(self.story.max()) + 2, dtype=np.bool_)
        met[self.story[near]] = True
        afar: Truths = (self.story != NOWHERE) & ~met[self.story]
        return afar

    def _cases(
        self, case: Places, place: Places, settled: Places, many: Truths, density: Density
    ) -> Cases:
        known = self.known
        row = np.full(len(known.names), NOWHERE, dtype=np.intp)
        row[place] = np.arange(len(place))
        links = known.links.of(np.concatenate([place[~many[case]], self.asked]))
        ones, others = row[known.links.ones[links]], row[known.links.others[links]]
        within = (ones != NOWHERE) & (others != NOWHERE)
        within &= case[ones] == case[others]
        links, ones, others = links[within], ones[within], others[within]
        scores, said = self._heard(links, case[ones])
        return Cases(
            names=[known.names[each] for each in place.tolist()],
            case=case,
            seconds=known.seconds[place],
            settled=settled,
            least=self._least(case, place, density),
            ones=ones,
            others=others,
            scores=scores,
            said=said,
            figures=known.links.figures(links),
        )

    def _heard(self, links: Places, case: Places) -> tuple[Numbers, NDArray[np.int8]]:
        """Return what the links say; a person outranks what copying says, even by a detour."""
        scores, said = self.known.links.scores[links], self.known.links.said[links]
        for parted in np.unique(case[said == DIFFERENT]).tolist():
            own = np.flatnonzero(case == parted)
            scores[own], said[own] = self.known.links.heard(links[own])
        return scores, said

    def _least(self, case: Places, place: Places, density: Density) -> Numbers:
        begins = np.flatnonzero(np.diff(case, prepend=-1))
        newest = np.fmax.reduceat(self.known.seconds[place], begins).tolist()
        windows = (
            density.around(at, touch.undated)
            for at, touch in zip(newest, self.touches, strict=True)
        )
        return np.array([cluster.threshold(window) for window in windows])

    def _groups(self, case: Places, place: Places, story: Places) -> list[Groups]:
        found: list[Groups] = [[] for _ in self.touches]
        order = np.lexsort((self.known.rank[place], story, case))
        case, place, story = case[order], place[order], story[order]
        begins = np.flatnonzero(np.diff(story, prepend=-1))
        ends, places = [*begins[1:].tolist(), len(place)], place.tolist()
        for begin, end, number in zip(begins.tolist(), ends, case[begins].tolist(), strict=True):
            found[number].append(places[begin:end])
        for groups in found:
            groups.sort(key=lambda group: self.known.rank[group[0]])
        return found


def _ints(numbers: Sequence[int]) -> Places:
    return np.array(numbers, dtype=np.intp)
