"""Say in sentences why one article is held to be made from another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from twosource.model.identity import OutletId
from twosource.outlets import Outlets, outlet_by_id
from twosource.stages.lineage.fingerprint import Fingerprint, Landmark
from twosource.stages.lineage.traits import Taken

HALF = 0.5  # of the wording: below it one hardly says whose words they are
LITTLE = 0.005  # what would be shown as nothing at all
SHOWN = 6  # names and figures: enough to see what it is about
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
    if copy.outlet == original.outlet:
        here, there = "the one version", "the other version"
    else:
        here, there = outlet(copy.outlet), outlet(original.outlet)
    much = f"{taken.wording:.0%}" if taken.wording >= LITTLE else "hardly any"
    why = [f"{much} of the wording of {here} stands in that of {there}"]
    if taken.wording < HALF:
        why.append(
            f"{taken.covered:.0%} of the sentences of {here}, by weight, have a counterpart in "
            f"{there}; {taken.concord:.0%} of what they share comes in the same order"
        )
    names = names_of([each for each in copy.landmarks if each.form in original.names])
    if names:
        shown = ", ".join(names[:SHOWN])
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        why.append(f"both have these names and figures: {shown}{more}")
    both = sorted(copy.credited & original.credited)
    if both:
        why.append(f"both name as their source: {', '.join(map(outlet, both))}")
    return tuple(why)


def of_letters(*marks: Landmark) -> bool:
    """Return whether none of the marks is a figure."""
    return not any(mark.form.isdigit() for mark in marks)


def names_of(marks: Sequence[Landmark]) -> list[str]:
    """Return names and figures as the text spells them, the words of one name together."""
    names: list[str] = []
    last: Landmark | None = None
    for mark in marks:
        if last is not None and mark.joined and mark.whole == last.whole and of_letters(mark, last):
            names[-1] += f" {mark.spelt}"
        else:
            names.append(mark.spelt)
        last = mark
    return names
