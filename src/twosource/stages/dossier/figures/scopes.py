"""Find figures that look like a contradiction but are told of other people, years or parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from itertools import product

from twosource.model.identity import ArticleId, OutletId
from twosource.stages.dossier.figures.alike import same_value
from twosource.stages.dossier.figures.aspects import contrasted, told_of_one
from twosource.stages.dossier.figures.matter import (
    LEAST_SHARED,
    counts_of_two,
    ease,
    given,
    in_common,
    in_turn,
    one_aspect,
    two_aspects,
)
from twosource.stages.dossier.figures.nearness import TOLL_CONTEXT
from twosource.stages.dossier.figures.outcomes import OUTCOMES
from twosource.stages.dossier.figures.quantity import Group, Quantity, of_two_years, scopes_differ
from twosource.stages.dossier.figures.reprints import AskedOnce
from twosource.stages.dossier.pairs import Pair, Pairs
from twosource.stages.dossier.sameness import likeness
from twosource.stages.dossier.telling.roots import roots
from twosource.text.normalize import stem
from twosource.text.units import TIME, to_base

OF_OUTCOMES = roots(stem(word) for words in OUTCOMES.values() for word in words)
MOST_APART = 1000  # times
RETOLD_CONTEXT = 0.6  # Dice of sentences that are nearly one
# How much two figures must have in common (`in_common`) to be of one thing, where both tell of
# which scope they are, where one does, and where only countries named beside them do.
LEAST_TOLD = 1.8
LEAST_TOLD_OF_ONE = 2.2
LEAST_UNTOLD = 2.3

# Of one event the one holds the other, so that a reader takes them for a contradiction.
KINDRED = (
    ("injured", "in hospital"),
    ("passengers", "rescued"),
    ("passengers", "evacuated"),
    ("passengers", "on board"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Two groups of one thing in two scopes, and the two figures that show it."""

    one: Group
    other: Group
    first: Quantity
    second: Quantity


def kindred(groups: Sequence[Group], known: Pairs[Group]) -> list[Kin]:
    """Return pairs of groups that tell one thing of two scopes: injured and taken to hospital,
    all the dead and the pilots among them, the trade of two years.

    Each group stands in one pair at most, as does each outcome. The values differ, two outlets
    tell them, and each is told early by some report or in sentences much alike. `known` are the
    pairs of the story's last revision.
    """
    tolls = Counter(group[0].outcome for group in groups)
    two = frozenset(outcome for outcome, count in tolls.items() if count == 2)
    figures = [each for group in groups for each in group]
    are_kin = {only: AskedOnce(figures, _QUESTIONS[only]) for only in _QUESTIONS}
    tellers = {id(group): _Tellers.of(group, are_kin[True]) for group in groups}

    def pair(one: Group, other: Group) -> Kin | None:
        if not _of_one_kind(one[0].dimension, other[0].dimension):
            return None
        return _pair(tellers[id(one)], tellers[id(other)], are_kin[one[0].outcome in two])

    def look(among: Sequence[Group], fresh: Set[int]) -> Iterator[Pair]:
        told_by: dict[frozenset[ArticleId], list[int]] = defaultdict(list)
        for place, group in enumerate(among):
            told_by[tellers[id(group)].articles].append(place)
        for one, articles in product(fresh, told_by):
            # Where the same reports tell both, they tell how these differ.
            others = told_by[articles] if tellers[id(among[one])].articles != articles else ()
            for low, high in (sorted((one, other)) for other in others):
                if pair(among[low], among[high]) is not None:
                    yield low, high

    places = known.of(groups, range(len(groups)), look, given=two)
    found = [pair(groups[one], groups[other]) for one, other in places]
    pairs: list[Kin] = []
    paired: set[object] = set()
    for kin in sorted(filter(None, found), key=_of_two_outcomes):
        outcomes = frozenset((kin.first.outcome, kin.second.outcome)) - {""}
        if not paired & {id(kin.one), id(kin.other), outcomes or None}:
            pairs.append(kin)
            paired |= {id(kin.one), id(kin.other), outcomes}
    return pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tellers:
    """A group with who tells it, and the latest of each figure's reprints, the latest first."""

    group: Group
    outlets: frozenset[OutletId]
    articles: frozenset[ArticleId]
    latest: Group

    @staticmethod
    def of(group: Group, are_kin: AskedOnce[bool]) -> _Tellers:
        latest: dict[int, Quantity] = {}
        for each in reversed(group):
            latest.setdefault(are_kin.told_as(each), each)
        return _Tellers(
            group=group,
            outlets=frozenset(each.outlet for each in group),
            articles=frozenset(each.article for each in group),
            latest=tuple(latest.values()),
        )


def _pair(one: _Tellers, other: _Tellers, are_kin: AskedOnce[bool]) -> Kin | None:
    """Return two groups as kin by their latest figures that are, None where none are."""
    if len(one.outlets | other.outlets) == 1:
        return None
    firsts, seconds = one.latest, other.latest
    if not one.outlets.isdisjoint(other.outlets):  # what one outlet tells is no mere reprint
        firsts, seconds = one.group[::-1], other.group[::-1]
    for first in firsts:
        for second, answer in zip(seconds, are_kin.of_each(first, seconds), strict=True):
            if answer:
                return Kin(one=one.group, other=other.group, first=first, second=second)
    return None


@cache
def _of_one_kind(one: str, other: str) -> bool:
    """Return whether two dimensions are one, or one by other times: an hour's pay, a month's."""
    (top, _, below), (its_top, _, its_below) = one.partition("/"), other.partition("/")
    by_time = all(not each or to_base(1, each)[1] == TIME for each in (below, its_below))
    return one == other or (top == its_top != "" and by_time)


def _of_two_outcomes(kin: Kin) -> tuple[bool, int]:
    """Order pairs: injured and in hospital first, then by the number of their figures."""
    return kin.first.outcome == kin.second.outcome, -len(kin.one) - len(kin.other)


def _kin(one: Quantity, other: Quantity, *, only: bool) -> bool:
    """Return whether two figures tell one thing of two scopes.

    `only` tells that no third group of the story is of the outcome of the first.
    """
    of_tolls = bool(one.outcome or other.outcome)
    if of_tolls and (one.adds != other.adds or not _holds_the_other(one, other)):
        return False
    if two_aspects(one, other):
        return False
    if not of_tolls and one.actors and other.actors and not one.actors & other.actors:
        return False  # the shares of two companies
    alike = likeness(one.context, other.context)
    if same_value(one, other) or _far_apart(one, other):
        return False
    if not of_tolls:
        return _of_two_scopes(one, other, alike)
    if of_two_years(one, other) and not (one.plain & other.plain) - OF_OUTCOMES:
        return False  # a flood, and the storm of years ago
    early = one.in_lead and other.in_lead
    of_one_event = (early or only) and _part_of_the_other(one, other)
    return of_one_event or alike >= TOLL_CONTEXT


def _of_two_scopes(one: Quantity, other: Quantity, alike: float) -> bool:
    """Return whether two articles tell two figures, no tolls, of other years, parts or places.

    The plainer they tell their scopes, the less else they must have in common.
    """
    if one.article == other.article or one.figure.change != other.figure.change:
        return False
    if one.is_small or other.is_small or counts_of_two(one, other):
        return False
    if _two_told(one, other):
        return in_common(one, other) >= LEAST_TOLD
    if one.countries != other.countries and alike >= RETOLD_CONTEXT:
        return in_common(one, other) >= LEAST_UNTOLD
    if given(one, other) == 2 or in_turn(one, other) or one.opinion or other.opinion:
        return False
    if told_of_one(one.sorts, other.sorts) and in_common(one, other) >= LEAST_TOLD_OF_ONE:
        return True
    if given(one, other):
        return False
    # In nearly one sentence it is the words that differ which tell the two apart: "of men".
    unnamed = not (one.of and other.of)
    of_one_thing = (
        bool(one.of & other.of)
        or (unnamed and one_aspect(one, other))
        or (one.of == other.of and one.beside == other.beside)
    )
    shared = one.context & other.context
    if len(shared - (one.of & other.of)) < LEAST_SHARED or shared in (one.context, other.context):
        return False
    return of_one_thing and alike >= RETOLD_CONTEXT * ease(one, other)


def _two_told(one: Quantity, other: Quantity) -> bool:
    """Return whether both figures tell their scopes: by frame, sort or name ("a day ticket")."""
    of_two_kinds = bool(one.of & other.of and one.of - other.of and other.of - one.of)
    return (
        scopes_differ(one, other)
        or contrasted(one.sorts, other.sorts)
        or (of_two_kinds and one.is_measured)
    )


def _part_of_the_other(one: Quantity, other: Quantity) -> bool:
    """Return whether the smaller number of one outcome is told of some of the people alone.

    Two pilots and ten guests are parts of a third number, not of each other.
    """
    if one.outcome != other.outcome:
        return True
    part, whole = sorted((one, other), key=lambda each: each.base)
    told = part.which or part.of_several or part.inside or part.frame.part != whole.frame.part
    all_told = whole.which <= part.which and not (whole.outcome == "on board" and whole.of)
    return all_told and bool(told or part.frame.reach != whole.frame.reach or part.of)


def _far_apart(one: Quantity, other: Quantity) -> bool:
    """Return whether nobody takes one number for the other: a price a share, the whole offer."""
    low, high = sorted((abs(one.base), abs(other.base)))
    return high > MOST_APART * low


def _holds_the_other(one: Quantity, other: Quantity) -> bool:
    """Return whether one of two tolls counts some or all of the people of the other."""
    if one.outcome == other.outcome:
        return min(one.base, other.base) > 1 and scopes_differ(one, other)
    if {"other", "others"} & (one.which | other.which):
        return False
    both = (one.outcome, other.outcome)
    if any(each.outcome == "on board" and (each.which or each.of) for each in (one, other)):
        return False  # "two crew members aboard" are not all on board
    return both in KINDRED or both[::-1] in KINDRED


# By whether no third group of the story is of the outcome of the first figure.
_QUESTIONS = {only: partial(_kin, only=only) for only in (True, False)}
