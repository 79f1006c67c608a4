"""Find the sentences of two articles that tell the same."""

from __future__ import annotations

from twosource.model.linked import Passage
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.traits import LEAST_LIKENESS, LEAST_MASS
from twosource.text.align import paired
from twosource.text.counterparts import NONE, Counterparts

LEAST_TERMS = 2  # "Ergot." beside a sentence that names ergot is no stretch one recognises

Alike = dict[tuple[int, int], float]
"""How alike sentences are, by their numbers in either article."""


def passages(left: Fingerprint, right: Fingerprint) -> tuple[Passage, ...]:
    """Return the sentences of both articles that tell the same, quotations among them."""
    found = paired(left.whole, right.whole, LEAST_LIKENESS, LEAST_MASS, LEAST_TERMS)
    return told_in_both(left, right, *found)


def told_in_both(
    left: Fingerprint, right: Fingerprint, there: Counterparts, back: Counterparts
) -> tuple[Passage, ...]:
    """Return each sentence of either that has a place in the other, beside what stands there.

    So either half of a sentence that one of them cut in two has its place, whichever is left.
    """
    alike = _alike(there)
    for (place, row), likeness in _alike(back).items():
        alike[row, place] = max(likeness, alike.get((row, place), 0.0))
    return _shown(left, right, alike)


def told_again(left: Fingerprint, right: Fingerprint, least: float) -> tuple[Passage, ...]:
    """Return the sentences that are so alike at the least, and each the likest of the other.

    What is printed again stands there; a sentence that is like it too was written anew.
    """
    found = paired(left.whole, right.whole, least, LEAST_MASS, LEAST_TERMS)
    there, back = map(_alike, found)
    both = [(row, place) for row, place in there if (place, row) in back]
    return _shown(left, right, {(a, b): max(there[a, b], back[b, a]) for a, b in both})


def _alike(found: Counterparts) -> Alike:
    rows = enumerate(zip(found.places.tolist(), found.likeness.tolist(), strict=True))
    return {(row, place): likeness for row, (place, likeness) in rows if place != NONE}


def _shown(left: Fingerprint, right: Fingerprint, alike: Alike) -> tuple[Passage, ...]:
    return tuple(
        Passage(left=left.spans[row], right=right.spans[place], overlap=round(likeness, 6))
        for (row, place), likeness in sorted(alike.items())
    )
