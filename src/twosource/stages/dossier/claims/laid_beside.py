"""Bring to claims what figures and statements know: which values, or sayings, are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain

from twosource.model.dossier import Statement
from twosource.model.identity import ArticleId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.figures.compare import figures_of_one
from twosource.stages.dossier.telling.measures import comparable
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import one_value, unit_of
from twosource.text.units import one_of_each

Beside = Mapping[int, Set[int]]
"""By the place of a thing told those that give one value of one figure, itself among them."""


def in_told_currency(told: Sequence[tuple[Told, ...]]) -> Sequence[tuple[Told, ...]]:
    """Return what articles tell, "kroner" of no told country read as the one krone of the story."""
    figures = (each.figure for article in told for each in article if each.figure is not None)
    meant = one_of_each(each.unit for each in figures)
    if not meant:
        return told
    return [tuple(_in_unit(each, meant) for each in article) for article in told]


def laid_beside(told: Sequence[Told], material: StoryMaterial) -> Beside:
    """Return for each thing told with which others it gives one value of one figure.

    What a figure measures is worded in many ways, which its row settles; the words round it need
    not tell it again.
    """
    at = {
        (each.article, each.figure.span): index
        for index, each in enumerate(told)
        if each.figure is not None
    }
    found: dict[int, Set[int]] = {}
    for group in figures_of_one(material):
        places = (at.get((each.article, each.figure.span)) for each in group)
        found.update(_of_one_value([place for place in places if place is not None], told))
    return found


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


def _of_one_value(places: Sequence[int], told: Sequence[Told]) -> Iterator[tuple[int, Set[int]]]:
    """Yield for each place those that give its value; what is told alike is compared but once."""
    alike: dict[object, list[int]] = defaultdict(list)
    for place in places:
        figure, measure = told[place].figure, told[place].measure
        if figure is not None and measure is not None:
            value = figure.value, figure.high, figure.unit, figure.approximate
            alike[value, measure.unit, measure.outcome, measure.part].append(place)
    for mine in alike.values():
        theirs = (each for each in alike.values() if _give_one_value(told[mine[0]], told[each[0]]))
        together = frozenset(chain.from_iterable(theirs))
        for place in mine:
            yield place, together


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
