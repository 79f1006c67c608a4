"""Bring to claims what figures and statements know: which figures, or sayings, are of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from operator import attrgetter

from twosource.model.dossier import Statement
from twosource.model.identity import ArticleId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.figures.compare import figures_of_one
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import Known, KnownOf, known_per_story

Beside = Mapping[int, Set[int]]
"""By the place of a thing told those that are of one figure, or saying, itself among them."""

_IN_UNIT = ("unit", "dimension", "base", "base_high")
_unit = attrgetter(*_IN_UNIT)


def in_their_units(
    told: Sequence[tuple[Told, ...]], material: StoryMaterial
) -> list[tuple[Told, ...]]:
    """Return what articles tell, each figure in the unit in which its row compares it.

    "Kroner" of no told country are the one krone of the story, and sums are in one currency where
    some report gives the rate.
    """
    before = _told_before(material)
    other = {
        (each.article, each.figure.span): each
        for group in figures_of_one(material)
        for each in group
    }
    return [
        tuple(
            _in_unit(each, other[mark], before) if (mark := _mark(each)) in other else each
            for each in article
        )
        for article in told
    ]


_told_before: KnownOf[Told] = known_per_story()


def _in_unit(told: Told, compared: Quantity, before: Known[Told]) -> Told:
    if told.quantity is None or _unit(told.quantity) == _unit(compared):
        return told
    quantity = replace(told.quantity, **dict(zip(_IN_UNIT, _unit(compared), strict=True)))
    return before.of(partial(replace, told, quantity=quantity), told, given=_unit(compared))


def laid_beside(told: Sequence[Told], material: StoryMaterial) -> Beside:
    """Return for each thing told with which others it gives one figure, whatever value each has.

    What a figure measures is worded in many ways, which its row settles; the words round it need
    not tell it again.
    """
    at = {_mark(each): index for index, each in enumerate(told) if each.figure is not None}
    found: dict[int, Set[int]] = {}
    for group in figures_of_one(material):
        marks = ((each.article, each.figure.span) for each in group)
        together = frozenset(at[mark] for mark in marks if mark in at)
        found.update(dict.fromkeys(sorted(together), together))
    return found


def _mark(told: Told) -> tuple[ArticleId, object]:
    return told.article, told.figure and told.figure.span


def said_beside(told: Sequence[Told], statements: Sequence[Statement]) -> Beside:
    """Return for each thing told with which others it is one saying of one speaker.

    Of speech reported in one sentence alone; who is quoted in full may say several things.
    """
    at: dict[ArticleId, list[int]] = defaultdict(list)
    for index, each in enumerate(told):
        if each.figure is None and each.quote is not None and each.quote.kind == "indirect":
            at[each.article].append(index)
    found: dict[int, Set[int]] = {}
    for statement in statements:
        cited = [each for wording in statement.wordings for each in wording.text.citations]
        places = frozenset(
            place
            for each in cited
            for place in at.get(each.article, ())
            if each.span.holds(told[place].content[0])
        )
        if len(places) == len(cited) > 1:
            found.update(dict.fromkeys(sorted(places), places))
    return found
