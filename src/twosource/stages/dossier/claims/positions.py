"""Part the carriages of a claim by the value they give, in order, and say which are at odds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from twosource.model.annotated import Figure
from twosource.model.cited import Label
from twosource.model.claimed import Carriage, Position
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.claims.alike import opposed
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.compared import Compared
from twosource.stages.dossier.claims.independence import Ground, Place, supporting
from twosource.stages.dossier.claims.labels import known_informants, label_of, withdrawn_label_of
from twosource.stages.dossier.figures.alike import as_rough_as_told, meaning_digits, same_value
from twosource.stages.dossier.figures.outcomes import COUNTED_ON
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.informants.one_informant import may_be_one
from twosource.stages.dossier.telling.values import shown

CONTRARY = "not so"  # the value of a position that says the opposite of the claim's sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One way a claim is told, with the sentences behind it."""

    value: str  # as in Position
    as_of: str
    carried: tuple[Carried, ...]

    @property
    def carriages(self) -> tuple[Carriage, ...]:
        """Return the passages that tell it so."""
        return tuple(each.carriage for each in self.carried)

    @property
    def telling(self) -> tuple[Carriage, ...]:
        """Return the passages that bear it out: of a value, those that give it.

        What a copy made of the sentence without its figure belongs to the claim and proves no
        figure.
        """
        given = tuple(each.carriage for each in self.carried if each.told.figure is not None)
        return given or self.carriages

    @property
    def withdrawn(self) -> bool:
        """Return whether its source has taken it back and nothing else supports it."""
        return not supporting(self.carriages) and any(each.withdrawn for each in self.carried)


def sides_of(carried: Sequence[Carried]) -> tuple[Side, ...]:
    """Return the positions of a claim, by value or by yes and no, the first told first."""
    rough = _as_rough_as_told(carried)
    places: list[list[int]] = []
    for at, each in enumerate(carried):
        one_side = (
            part
            for part in places
            if all(_one_side((each, rough[at]), (carried[p], rough[p])) for p in part)
        )
        home = next(one_side, None)
        if home is None:
            places.append([at])
        elif not any(_one_passage(each, carried[other]) for other in home):
            home.append(at)
    parts = [[carried[place] for place in part] for part in places]
    contrary = _minority(parts)
    return tuple(
        Side(
            value=CONTRARY if index in contrary else _value(part),
            as_of=next((f.when for f in _figures(part) if f.when), ""),
            carried=tuple(part),
        )
        for index, part in enumerate(parts)
    )


def at_odds(one: Side, other: Side) -> bool:
    """Return whether two positions dispute each other, and neither has merely overtaken the other.

    Positions belong to informants: two values of one informant are an update. So is a count that
    goes on (the dead, the injured) when all that give the older value wrote before any gave the
    newer.
    """
    left, right = (_supporting(side) for side in (one, other))
    if not left or not right:
        return False
    if {f.when for f in _figures(left) if f.when} != {f.when for f in _figures(right) if f.when}:
        return False
    if overtakes(one, other) or overtakes(other, one):
        return False
    mine = known_informants([each.carriage for each in left])
    theirs = known_informants([each.carriage for each in right])
    if not mine or not theirs:
        return False  # of two values that nobody is named for, one may simply be old
    return not any(may_be_one(a, b) for a in mine for b in theirs)


def overtakes(newer: Side, older: Side) -> bool:
    """Return whether a count that goes on was told as `older` only before `newer` came up."""
    told = newer.carried[0].told
    if told.quantity is None or told.quantity.outcome not in COUNTED_ON:
        return False
    news, olds = _times(newer), _times(older)
    return bool(news and olds) and max(olds) < min(news)


def unlike(carried: Sequence[Carried], compared: Compared) -> frozenset[frozenset[Place]]:
    """Return the pairs of sentences of one claim that do not bear out each other.

    "He had the child for ten minutes before he was shot", "the child was between his legs when he
    was shot": a third report, which tells both, makes them one claim. Asked only of passages that
    name different informants.
    """
    known = [each for each in carried if each.carriage.informant.kind != "unstated"]
    bears_out: dict[frozenset[Place], bool] = {}
    for at, one in enumerate(known):
        for other in known[:at]:
            pair = frozenset((_place(one), _place(other)))
            # A sentence that gives the value twice ("770 km (480 miles)") need do so but once.
            if one.carriage.informant.key == other.carriage.informant.key or bears_out.get(pair):
                continue
            bears_out[pair] = compared.bear_out(one.told, other.told)
    return frozenset(pair for pair, borne_out in bears_out.items() if not borne_out)


# ---- in a part ---------------------------------------------------------------------------------


def _place(each: Carried) -> Place:
    return (each.carriage.citation.article, each.carriage.citation.span)


def _as_rough_as_told(carried: Sequence[Carried]) -> list[Quantity | None]:
    """Return the figure of each, as rough as any of them tells its value."""
    told = [each.told.quantity for each in carried]
    rough = iter(as_rough_as_told([each for each in told if each is not None]))
    return [None if each is None else next(rough) for each in told]


def _one_side(
    first: tuple[Carried, Quantity | None], second: tuple[Carried, Quantity | None]
) -> bool:
    (one, quantity), (other, its) = first, second
    if quantity is not None and its is not None:
        return same_value(quantity, its)
    if one.carriage.report == other.carriage.report:
        return True  # one report does not contradict itself; its copies turn sentences round
    return not opposed(one.told, other.told)


def _one_passage(one: Carried, other: Carried) -> bool:
    """Return whether a sentence gives one value twice: "770 km (480 miles)"."""
    left, right = one.carriage, other.carriage
    same_words = left.stance == right.stance and left.informant.key == right.informant.key
    return same_words and _place(one) == _place(other)


def _minority(parts: Sequence[Sequence[Carried]]) -> frozenset[int]:
    """Return which parts deny what the largest part says, where no figure parts them."""
    if len(parts) < 2 or parts[0][0].told.figure is not None:
        return frozenset()
    largest = max(range(len(parts)), key=lambda index: (len(parts[index]), -index))
    return frozenset(range(len(parts))) - {largest}


def _value(part: Sequence[Carried]) -> str:
    """Return the value as its most exact figure gives it."""
    told = [(each.carriage.citation, each.told.quantity) for each in part if each.told.quantity]
    if not told:
        return ""
    citation, best = max(
        told, key=lambda each: (not each[1].figure.approximate, meaning_digits(each[1]))
    )
    start = best.figure.span.start - citation.span.start
    return shown(best, folded(citation.words[start : start + len(best.figure.span)]))


def _figures(part: Sequence[Carried]) -> list[Figure]:
    return [each.told.figure for each in part if each.told.figure is not None]


def _supporting(side: Side) -> list[Carried]:
    return [e for e in side.carried if e.carriage.supports and e.carriage.stance == "asserts"]


def _times(side: Side) -> list[datetime]:
    """Return when a position was told in reports of their own; copies may come late."""
    first: dict[str, datetime] = {}
    for each in side.carried:
        at = each.carriage.citation.published
        if at is not None:
            report = each.carriage.report
            first[report] = min(at, first.get(report, at))
    return list(first.values())


def ranked(sides: Sequence[Side], ground: Ground) -> list[tuple[Side, Label]]:
    """Return the positions, labelled: the best borne out, then those overtaken, newest first."""
    labelled = [(side, _label(side, ground)) for side in sides]
    overtaken = {
        index
        for index, older in enumerate(sides)
        if any(overtakes(newer, older) for newer in sides if newer is not older)
    }
    order = sorted(
        range(len(sides)),
        key=lambda i: (
            not labelled[i][1].reports or sides[i].withdrawn,
            max(_times(sides[i])).timestamp() * -1 if i in overtaken else -math.inf,
            sides[i].value == CONTRARY,
            labelled[i][1].kind != "corroborated",
            -labelled[i][1].reports,
            -labelled[i][1].outlets,
            i,
        ),
    )
    return [labelled[index] for index in order]


def _label(side: Side, ground: Ground) -> Label:
    if side.withdrawn:
        taken_back = [each.carriage for each in side.carried if each.withdrawn]
        return withdrawn_label_of(taken_back, ground)
    return label_of(side.telling, ground)


def positions_of(
    by_rank: Sequence[tuple[Side, Label]], beside: Sequence[Carried]
) -> tuple[Position, ...]:
    """Return all positions; denials, questions and suppositions stand with the first.

    In each, what supports it stands before what does not, or does no longer.
    """
    others = [each.carriage for each in beside]
    return tuple(
        Position(
            value=side.value,
            as_of=side.as_of,
            label=label,
            carriages=(
                *sorted(side.carriages, key=lambda each: not each.supports),
                *(others if place == 0 else ()),
            ),
        )
        for place, (side, label) in enumerate(by_rank)
    )
