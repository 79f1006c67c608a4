"""Tell unread articles apart by the words and names that stand in them, held as small numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.edges.stores.column import Lists, unjoined

Places = NDArray[np.int64]
Truths = NDArray[np.bool_]

MARKS = 1 << 16  # different marks: two words are alike by chance in one of 32,768
ODD = np.uint16(1)
# What of the fewer of both must stand in the other too. Of 1,386 articles of two sets of events
# that share keys, and 1,597 copies made of them, no copy had less than .37 of the words and no
# pair on other words' account less than five names; of pairs that report two events nine in ten do.
LEAST_NAMES, LEAST_OF_NAMES = 5, 0.4
LEAST_OF_WORDS = 0.3
NAMES_ENOUGH = 10  # in common: a translation shares no words


def packed_marks(marks: Sequence[int]) -> bytes:
    """Return marks as they are kept: sorted, each once, high byte first."""
    return np.unique(np.array(marks, dtype=">u2")).tobytes()


class Glances:
    """The marks of the article at each place: rare names and figures are odd, other words even."""

    def __init__(self) -> None:
        self._names, self._words = Lists(np.uint16), Lists(np.uint16)

    def extend(self, marks: Sequence[bytes]) -> None:
        """Take in the kept marks of the articles at the next places."""
        found, lengths = unjoined(marks, ">u2")
        odd = (found & ODD).astype(np.bool_)
        up_to = np.concatenate([[0], np.cumsum(odd)])[np.cumsum(lengths)]
        names = np.diff(up_to, prepend=0)
        self._names.extend(found[odd], names)
        self._words.extend(found[~odd], lengths - names)

    def alike(self, places: Places, marks: Sequence[int], by_names: Truths) -> Truths:
        """Return which of these places share enough with these marks to be worth reading.

        `by_names` says which places were found by names alone: two names in a row may be a
        president's. A place that has no marks of a kind is not told apart by them.
        """
        own = np.unique(np.array(marks, dtype=np.uint16))
        own_names = int(np.count_nonzero(own & ODD))
        wanted = np.zeros(MARKS, dtype=np.bool_)
        wanted[own] = True
        names, held = self._names.among(places, wanted)
        needed = np.maximum(LEAST_NAMES, LEAST_OF_NAMES * np.minimum(held, own_names))
        named = (names >= needed) | (held == 0)
        answer: Truths = named | ~by_names
        asked = np.flatnonzero(answer & ~(named & (names >= NAMES_ENOUGH)))
        words, held = self._words.among(places[asked], wanted)
        needed = LEAST_OF_WORDS * (np.minimum(held, len(own) - own_names) + 1)
        answer[asked] = (words + 1 >= needed) | (held == 0)
        return answer
