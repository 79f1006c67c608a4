"""Set down one row of figures: what it is of, how its values differ, and who gives which."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.dossier import FigureComparison, FigureValue
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.figures.alike import same_value
from twosource.stages.dossier.figures.differences import difference, one_party, told
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.figures.scopes import Kin
from twosource.stages.dossier.figures.titles import shown_as, title_of
from twosource.stages.dossier.reading import Reading


def row_of(group: Sequence[Quantity], reading: Reading, cite: Cite) -> FigureComparison:
    """Return figures that measure one thing of one scope side by side."""
    relation, note = difference(group, reading)
    return FigureComparison(
        what=title_of(group),
        relation=relation,
        note=note,
        values=tuple(_value(same, group, reading, cite) for same in _by_value(group)),
    )


def row_of_kin(kin: Kin, reading: Reading, cite: Cite) -> FigureComparison:
    """Return two groups that tell one thing of two scopes, as one row."""
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


def _by_value(group: Sequence[Quantity]) -> list[list[Quantity]]:
    """Return the group's figures by value as told (value, upper end, unit), in order of telling."""
    values: dict[tuple[float, float | None, str | None, bool], list[Quantity]] = {}
    for each in group:
        figure = each.figure
        key = (figure.value, figure.high, figure.unit, figure.approximate)
        values.setdefault(key, []).append(each)
    return list(values.values())


def _value(
    same: list[Quantity], group: Sequence[Quantity], reading: Reading, cite: Cite
) -> FigureValue:
    first = same[0].figure
    return FigureValue(
        shown=shown_as(same[0], group),
        value=first.value,
        high=first.high,
        unit=first.unit,
        approximate=first.approximate,
        issuer=_issuers(same),
        as_of=next((each.figure.when for each in same if each.figure.when), ""),
        outlets=reading.outlets_in_order(each.article for each in same),
        citations=tuple(cite(each.article, each.sentence) for each in same),
    )


def _issuers(same: Sequence[Quantity]) -> str:
    """Return all who give a value, each party once: "police, the army and the hospital"."""
    given: list[str] = []
    for each in same:
        if each.issuer and not any(one_party(each.issuer, other) for other in given):
            given.append(each.issuer)
    *others, last = given or [""]
    return f"{', '.join(others)} and {last}" if others else last
