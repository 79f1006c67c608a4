"""Find the sentences of two articles that tell the same."""

from __future__ import annotations

from twosource.model.linked import Passage
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.text.align import paired
from twosource.text.counterparts import NONE, Masses, Numbers

LEAST_LIKENESS = 0.35
LEAST_MASS = 4.0
LEAST_TERMS = 2  # "Ergot." beside a sentence that names ergot is no stretch one recognises


def passages(
    left: Fingerprint, right: Fingerprint, least_likeness: float = LEAST_LIKENESS
) -> tuple[Passage, ...]:
    """Return the sentences of both articles that tell the same, quotations among them."""
    found = paired(left.whole, right.whole, least_likeness, LEAST_MASS, LEAST_TERMS)
    return told_in_both(left, right, found.places, found.masses / left.whole.masses)


def told_in_both(
    left: Fingerprint, right: Fingerprint, places: Numbers, shares: Masses
) -> tuple[Passage, ...]:
    """Return the sentences that have a place in the other, with so much of each as it shares."""
    rows = zip(left.spans, places.tolist(), shares.tolist(), strict=True)
    return tuple(
        Passage(left=span, right=right.spans[place], overlap=round(min(1.0, share), 6))
        for span, place, share in rows
        if place != NONE
    )
