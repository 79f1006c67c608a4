"""Bring to claims what the figures' rows know: which values of two reports are one figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from twosource.model.material import StoryMaterial
from twosource.stages.dossier.figures.compare import figures_of_one
from twosource.stages.dossier.pairs import Pair
from twosource.stages.dossier.telling.measures import comparable
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import one_value, unit_of
from twosource.text.units import one_of_each


def in_told_currency(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return the things told, "kroner" of no told country read as the one krone of the story."""
    meant = one_of_each(each.figure.unit for each in told if each.figure is not None)
    return tuple(_in_unit(each, meant) for each in told)


def laid_beside(told: Sequence[Told], material: StoryMaterial) -> frozenset[Pair]:
    """Return the pairs of things told, in order, that give one value of one figure.

    What a figure measures is worded in many ways, which its row settles; the words round it need
    not tell it again.
    """
    at = {
        (each.article, each.figure.span): index
        for index, each in enumerate(told)
        if each.figure is not None
    }
    groups = (
        sorted(at[q.article, q.figure.span] for q in group if (q.article, q.figure.span) in at)
        for group in figures_of_one(material)
    )
    return frozenset(pair for group in groups for pair in _of_one_value(group, told))


def _of_one_value(indices: Sequence[int], told: Sequence[Told]) -> Iterator[Pair]:
    for one, other in combinations(indices, 2):
        if _give_one_value(told[one], told[other]):
            yield one, other


def _give_one_value(one: Told, other: Told) -> bool:
    if one.figure is None or other.figure is None or one.measure is None or other.measure is None:
        return False
    return comparable(one.measure, other.measure) and one_value(one.figure, other.figure)


def _in_unit(told: Told, meant: dict[str, str]) -> Told:
    unit = meant.get(told.figure.unit or "") if told.figure is not None else None
    if unit is None or told.figure is None or told.measure is None:
        return told
    figure = replace(told.figure, unit=unit)
    return replace(told, figure=figure, measure=replace(told.measure, unit=unit_of(figure)))
