"""Measure how much of one article another holds: its wording, its sentences, and their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from twosource.model.identity import BODY
from twosource.stages.lineage.block import Fingerprint
from twosource.text.align import Pair, best_pairs, heaviest_chain

LEAST_LIKENESS = 0.35  # of two sentences that may tell the same; two reporters rarely reach it
LEAST_MASS = 4.0  # of what they share: one rare word, or two that are not
SAME_WORDS = 0.95  # likeness from which on a sentence was taken as it stood
QUOTED_FROM = 0.2  # share of quotations told by the other in its own voice: then it is the source
LEAD_SENTENCES = 3
FULL_TRACE = 0.1
FEW_MARKS = 2
FEW_RUNS = 10  # with less than this besides the longest stretch, the article is that stretch
LITTLE_MASS = 30.0  # the same in weight: about one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How much of one article (the copy) stands in another, each 0 to 1."""

    wording: float  # of its 5-grams
    trace: float  # the same, full at a tenth: rewordings of real outlets keep that much
    wording_besides: float  # of those outside the longest unbroken stretch
    stretch: float  # the longest unbroken stretch, as a share of the article
    covered: float  # of its sentences' weight, with a like sentence in the other
    in_order: float  # of its weight, shared with like sentences in the other's order
    concord: float  # of the shared weight, in the other's order
    reworded: float  # of the weight of sentences not taken as they stood, shared
    lead: float  # likeness of its first two sentences to one of the other's first three
    marks: float  # of the rare names and figures of sentences not taken as they stood
    names: float  # of all its rare names and figures
    words: int  # 5-grams of the copy that count


def taken(copy: Fingerprint, original: Fingerprint) -> Taken:
    """Return how much of `copy` stands in `original`.

    What both have between quotation marks is left out: two reporters heard the same speech. What
    one quotes and the other tells in its own voice counts: a page that quotes a report copies it.
    """
    hits, counted = _hits(copy, original)
    start, end = _longest(hits)
    wording = sum(hits) / counted if counted else 0.0
    besides = counted - (end - start)
    sentences, pairs = aligned(copy, original)
    masses = [sum(terms.values()) for terms in sentences]
    total = sum(masses) or 1.0
    shared = sum(pair.mass for pair in pairs)
    ordered = heaviest_chain(pairs)
    as_it_stood = {pair.left for pair in pairs if pair.likeness >= SAME_WORDS}
    free = sum(mass for place, mass in enumerate(masses) if place not in as_it_stood)
    free_shared = sum(pair.mass for pair in pairs if pair.left not in as_it_stood)
    return Taken(
        wording=wording,
        trace=min(1.0, wording / FULL_TRACE),
        wording_besides=(sum(hits) - (end - start) + FEW_RUNS) / (besides + FEW_RUNS),
        stretch=(end - start) / counted if counted else 0.0,
        covered=sum(masses[pair.left] for pair in pairs) / total,
        in_order=ordered / total,
        concord=ordered / shared if shared else 0.0,
        reworded=(free_shared + LITTLE_MASS) / (free + LITTLE_MASS),
        lead=_lead(copy, original, pairs),
        marks=_marks(copy, original, as_it_stood),
        names=_shared_marks(frozenset(copy.landmarks), original),
        words=counted,
    )


def aligned(
    copy: Fingerprint, original: Fingerprint
) -> tuple[Sequence[Mapping[str, float]], tuple[Pair, ...]]:
    """Return the copy's sentences as compared, and their counterparts in the original."""
    left, right = _voice(copy, original), _voice(original, copy)
    return left, best_pairs(left, right, LEAST_LIKENESS, LEAST_MASS)


def _lead(copy: Fingerprint, original: Fingerprint, pairs: Sequence[Pair]) -> float:
    """Return how like the copy's opening is to the original's, the headlines left aside."""
    first, second = _opening(copy), _opening(original)
    return max(
        (
            pair.likeness
            for pair in pairs
            if 0 <= pair.left - first < 2 and 0 <= pair.right - second < LEAD_SENTENCES
        ),
        default=0.0,
    )


def _marks(copy: Fingerprint, original: Fingerprint, as_it_stood: Set[int]) -> float:
    """Return the share of the copy's names and figures that the original has; few count for less.

    Only those of sentences in the copy's own words: what stands in a release that both print
    tells nothing. Two matches played by other teams may be told in the same words.
    """
    own = frozenset[str]().union(
        *(each.marks for place, each in enumerate(copy.sentences) if place not in as_it_stood)
    )
    return _shared_marks(own, original)


def _shared_marks(marks: frozenset[str], original: Fingerprint) -> float:
    return (len(marks & frozenset(original.landmarks)) + FEW_MARKS) / (len(marks) + FEW_MARKS)


def _opening(article: Fingerprint) -> int:
    """Return the place of the first sentence of the body."""
    return next((n for n, each in enumerate(article.sentences) if each.span.part == BODY), 0)


def _voice(one: Fingerprint, other: Fingerprint) -> list[Mapping[str, float]]:
    """Return the sentences of one, with its quotations where the other tells them as its own."""
    said = [run for run, quoted in zip(one.runs, one.quoted, strict=True) if quoted]
    own = sum(run in other.told_runs for run in said)
    if said and own >= QUOTED_FROM * len(said):
        return [sentence.whole for sentence in one.sentences]
    return [sentence.told for sentence in one.sentences]


def _hits(copy: Fingerprint, original: Fingerprint) -> tuple[list[bool], int]:
    """Return for each run of the copy whether the original has it, and how many runs count."""
    hits: list[bool] = []
    counted = 0
    for run, quoted in zip(copy.runs, copy.quoted, strict=True):
        hit = run in (original.told_runs if quoted else original.all_runs)
        hits.append(hit)
        counted += hit or not quoted
    return hits, counted


def _longest(hits: Sequence[bool]) -> tuple[int, int]:
    """Return where the longest unbroken stretch of hits begins and ends."""
    best = start = end = length = 0
    for place, hit in enumerate(hits):
        length = length + 1 if hit else 0
        if length > best:
            best, start, end = length, place - length + 1, place + 1
    return start, end
