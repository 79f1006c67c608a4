"""Put together all sentences of a story that carry one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import product
from types import MappingProxyType

from twosource.model.identity import ArticleId
from twosource.stages.dossier.claims.alike import SAME_CLAIM, tell_apart
from twosource.stages.dossier.claims.compared import Compared
from twosource.stages.dossier.claims.laid_beside import Beside
from twosource.stages.dossier.figures.alike import same_value
from twosource.stages.dossier.pairs import Pair
from twosource.stages.dossier.telling.told import Told

Alike = Callable[[int, int], float]  # how surely two things told, by their places, are one claim

LEAST_WITHIN = 0.35  # mean likeness of all pairs of two groups that are put together
MOST_COMPARED = 6  # members of each of two groups; a mean over 36 pairs is steady enough


def same_claims(
    told: Sequence[Told],
    copied: Mapping[int, int],
    beside: Beside = MappingProxyType({}),
    known: Compared | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Return the indices of `told` in groups, each one claim, in reading order.

    `told` is as `less_common` weighs its words; `copied` says of which thing told another is the
    copy: `copied_from` answers it; `beside` of which two the figures are one: `laid_beside`;
    `known` is what comparing the story's sentences has found before.
    A passage aligned with its origin carries the origin's claim by construction. Others come
    together by likeness, the likest first, and never against the likeness of the groups' other
    members: one unlucky pair must not chain two claims. What a reprint tells in the same words is
    compared through its origin alone.
    """
    compared = known or Compared()
    groups = _Groups(told, beside, compared)
    for one, other in sorted(copied.items()):
        groups.join(one, other)
    repeats = _repeats(told, copied)
    scored = list(compared.alike(told, repeats))
    of_one = set(_pairs(beside, repeats)).difference((one, other) for _, one, other in scored)
    scored += ((SAME_CLAIM, *pair) for pair in of_one)
    scored.sort(key=lambda each: (-each[0], *each[1:]))
    for _, one, other in scored:
        if groups.fit(one, other):
            groups.join(one, other)
    return groups.found()


class _Groups:
    """Things told on their way into groups."""

    def __init__(self, told: Sequence[Told], beside: Beside, compared: Compared) -> None:
        self._told, self._beside, self._compared = told, beside, compared
        self._group = list(range(len(told)))
        self._members = {index: [index] for index in self._group}

    def found(self) -> tuple[tuple[int, ...], ...]:
        """Return the groups in reading order."""
        return tuple(tuple(sorted(self._members[key])) for key in sorted(self._members))

    def join(self, one: int, other: int) -> None:
        """Make the groups of two one."""
        keep, drop = sorted((self._group[one], self._group[other]))
        if keep == drop:
            return
        for index in self._members.pop(drop):
            self._group[index] = keep
            self._members[keep].append(index)

    def fit(self, one: int, other: int) -> bool:
        """Return whether two things stand in two groups that may be one."""
        mine, theirs = self._group[one], self._group[other]
        if mine == theirs:
            return False
        left, right = _led(one, self._members[mine]), _led(other, self._members[theirs])
        given = (
            len(left),
            [
                (here, there)
                for here, place in enumerate(left)
                if place in self._beside
                for there, its_place in enumerate(right)
                if its_place in self._beside[place]
            ],
        )
        inside = [self._told[place] for place in (*left, *right)]
        make = partial(_fit, left, right, self._told, self._alike)
        return self._compared.fitting(make, inside, given)

    def _alike(self, one: int, other: int) -> float:
        found = self._compared.likeness(self._told[one], self._told[other])
        return max(found, SAME_CLAIM) if other in self._beside.get(one, ()) else found


def _pairs(beside: Beside, but: Set[int]) -> Iterator[Pair]:
    """Yield each two, but for some, whose figures are one."""
    for one in beside.keys() - but:
        for other in beside[one] - but:
            if one < other:
                yield one, other


def _led(first: int, members: Sequence[int]) -> list[int]:
    """Return the members that are compared, with one in front, so that it is among them."""
    return [first, *(each for each in members[:MOST_COMPARED] if each != first)][:MOST_COMPARED]


def _repeats(told: Sequence[Told], copied: Mapping[int, int]) -> frozenset[int]:
    """Return the copies that tell what their origin tells in its very words."""
    return frozenset(
        copy for copy, origin in copied.items() if told[copy].concepts == told[origin].concepts
    )


def _fit(left: Sequence[int], right: Sequence[int], told: Sequence[Told], alike: Alike) -> bool:
    pairs = list(product(left, right))
    beside = [(told[one], told[other]) for one, other in pairs]
    if any(tell_apart(one, other) or _side_by_side(one, other) for one, other in beside):
        return False
    equal = [pair for pair in pairs if _one_value(told[pair[0]], told[pair[1]])]
    if not equal and all(one.figure is not None for one, _ in beside):
        return _nearest(pairs, told, alike) >= LEAST_WITHIN
    pairs = equal or pairs  # where both give one value, the sentences that give it must be alike
    return sum(alike(*pair) for pair in pairs) / len(pairs) >= LEAST_WITHIN


def _nearest(pairs: Sequence[Pair], told: Sequence[Told], alike: Alike) -> float:
    """Return how near two groups with different values are: each sentence to the likest other.

    One that tells its value in odd words does not part it from the value that others dispute.
    """
    best: dict[tuple[ArticleId, tuple[int, int]], float] = defaultdict(float)
    for pair in pairs:
        score = alike(*pair)
        for each in (told[place] for place in pair):
            mark = (each.article, each.key)
            best[mark] = max(best[mark], score)
    return sum(best.values()) / len(best)


def _one_value(one: Told, other: Told) -> bool:
    mine, its = one.quantity, other.quantity
    return mine is not None and its is not None and same_value(mine, its)


def _side_by_side(one: Told, other: Told) -> bool:
    """Return whether two values stand beside each other, so that they count two things.

    In one sentence: "two helicopters and four lifeboats". In one article: this attack's toll and
    that of another one; its own toll an article gives once.
    """
    values = one.figure is not None and other.figure is not None
    return values and one.article == other.article and not _one_value(one, other)
