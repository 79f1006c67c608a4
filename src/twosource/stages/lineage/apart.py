"""Say in words why two articles that share something are still two reports."""

from __future__ import annotations

from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.traits import shared_by, taken

LITTLE = 0.05  # of one's sentences: what two reports of one event share by chance
UNEVEN = 0.15  # likeness that the rest is short of the longest block, from which on it is told
RECOUNTED = 0.3  # of the figures in like sentences


def why_apart(one: Fingerprint, other: Fingerprint) -> tuple[str, ...]:
    """Return what speaks against copying, each as a readable line; for pairs without a link.

    Given are the shares of the article that has more of the other in it.
    """
    there, back = taken(one, other, shared_by(one, other))
    most = max(there, back, key=lambda each: each.wording + each.covered)
    if most.covered < LITTLE:
        return ("no sentence of the one has a counterpart in the other beyond chance",)
    why = [
        f"{most.wording:.0%} of the wording of the one stands in the other, "
        f"{most.covered:.0%} of its sentences, by weight, have a counterpart: too little for a copy"
    ]
    if most.names < 1:
        why.append(f"{1 - most.names:.0%} of its names and figures are not in the other")
    if most.uneven >= UNEVEN:
        why.append(
            "one block is nearly word for word and the rest is told each in his own way, as in two "
            "reports that print one release"
        )
    if most.recounted >= RECOUNTED:
        why.append(f"{most.recounted:.0%} of the figures in like sentences are others")
    if one.outlet == other.outlet:
        why.append("both are of one outlet, which may use its own background again")
    return tuple(why)
