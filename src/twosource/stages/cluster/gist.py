"""Hold what tells an article's event as numbers: small, and compared with many others at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import nan

import numpy as np
from numpy.typing import NDArray

from twosource.columns import KEYS, packed
from twosource.model.identity import ArticleId
from twosource.stages.cluster.block import Features, block
from twosource.stages.cluster.scene import Scene
from twosource.text.hashes import word_hash
from twosource.text.normalize import stem

# The kinds of terms: words and names; pairs of neighbouring words; figures; what days are told; the
# slots of its frame. The first three bits of a term tell its kind, the others what it is: of two
# times 160 terms, two are the same by chance once in 20,000 pairs of articles.
WORD, PAIR, FIGURE, DAY, SLOT = 0, 1, 2, 3, 4
KINDS = 5
TERM_BITS = 29
MIXER = np.uint64(0x9E3779B97F4A7C15)

# What is kept of each term. Of a pair its mass stands in TEXT; of a figure 1 in TEXT where the text
# has it, and 1 in LEAD where headline or lead do. A day stands in LEAD if it is told and in TEXT if
# it or one beside it is, a year in TITLE, a weekday in NAMES. What fills a slot stands in TEXT, 1
# in LEAD. LEAD holds of a name of the lead what it weighs, and of another word of the beginning the
# same below 0, so that sums of names leave it out (`of_names`).
TEXT, TITLE, NAMES, LEAD = 0, 1, 2, 3
COLUMNS = 4
ONE = 32_767  # stands for a mass of 1
OF_LEAD = 2048  # stands for a weight of 1 of a lead's name or beginning's word; none weighs 15

Terms = NDArray[np.uint32]
Masses = NDArray[np.int16]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gist:
    """What two articles are compared by; of its words only what it gives is kept as such."""

    article: ArticleId
    seconds: float  # when it was published, since 1970; nan where the page does not say
    words: int  # how long headline, deck and body are
    keys: bytes  # under which others find it, packed
    terms: Terms  # sorted, each once
    masses: Masses  # of each term, by column
    totals: NDArray[np.int32]  # of the masses, by kind and column
    headed: bool  # whether the page has a headline
    lead_names: int  # how many of its terms are names in headline or lead
    given: tuple[str, ...]  # figures, and what is of its scene: what two may share
    marks: NDArray[np.int64]  # of each, sorted: bits that stand for it, the last for where it is


def gist_of(features: Features) -> Gist:
    """Return the features of an article as numbers; masses in steps of a thirty-thousandth."""
    words, pairs = sorted(features.vocabulary), list(features.pairs)
    figures = sorted(features.figures | features.lead_figures)
    days = sorted(features.days.near | features.days.years | features.days.weekdays)
    slots = np.array(list(features.filled), dtype=np.uint64)
    hashes = (_hashes(words), _of_pairs(pairs), _hashes(figures), _hashes(days), slots)
    terms = np.concatenate([_terms(each, kind) for kind, each in enumerate(hashes)])
    masses = np.zeros((len(terms), COLUMNS), dtype=np.int16)
    ends = np.cumsum([len(words), len(pairs), len(figures), len(days)])
    of_words, of_pairs, of_figures, of_days, of_slots = kinds = np.split(masses, ends)
    of_words[:, TEXT] = _scaled(features.body, words, ONE)
    of_words[:, TITLE] = _scaled(features.title, words, ONE)
    of_words[:, NAMES] = _of_names(features.names, words)
    names = _scaled(features.lead_names, words, OF_LEAD)
    of_words[:, LEAD] = np.where(names, names, -_scaled(features.begins, words, OF_LEAD))
    of_pairs[:, TEXT] = _scaled(features.pairs, pairs, ONE)
    of_figures[:, TEXT] = [each in features.figures for each in figures]
    of_figures[:, LEAD] = [each in features.lead_figures for each in figures]
    of_days[:, TEXT] = [each in features.days.near for each in days]
    of_days[:, LEAD] = [each in features.days.days for each in days]
    of_days[:, TITLE] = [each in features.days.years for each in days]
    of_days[:, NAMES] = [each in features.days.weekdays for each in days]
    of_slots[:, TEXT], of_slots[:, LEAD] = list(features.filled.values()), 1
    terms, first = np.unique(terms, return_index=True)
    given = _given(features.figures, features.scene)
    return Gist(
        article=features.article,
        seconds=_seconds(features.published),
        words=features.words,
        keys=packed(block(features), KEYS),
        terms=terms,
        masses=masses[first],
        totals=np.array([each.clip(0).sum(axis=0) for each in kinds], np.int32),
        headed=features.headed,
        lead_names=len(features.lead_names),
        given=tuple(given.values()),
        marks=np.array(list(given), dtype=np.int64),
    )


def _of_names(names: Mapping[str, float], words: Iterable[str]) -> Masses:
    """Return the masses of names; next to nothing for the stem of one, "Netherland": a mark."""
    stems = frozenset(map(stem, names))
    of_names: Masses = np.maximum(_scaled(names, words, ONE), [word in stems for word in words])
    return of_names


def _given(figures: Iterable[str], scene: Scene) -> dict[int, str]:
    """Return what an article gives by its marks, sorted: the last bit is 0 if it only tells it.

    Two share what the one begins with and the other tells; of figures all count alike.
    """
    begins = scene.first.union(figures)
    marks = {
        (word_hash(each) >> 1 & ~1) + (each in begins): each for each in scene.told.union(figures)
    }
    return dict(sorted(marks.items()))


def _seconds(published: datetime | None) -> float:
    return published.timestamp() if published else nan


def _hashes(words: Iterable[str]) -> NDArray[np.uint64]:
    return np.array([word_hash(word) for word in words], dtype=np.uint64)


def _of_pairs(pairs: Iterable[str]) -> NDArray[np.uint64]:
    """Return 64 bits for each pair, from those of its words: few new words are hashed."""
    both = [pair.split(" ") for pair in pairs]
    with np.errstate(over="ignore"):
        return (_hashes(one for one, _ in both) * MIXER) ^ _hashes(other for _, other in both)


def _terms(hashes: NDArray[np.uint64], kind: int) -> Terms:
    return (hashes >> np.uint64(64 - TERM_BITS)).astype(np.uint32) | np.uint32(kind << TERM_BITS)


def _scaled(field: Mapping[str, float], terms: Iterable[str], scale: int) -> Masses:
    exact = np.array([field.get(term, 0.0) for term in terms])
    scaled: Masses = np.rint(np.minimum(exact * scale, ONE)).astype(np.int16)
    return scaled
