"""Give an article the keys under which copies of it are found, and the marks that tell it apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part, step
from twosource.stages.lineage.fingerprint import TELLING, Fingerprint
from twosource.text.counterparts import Laid
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
    # Two for each address: who shares one key alone is no candidate.
    pages = [hashed(f"page {a} {n}") & ~3 | 2 for a in fingerprint.addresses for n in (1, 2)]
    known = np.array([*pages, *_pairs(fingerprint)], dtype=np.uint64)
    runs, whole = fingerprint.runs, fingerprint.whole.columns()
    return keys_of.over(len(runs))(runs, whole, fingerprint.marks.terms, known)


@compiled
def keys_of(runs: Hashes, text: Laid, marks: Hashes, known: Hashes) -> NDArray[np.int64]:
    """Return the keys of runs and rare words beside those that are known, sorted, each once."""
    keys = sampled(runs, SHORT_ONE_IN if len(runs) <= SHORT_RUNS else ONE_IN)
    if len(runs) >= LONG_RUNS:
        keys = np.concatenate((keys, rarest(text, marks) & FOURS))
    return each_once(np.concatenate((keys, known)).view(np.int64))


@part
def rarest(text: Laid, marks: Hashes) -> Hashes:
    """Return its rarest words that are no marks; of equals any two texts have the same."""
    names = np.sort(marks)
    terms, weights = np.zeros(KEY_WORDS, dtype=np.uint64), np.zeros(KEY_WORDS)
    kept = 0
    for number in range(len(text.terms)):
        term, weight = text.terms[number], heaviest(text, number)
        place = np.searchsorted(names, term)
        is_name = place < len(names) and names[place] == term
        if weight < LEAST_KEY_WEIGHT or weight <= weights[-1] or is_name:
            continue
        rank = kept = min(kept + 1, KEY_WORDS)
        while rank > 1 and weight > weights[rank - 2]:
            rank -= 1
            terms[rank], weights[rank] = terms[rank - 1], weights[rank - 1]
        terms[rank - 1], weights[rank - 1] = term, weight
    return terms[:kept]


@step
def heaviest(text: Laid, number: int) -> float:
    """Return what a term of a text weighs where it weighs most."""
    weight = 0.0
    for entry in range(text.starts[number], text.starts[number + 1]):
        weight = max(weight, text.weights[entry])
    return weight


@part
def each_once(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return numbers sorted, each once."""
    numbers = np.sort(numbers)
    count = 0
    for number in numbers:
        if not count or numbers[count - 1] != number:
            numbers[count] = number
            count += 1
    return numbers[:count].copy()


def _pairs(article: Fingerprint) -> Iterator[int]:
    """Yield what stands for two names that are first mentioned one after the other."""
    places, wholes = (column[:KEY_LANDMARKS] for column in article.first)
    forms = [article.cut.lexicon.forms[row] for row in article.cut.rows[places].tolist()]
    names = [*zip(forms, wholes.tolist(), strict=True)]
    few = len(names) <= FEW_LANDMARKS
    for distance in (1, 2):
        for (one, whole), (other, other_whole) in zip(names, names[distance:], strict=False):
            if few or whole != other_whole:
                yield _pair(one, other)


@lru_cache(maxsize=50_000)
def _pair(one: str, other: str) -> int:
    """Return the key of two names, in whatever order: reports of one event have the same."""
    pair = f"marks {one} {other}" if one < other else f"marks {other} {one}"
    return hashed(pair) | 1


def glance(fingerprint: Fingerprint) -> NDArray[np.uint64]:
    """Return its telling words as even numbers of 16 bits, its rare names and figures as odd ones.

    Who shares few is no copy, read or unread.
    """
    names = fingerprint.cut.words(fingerprint.first.places)
    return glances.over(len(fingerprint.cut))(fingerprint.whole.columns(), names)


@compiled
def glances(text: Laid, names: Hashes) -> Hashes:
    """Return what stands for the telling words of a text and for names, sorted, each once."""
    found = np.zeros(len(text.terms) + len(names), dtype=np.uint64)
    count = len(names)
    found[:count] = (names >> SIXTEEN_BITS) | ODD
    for number in range(len(text.terms)):
        if heaviest(text, number) >= TELLING:
            found[count] = (text.terms[number] >> SIXTEEN_BITS) & EVEN
            count += 1
    return each_once(found[:count])
