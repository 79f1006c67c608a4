"""Give an article the keys under which copies of it are found, and the marks that tell it apart."""

from __future__ import annotations

import numpy as np

from twosource.stages.lineage.fingerprint import Fingerprint, plain_words, telling_words
from twosource.text.hashes import as_key, hashed, signed, word_hash
from twosource.text.shingles import ONE_IN, sampled

SHORT_RUNS = 250  # of a brief, which one 5-gram in eight leaves with too few keys to be found by
SHORT_ONE_IN = 4
SIXTEEN_BITS, EVEN = np.uint64(48), np.uint64(0xFFFE)
KEY_LANDMARKS = 24  # the first ones: a copy that breaks off still has them
FEW_LANDMARKS = 6  # names too few to do without a pair
LONG_RUNS = 150  # of a text that may be retold without names; a shorter one may have none
KEY_WORDS, LEAST_KEY_WEIGHT = 12, 6.0  # the rarest; a word in fewer than 1 of 400 articles


def block(fingerprint: Fingerprint) -> tuple[int, ...]:
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
    wording = fingerprint.wording
    short = len(wording.at) <= SHORT_RUNS
    keys = set(sampled(wording.runs, SHORT_ONE_IN if short else ONE_IN))
    # Two for each address: who shares one key alone is no candidate.
    keys |= {as_key(f"page {a} {n}") & ~3 | 2 for a in fingerprint.addresses for n in (1, 2)}
    marks = fingerprint.landmarks[:KEY_LANDMARKS]
    few = len(marks) <= FEW_LANDMARKS
    for distance in (1, 2):
        for one, other in zip(marks, marks[distance:], strict=False):
            if one.whole != other.whole or few:
                first, second = sorted((one.form, other.form))
                keys.add(signed(hashed(f"marks {first} {second}")) | 1)
    if len(wording.at) >= LONG_RUNS:
        keys |= {signed(term) & ~3 for term in _rarest(fingerprint)}
    return tuple(sorted(keys))


def _rarest(article: Fingerprint) -> list[int]:
    """Return its rarest words that are no names; of equals any two texts have the same."""
    terms, weights = plain_words(article)
    order = np.lexsort((terms, -weights))[:KEY_WORDS]
    rarest: list[int] = terms[order[weights[order] >= LEAST_KEY_WEIGHT]].tolist()
    return rarest


def glance(fingerprint: Fingerprint) -> tuple[int, ...]:
    """Return its telling words as even numbers of 16 bits, its rare names and figures as odd ones.

    Who shares few is no copy, read or unread.
    """
    telling = telling_words(fingerprint).terms
    words = set(((telling >> SIXTEEN_BITS) & EVEN).tolist())
    return (*words, *{word_hash(name) >> 48 | 1 for name in fingerprint.names})
