"""Say in words why two articles that share something are still two reports."""

from __future__ import annotations

from twosource.outlets import Outlets, one_outlet
from twosource.stages.lineage.beside import of_two
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.reasons import called, listed, much, named, names_of
from twosource.stages.lineage.score import same_matter
from twosource.text.frames import tell_of_two
from twosource.text.hashes import word_hash

LITTLE = 0.05  # of one's sentences: what two reports of one event share by chance
UNEVEN = 0.15  # likeness that the rest is short of the longest block, from which on it is told
USED_AGAIN = 0.3  # of one's sentences: an outlet's background
RECOUNTED = 0.3  # of the figures in like sentences


def why_apart(one: Fingerprint, other: Fingerprint, outlets: Outlets) -> tuple[str, ...]:
    """Return what speaks against copying, each as a readable line; for pairs without a link.

    Given are the shares of the article that has more of the other in it.
    """
    sides, own = of_two(one, other).sides, one_outlet(one.outlet, other.outlet)
    ends = zip((one, other), (other, one), sides, strict=True)
    nearer, farther, most = max(ends, key=lambda end: end[2].wording + end[2].covered)
    here, there = called(nearer, farther)
    if most.covered < LITTLE:
        why = [f"no sentence of {here} has a counterpart in {there} beyond chance"]
        return named(why, outlets)
    atop = min(side.atop for side in sides)
    lacking = (
        f"no later version, as of what one tells first only {atop:.0%} stands in the other"
        if own and most.covered >= USED_AGAIN and same_matter(sides)
        else "too little for a copy"
    )
    why = [
        f"{much(most.wording)} of the wording of {here} stands in that of {there}, "
        f"{most.covered:.0%} of its sentences, by weight, have a counterpart: {lacking}"
    ]
    if most.names < 1:
        alone = names_of(
            [each for each in nearer.landmarks if word_hash(each.form) not in farther.names]
        )
        why.append(
            f"{1 - most.names:.0%} of the names and figures of {here} are not in {there}: "
            f"{listed(alone)}"
        )
    if tell_of_two(one.filled, other.filled):
        why.append("the same words stand in both beside other names, figures or days")
    if most.uneven >= UNEVEN:
        why.append(
            "one block is nearly word for word and the rest is told each in his own way, as in two "
            "reports that print one release"
        )
    if most.recounted >= RECOUNTED:
        why.append(f"{most.recounted:.0%} of the figures in like sentences are others")
    if own:
        why.append("both are of one outlet, which may use its own background again")
    return named(why, outlets)
