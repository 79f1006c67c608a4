"""Find the numbers of one text again in another that may round them: 214 as "some 200"."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from twosource.model.annotated import Figure
from twosource.stages.lineage.amounts import ROUNDED_FROM, last_digit

Values = NDArray[np.float64]

FEW = 2.0  # one or two of something says nothing
ROUGH = 0.1  # relative: "200" for 180


def values_in(figures: Iterable[Figure]) -> Values:
    """Return the numbers that figures tell, each once, sorted."""
    found = {each.value for each in figures}
    return np.array(sorted(value for value in found if value > FEW), dtype=np.float64)


def known_values(mine: Values, theirs: Values) -> int:
    """Return how many numbers of one text are told in the other too, as they are or rounded.

    A rounded number is off by no more than half of its last digit that means something.
    """
    if not len(mine) or not len(theirs):
        return 0
    off = np.abs(mine[:, np.newaxis] - theirs)
    larger = np.maximum(mine[:, np.newaxis], theirs)
    digit = np.maximum(_last_digits(mine)[:, np.newaxis], _last_digits(theirs))
    rounded = (off <= digit / 2) & (off <= ROUGH * larger) & (larger >= ROUNDED_FROM)
    return int(np.count_nonzero(((off == 0) | rounded).any(axis=1)))


def _last_digits(values: Values) -> Values:
    return np.array([last_digit(value) for value in values.tolist()], dtype=np.float64)
