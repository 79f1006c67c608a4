"""Turn runs of words into numbers, so that shared wording can be counted exactly and found fast."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part

Hashes = NDArray[np.uint64]

SHINGLE_WORDS = 5  # shorter runs are shared by chance, longer ones break at the first swapped word
ONE_IN = 8  # keys kept per shingle: every fifth-word run of every article is too much for a store
STEP = np.uint64(0x9E3779B97F4A7C15)
LANES = 64  # words that cost no more than a step where the loop runs as it stands
MIXER = np.uint64(0xBF58476D1CE4E5B9)


def runs_of(words: Hashes, size: int = SHINGLE_WORDS) -> Hashes:
    """Return one 64-bit hash per run of `size` words in reading order, of words as `word_hash` has.

    The same words give the same hashes on every machine and in every run. A text shorter than one
    run gives none.
    """
    return mixed.over(len(words) // LANES)(words, size)


@compiled
def mixed(words: Hashes, size: int) -> Hashes:
    """Return one hash for each run of words, worked out for all runs together."""
    runs = max(len(words) - size + 1, 0)
    total = np.zeros(runs, dtype=np.uint64)
    for place in range(size):
        total = total * STEP + words[place : place + runs]
        total ^= total >> np.uint64(29)
    total *= MIXER
    return total ^ (total >> np.uint64(32))


@part
def sampled(hashes: Hashes, one_in: int = ONE_IN) -> Hashes:
    """Return the hashes that serve as keys.

    The choice depends on the hash alone, so a run of words is a key in both articles or in none
    (Manber 1994, "Finding similar files in a large file system").
    """
    kept: Hashes = hashes[hashes % np.uint64(one_in) == 0]
    return kept
