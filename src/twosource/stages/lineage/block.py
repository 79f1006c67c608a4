"""Give an article the keys under which copies of it are found, and the marks that tell it apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from twosource.stages.lineage.fingerprint import Fingerprint, plain_words, telling_words
from twosource.text.hashes import hashed
from twosource.text.shingles import ONE_IN, Hashes, sampled

SHORT_RUNS = 250  # of a brief, which one 5-gram in eight leaves with too few keys to be found by
SHORT_ONE_IN = 4
SIXTEEN_BITS, EVEN, ODD = np.uint64(48), np.uint64(0xFFFE), np.uint64(1)
FOURS = ~np.uint64(3)
KEY_LANDMARKS = 24  # the first ones: a copy that breaks off still has them
FEW_LANDMARKS = 6  # names too few to do without a pair
LONG_RUNS = 150  # of a text that may be retold without names; a shorter one may have none
KEY_WORDS, LEAST_KEY_WEIGHT = 12, 6.0  # the rarest; a word in fewer than 1 of 400 articles


def block(fingerprint: Fingerprint) -> NDArray[np.int64]:
    """Return the keys under which copies of the article can be found, sorted.

    One hashed 5-gram in eight, of a short text in four, which reprints and excerpts share, and
    pairs of rare names and figures that are first mentioned one after the other, at most one
    between: a rewording changes the words, but keeps who comes after whom. The words of one name
    are a pair only where there are few: a president's stand in one of seven articles. Of a long
    text the rarest words besides names, which a rewording has that leaves names out. Quotations
    stay in: they may find a pair that `compare` then looks at more closely. And its address: a page
    may be rewritten whole. Keys of names are odd, as two names in a row may be a president's; those
    of runs and words are whole fours, those of addresses two more.
    """
    runs = fingerprint.runs
    keys = [sampled(runs, SHORT_ONE_IN if len(runs) <= SHORT_RUNS else ONE_IN)]
    if len(runs) >= LONG_RUNS:
        keys.append(_rarest(fingerprint) & FOURS)
    # Two for each address: who shares one key alone is no candidate.
    pages = [hashed(f"page {a} {n}") & ~3 | 2 for a in fingerprint.addresses for n in (1, 2)]
    keys.append(np.array([*pages, *_pairs(fingerprint)], dtype=np.uint64))
    return np.unique(np.concatenate(keys).astype(np.int64))


def _pairs(article: Fingerprint) -> Iterator[int]:
    """Yield what stands for two names that are first mentioned one after the other."""
    places = article.first_marks[:KEY_LANDMARKS]
    forms = [article.cut.lexicon.forms[row] for row in article.cut.rows[places].tolist()]
    wholes = article.wholes[:KEY_LANDMARKS].tolist()
    few = len(forms) <= FEW_LANDMARKS
    for distance in (1, 2):
        for at in range(len(forms) - distance):
            if few or wholes[at] != wholes[at + distance]:
                yield _pair(forms[at], forms[at + distance])


@lru_cache(maxsize=50_000)
def _pair(one: str, other: str) -> int:
    """Return the key of two names, in whatever order: reports of one event have the same."""
    pair = f"marks {one} {other}" if one < other else f"marks {other} {one}"
    return hashed(pair) | 1


def _rarest(article: Fingerprint) -> Hashes:
    """Return its rarest words that are no names; of equals any two texts have the same."""
    terms, weights = plain_words(article)
    order = np.lexsort((terms, -weights))[:KEY_WORDS]
    return terms[order[weights[order] >= LEAST_KEY_WEIGHT]]


def glance(fingerprint: Fingerprint) -> NDArray[np.uint64]:
    """Return its telling words as even numbers of 16 bits, its rare names and figures as odd ones.

    Who shares few is no copy, read or unread.
    """
    words = (telling_words(fingerprint).terms >> SIXTEEN_BITS) & EVEN
    names = (fingerprint.cut.words(fingerprint.first_marks) >> SIXTEEN_BITS) | ODD
    return np.unique(np.concatenate([words, names]))
