"""Lay the figures of all sources side by side and say how they differ, never which is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from twosource.model.acquired import Outlet
from twosource.model.cited import Citation
from twosource.model.dossier import FigureComparison, FigureRelation, FigureValue
from twosource.model.identity import OutletId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.called import outlet_called
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.figures.differences import pairs_apart
from twosource.stages.dossier.figures.grouping import grouping
from twosource.stages.dossier.figures.quantities import quantities
from twosource.stages.dossier.figures.quantity import Group, Quantity
from twosource.stages.dossier.figures.rows import row_of, row_of_kin
from twosource.stages.dossier.figures.scopes import kindred
from twosource.stages.dossier.notices.meant import TakenBack, taken_back
from twosource.stages.dossier.pairs import Pairs
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.once import KnownOf, kept_per_story, known_per_story, once_per_story

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
    reading, groups = reading_of(material), figures_of_one(material)
    compared, single = [], []
    for group, row in _rows(groups, material, cite):
        if row.relation != "single":
            compared.append((group, row))
        elif any(map(_tells_alone, group)):
            single.append((group, row))
    for kin in kindred(groups, kin_before(material.story.id)):
        compared.append((kin.one + kin.other, row_of_kin(kin, reading, cite)))
    compared = [each for each in compared if not _is_told_elsewhere(each[1], compared)]
    compared.sort(key=lambda each: (_ORDER.index(each[1].relation), *_telling(each[0])))
    single.sort(key=lambda each: _telling(each[0]))
    listed = compared[:MOST_COMPARED] + _new_amounts(single, compared)[:MOST_SINGLE]
    notices, outlets = taken_back(material), {each.id: each for each in material.outlets}
    return tuple(noted(each, notices, outlets) for _, each in listed)


@once_per_story
def figures_of_one(material: StoryMaterial) -> list[Group]:
    """Return the figures of a story in groups that measure one thing of one scope."""
    return grouping(material.story.id)(quantities(material))


_Compared = tuple[Group, FigureComparison]
_rows_before: KnownOf[list[_Compared]] = known_per_story()


@kept_per_story
def kin_before() -> Pairs[Group]:
    """Return which groups of a story's last revision told two scopes of one thing."""
    return Pairs()


def _rows(groups: Sequence[Group], material: StoryMaterial, cite: Cite) -> Iterator[_Compared]:
    """Yield each group as a row, after what of it stands in one unit where that tells more.

    A row follows from its figures, their reports and the names of their outlets; where an article
    joined, most are as they were.
    """
    reading, known = reading_of(material), _rows_before(material)
    for whole in groups:
        given = [(reading.outlet_name(q.outlet), reading.report_of[q.article]) for q in whole]
        yield from known.of(partial(_rows_of, whole, reading, cite), whole, given=given)


def _rows_of(whole: Group, reading: Reading, cite: Cite) -> list[_Compared]:
    return [(group, row_of(group, reading, cite)) for group in (*_in_its_unit(whole), whole)]


def _in_its_unit(group: Group) -> list[Group]:
    """Return the figures in the unit that most use, where some round there and others convert.

    "240.1 billion euros", "about 240 billion euros" and "$283 billion" are a rounding, which a
    reader would not see behind the change of units.
    """
    units = [each.figure.unit for each in group]
    most = max(units, key=units.count)
    inside = tuple(each for each in group if each.figure.unit == most)
    measured = inside[0].is_measured and len(inside) < len(group)
    if not measured or all(each.base == inside[0].base for each in inside):
        return []
    apart = pairs_apart(group) or pairs_apart(group[::-1])  # of two bounds the first is the rougher
    return [] if apart else [inside]


def _is_told_elsewhere(row: FigureComparison, compared: list[_Compared]) -> bool:
    """Return whether a mere rounding stands among the values of another row: "dozens", 46, 19."""
    return row.relation == "rounding" and any(
        other.relation == "scope" and all(each in other.values for each in row.values)
        for _, other in compared
    )


def _tells_alone(each: Quantity) -> bool:
    """Return whether a figure that one outlet alone gives says something by itself.

    What somebody says that he has is his saying: "I have eleven hectares of garden chairs".
    """
    named = each.issuer and each.name and each.dimension not in SPANS
    return bool(named) and each.is_telling and not _HIS_OWN.search(each.around)


_HIS_OWN = re.compile(r"\bI(?:\s(?:have|had|own|owned|grow|grew)|[’']ve)\b")


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
    *("conflict", "update", "scope"),
    *("unit", "rounding", "same", "single"),
)


def _telling(group: Group) -> tuple[int, int, int]:
    outlets = len({q.outlet for q in group})
    return (
        -outlets,
        0 if any(q.in_lead for q in group) else 1,
        group[0].place * 100_000 + group[0].figure.span.start,
    )


Outlets = Mapping[OutletId, Outlet]


def noted(
    row: FigureComparison, notices: Sequence[TakenBack], outlets: Outlets
) -> FigureComparison:
    """Return a row with a word on each value that its own outlet calls wrong or has withdrawn.

    The value stays beside the others: who else still tells it is to be seen.
    """
    own = [each for each in notices if each.by_its_own]
    words = dict.fromkeys(
        f"{outlet_called(each.outlet, outlets)} has taken back “{value.shown}”."
        for value in row.values
        for each in _on(value, own)
    )
    return replace(row, note=" ".join(filter(None, (row.note, *words))))


def _on(value: FigureValue, notices: Sequence[TakenBack]) -> Iterator[TakenBack]:
    for each in notices:
        told = any(_is_of(each, citation) for citation in value.citations)
        if told and (each.notice.withdraws or value.value in each.notice.wrong):
            yield each


def _is_of(notice: TakenBack, citation: Citation) -> bool:
    """Return whether words stand in the report that is meant, or in a copy where it is not held."""
    own = citation.outlet == notice.whose or notice.meant is None
    return own and citation.article in notice.carriers
