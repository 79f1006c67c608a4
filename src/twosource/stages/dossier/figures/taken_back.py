"""Say of a row of figures which of its values an outlet has taken back in another article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.model.acquired import Outlet
from twosource.model.cited import Citation
from twosource.model.dossier import FigureComparison, FigureValue
from twosource.model.identity import OutletId
from twosource.stages.dossier.called import outlet_called
from twosource.stages.dossier.notices.meant import TakenBack

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
