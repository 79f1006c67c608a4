"""What a copy of an article would keep: its print, to be laid beside others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model.identity import ArticleId, LanguageCode, OutletId, Span
from twosource.stages.lineage.amounts import Amount
from twosource.stages.lineage.values import Values
from twosource.stages.lineage.wording import Wording
from twosource.text.align import Masses, Numbers, Sentences
from twosource.text.frames import Filled
from twosource.text.shingles import Hashes

TELLING = 2.0  # weight: a word in fewer than 1 of 7 articles


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marks:
    """The rare names and figures of a text outside quotation marks as columns, in reading order.

    In each sentence each stands once; none is taken of a headline.
    """

    words: Hashes
    terms: Hashes  # of their stems
    inside: Numbers  # of each: the number of its sentence
    figures: NDArray[np.bool_]


class Landmark(NamedTuple):
    """A rare name or figure where it is first mentioned. No dataclass: each article has dozens."""

    form: str  # folded
    spelt: str  # as it stands there
    whole: int  # number of the whole name it is part of, by the words that stand side by side
    parted: str  # what stands between it and the word before it


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprint:
    """What `compare` needs to know of an article; the site's standing notices are left out.

    Its sentences, the headline before them, are numbered; those that tell nothing are left out.
    """

    article: ArticleId
    outlet: OutletId
    published: datetime | None  # UTC; None where the page does not say
    language: LanguageCode
    addresses: frozenset[str]  # its own
    leads_to: frozenset[str]  # addresses of its source links
    credited: frozenset[OutletId]  # outlets other than its own that the page names as origin
    spans: tuple[Span, ...]  # of each sentence, in body or headline
    told: Sentences  # what stands outside quotation marks
    whole: Sentences
    marks: Marks
    named: Hashes  # the terms of the names among the marks, each once, sorted
    amounts: tuple[Amount, ...]
    values: Values
    opening: int  # number of the first sentence of the body that tells something
    wording: Wording
    filled: Filled  # what fills the slots of its frame
    landmarks: tuple[Landmark, ...]  # in the order of their first mention
    names: frozenset[str]  # the forms of the landmarks, to be looked up


class Telling(NamedTuple):
    """The telling words of a text, each once, and what they weigh at most."""

    terms: Hashes
    weights: Masses


def telling_words(article: Fingerprint) -> Telling:
    """Return the words of an article that one of seven articles or more does not have."""
    whole = article.whole
    if not len(whole.terms):
        return Telling(whole.terms, whole.weights)
    heaviest = np.maximum.reduceat(whole.weights, whole.starts[:-1])
    tells = heaviest >= TELLING
    return Telling(whole.terms[tells], heaviest[tells])


def plain_words(article: Fingerprint) -> Telling:
    """Return its telling words that are no rare names or figures."""
    terms, weights = telling_words(article)
    plain = ~np.isin(terms, article.marks.terms)
    return Telling(terms[plain], weights[plain])
