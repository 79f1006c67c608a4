"""Put the figures of a story's reports together that measure one thing of one scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from twosource.stages.dossier.figures.alike import is_equal, same_value
from twosource.stages.dossier.figures.matter import two_aspects
from twosource.stages.dossier.figures.nearness import LARGE, nearness
from twosource.stages.dossier.figures.outcomes import COUNTED_ON, PERSON
from twosource.stages.dossier.figures.quantity import (
    SMALL_COUNT,
    Group,
    Quantity,
    of_one_party,
    scopes_differ,
    told_by_two,
)
from twosource.stages.dossier.figures.reprints import AskedOnce
from twosource.stages.once import Known, kept_per_story


class Grouping:
    """Groups a story's figures, and goes on from its last revision where that tells the first."""

    def __init__(self) -> None:
        self._found: tuple[Quantity, ...] = ()
        self._number: tuple[int, ...] = ()  # of the group of each
        self._groups = Known[Group]()  # while a group stays as it is, it is the same value

    def __call__(self, found: Sequence[Quantity]) -> list[Group]:
        """Return the figures grouped by what they measure, each group in the order of articles.

        A figure joins the group that it fits best, in order of telling. So those that are told
        before any that is new, or told otherwise, stand as they stood.
        """
        as_before = takewhile(
            lambda both: both[0] is both[1], zip(found, self._found, strict=False)
        )
        known = self._number[: sum(1 for _ in as_before)]
        near, comparable = AskedOnce(found, nearness), AskedOnce(found, _comparable)
        same = AskedOnce(found, same_value)
        groups: dict[int, list[Quantity]] = defaultdict(list)
        standing, numbers = _Standing(near), list(known)
        for place, each in enumerate(found):
            if place == len(numbers):
                fits = [
                    (_fit(each, groups[number], near, comparable, same), -number)
                    for number in standing.near(each)
                ]
                best, number = max(fits, default=(0.0, 0))
                numbers.append(-number if best > 0 else len(groups))
            groups[numbers[place]].append(each)
            standing.add(each, numbers[place])
        self._found, self._number = tuple(found), tuple(numbers)
        self._groups.anew()
        return [
            self._groups.of(partial(tuple, group), *group)
            for group in _tolls_of_one_event(list(groups.values()))
        ]


@kept_per_story
def grouping() -> Grouping:
    """Return what groups the figures of a story."""
    return Grouping()


class _Standing:
    """Which groups figures of one dimension stand in, so that a figure is held against few."""

    def __init__(self, near: AskedOnce[float]) -> None:
        self._near = near
        # By dimension: each figure's reprints, the first of them at least, and where they stand.
        self._told: dict[str, dict[int, _Reprints]] = defaultdict(dict)

    def near(self, each: Quantity) -> list[int]:
        """Return in order the groups with a figure that may be near; all others have none."""
        found: set[int] = set()
        told = [one for one in self._told[each.dimension].values() if one.may_be_near(each)]
        answers = self._near.of_each(each, (one.first for one in told))
        for one, answer in zip(told, answers, strict=True):
            # Beside a figure of its own outlet it is not what it is beside that one's reprints.
            if answer > 0 or (one.again and one.first.outlet == each.outlet):
                found |= one.groups
        return sorted(found)

    def add(self, each: Quantity, place: int) -> None:
        """Take note of the group that a figure has joined."""
        told = self._told[each.dimension].setdefault(self._near.told_as(each), _Reprints(each))
        told.again = told.again or told.first.article != each.article
        told.groups.add(place)


class _Reprints:
    """Figures that are told alike, by the first of them."""

    def __init__(self, first: Quantity) -> None:
        self.first = first
        self.again = False  # in another article, too
        self.groups: set[int] = set()

    def may_be_near(self, each: Quantity) -> bool:
        """Return whether a figure may be near any: in one article only equals and two parties'."""
        one = self.first
        elsewhere = self.again or one.article != each.article
        return elsewhere or same_value(one, each) or told_by_two(one, each)


def _tolls_of_one_event(groups: Sequence[list[Quantity]]) -> list[list[Quantity]]:
    """Return the groups, those put together that tell how the toll of the story's event moved.

    An article that tells two numbers of it ("the toll rose through the night from 60 to 84") parts
    them at first.
    """
    kept: list[list[Quantity]] = []
    for group in groups:
        same = next((each for each in kept if _one_event(each, group)), None)
        if same is None:
            kept.append(group)
        else:
            same += group
            same.sort(key=lambda each: (each.place, each.figure.span))
    return kept


def _one_event(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Return whether two groups give the toll of one event.

    Each is told early by two outlets, or the same large number stands in both.
    """
    outcomes = {each.outcome for each in (*one, *other)}
    if len(outcomes) > 1 or not outcomes <= COUNTED_ON:
        return False
    early = [[each for each in group if each.in_lead] for group in (one, other)]
    if not all(early) or any(scopes_differ(a, b) for a in early[0] for b in early[1]):
        return False
    many = all(len({each.outlet for each in group}) > 1 for group in early)
    return many or any(_one_large(a, b) for a in one for b in other)


def _one_large(one: Quantity, other: Quantity) -> bool:
    return is_equal(one, other) and one.figure.value > SMALL_COUNT and one.base_high is None


def _fit(
    each: Quantity,
    group: list[Quantity],
    near: AskedOnce[float],
    comparable: AskedOnce[bool],
    same: AskedOnce[bool],
) -> float:
    """Return how well a figure fits a group, 0 where it does not.

    It must be near one member, and near at least half of those that tell another amount: a number
    that two sentences share must not tie two things together. Tolls of one number may.
    """
    found = near.of_each(each, group)
    nearest = max(found)
    if nearest == 0 or not all(comparable.of_each(each, group)):
        return 0.0
    for n, other in zip(found, group, strict=True):
        if n > 0 and each.base == other.base and (each.outcome or _one_by_name(each, other)):
            return nearest
    if _of_parties(group) and nearest > 1:
        return nearest
    others = [n for n, one in zip(found, same.of_each(each, group), strict=True) if not one]
    return nearest if 2 * sum(n > 0 for n in others) >= len(others) else 0.0


def _of_parties(group: Sequence[Quantity]) -> bool:
    """Return whether the group is of numbers that one article sets beside each other."""
    return len(group) > 1 and len({each.article for each in group}) == 1


def _one_by_name(one: Quantity, other: Quantity) -> bool:
    """Return whether a large number stands twice, of one kind of thing or given by one party."""
    named = bool(one.of) and one.of == other.of
    return one.figure.value >= LARGE and (named or of_one_party(one, other))


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Return whether nothing says that two figures measure different things."""
    if one.dimension != other.dimension or (
        one.figure.change != other.figure.change and not same_value(one, other)
    ):
        return False
    if one.outcome and one.adds != other.adds:
        return False  # "three were found dead", and days later "three more"
    of_lengths = one.dimension == "m"  # as often equal by chance as sums and shares are not
    if two_aspects(one, other) and (of_lengths or not same_value(one, other)):
        return False
    if (one.opinion or other.opinion) and not same_value(one, other):
        return False
    if one.outcome != other.outcome and not _told_without_its_verb(one, other):
        return False
    # one house may write of two events; what it corrects in a later version is an update, and so
    # is the toll that its next report opens with
    two_sources = one.outlet != other.outlet or one.old != other.old or _tolls_in_turn(one, other)
    set_beside = one.article == other.article and told_by_two(one, other)
    return (two_sources and one.article != other.article) or set_beside or same_value(one, other)


def _tolls_in_turn(one: Quantity, other: Quantity) -> bool:
    """Return whether an outlet's two reports each tell a toll early."""
    return bool(one.outcome) and one.in_lead and other.in_lead and one.published != other.published


def _told_without_its_verb(one: Quantity, other: Quantity) -> bool:
    """Return whether one large number of people is told with what befell them and without."""
    untold = not one.outcome or not other.outcome
    people = one.unit == other.unit == PERSON
    return untold and people and min(one.base, other.base) >= LARGE and same_value(one, other)
