"""Lay the figures of all sources side by side and say how they differ, never which is right."""

from __future__ import annotations

from twosource.model.dossier import FigureComparison, FigureRelation, FigureValue
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.figures.alike import same_value
from twosource.stages.dossier.figures.differences import difference, told
from twosource.stages.dossier.figures.grouping import grouping
from twosource.stages.dossier.figures.quantities import quantities
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.figures.scopes import Kin, kindred
from twosource.stages.dossier.figures.titles import shown_as, title_of
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.once import once_per_story

MOST_COMPARED = 30
MOST_SINGLE = 6
SPANS = ("second", "month")  # how long something took is no figure to list by itself


def compare_figures(material: StoryMaterial, cite: Cite) -> tuple[FigureComparison, ...]:
    """Return the quantities several outlets give, then the most telling ones that one gives alone.

    Only figures that measure the same thing are compared: one dimension (after conversion), one
    outcome for people ("dead" is not "injured"), overlapping words for what is measured, and
    sentences that speak of the same. Conflicts come first, then updates, other scopes, units,
    roundings and agreement; within these the quantities most outlets give.
    """
    reading = reading_of(material)
    groups = figures_of_one(material)
    compared, single = [], []
    for group in [each for whole in groups for each in (*_in_its_unit(whole), whole)]:
        comparison = _comparison(group, reading, cite)
        if comparison.relation != "single":
            compared.append((group, comparison))
        elif any(q.issuer and q.name and q.is_telling and q.dimension not in SPANS for q in group):
            single.append((group, comparison))
    compared += [(kin.one + kin.other, _scopes(kin, reading, cite)) for kin in kindred(groups)]
    compared = [each for each in compared if not _is_told_elsewhere(each[1], compared)]
    compared.sort(key=lambda each: (_ORDER.index(each[1].relation), *_telling(each[0])))
    single.sort(key=lambda each: _telling(each[0]))
    listed = compared[:MOST_COMPARED] + _new_amounts(single, compared)[:MOST_SINGLE]
    return tuple(each for _, each in listed)


@once_per_story
def figures_of_one(material: StoryMaterial) -> list[list[Quantity]]:
    """Return the figures of a story in groups that measure one thing of one scope."""
    return grouping(material.story.id)(quantities(reading_of(material)))


def _in_its_unit(group: list[Quantity]) -> list[list[Quantity]]:
    """Return the figures in the unit that most use, where some round there and others convert.

    "240.1 billion euros", "about 240 billion euros" and "$283 billion" are a rounding, which a
    reader would not see behind the change of units.
    """
    units = [each.figure.unit for each in group]
    most = max(units, key=units.count)
    inside = [each for each in group if each.figure.unit == most]
    measured = inside[0].is_measured and len(inside) < len(group)
    if not measured or all(each.base == inside[0].base for each in inside):
        return []
    apart = any(not same_value(one, other) for one in group for other in group)
    return [] if apart else [inside]


_Compared = tuple[list[Quantity], FigureComparison]


def _is_told_elsewhere(row: FigureComparison, compared: list[_Compared]) -> bool:
    """Return whether a mere rounding stands among the values of another row: "dozens", 46, 19."""
    return row.relation == "rounding" and any(
        other.relation == "scope" and all(each in other.values for each in row.values)
        for _, other in compared
    )


def _new_amounts(single: list[_Compared], compared: list[_Compared]) -> list[_Compared]:
    """Return the single figures whose amount does not stand in the list already."""
    listed = [quantity for group, _ in compared for quantity in group]
    kept = []
    for group, comparison in single:
        first = group[0]
        if not any(q.dimension == first.dimension and q.base == first.base for q in listed):
            kept.append((group, comparison))
            listed += group
    return kept


_ORDER: tuple[FigureRelation, ...] = (
    "conflict", "update", "scope", "unit", "rounding", "same", "single",
)  # fmt: skip


def _telling(group: list[Quantity]) -> tuple[int, int, int]:
    outlets = len({q.outlet for q in group})
    return (
        -outlets,
        0 if any(q.in_lead for q in group) else 1,
        group[0].place * 100_000 + group[0].figure.span.start,
    )


def _comparison(group: list[Quantity], reading: Reading, cite: Cite) -> FigureComparison:
    relation, note = difference(group, reading)
    return FigureComparison(
        what=title_of(group),
        relation=relation,
        note=note,
        values=tuple(_value(same, group, reading, cite) for same in _by_value(group)),
    )


def _scopes(kin: Kin, reading: Reading, cite: Cite) -> FigureComparison:
    first, second = kin.first, kin.second
    if first.outcome != second.outcome:
        what = f"{first.outcome} and {second.outcome}"
        note = (
            f"“{first.words}” are {_those(first.outcome)}, "
            f"“{second.words}” {_those(second.outcome)}: "
            "not the same people are counted."
        )
    else:
        what = title_of(kin.one)
        note = f"{told(first, reading)}, {told(second, reading)}: not the same scope."
    return FigureComparison(
        what=what,
        relation="scope",
        note=note,
        values=tuple(
            _value(same, group, reading, cite)
            for group, shown in ((kin.one, first), (kin.other, second))
            for same in _by_value(group)
            if same_value(same[0], shown)
        ),
    )


def _those(outcome: str) -> str:
    return {"in hospital": "those in hospital", "on board": "all on board"}.get(
        outcome, f"the {outcome}"
    )


def _by_value(group: list[Quantity]) -> list[list[Quantity]]:
    """Return the group's figures by value as told (value, upper end, unit), in order of telling."""
    values: dict[tuple[float, float | None, str | None, bool], list[Quantity]] = {}
    for each in group:
        figure = each.figure
        key = (figure.value, figure.high, figure.unit, figure.approximate)
        values.setdefault(key, []).append(each)
    return list(values.values())


def _value(
    same: list[Quantity], group: list[Quantity], reading: Reading, cite: Cite
) -> FigureValue:
    first = same[0].figure
    return FigureValue(
        shown=shown_as(same[0], group),
        value=first.value,
        high=first.high,
        unit=first.unit,
        approximate=first.approximate,
        issuer=next((each.issuer for each in same if each.issuer), ""),
        as_of=next((each.figure.when for each in same if each.figure.when), ""),
        outlets=reading.outlets_in_order(each.article for each in same),
        citations=tuple(cite(each.article, each.sentence) for each in same),
    )
