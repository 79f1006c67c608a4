"""Choose the sentences that together tell most of what several reports tell."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.stages.dossier.sameness import STOP_WORDS, words_of
from twosource.stages.dossier.telling.vocabulary import (
    NUMBER_WEIGHT,
    weighed,
    with_countries,
    without_numbers,
)
from twosource.text.normalize import stem
from twosource.text.numbers import read_numbers

Vector = Mapping[str, float]
Likenesses = NDArray[np.float64]
Places = NDArray[np.intp]

AT_ONCE = 2_000_000  # likenesses that are held in memory: those of some 1,400 sentences


class Alike:
    """Unit vectors of words, and their products: 1 for the same words, 0 for none in common.

    Every product adds up in the order of the words of the first vector, so that it is the same
    number in whatever company it is computed.
    """

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._size = len(vectors)
        lengths = [len(vector) for vector in vectors]
        number: dict[str, int] = {}
        words = np.fromiter(
            (number.setdefault(word, len(number)) for vector in vectors for word in vector),
            dtype=np.intp,
            count=sum(lengths),
        )
        self._weights = np.fromiter(
            (weight for vector in vectors for weight in vector.values()), dtype=np.float64
        )
        self._places = np.repeat(np.arange(self._size), lengths)
        self._ends = np.concatenate(([0], np.cumsum(lengths, dtype=np.intp)))
        # By word: where it stands, sentence by sentence.
        self._standing = np.argsort(words, kind="stable")
        self._often = np.bincount(words, minlength=len(number))[words]
        self._first = np.searchsorted(words[self._standing], words)

    def rows(self, at_once: int = AT_ONCE) -> Iterator[Likenesses]:
        """Yield the likenesses of the sentences to all of them, some rows at a time, in order."""
        step = max(1, at_once // max(1, self._size))
        for start in range(0, self._size, step):
            yield self._of(start, min(start + step, self._size))

    def to(self, place: int) -> Likenesses:
        """Return the likenesses of all sentences to one."""
        row: Likenesses = self._of(place, place + 1)[0]
        return row

    def _of(self, start: int, stop: int) -> Likenesses:
        mine = slice(self._ends[start], self._ends[stop])
        often = self._often[mine]
        theirs = self._standing[_stretches(self._first[mine], often)]
        row = np.repeat(self._places[mine] - start, often)
        products = np.repeat(self._weights[mine], often) * self._weights[theirs]
        found: NDArray[Any] = np.bincount(
            row * self._size + self._places[theirs],
            weights=products,
            minlength=(stop - start) * self._size,
        )
        return found.astype(np.float64, copy=False).reshape(stop - start, self._size)


def _stretches(first: Places, lengths: Places) -> Places:
    """Return the numbers of several stretches, one stretch after the other."""
    before = np.cumsum(lengths) - lengths
    stretches: Places = np.repeat(first - before, lengths) + np.arange(lengths.sum())
    return stretches


# Chosen on the first 80 usable clusters of summaries-multinews-sample; the figures move by less
# than half a point when one of them is changed by a third (quality/summaries measures all).
POSITION = 0.3  # weight of standing early, against 1 for centrality
POSITION_FADES = 5.0  # sentences; the fifth counts a third of the first
SUPPORT = 1.0  # weight of being told by other reports too
FRESH = 0.55  # weight of being salient against repeating what is chosen already (MMR)
SENTENCES_HELD = 20_000  # of some 400 articles: a story that grows has nearly all of them again


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence that may be chosen."""

    report: int  # which report it stands in; copies have their origin's number
    position: int  # within its text, from 0
    text: str
    cost: int = 1  # of the room there is: 1 when sentences are counted, else its words
    claims: frozenset[str] = frozenset()  # what it claims, equal for all sentences that claim it
    bonus: float = 0.0  # added for what its words do not tell: a name in full, a figure


def choose(sentences: Sequence[Sentence], room: int, least_new: float = 0.0) -> tuple[int, ...]:
    """Return the places of the sentences chosen, the most salient first.

    Centrality adds up the weights of a sentence's words, where a word weighs more the more reports
    use it, and is held against length and cost: long sentences must not win by length alone where
    sentences are counted, still less where their words are. Support is a sentence's likeness to
    the nearest of each other report; repetition is held down by maximal marginal relevance.
    Radev et al. 2004 (centroid), Carbonell and Goldstein 1998 (MMR). Equal values go to the
    earlier sentence. A sentence that does not fit is passed by, and so is one that claims nothing
    but what those chosen claim, or of which a smaller share than `least_new` is told by none.
    """
    if not sentences:
        return ()
    stems = [_stems(each.text) for each in sentences]
    alike = Alike(_vectors(stems))
    scores = _salience(sentences, stems, alike)
    worth = FRESH * scores / (scores.max() or 1.0)
    worth[[not each for each in stems]] = -np.inf
    repeated = np.zeros(len(sentences))
    told: set[str] = set()
    claimed: set[str] = set()
    chosen: list[int] = []
    values = worth.copy()
    while room > 0 and np.isfinite(values[best := int(values.argmax())]):
        worth[best] = values[best] = -np.inf
        contents = contents_of(sentences[best].text)
        again = bool(sentences[best].claims) and claimed.issuperset(sentences[best].claims)
        if sentences[best].cost > room or again or adds(contents, told) < least_new:
            continue
        claimed |= sentences[best].claims
        told |= contents.keys()
        room -= sentences[best].cost
        chosen.append(best)
        repeated = np.maximum(repeated, alike.to(best))
        values = worth - (1 - FRESH) * repeated
    return tuple(chosen)


@lru_cache(maxsize=SENTENCES_HELD)
def _stems(text: str) -> Counter[str]:
    return Counter(
        stem(word) for word in words_of(text) if word not in STOP_WORDS and len(word) > 1
    )


def _vectors(stems: Sequence[Counter[str]]) -> list[Vector]:
    """Return unit vectors of words weighted by how few sentences hold them."""
    holding = Counter(word for each in stems for word in each)
    rarity = {word: math.log(1 + len(stems) / count) for word, count in holding.items()}
    return [
        _unit({word: (1 + math.log(n)) * rarity[word] for word, n in each.items()})
        for each in stems
    ]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else {}


def _salience(
    sentences: Sequence[Sentence], stems: Sequence[Counter[str]], alike: Alike
) -> Likenesses:
    weights = _centroid(sentences, stems)
    central = [sum(weights[word] for word in each) / len(each) if each else 0.0 for each in stems]
    most = max(central) or 1.0
    supported = _support(sentences, alike)
    return np.array(
        [
            round(
                value / most
                + POSITION * math.exp(-each.position / POSITION_FADES)
                + SUPPORT * support
                + each.bonus,
                9,
            )
            for value, each, support in zip(central, sentences, supported, strict=True)
        ]
    )


def _centroid(sentences: Sequence[Sentence], stems: Sequence[Counter[str]]) -> Vector:
    """Return the weight of every word: how often, in how many reports, in how few sentences."""
    often: Counter[str] = Counter()
    holding: Counter[str] = Counter()
    reports: dict[str, set[int]] = defaultdict(set)
    for sentence, each in zip(sentences, stems, strict=True):
        for word, count in each.items():
            often[word] += count
            holding[word] += 1
            reports[word].add(sentence.report)
    number = len({sentence.report for sentence in sentences})
    return {
        word: math.log(1 + often[word])
        * (len(reports[word]) / number)
        * math.log(1 + len(stems) / holding[word])
        for word in often
    }


def _support(sentences: Sequence[Sentence], alike: Alike) -> list[float]:
    """Return for each sentence the mean likeness of the nearest sentence of every other report."""
    reports = np.array([each.report for each in sentences])
    together = np.argsort(reports, kind="stable")
    numbers, begins = np.unique(reports[together], return_index=True)
    others = max(1, len(numbers) - 1)
    supported: list[float] = []
    for rows in alike.rows():
        nearest = np.maximum.reduceat(rows[:, together], begins, axis=1)
        own = reports[len(supported) : len(supported) + len(rows)]
        nearest[np.arange(len(rows)), np.searchsorted(numbers, own)] = 0.0
        # One after the other: numpy's own sum would depend on how many reports there are.
        supported += (np.cumsum(nearest, axis=1)[:, -1] / others).tolist()
    return supported


@lru_cache(maxsize=SENTENCES_HELD)
def contents_of(text: str) -> Mapping[str, float]:
    """Return what a sentence tells, each with how much it tells, 0 to 1.

    "Killed" and "died", "Americans" and "U.S. citizens", "ten" and "10" are one thing each.
    """
    words = without_numbers(weighed(with_countries(text)))
    return words | {f"={each.value}": NUMBER_WEIGHT for each in read_numbers(text)}


def adds(contents: Mapping[str, float], told: Collection[str]) -> float:
    """Return the share of what a sentence tells that is not told yet, 0 to 1, by weight.

    An empty sentence adds nothing.
    """
    whole = sum(contents.values())
    new = sum(weight for content, weight in sorted(contents.items()) if content not in told)
    return min(1.0, new / whole) if whole else 0.0
