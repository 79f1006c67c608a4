"""Say how surely two sentences tell the same thing, so that they carry one claim."""

from __future__ import annotations

from twosource.stages.dossier.claims.amounts import amounts
from twosource.stages.dossier.claims.happenings import happenings
from twosource.stages.dossier.claims.shared import SAME_CLAIM
from twosource.stages.dossier.telling.told import Told


def likeness(one: Told, other: Told) -> float:
    """Return how surely two things told are one claim, 0 to 1; another value may be told of it.

    Figures must measure the same, and with other values beside the same words. Happenings need
    most of the weight of the shorter sentence, and no other day, number or person.
    """
    if one.figure is None and other.figure is None:
        return happenings(one, other)
    return amounts(one, other)


def bear_out(one: Told, other: Told) -> bool:
    """Return whether two sentences are one claim by themselves, and what tells most is in both.

    In a story of a gorilla, a child and a shot, two sentences that share these words and no more
    tell what the whole story tells.
    """
    if likeness(one, other) < SAME_CLAIM:
        return False
    if one.figure is not None or one.failed & other.failed or one.minutes & other.minutes:
        return True
    shared = one.concepts.keys() & other.concepts.keys()
    most = max((one.concepts[each] for each in shared), default=0.0)
    return all(
        weight <= most
        for told in (one, other)
        for concept, weight in told.concepts.items()
        if concept not in shared
    )
