"""Say in sentences why one article is held to be made from another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from twosource.model.identity import OutletId
from twosource.outlets import Outlets, outlet_by_id
from twosource.stages.lineage.fingerprint import Fingerprint, Landmark
from twosource.stages.lineage.traits import Taken
from twosource.text.hashes import word_hash

HALF = 0.5  # of the wording: below it one hardly says whose words they are
LITTLE = 0.005  # what would be shown as nothing at all
SHOWN = 6  # names and figures: enough to see what it is about
# What joins two words of one name, a word and digits, two groups of digits.
JOINING = (frozenset(" -'’"), frozenset("-"), frozenset(",."))
OUTLET = re.compile(r"\{([^{}]+)\}")


def outlet(called: OutletId) -> str:
    """Return what stands for an outlet in a reason until `named` puts its name there."""
    return f"{{{called}}}"


def named(reasons: Iterable[str], outlets: Outlets) -> tuple[str, ...]:
    """Return reasons with outlets by their names, each said once."""
    said = (
        OUTLET.sub(lambda found: outlet_by_id(OutletId(found[1]), outlets).name, each)
        for each in reasons
    )
    return tuple(dict.fromkeys(said))


def in_common(copy: Fingerprint, original: Fingerprint, taken: Taken) -> tuple[str, ...]:
    """Return what of one article stands in another.

    Which came first is not said: a wire's report may stand whole in a paper's longer one.
    """
    here, there = called(copy, original)
    why = [f"{much(taken.wording)} of the wording of {here} stands in that of {there}"]
    if taken.wording < HALF:
        why.append(
            f"{much(taken.covered)} of the sentences of {here}, by weight, have a counterpart in "
            f"{there}; {taken.concord:.0%} of what they share comes in the same order"
        )
    names = names_of([each for each in copy.landmarks if word_hash(each.form) in original.names])
    if names:
        why.append(f"both have these names and figures: {listed(names)}")
    both = sorted(copy.credited & original.credited)
    if both:
        why.append(f"both name as their source: {', '.join(map(outlet, both))}")
    return tuple(why)


def called(one: Fingerprint, other: Fingerprint) -> tuple[str, str]:
    """Return what two articles are called in a reason."""
    if one.outlet == other.outlet:
        return "the one", "the other"
    return outlet(one.outlet), outlet(other.outlet)


def much(share: float) -> str:
    """Return a share in words that never call "0%" what is there."""
    return f"{share:.0%}" if share >= LITTLE else "hardly any"


def listed(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    shown = ", ".join(names[:SHOWN])
    return f"{shown} and {len(names) - SHOWN} more" if len(names) > SHOWN else shown


def names_of(marks: Sequence[Landmark]) -> list[str]:
    """Return names and figures as the text spells them, the pieces of one together."""
    names: list[str] = []
    last: Landmark | None = None
    for mark in marks:
        if last is not None and _of_one(last, mark):
            names[-1] += f"{mark.parted}{mark.spelt}"
        elif not (mark.form.isdigit() and mark.parted in JOINING[2]):  # "000" of "9,000"
            names.append(mark.spelt)
        last = mark
    return names


def _of_one(before: Landmark, mark: Landmark) -> bool:
    """Return whether two marks are pieces of one name ("Ada Holm") or figure ("340,000")."""
    figures = before.form.isdigit() + mark.form.isdigit()
    return mark.whole == before.whole and mark.parted in JOINING[figures]
