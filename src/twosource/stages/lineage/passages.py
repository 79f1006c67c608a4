"""Find the sentences of two articles that tell the same."""

from __future__ import annotations

from twosource.model.linked import Passage
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.text.align import paired
from twosource.text.counterparts import NONE

LEAST_LIKENESS = 0.35
LEAST_MASS = 4.0
LEAST_TERMS = 2  # "Ergot." beside a sentence that names ergot is no stretch one recognises


def passages(
    left: Fingerprint, right: Fingerprint, least_likeness: float = LEAST_LIKENESS
) -> tuple[Passage, ...]:
    """Return the sentences of both articles that tell the same, quotations among them."""
    found = paired(left.whole, right.whole, least_likeness, LEAST_MASS, LEAST_TERMS)
    columns = (left.whole.masses, found.places, found.masses)
    rows = zip(left.spans, *(column.tolist() for column in columns), strict=True)
    return tuple(
        Passage(left=span, right=right.spans[place], overlap=round(min(1.0, both / mass), 6))
        for span, mass, place, both in rows
        if place != NONE
    )
