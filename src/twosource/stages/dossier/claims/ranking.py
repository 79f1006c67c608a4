"""Put the positions of a claim in order, each with its label: what stands now first."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.cited import Label
from twosource.model.claimed import Position
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.independence import Ground
from twosource.stages.dossier.claims.labels import label_of, withdrawn_label_of
from twosource.stages.dossier.claims.positions import CONTRARY, Side, overtakes


def ranked(sides: Sequence[Side], ground: Ground) -> list[tuple[Side, Label]]:
    """Return the positions with their labels: what stands now first, then the best borne out."""
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
            i in overtaken,
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
