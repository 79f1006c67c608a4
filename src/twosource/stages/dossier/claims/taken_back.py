"""Mark what a notice in another article takes back or calls wrong, in a report and its copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.model.acquired import Outlet
from twosource.model.claimed import Carriage
from twosource.model.identity import OutletId
from twosource.stages.dossier.called import outlet_called, whose
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.positions import Side
from twosource.stages.dossier.notices.meant import TakenBack
from twosource.stages.dossier.notices.told import told_wrongly
from twosource.stages.dossier.telling.vocabulary import weighed

LEAST_SHARED = 3  # words of weight that a notice and a passage share, where no number tells
FEWEST_SHARED = 2  # where the notice has no more: "the captain was drunk"
CORRECTED, _WITHDRAWN = "corrected it", "withdrawn the report"
RETOLD = "tells what an earlier report said, in a notice on it"

Outlets = Mapping[OutletId, Outlet]


def with_notices(
    sides: Sequence[Side], notices: Sequence[TakenBack], outlets: Outlets
) -> tuple[Side, ...]:
    """Return the positions without the support of what its own outlet has taken back elsewhere.

    The copies that still carry it are withdrawn with it. What another outlet calls wrong stands as
    it did: that is shown and not decided. The words in which a notice repeats what was wrong
    support nothing.
    """
    if not notices:
        return tuple(sides)
    return tuple(
        replace(side, carried=tuple(_marked(each, notices, outlets) for each in side.carried))
        for side in sides
    )


def without_withdrawn(
    carriages: Iterable[Carriage], notices: Sequence[TakenBack], outlets: Outlets
) -> tuple[Carriage, ...]:
    """Return passages without the support of those whose whole report its outlet has withdrawn."""
    whole = [each for each in notices if each.notice.withdraws and each.by_its_own]
    return tuple(_unless_withdrawn(each, whole, outlets) for each in carriages)


def _unless_withdrawn(
    carriage: Carriage, notices: Sequence[TakenBack], outlets: Outlets
) -> Carriage:
    for notice in notices:
        if carriage.citation.article in notice.carriers and carriage.report == notice.report:
            return _unsupported(carriage, notice.outlet, _WITHDRAWN, outlets)
    return carriage


def called_wrong(sides: Sequence[Side], notices: Sequence[TakenBack]) -> bool:
    """Return whether another outlet calls wrong what a claim's passages tell."""
    return any(not notice.by_its_own for notice in _concerning(sides, notices))


def told_of(
    sides: Sequence[Side], notices: Sequence[TakenBack], outlets: Outlets
) -> tuple[str, ...]:
    """Return a sentence for each notice on a claim, with its words."""
    return tuple(
        f"{outlet_called(notice.outlet, outlets)} says of "
        f"{'its own' if notice.by_its_own else whose(outlet_called(notice.whose, outlets))} "
        f"report: {_quoted(notice.notice.words)}"
        for notice in _concerning(sides, notices)
    )


def _concerning(sides: Sequence[Side], notices: Sequence[TakenBack]) -> Iterator[TakenBack]:
    for notice in notices:
        if any(_concerns(notice, each) for side in sides for each in side.carried):
            yield notice


def _marked(each: Carried, notices: Sequence[TakenBack], outlets: Outlets) -> Carried:
    if any(_repeats(notice, each) for notice in notices):
        return replace(each, carriage=replace(each.carriage, supports=False, why=RETOLD))
    for notice in notices:
        if notice.by_its_own and _concerns(notice, each):
            done = _WITHDRAWN if notice.notice.withdraws else CORRECTED
            return withdrawn(each, notice.outlet, done, outlets)
    return each


def withdrawn(each: Carried, by: OutletId, done: str, outlets: Outlets) -> Carried:
    """Return a passage marked as taken back by an outlet, so that it supports nothing."""
    carriage = _unsupported(each.carriage, by, done, outlets)
    return replace(each, carriage=carriage, withdrawn=True)


def _unsupported(carriage: Carriage, by: OutletId, done: str, outlets: Outlets) -> Carriage:
    if carriage.outlet == by:
        why = f"withdrawn at source: the outlet has {done}"
    else:
        name = outlet_called(by, outlets)
        why = f"withdrawn at source: {name} has {done}, this copy still carries it"
    return replace(carriage, supports=False, why=why)


def _concerns(notice: TakenBack, each: Carried) -> bool:
    """Return whether a notice speaks of what a passage tells."""
    if each.told.article not in notice.carriers or each.carriage.report != notice.report:
        return False
    if notice.notice.withdraws:
        return True
    if notice.notice.wrong:
        return each.told.figure is not None and each.told.figure.value in notice.notice.wrong
    wrong = weighed(told_wrongly(notice.notice.words)).keys()
    enough = max(min(LEAST_SHARED, len(wrong)), FEWEST_SHARED)
    return each.told.figure is None and len(wrong & each.told.concepts.keys()) >= enough


def _repeats(notice: TakenBack, each: Carried) -> bool:
    """Return whether a passage is the notice itself, but for the number it puts right."""
    told, wrong = each.told, notice.notice.wrong
    inside = told.article == notice.teller and told.span.touches(notice.notice.span)
    return inside and (not wrong or told.figure is None or told.figure.value in wrong)


def _quoted(words: str) -> str:
    return f"“{words.replace('“', '‘').replace('”', '’')}”"
