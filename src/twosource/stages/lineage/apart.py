"""Say in words why two articles that share something are still two reports."""

from __future__ import annotations

from twosource.stages.lineage.block import Fingerprint
from twosource.stages.lineage.traits import taken

LITTLE = 0.05  # of one's sentences: what two reports of one event share by chance


def why_apart(one: Fingerprint, other: Fingerprint) -> tuple[str, ...]:
    """Return what speaks against copying, each as a readable line; for pairs without a link.

    Given are the shares of the article that has more of the other in it.
    """
    there, back = taken(one, other)
    most = max(there, back, key=lambda each: each.wording + each.covered)
    if most.covered < LITTLE:
        return ("no sentence of the one has a counterpart in the other beyond chance",)
    why = [
        f"{most.wording:.0%} of the wording of the one stands in the other, "
        f"{most.covered:.0%} of its sentences, by weight, have a counterpart: too little for a copy"
    ]
    if most.names < 1:
        why.append(f"{1 - most.names:.0%} of its names and figures are not in the other")
    if one.outlet == other.outlet:
        why.append("both are of one outlet, which may use its own background again")
    return tuple(why)
